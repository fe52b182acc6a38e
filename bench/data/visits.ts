import type { Database } from "../../src/store/database/database.ts";
import { remakeTallies } from "../../src/store/views/tally-making.ts";
import { onOwnConnection, withoutIndexes } from "./copy.ts";
import { BENCH_OFFICES } from "./offices.ts";

export interface VisitsWanted {
  readonly seed: number;
  readonly count: number;
  readonly now: Date;
}

const YEARS = 3;
/** As people come: most to have something done, every fourth to print, pay or ask. */
const PURPOSES = ["self-service", "self-service", "guided", "guided", "look-up", "print", "practice", "payment", "post", "other"];

/** Chance from a number, 0 … 1, the same for the same seed. */
const SHARE_OF = `create function share_of(i int, seed int) returns float8 language sql immutable strict
  return (hashint8extended(i, seed) & 16777215)::float8 / 16777216`;

/**
 * So many visits over the three years before `now` at the points of the bench offices, spread as the dossiers are, never on Sundays; made by the server in one statement from
 * hashes of their number, so that the same seed gives the same visits. Triggers rest: `sumTallies` counts them afterwards.
 */
export async function loadVisits(database: Database, { seed, count, now }: VisitsWanted): Promise<void> {
  const places = BENCH_OFFICES.filter(({ point }) => point !== null);
  const total = places.reduce((sum, { weight }) => sum + weight, 0);
  let passed = 0;
  const ends = places.map(({ weight }) => {
    passed += weight / total;
    return passed;
  });
  const first = new Date(now.getTime() - YEARS * 365 * 86_400_000);
  await withoutIndexes(database, ["visits"], () =>
    onOwnConnection(database, async (sql) => {
      await sql`set session_replication_role = replica`;
      await sql.unsafe(SHARE_OF);
      await sql`
        insert into visits (office, point, visit, day, number, purpose, state, opened_by, peer, helper, opened_at, served_at, ended_at)
        select office, 'diem-thu', md5(${seed}::text || i)::uuid, day, row_number() over (partition by office, day order by i), purpose,
          case when left_early then 'left' else 'done' end, 'helper', peer, case when helped then helper end, at,
          case when left_early then null else at + interval '5 minutes' end, at + interval '25 minutes'
        from (
          select i, (${places.map(({ office }) => office)}::text[])[width_bucket(share_of(i, ${seed}), ${ends.slice(0, -1)}::float8[]) + 1] as office, helper,
            (${PURPOSES}::text[])[1 + floor(share_of(i, ${seed + 1}) * ${PURPOSES.length})::int] as purpose,
            share_of(i, ${seed + 2}) < 0.03 as left_early, share_of(i, ${seed + 3}) < 0.2 as peer, share_of(i, ${seed + 4}) < 0.55 as helped,
            ((at + interval '7 hours')::date) as day, at
          from (
            select i, at - case when extract(dow from at + interval '7 hours') = 0 then interval '1 day' else interval '0' end as at, helper
            from (
              select i, md5('helper' || i % 7)::uuid as helper,
                ${first}::timestamptz + (${now}::timestamptz - ${first}::timestamptz - interval '1 hour') * ((i - 1)::float8 / ${count}::float8) as at
              from generate_series(1, ${count}::int) as i) spread) weekday) visit`;
      await sql`drop function share_of(int, int)`;
      await sql`reset session_replication_role`;
    }),
  );
  await onOwnConnection(database, async (sql) => void (await sql.unsafe("vacuum (analyze) visits")));
}

/** The tallies of all offices from facts and visits. */
export async function sumTallies(database: Database): Promise<void> {
  for (const { office } of BENCH_OFFICES) await database.transaction((sql) => remakeTallies(sql, office));
  await onOwnConnection(database, async (sql) => {
    for (const table of ["tally_days", "tally_months", "tally_deltas"]) await sql.unsafe(`vacuum (analyze) ${table}`);
  });
}
