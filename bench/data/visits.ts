import type { Database } from "../../src/store/database/database.ts";
import { sumTallies } from "../../src/store/views/tally-making.ts";
import { createChance, dropChance, list } from "./chance.ts";
import { atRest, inTurns, withoutIndexes } from "./copy.ts";
import { endsOf } from "./lives.ts";
import { BENCH_OFFICES } from "./offices.ts";

export interface VisitsWanted {
  readonly seed: number;
  readonly count: number;
  readonly now: Date;
}

const YEARS = 3;
/** As people come: most to have something done, every fourth to print, pay or ask. */
const PURPOSES = ["self-service", "self-service", "guided", "guided", "look-up", "print", "practice", "payment", "post", "other"];

/**
 * So many visits over the three years before `now` at the points of the bench offices, spread as the dossiers are, in office hours; made by the server in one statement, so that the same
 * seed gives the same visits. Triggers rest: `tallyAll` counts them afterwards.
 */
export async function loadVisits(database: Database, { seed, count, now }: VisitsWanted): Promise<void> {
  const places = BENCH_OFFICES.filter(({ point }) => point !== null);
  const first = new Date(now.getTime() - YEARS * 365 * 86_400_000);
  await withoutIndexes(database, ["visits"], () =>
    atRest(database, async (sql) => {
      await createChance(sql, seed + 1);
      await sql.unsafe(`
        insert into visits (office, point, visit, day, number, purpose, state, opened_by, peer, helper, opened_at, served_at, ended_at)
        select office, 'diem-thu', bench.id_at(at, i, 30), bench.day(at), row_number() over (partition by office, bench.day(at) order by i),
          bench.pick(${list(PURPOSES)}, bench.share(i, 31)), case when left_early then 'left' else 'done' end, 'helper', bench.share(i, 33) < 0.2,
          case when bench.share(i, 34) < 0.55 then staff end, at, case when not left_early then at + interval '5 minutes' end, at + interval '25 minutes'
        from (
          select i, office, staff, bench.share(i, 32) < 0.03 as left_early, at
          from (
            select i, width_bucket(bench.share(i, 1), array[${endsOf(places.map(({ weight }) => weight)).join(", ")}]::float8[]) + 1 as place,
              least(bench.at_work('${first.toISOString()}'::timestamptz + make_interval(secs => ${(now.getTime() - first.getTime()) / 1000} * (i - 1 + bench.share(i, 2)) / ${count})),
                '${now.toISOString()}'::timestamptz - interval '1 hour') as at
            from generate_series(1::bigint, ${count}::bigint) as i offset 0) drawn
          join (select o.*, staff from unnest(${list(places.map(({ office }) => office))}) with ordinality as o (office, place) join staff using (office)) offices using (place)
        ) visit order by i`);
      await dropChance(sql);
    }),
  );
  await atRest(database, async (sql) => void (await sql.unsafe("vacuum (analyze) visits")));
}

/** The tallies of all offices from facts and visits: what `remakeTallies` does office by office beside people's work, here for all at once. */
export async function tallyAll(database: Database): Promise<void> {
  await inTurns(BENCH_OFFICES, ({ office }) => atRest(database, (sql) => sumTallies(sql, office)));
  await inTurns(
    ["tally_days", "tally_months", "tally_month_marks", "tally_month_taken", "tally_month_subjects", "tally_visit_days", "tally_deltas"],
    (table) => atRest(database, async (sql) => void (await sql.unsafe(`vacuum (analyze) ${table}`))),
  );
}
