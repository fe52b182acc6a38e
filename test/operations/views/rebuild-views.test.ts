import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { loadDossiers, loadOffices } from "../../../bench/data/load.ts";
import { BENCH_OFFICES } from "../../../bench/data/offices.ts";
import { loadVisits } from "../../../bench/data/visits.ts";
import { makeCatalogue } from "../../../src/domain/catalogue/catalogue.ts";
import { readFigures } from "../../../src/operations/measures/read-figures.ts";
import { rebuildViews } from "../../../src/operations/views/rebuild-views.ts";
import { verifyViews } from "../../../src/operations/views/verify-views.ts";
import { remakeTallies } from "../../../src/store/views/tally-making.ts";
import { freshDatabase } from "../../support/database.ts";

const database = await freshDatabase({ after }, 8);
const { sql } = database;
const context = { database, catalogue: makeCatalogue([]), now: () => now };
const now = new Date("2026-11-20T03:00:00Z");
const procedures = ["1.001193", "1.004873"].map((code) => ({ code, version: "1", name: `Thủ tục ${code}` }));
await loadOffices(database, now);
await loadDossiers(database, { seed: 11, count: 300, now, procedures, logs: "all" });
await loadVisits(database, { seed: 11, count: 500, now });

const VIEWS = [
  "dossier_list",
  "dossier_work",
  "dossier_facts",
  "dossier_files",
  "result_list",
  "register_list",
  "paper_codes",
  "galley_list",
];
VIEWS.push("papers_due", "dossier_subjects", "duplicate_keys", "duplicate_verdicts", "question_list", "transferred_list");

async function views(): Promise<Record<string, string[]>> {
  const read = async (view: string) => {
    const rows = await sql.unsafe<{ line: string }[]>(`select line::text as line from ${view} line order by 1`);
    return [view, rows.map(({ line }) => line)];
  };
  return Object.fromEntries(await Promise.all(VIEWS.map(read)));
}

