import { addDays } from "./days.ts";

/** 2024-04-30 as "30/4". */
export function shortDay(day: string): string {
  const [, month, date] = day.split("-").map(Number);
  return `${date}/${month}`;
}

/** Days as people list them: "27, 28/4", "27, 28/4 và 4, 5/5", and three or more in a row as "8–14/2". They come in order. */
export function dayRuns(days: readonly string[]): string {
  const runs: string[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && addDays(last.at(-1) ?? "", 1) === day) last.push(day);
    else runs.push([day]);
  }
  const words = runs.map(runInWords);
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} và ${words.at(-1)}`;
}

function runInWords(run: readonly string[]): string {
  const first = run[0] ?? "";
  const last = run.at(-1) ?? "";
  if (run.length === 1) return shortDay(first);
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  return `${sameMonth ? Number(first.slice(8)) : shortDay(first)}${run.length === 2 ? ", " : "–"}${shortDay(last)}`;
}
