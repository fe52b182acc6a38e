export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
}

export function percentiles(times: readonly number[]): Percentiles {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

/** A line of a table: what was asked, with few and with many, how it grew. */
export function compareLine(
  name: string,
  few: Percentiles & { readonly first: number },
  many: Percentiles & { readonly first: number },
  failures: number,
): string {
  const ms = (value: number) => value.toFixed(1).padStart(9);
  const growth = `${(many.p50 / few.p50).toFixed(2).padStart(9)} ${(many.p95 / few.p95).toFixed(2).padStart(7)}`;
  const told = [few.first, few.p50, few.p95, many.first, many.p50, many.p95].map(ms).join(" ");
  return `${name.padEnd(28)} ${told} ${growth}${failures > 0 ? `   ${failures} FAILED` : ""}`;
}
