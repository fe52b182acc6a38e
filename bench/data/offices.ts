/** The sixty-five offices of the benchmark: some communes are ten times as large as others, and each has a residence desk less often. */
export interface BenchOffice {
  readonly office: string;
  readonly name: string;
  readonly kind: "commune" | "police";
  /** First part of its dossier codes, invented. */
  readonly identifier: string;
  readonly point: string | null;
  /** How much of all work falls to it. */
  readonly weight: number;
}

const OFFICES = 65;

export const BENCH_OFFICES: readonly BenchOffice[] = Array.from({ length: OFFICES }, (_, place) => {
  const number = String(place + 1).padStart(2, "0");
  return {
    office: `xa-thu-${number}`,
    name: `UBND xã Thử ${number}`,
    kind: place % 8 === 7 ? "police" : "commune",
    identifier: `000.${number}.00.H32`,
    point: place % 8 === 7 ? null : "diem-thu",
    weight: 1 / (place + 6),
  };
});

/** The name under which the officer of a bench office signs in. */
export function officerOf({ office }: Pick<BenchOffice, "office">): string {
  return `canbo-${office}`;
}
