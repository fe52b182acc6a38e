import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { loadDossiers, loadOffices } from "../../../bench/data/load.ts";
import { tallyAll } from "../../../bench/data/visits.ts";
import { makeCatalogue } from "../../../src/domain/catalogue/catalogue.ts";
import { readFigures } from "../../../src/operations/measures/read-figures.ts";
import { buildAtStart } from "../../../src/operations/views/build-at-start.ts";
import { verifyViews } from "../../../src/operations/views/verify-views.ts";
import { freshDatabase } from "../../support/database.ts";

const database = await freshDatabase({ after }, 8);
const { sql } = database;
const now = new Date("2026-11-20T03:00:00Z");
const context = { database, catalogue: makeCatalogue([]), now: () => now };
await loadOffices(database, now);
await loadDossiers(database, { seed: 5, count: 40, now, logs: "all", procedures: [{ code: "1.001193", version: "1", name: "Khai sinh" }] });
await tallyAll(database);

const figures = () => readFigures(context, { offices: ["xa-thu-01", "xa-thu-02"] }, { from: "2020-01-01", to: "2026-11-20" });
const start = async () => {
  const said: string[] = [];
  await buildAtStart(context, (sentence) => said.push(sentence));
  return said;
};

describe("the first start of a new program", () => {
  it("leaves alone what is as it should be, and looks no second time", async () => {
    const before = await figures();
    assert.deepEqual(await start(), []);
    assert.deepEqual(await figures(), before);
    const [row] = await sql<{ n: number }[]>`select count(*) as n from view_builds`;
    assert.ok((row?.n ?? 0) > 0);
  });

  it("makes lists and figures of a data folder from before there were any: nothing is missing, and verifying says so only then", async () => {
    const before = await figures();
    await sql`delete from view_builds`;
    await sql`delete from dossier_facts`;
    await sql`delete from dossier_work`;
    assert.notDeepEqual(await figures(), before);
    assert.ok((await verifyViews(context)).some(({ kind }) => kind === "hồ sơ chưa vào số liệu"));
    const said = await start();
    assert.match(said.at(-1) ?? "", /40 hồ sơ/);
    assert.deepEqual(await figures(), before);
    assert.deepEqual(await verifyViews(context), []);
    assert.deepEqual(await start(), []);
  });

  it("makes them anew when the program before built them in another way", async () => {
    await sql`update view_builds set version = 0`;
    assert.match((await start()).at(-1) ?? "", /40 hồ sơ/);
  });
});
