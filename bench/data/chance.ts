import { fold } from "../../src/domain/people/names.ts";
import type { Sql } from "../../src/store/database/database.ts";
import { CODE_LETTERS, FAMILIES, GIVEN, MEN, WOMEN } from "./words.ts";

/**
 * Functions of SQL, in a schema of their own, that draw by the number of a row: the same for the same seed, in any order. Thrown away with `dropChance` when the data is in.
 *
 * share(i, salt)     0 … 1, without 1
 * person(i, salt)    an invented name; identity(i, salt) is the number of the same person
 * code_10(i)         so many readable letters, no two alike for different i
 * at_work(t)         the same moment moved into office hours, in order within a day; weekends go to the Monday
 * due_after(t, n)    the day n days later, on a working day
 * chained(event)     as a window function over a log: the hash of each event upon the one before
 */
export async function createChance(sql: Sql, seed: number): Promise<void> {
  await sql.unsafe(`
    drop schema if exists bench cascade;
    create schema bench;
    create function bench.share(i bigint, salt int) returns float8 language sql immutable parallel safe
      return (hashint8extended(i, ${seed}::bigint * 1000 + salt) & 16777215)::float8 / 16777216;
    create function bench.pick(words text[], share float8) returns text language sql immutable parallel safe
      return words[1 + floor(share * cardinality(words))::int];
    create function bench.is_woman(i bigint, salt int) returns boolean language sql immutable parallel safe
      return bench.share(i, salt * 10) < 0.5;
    create function bench.person(i bigint, salt int) returns text language sql immutable parallel safe
      return bench.pick(${list(FAMILIES)}, bench.share(i, salt * 10 + 1)) || ' '
        || bench.pick(case when bench.is_woman(i, salt) then ${list(WOMEN)} else ${list(MEN)} end, bench.share(i, salt * 10 + 2)) || ' '
        || case when bench.share(i, salt * 10 + 3) < 0.4 then ${given(4)} || ' ' else '' end || ${given(5)};
    create function bench.identity(i bigint, salt int) returns text language sql immutable parallel safe
      return '056' || case when bench.is_woman(i, salt) then '1' else '0' end || lpad((hashint8extended(i, ${seed}::bigint + salt) & 67108863)::text, 8, '0');
    create function bench.code_10(i bigint) returns text language sql immutable parallel safe return ${code(10, 982_451_653)};
    create function bench.code_12(i bigint) returns text language sql immutable parallel safe return ${code(12, 87_178_291_199)};
    create function bench.folded(words text) returns text language sql immutable parallel safe
      return lower(translate(words, '${LETTERS.join("")}', '${LETTERS.map(plain).join("")}'));
    create function bench.at_work(at timestamptz) returns timestamptz language sql immutable parallel safe
      return (((at at time zone 'UTC' + interval '7 hours')::date + (array[1, 0, 0, 0, 0, 0, 2])[1 + extract(dow from at at time zone 'UTC' + interval '7 hours')::int])::timestamp
        + interval '7 hours 30 minutes' + extract(epoch from (at at time zone 'UTC' + interval '7 hours')::time)::int * interval '375 milliseconds'
        - interval '7 hours') at time zone 'UTC';
    create function bench.day(at timestamptz) returns date language sql immutable parallel safe
      return (at at time zone 'UTC' + interval '7 hours')::date;
    create function bench.due_after(at timestamptz, days int) returns date language sql immutable parallel safe
      return bench.day(at) + days + (array[1, 0, 0, 0, 0, 0, 2])[1 + extract(dow from bench.day(at) + days)::int];
    create aggregate bench.chained(dossier_events) (sfunc = event_hash, stype = text);
    create function bench.iso(at timestamptz) returns text language sql immutable parallel safe
      return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
    create function bench.id_at(at timestamptz, i bigint, salt int) returns uuid language sql immutable parallel safe
      return (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(hashint8extended(i, ${seed}::bigint + salt) & 4095), 3, '0')
        || '8' || lpad(to_hex(hashint8extended(i, ${seed}::bigint + salt + 1) & 1152921504606846975), 15, '0'))::uuid`);
}

export async function dropChance(sql: Sql): Promise<void> {
  await sql`drop schema if exists bench cascade`;
}

function given(part: number): string {
  return `bench.pick(${list(GIVEN)}, power(bench.share(i, salt * 10 + ${part}), 1.6))`;
}

/** Ours, without quotation marks. */
export function list(words: readonly string[]): string {
  return `array[${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(", ")}]::text[]`;
}

/** The number times a prime, written with 28 letters, the smallest place first. */
function code(length: number, prime: number): string {
  const places = Array.from(
    { length },
    (_, place) => `substr('${CODE_LETTERS}', 1 + (i * ${prime} / ${28n ** BigInt(place)} % 28)::int, 1)`,
  );
  return places.join(" || ");
}

/** The letters of all names that lose their accents, and the signs in codes that separate words. */
const LETTERS = [...new Set([...FAMILIES, ...WOMEN, ...MEN, ...GIVEN, ".", "-"].join("").normalize("NFC"))].filter((letter) =>
  /[^A-Za-z0-9 ']/.test(letter),
);

function plain(letter: string): string {
  return fold(letter).at(0) ?? " ";
}
