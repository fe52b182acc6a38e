import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { officeDay } from "../../src/base/clock.ts";
import type { Figure } from "../../src/domain/measures/measures.ts";
import { playKhanhDong } from "../../src/main/scenario/khanh-dong.ts";
import { OFFICE, POINT } from "../../src/main/scenario/places.ts";
import { FIRST_DAY, LAST_DAY, OPENING_DAY, planOf } from "../../src/main/scenario/plan.ts";
import { sealDays } from "../../src/operations/audit/seal-days.ts";
import { verifyLog } from "../../src/operations/audit/verify-log.ts";
import { calendarOf } from "../../src/operations/context.ts";
import { readFigures } from "../../src/operations/measures/read-figures.ts";
import { rebuildViews } from "../../src/operations/views/rebuild-views.ts";
import { openHub, type TestHub } from "../support/hub.ts";

const BEFORE = { from: FIRST_DAY, to: "2023-11-20" };
const AFTER = { from: OPENING_DAY, to: LAST_DAY };

describe("the commune of the report", () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
    // what the office does with the dossiers is seen in full when the scenario is loaded; two weeks of it are enough here
    await playKhanhDong(hub.context, () => {}, { officeWorksUntil: "2023-06-15" });
  });
  after(() => hub.end());

  const figures = (period: { from: string; to: string }, point?: string) => readFigures(hub.context, { offices: [OFFICE], point }, period);
  const lodged = () => hub.context.database.sql<{ dossier: string; at: Date; point: string | null; channel: string }[]>`
    select dossier, at, data->>'point' as point, data->>'channel' as channel from dossier_events where office = ${OFFICE} and type = 'lodged' order by dossier`;

  it("received 170 dossiers from the opening to 12 April, 103 of them at the point: by the dashboard and by its log", async () => {
    const { received, "at-point": atPoint } = await figures(AFTER);
    assert.deepEqual([count(received), count(atPoint)], [170, 103]);
    const log = (await lodged()).filter(({ at }) => officeDay(at) >= AFTER.from && officeDay(at) <= AFTER.to);
    assert.deepEqual([log.length, log.filter(({ point }) => point === POINT).length], [170, 103]);
  });

  it("received 30 to 35 points of a hundred more of its dossiers online than before", async () => {
    const [was, is] = [await figures(BEFORE), await figures(AFTER)].map((all) => rate(all["online-rate"]));
    const log = await lodged();
    const share = (from: string, to: string) => {
      const those = log.filter(({ at }) => officeDay(at) >= from && officeDay(at) <= to);
      return those.filter(({ channel }) => channel === "online").length / those.length;
    };
    assert.deepEqual([was, is], [share(BEFORE.from, BEFORE.to), share(AFTER.from, AFTER.to)]);
    const rise = 100 * ((is ?? 0) - (was ?? 0));
    assert.ok(rise >= 30 && rise <= 35, `${rise}`);
  });

  it("had nearly 50 visits on a day on which the point was open", async () => {
    const { visits } = await figures(AFTER);
    const days = await hub.context.database.sql`select distinct day from visits where office = ${OFFICE}`;
    const perDay = count(visits) / days.length;
    assert.ok(perDay > 45 && perDay < 50, `${perDay}`);
  });

  it("helped people less and less: more did it alone at the end than at first", async () => {
    const alone = async (from: string, to: string) => rate((await figures({ from, to }, POINT))["online-alone"]) ?? 0;
    assert.ok((await alone("2024-03-01", LAST_DAY)) > (await alone(OPENING_DAY, "2023-12-31")));
  });

  it("is planned the same by the same seed, and otherwise by another", () => {
    const calendar = calendarOf(hub.context, "commune");
    assert.deepEqual(planOf(calendar, 1), planOf(calendar, 1));
    assert.notDeepEqual(planOf(calendar, 1), planOf(calendar, 2));
  });

  it("is not played a second time on the same data", async () => {
    assert.equal(await playKhanhDong(hub.context, () => {}), "there-already");
  });

  it("keeps a log that stays whole when its days are sealed afterwards", async () => {
    await sealDays(hub.context);
    const verified = await verifyLog(hub.context);
    assert.ok(verified.ok && verified.value.days > 300);
  });

  it("counts one less when one dossier is not there", async () => {
    const { sql } = hub.context.database;
    const gone = (await lodged()).find(({ point }) => point === POINT)?.dossier ?? assert.fail();
    await sql`alter table dossier_events disable trigger dossier_events_are_written_once`;
    await sql`delete from dossier_events where dossier = ${gone}`;
    await sql`alter table dossier_events enable trigger dossier_events_are_written_once`;
    await rebuildViews(hub.context);
    const { received, "at-point": atPoint } = await figures(AFTER);
    assert.deepEqual([count(received), count(atPoint)], [169, 102]);
  });
});

function count(figure: Figure): number {
  return figure.unit === "count" ? figure.n : Number.NaN;
}

function rate(figure: Figure): number | null {
  return figure.unit === "share" ? figure.rate : null;
}
