import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { loadDossiers, loadOffices } from "../../bench/data/load.ts";
import { BENCH_OFFICES } from "../../bench/data/offices.ts";
import { loadVisits, tallyAll } from "../../bench/data/visits.ts";
import { makeCatalogue } from "../../src/domain/catalogue/catalogue.ts";
import { STATUSES } from "../../src/domain/dossier/status.ts";
import { PROJECT_FOLDER } from "../../src/main/config.ts";
import { readContent } from "../../src/main/content.ts";
import { verifyLog } from "../../src/operations/audit/verify-log.ts";
import { rebuildViews } from "../../src/operations/views/rebuild-views.ts";
import { verifyViews } from "../../src/operations/views/verify-views.ts";
import { freshDatabase } from "../support/database.ts";

const database = await freshDatabase({ after }, 8);
const now = new Date("2026-11-20T03:00:00Z");
const { procedures: all } = readContent(`${PROJECT_FOLDER}/content`);
const procedures = ["1.001193", "1.004873", "2.000635"].map(
  (code) => all.find((procedure) => procedure.code === code) ?? assert.fail(code),
);
const births = procedures[0]?.identity;
const wanted = { seed: 7, count: 250, now, procedures, logs: "all", births } as const;
await loadOffices(database, now);
await loadDossiers(database, wanted);
await loadVisits(database, { seed: 7, count: 400, now });
await tallyAll(database);

const VIEWS = [
  "dossier_list",
  "dossier_work",
  "dossier_steps",
  "dossier_facts",
  "result_list",
  "register_list",
  "dossier_subjects",
  "duplicate_keys",
  "tally_days",
  "tally_months",
  "tally_month_marks",
  "tally_month_taken",
  "tally_month_subjects",
  "tally_visit_days",
] as const;

/** Every row of the views as text, in one order. */
async function views(): Promise<string[]> {
  const rows = await Promise.all(
    VIEWS.map((view) => database.sql.unsafe<{ line: string }[]>(`select '${view} ' || ${view}::text as line from ${view} order by 1`)),
  );
  return rows.flat().map(({ line }) => line);
}

describe("what benchmarks load", () => {
  it("is the same for the same seed, and other for another", async () => {
    const told = async (seed: number) => {
      const other = await freshDatabase({ after }, 8);
      await loadOffices(other, now);
      await loadDossiers(other, { ...wanted, seed, count: 30 });
      return JSON.stringify(await other.sql`select office, dossier, search_ascii, lodged_at, due_day from dossier_list order by 1, 2`);
    };
    const first = await told(1);
    assert.equal(await told(1), first);
    assert.notEqual(await told(2), first);
  });

  it("has dossiers of every office that work falls to, in most statuses, most of them over", async () => {
    const counted = await database.sql<{ status: keyof typeof STATUSES; count: number }[]>`
      select status, count(*) from dossier_list group by status order by count(*) desc`;
    assert.equal(counted[0]?.status, "returned");
    assert.ok(counted.length >= 4, `statuses: ${counted.map(({ status }) => STATUSES[status].words).join(", ")}`);
    const [offices] = await database.sql<{ count: number }[]>`select count(distinct office) from dossier_list`;
    assert.ok((offices?.count ?? 0) > BENCH_OFFICES.length / 2);
  });

  it("is what the program would have written: logs are whole, and views made anew from them are the same", async () => {
    const verified = await verifyLog({ database });
    assert.ok(verified.ok, verified.ok ? "" : verified.reason.sentence);
    assert.deepEqual(await verifyViews({ database }), []);
    const loaded = await views();
    for (const view of VIEWS)
      assert.ok(
        loaded.some((line) => line.startsWith(`${view} `)),
        `nothing in ${view}`,
      );
    await rebuildViews({ database, catalogue: makeCatalogue(procedures) });
    assert.deepEqual(await views(), loaded);
  });

  it("leaves the database as guarded as it was, with all its indexes", async () => {
    const untouched = await freshDatabase({ after });
    const guards = `select tgname || ' ' || tgenabled::text as line from pg_trigger where not tgisinternal
      union all select indexdef from pg_indexes where schemaname = 'public' order by 1`;
    assert.deepEqual([...(await database.sql.unsafe(guards))], [...(await untouched.sql.unsafe(guards))]);
  });
});
