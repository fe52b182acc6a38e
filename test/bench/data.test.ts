import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { benchDossiers } from "../../bench/data/lives.ts";
import { loadDossiers, loadOffices } from "../../bench/data/load.ts";
import { BENCH_OFFICES } from "../../bench/data/offices.ts";
import { makeCatalogue } from "../../src/domain/catalogue/catalogue.ts";
import { STATUSES } from "../../src/domain/dossier/status.ts";
import { verifyLog } from "../../src/operations/audit/verify-log.ts";
import { rebuildViews } from "../../src/operations/views/rebuild-views.ts";
import { freshDatabase } from "../support/database.ts";

const database = await freshDatabase({ after }, 8);
const now = new Date("2026-11-20T03:00:00Z");
const procedures = ["1.001193", "1.004873", "2.000635"].map((code) => ({ code, version: "1", name: `Thủ tục ${code}` }));
const wanted = { seed: 7, count: 200, now, procedures };
await loadOffices(database, now);
await loadDossiers(database, wanted);

const VIEWS = ["dossier_list", "dossier_facts", "result_list"] as const;

/** Every row of the views as text, in one order. */
async function views(): Promise<string[]> {
  const rows = await Promise.all(
    VIEWS.map((view) => database.sql.unsafe<{ line: string }[]>(`select ${view}::text as line from ${view} order by 1`)),
  );
  return rows.flat().map(({ line }) => line);
}

describe("what benchmarks load", () => {
  it("is the same for the same seed, and other for another", () => {
    const told = (seed: number) => JSON.stringify([...benchDossiers({ ...wanted, seed, count: 50 })]);
    assert.equal(told(1), told(1));
    assert.notEqual(told(1), told(2));
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
    const loaded = await views();
    assert.ok(loaded.length > wanted.count * 2);
    await rebuildViews({ database, catalogue: makeCatalogue([]) });
    assert.deepEqual(await views(), loaded);
  });

  it("leaves the database as guarded as it was, with all its indexes", async () => {
    const untouched = await freshDatabase({ after });
    const guards = `select tgname || ' ' || tgenabled::text as line from pg_trigger where not tgisinternal
      union all select indexdef from pg_indexes where schemaname = 'public' order by 1`;
    assert.deepEqual([...(await database.sql.unsafe(guards))], [...(await untouched.sql.unsafe(guards))]);
  });
});
