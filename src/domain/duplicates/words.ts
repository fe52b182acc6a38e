import { fold } from "../people/names.ts";

/** How alike two written things are: the same, near (somebody may have slipped), not known on one side, or other. */
export type Alike = "same" | "near" | "unknown" | "other";

/**
 * Two names. Accents, tone marks, capitals and the order of the parts do not matter, nor do letters that changed places before the given name; a name that
 * lacks one of its other parts is still the same. One letter more, less or else in a part or two is near: it may be a slip, or a sister.
 */
export function namesAlike(one: string, other: string): Alike {
  const [a, b] = [fold(one), fold(other)];
  if (a === "" || b === "") return "unknown";
  if (a === b) return "same";
  if (joined(a.split(" ")) === joined(b.split(" "))) return "same";
  const [parts, others] = [namePartsOf(one), namePartsOf(other)];
  const alike = joined(parts) === joined(others) || lacksOne(parts, others) || lacksOne(others, parts);
  if (alike && givenName(a) === givenName(b)) return "same";
  return partsNear(a.split(" "), b.split(" ")) || a.replaceAll(" ", "") === b.replaceAll(" ", "") ? "near" : "other";
}

/** The parts of a name, the letters of each in the order of the alphabet, so that changed places show no more; the given name is the last. */
export function namePartsOf(name: string): string[] {
  return fold(name)
    .split(" ")
    .filter(Boolean)
    .map((part) => [...part].sort().join(""));
}

/** The parts in an order of their own. */
export function joined(parts: readonly string[]): string {
  return [...parts].sort().join(" ");
}

/** The names that are left when one part that is not the given name falls out; none for a name of two parts. */
export function withoutOne(parts: readonly string[]): string[][] {
  if (parts.length < 3) return [];
  return parts.slice(0, -1).map((_, gone) => parts.filter((_part, index) => index !== gone));
}

function givenName(folded: string): string {
  return folded.split(" ").at(-1) ?? "";
}

function lacksOne(shorter: readonly string[], longer: readonly string[]): boolean {
  return shorter.length === longer.length - 1 && withoutOne(longer).some((left) => left.every((part, index) => part === shorter[index]));
}

/** At most two parts of a name differ, each by one letter. */
const SLIPS = 2;

function partsNear(parts: readonly string[], others: readonly string[]): boolean {
  if (parts.length !== others.length) return false;
  const slips = parts.map((part, index) => distance(part, others[index] ?? ""));
  return slips.every((slip) => slip <= 1) && slips.filter((slip) => slip > 0).length <= SLIPS;
}

/** Two days, YYYY-MM-DD. Day and month that changed places, or one digit that is another, are near. */
export function daysAlike(one: string, other: string): Alike {
  if (one === "" || other === "") return "unknown";
  if (one === other) return "same";
  return swappable(one) === swappable(other) || distance(one, other) === 1 ? "near" : "other";
}

/** The day written so that day and month cannot change places: 2026-01-11 and 2026-11-01 are both "2026 01 11". */
export function swappable(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return [year, ...[month, date].sort()].join(" ");
}

/** Two numbers of identity papers. One digit that is another, or two neighbours that changed places, are near. */
export function numbersAlike(one: string, other: string): Alike {
  if (one === "" || other === "") return "unknown";
  if (one === other) return "same";
  return distance(one, other) <= 1 ? "near" : "other";
}

/** How many slips lie between two words: a letter more, less, else, or two neighbours that changed places (optimal string alignment). */
export function distance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const least = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(swapped ? Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1) : least);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
