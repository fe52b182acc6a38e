import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { BENCH_PROVINCE, BENCH_SECRET, loadDossiers, loadOffices } from "../../bench/data/load.ts";
import { tallyAll } from "../../bench/data/visits.ts";
import { officeDay } from "../../src/base/clock.ts";
import { warmFigures } from "../../src/operations/reports/warm-figures.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

const SUMS = ["tally_days", "tally_months", "tally_month_marks", "tally_month_taken", "tally_month_subjects", "tally_visit_days"];

describe("the first look at a wide unit", () => {
  let hub: TestHub;
  let leader: Person;

  before(async () => {
    hub = await openHub();
    const { database } = hub.context;
    const now = new Date();
    await loadOffices(database, now);
    await loadDossiers(database, {
      seed: 3,
      count: 60,
      now,
      logs: "open",
      procedures: [{ code: "1.001193", version: "1", name: "Khai sinh" }],
    });
    await tallyAll(database);
    leader = new Person(hub.url);
    await leader.sends("/dang-nhap", { ten: BENCH_PROVINCE.username, secret: BENCH_SECRET });
  });
  after(() => hub.end());

  it("reads no sums, for they were read when the program started; whoever asks for other years waits for theirs", async () => {
    const { database, now } = hub.context;
    const year = officeDay(now()).slice(0, 4);
    await warmFigures(hub.context);
    // nobody hears of it: whoever reads a sum now finds none
    await database.transaction(async (sql) => {
      await sql`set local session_replication_role = replica`;
      for (const table of SUMS) await sql`delete from ${sql(table)}`;
    });
    const counted = async (from: string, to: string) => {
      const [row] = await database.sql<{ n: number }[]>`
        select count(*) as n from dossier_facts where received_on between ${from} and ${to} and outcome <> 'turned-away' and office like 'xa-thu-%'`;
      return row?.n ?? 0;
    };
    const told = async (from: string, to: string) => {
      const answer = await fetch(`${hub.url}/api/v1/statistics?unit=56&from=${from}&to=${to}&by=month`);
      return ((await answer.json()) as { received: number }).received;
    };
    const [thisYear, lastYear] = [`${year}-01-01`, `${Number(year) - 1}-01-01`];
    assert.ok((await counted(thisYear, officeDay(now()))) > 5 && (await counted(lastYear, `${Number(year) - 1}-12-31`)) > 5);
    assert.equal(await told(thisYear, officeDay(now())), await counted(thisYear, officeDay(now())));
    assert.equal(await told(lastYear, `${Number(year) - 1}-12-31`), 0, "the sums are really gone");
    await leader.goes("/thong-ke?don-vi=56");
    leader.sees("Theo cơ quan");
    leader.sees("UBND xã Thử 01");
  });
});
