import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import fc from "fast-check";
import { atOffice, officeDay } from "../../../src/base/clock.ts";
import { addDays } from "../../../src/domain/deadlines/days.ts";
import { fold } from "../../../src/domain/dossier/fold.ts";
import { factsOf } from "../../../src/domain/measures/facts.ts";
import { COLUMNS, columnsOf, formLines } from "../../../src/domain/reports/form-ii06a.ts";
import { readFormCounts } from "../../../src/operations/reports/form-counts.ts";
import { insertOffice } from "../../../src/store/records/offices.ts";
import { putDossierFacts } from "../../../src/store/views/dossier-facts.ts";
import { lives, type Told } from "../../domain/measures/lives.ts";
import { freshDatabase } from "../../support/database.ts";

const FIRST = "2023-10-20";
const DAYS = 100;
const fieldOf = (procedure: string) => (procedure === "1.001193" ? "Hộ tịch" : "Chứng thực");

describe("form II.06a", async () => {
  const database = await freshDatabase({ after });
  const context = { database, now: () => new Date() };
  let offices = 0;

  it("is what a naive recount over the logs gives, for any period; its sums hold in each line and below", async () => {
    await fc.assert(
      fc.asyncProperty(lives(FIRST, DAYS), fc.nat(DAYS), fc.nat(DAYS), async (told, one, other) => {
        const office = await newOffice();
        for (const { dossier, log } of told) await putDossierFacts(database.sql, { office, dossier }, factsOf(fold(log)));
        const period = { from: addDays(FIRST, Math.min(one, other)), to: addDays(FIRST, Math.max(one, other)) };
        const counts = await readFormCounts(context, { offices: [office] }, period, period.to);
        const lines = formLines(counts, fieldOf);
        for (const { field, columns } of lines)
          assert.deepEqual(
            columns,
            recount(
              told.filter((life) => fieldIn(life) === field),
              period,
            ),
            field,
          );
        const total = columnsOf(counts);
        assert.deepEqual(total, recount(told, period));
        for (const columns of [total, ...lines.map((line) => line.columns)]) {
          assert.equal(columns[3], columns[4] + columns[5] + columns[6]);
          assert.equal(columns[7], columns[8] + columns[9] + columns[10]);
          assert.equal(columns[11], columns[12] + columns[13]);
          assert.equal(columns[3], columns[7] + columns[11], "3 = 7 + 11");
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it("carries over exactly what the period before left open", async () => {
    const office = await newOffice();
    const told = fc.sample(lives(FIRST, DAYS), { numRuns: 6, seed: 11 }).flat();
    for (const { dossier, log } of told) await putDossierFacts(database.sql, { office, dossier }, factsOf(fold(log)));
    const columns = async (from: string, to: string) => columnsOf(await readFormCounts(context, { offices: [office] }, { from, to }, to));
    const middle = addDays(FIRST, 50);
    const [before, then] = [await columns(FIRST, middle), await columns(addDays(middle, 1), addDays(FIRST, DAYS))];
    assert.ok(then[6] > 0);
    assert.equal(then[6], before[11]);
  });

  async function newOffice(): Promise<string> {
    offices += 1;
    const office = `co-quan-${offices}`;
    const words = { kind: "commune", province: "56", commune: "22615", identifier: "000.15.22.H32", address: "", phone: "" } as const;
    await insertOffice(database.sql, { ...words, office, name: office, practice: true }, atOffice(FIRST, "08:00"));
    return office;
  }
});

/** Walks through whole logs, one dossier after the other, without facts or SQL. */
function recount(told: readonly Told[], { from, to }: { from: string; to: string }) {
  const columns = Object.fromEntries(COLUMNS.map((column) => [column, 0])) as Record<(typeof COLUMNS)[number], number>;
  for (const { log } of told) {
    const lodged = log[0]?.event;
    const end = log.find(({ event }) => ["signed", "stopped", "withdrawn", "declined"].includes(event.type));
    const accepted = log.some(({ event }) => event.type === "accepted");
    if (lodged?.type !== "lodged" || (end && (end.event.type === "declined" || (end.event.type === "withdrawn" && !accepted)))) continue;
    const came = dayOf(log[0]?.at);
    const done = end ? dayOf(end.at) : "9999-12-31";
    if (came > to || done < from) continue;
    const due = log.flatMap(({ event }) => ("due" in event ? [event.due] : [])).at(-1);
    columns[3] += 1;
    columns[came < from ? 6 : lodged.channel === "online" ? 4 : 5] += 1;
    if (done <= to) {
      columns[7] += 1;
      const hour = new Date(Date.parse(end?.at ?? "") + 7 * 3_600_000).toISOString().slice(11, 16);
      const late = log.some(({ event }) => event.type === "apologised") || `${done} ${hour}` > `${due?.day} ${due?.time}`;
      columns[late ? 10 : done < (due?.day ?? "") ? 8 : 9] += 1;
    } else {
      columns[11] += 1;
      const waits = ["supplement-requested", "fee-due"].includes(fold(log).status);
      columns[(due?.day ?? "") < to && !waits ? 13 : 12] += 1;
    }
  }
  return columns;
}

function fieldIn({ log }: Told): string {
  const lodged = log[0]?.event;
  return lodged?.type === "lodged" ? fieldOf(lodged.procedure.code) : "";
}

function dayOf(at: string | undefined): string {
  return officeDay(new Date(at ?? 0));
}
