import type { Sql } from "../database/database.ts";

/**
 * How words are looked for in `search_ascii`: folded, all of them must be there. A word of three letters or more may stand inside another; shorter ones begin a word,
 * so that "lê" does not find "nghiệp lệ phí" only because two letters follow each other somewhere.
 */
export function holdsWords(sql: Sql, words: readonly string[]) {
  const patterns = words.map((word) => `%${word.length < GRAM ? " " : ""}${word.replace(/[\\%_]/g, "\\$&")}%`);
  return sql`(' ' || search_ascii) like all (${patterns})`;
}

/** Can only few dossiers of an office hold these words? Numbers of people and codes are of one dossier or two; of names nobody knows. */
export function areRare(words: readonly string[]): boolean {
  return words.join("").replace(/\D/g, "").length >= RARE_DIGITS;
}

/** The lines that hold all groups of three letters of these words, over the index `dossier_grams`: all that hold the words, and a few that do not. */
export function holdsGrams(sql: Sql, office: string, words: readonly string[]) {
  const grams = words.flatMap(gramsOf);
  return sql`dossier_grams(office, search_ascii) @>
    coalesce((select array_agg(hashtext(${office}::text || '/' || gram)) from unnest(${grams}::text[]) as gram), array[]::int[])`;
}

const GRAM = 3;
const RARE_DIGITS = 6;

/** As PostgreSQL's pg_trgm cuts words: two spaces stand before each. Letters beyond a to z are cut there in another way, and left out here. */
function gramsOf(word: string): string[] {
  const padded = word.length < GRAM ? `${" ".repeat(GRAM - word.length)}${word}` : word;
  const grams = Array.from({ length: padded.length - GRAM + 1 }, (_, place) => padded.slice(place, place + GRAM));
  return grams.filter((gram) => /^[a-z0-9 ]+$/.test(gram));
}