async function tallies(): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    select row(office, kind, day, point, subject, channel, degree, took, sum(n))::text as line from (
      select office, kind, day, point, subject, channel, degree, took, n from tally_days
      union all select office, kind, day, point, subject, channel, degree, took, n from tally_deltas) cell
    group by office, kind, day, point, subject, channel, degree, took having sum(n) <> 0 order by 1`;
  return rows.map(({ line }) => line);
}

async function remakeAll(): Promise<void> {
  for (const { office } of BENCH_OFFICES) await database.transaction((inside) => remakeTallies(inside, office));
}

const figures = () => readFigures(context, { offices: ["xa-thu-01", "xa-thu-02"] }, { from: "2024-01-15", to: "2026-11-20" });

describe("tallies", () => {
  it("summed at once are what the triggers give, one by one", async () => {
    await remakeAll();
    const summed = await tallies();
    assert.ok(summed.length > 500);
    for (const sums of ["days", "months", "month_marks", "month_taken", "month_subjects"]) await sql`delete from ${sql(`tally_${sums}`)}`;
    await sql`delete from tally_visit_days`;
    await sql`create table kept_facts as select * from dossier_facts`;
    await sql`create table kept_visits as select * from visits`;
    await database.transaction(async (inside) => {
      await inside`set local session_replication_role = replica`;
      await inside`delete from dossier_facts`;
      await inside`delete from visits`;
    });
    await sql`insert into dossier_facts select * from kept_facts`;
    await sql`alter table visits disable trigger all`;
    await sql`alter table visits enable trigger visits_are_tallied`;
    await sql`insert into visits select * from kept_visits`;
    await sql`alter table visits enable trigger all`;
    assert.deepEqual(await tallies(), summed);
    assert.deepEqual(await verifyViews(context), []);
  });

  it("that say something else than facts and visits are named", async () => {
    await remakeAll();
    await sql`update tally_days set n = n + 7 where (office, kind, day, point, subject, channel, degree, took) = (
      select office, kind, day, point, subject, channel, degree, took from tally_days where office = 'xa-thu-01' and kind = 'visit' order by day limit 1)`;
    const wrong = await verifyViews(context);
    assert.equal(wrong.length, 3, "the day, its month, and the visits of the day");
    assert.deepEqual({ office: wrong[0]?.office, kind: wrong[0]?.kind }, { office: "xa-thu-01", kind: "visit" });
    assert.equal(wrong[0]?.told, (wrong[0]?.counted ?? 0) + 7);
  });
});

describe("making views anew", () => {
  it("can be stopped in the middle, goes on where it stopped, and gives the same lines and figures", async () => {
    await rebuildViews(context);
    const [kept, told] = [await views(), await figures()];
    assert.ok((kept.dossier_list?.length ?? 0) === 300 && (kept.result_list?.length ?? 0) > 50);

    // everything that can be wrong: lines lost, lines changed, lines of nobody, sums that are off
    await sql`delete from dossier_list where office = 'xa-thu-03'`;
    await sql`update dossier_list set applicant = 'Ai đó', channel = 'post' where status = 'decided'`;
    await sql`insert into dossier_work (office, dossier, asked, answered) values ('xa-thu-04', ${crypto.randomUUID()}, 1, 0)`;
    await sql`delete from dossier_facts where office = 'xa-thu-05'`;
    await sql`update tally_months set n = n + 1`;

    const stop = new AbortController();
    const heard: number[] = [];
    const first = rebuildViews(context, {
      signal: stop.signal,
      progress: (done) => {
        heard.push(done);
        if (done > 120) stop.abort();
      },
    });
    await assert.rejects(first, { name: "AbortError" });
    const stoppedAt = heard.at(-1) ?? 0;
    assert.ok(stoppedAt > 120 && stoppedAt < 300);

    const again: [number, number][] = [];
    assert.equal(await rebuildViews(context, { progress: (done, total) => again.push([done, total]) }), 300);
    assert.deepEqual(again[0], [stoppedAt, 300], "what was done is not done again");
    assert.deepEqual(await views(), kept);
    assert.deepEqual(await figures(), told);
    assert.deepEqual(await verifyViews(context), []);
  });

  it("begins anew when the last one was finished, or when it is asked to", async () => {
    assert.equal(await beginsAt(false), 0);
    await sql`update view_rebuilds set done = 5 where office = 'xa-thu-01'`;
    assert.equal(await beginsAt(false), 5);
    assert.equal(await beginsAt(true), 0);
  });

  it("waits for an act on a dossier, and reads the log after it", async () => {
    const [line] = await sql<{ dossier: string }[]>`select dossier from dossier_list where office = 'xa-thu-01' order by dossier limit 1`;
    const dossier = line?.dossier ?? "";
    let begun = () => {};
    const holding = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const act = database.transaction(async (inside) => {
      await inside`select from dossiers where office = 'xa-thu-01' and dossier = ${dossier} for update`;
      begun();
      await inside`select pg_sleep(0.2)`;
      await inside`update dossier_list set point = 'x' where office = 'xa-thu-01' and dossier = ${dossier}`;
    });
    await holding;
    await Promise.all([act, beginsAt(true, 1)]);
    const [after] = await sql<{ point: string | null }[]>`select point from dossier_list where dossier = ${dossier}`;
    assert.notEqual(after?.point, "x");
  });
});

/** Where a rebuild begins; it is stopped once so many are done. */
async function beginsAt(afresh: boolean, stopAt = 0): Promise<number | undefined> {
  const stop = new AbortController();
  const heard: number[] = [];
  const progress = (done: number) => {
    heard.push(done);
    if (done >= stopAt) stop.abort();
  };
  await assert.rejects(rebuildViews(context, { afresh, signal: stop.signal, progress }), { name: "AbortError" });
  return heard[0];
}
