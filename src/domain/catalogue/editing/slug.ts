import { fold } from "../../people/names.ts";

const LONGEST = 40;

/** A short name for a thing that was given words only: "Số con trong nhà" → so-con-trong-nha. Never one that is taken. */
export function slugOf(words: string, taken: ReadonlySet<string>, otherwise: string): string {
  const slug = fold(words)
    .replace(/[^a-z0-9 ]/g, "")
    .replace(/ +/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  const base = /^[a-z]/.test(slug) ? slug : [otherwise, slug].filter(Boolean).join("-");
  return firstFree(base, taken, "-");
}

/** The stored name of a new field: "Số con trong nhà" → them.soConTrongNha; `them` tells it from those of the national forms. */
export function fieldIdOf(words: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(words, new Set(), "o");
  return firstFree(`them.${slug.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())}`, taken, "");
}

function firstFree(base: string, taken: ReadonlySet<string>, join: string): string {
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) if (!taken.has(`${base}${join}${number}`)) return `${base}${join}${number}`;
}
