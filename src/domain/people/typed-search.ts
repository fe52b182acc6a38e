import { fold } from "./names.ts";

/**
 * How well a typed beginning fits one of a thing's names, accents and hyphens aside: 0 the name itself, 1 its beginning, 2 beginnings of its
 * words in their order ("b k v", "vinh hai"), 3 in any order, 4 a piece of it ("rglai" does not, "raglai" and "khanhvinh" do), 5 its
 * initials. Null when it does not fit.
 */
export function fitOf(typed: string, names: readonly string[]): number | null {
  const wanted = fold(typed);
  if (wanted === "") return null;
  const fits = names.flatMap((name) => fitOfName(wanted, fold(name)) ?? []);
  return fits.length === 0 ? null : Math.min(...fits);
}

/** The things that fit what was typed, the best first; those that fit equally keep their order. */
export function findTyped<Thing>(typed: string, things: readonly Thing[], namesOf: (thing: Thing) => readonly string[]): Thing[] {
  return things
    .flatMap((thing) => {
      const fit = fitOf(typed, namesOf(thing));
      return fit === null ? [] : [{ thing, fit }];
    })
    .sort((one, other) => one.fit - other.fit)
    .map(({ thing }) => thing);
}

function fitOfName(wanted: string, name: string): number | null {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  const typedWords = wanted.split(" ");
  const words = name.split(" ");
  if (beginInOrder(typedWords, words)) return 2;
  if (typedWords.every((typed) => words.some((word) => word.startsWith(typed)))) return 3;
  const squeezed = wanted.replaceAll(" ", "");
  if (squeezed.length > 1 && name.replaceAll(" ", "").includes(squeezed)) return 4;
  return squeezed.length > 1 && words.map((word) => word[0]).join("") === squeezed ? 5 : null;
}

function beginInOrder(typedWords: readonly string[], words: readonly string[]): boolean {
  let next = 0;
  for (const word of words) if (next < typedWords.length && word.startsWith(typedWords[next] ?? "")) next += 1;
  return next === typedWords.length;
}
