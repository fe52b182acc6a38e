import type { Sql } from "../database/database.ts";

/** The beginning of a code that these words are, as long as some dossier of the office has such a code; then it is codes that are looked for and nothing else. */
export async function soughtCode(sql: Sql, office: string, words: readonly string[]): Promise<string | null> {
  const beginning = codeBeginning(words);
  if (beginning === null) return null;
  const [known] = await sql`select 1 from dossier_list where office = ${office} and ${codeBegins(sql, beginning)} limit 1`;
  return known ? beginning : null;
}

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

/** So many of the newest lines tell how often something is met, and so many are looked through for what is met often enough to fill a page on the way. */
const SAMPLE_LINES = 250;
export const WALK_LINES = 2_000;

/** A page that is filled on a walk from the newest line on; null when that takes too long, which a short walk tells beforehand: what is met seldom is found over an index. */
export async function filledOnAWalk<Line>(limit: number, walk: (lines: number) => Promise<Line[]>): Promise<Line[] | null> {
  const sample = await walk(SAMPLE_LINES);
  if (sample.length >= limit) return sample;
  if (sample.length * WALK_LINES < limit * SAMPLE_LINES) return null;
  const met = await walk(WALK_LINES);
  return met.length >= limit ? met : null;
}

/** The lines that hold all groups of three letters of these words, over the index `dossier_grams`: all that hold the words, and a few that do not. */
export function holdsGrams(sql: Sql, office: string, words: readonly string[]) {
  const grams = words.flatMap(gramsOf);
  return sql`dossier_grams(office, search_ascii) @>
    coalesce((select array_agg(hashtext(${office}::text || '/' || gram)) from unnest(${grams}::text[]) as gram), array[]::int[])`;
}

/**
 * What stands behind the office in a dossier code, as far as it was typed ("-260115-00"), when these words are the beginning of one: parts of an identifier, the last of them
 * with its letter, then the day and the number.
 */
function codeBeginning(words: readonly string[]): string | null {
  const letter = words.findIndex((word) => /^[a-z]\d{2}$/.test(word));
  const [day = "", number, ...more] = words.slice(letter + 1);
  if (letter < 0 || !words.slice(0, letter).every((word) => /^\d{1,3}$/.test(word)) || more.length > 0) return null;
  if (number === undefined) return /^\d{1,6}$/.test(day) ? `-${day}` : null;
  return /^\d{6}$/.test(day) && /^\d+$/.test(number) ? `-${day}-${number}` : null;
}

/** The lines whose code goes on so behind the office, in the order of the index `dossier_list_by_code`. */
export function codeBegins(sql: Sql, beginning: string) {
  return sql`${behindOffice(sql)} >= ${beginning} and ${behindOffice(sql)} < ${`${beginning}:`}`;
}

/** The year with which a code goes on behind the office ("-26"), as the index `dossier_list_by_code_year` has it. */
export function yearOfCode(sql: Sql) {
  return sql`substring(dossier_code from '-[0-9][0-9]') collate "C"`;
}

/** The same of a line that is met on a walk over another index. The planner, who believes that few codes begin so, must not see through it. */
export function codeMet(sql: Sql, beginning: string) {
  return sql`case when dossier_code like ${`%${beginning}%`} and ${codeBegins(sql, beginning)} then true else false end`;
}

/** The day and the number of a code, as its index orders them. */
export function behindOffice(sql: Sql) {
  return sql`substring(dossier_code from '-.*$') collate "C"`;
}

const GRAM = 3;
const RARE_DIGITS = 6;

/** As PostgreSQL's pg_trgm cuts words: two spaces stand before each. Letters beyond a to z are cut there in another way, and left out here. */
function gramsOf(word: string): string[] {
  const padded = word.length < GRAM ? `${" ".repeat(GRAM - word.length)}${word}` : word;
  const grams = Array.from({ length: padded.length - GRAM + 1 }, (_, place) => padded.slice(place, place + GRAM));
  return grams.filter((gram) => /^[a-z0-9 ]+$/.test(gram));
}
