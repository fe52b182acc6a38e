import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import fc from "fast-check";
import { atOffice } from "../../../src/base/clock.ts";
import { makeCatalogue } from "../../../src/domain/catalogue/catalogue.ts";
import { addDays } from "../../../src/domain/deadlines/days.ts";
import type { MEASURES } from "../../../src/domain/measures/measures.ts";
import { PURPOSES, type Purpose } from "../../../src/domain/point/visit.ts";
import { foldTallies } from "../../../src/operations/measures/fold-tallies.ts";
import { readFigures } from "../../../src/operations/measures/read-figures.ts";
import { rebuildViews } from "../../../src/operations/views/rebuild-views.ts";
import { verifyViews } from "../../../src/operations/views/verify-views.ts";
import { insertLateSheet, insertLateVisit, withdrawLateSheet } from "../../../src/store/records/late-sheets.ts";
import { insertOffice, insertPoint } from "../../../src/store/records/offices.ts";
import { insertStaff } from "../../../src/store/records/staff.ts";
import { insertVisit, moveVisit } from "../../../src/store/records/visits.ts";
import { freshDatabase } from "../../support/database.ts";

const FIRST = "2026-10-20";
const DAYS = 40;

interface Came {
  readonly day: number;
  readonly purpose: Purpose;
  readonly by: "alone" | "peer" | "guided";
  /** On which sheet it was typed in later; null for one that was counted as it happened. */
  readonly sheet: number | null;
}

const CAME: fc.Arbitrary<Came> = fc.record({
  day: fc.nat(DAYS),
  purpose: fc.constantFrom(...(Object.keys(PURPOSES) as Purpose[])),
  by: fc.constantFrom("alone", "peer", "guided"),
  sheet: fc.option(fc.nat(2)),
});

describe("visits that were typed in late", async () => {
  const database = await freshDatabase({ after });
  const context = { database, catalogue: makeCatalogue([]), now: () => new Date() };
  let offices = 0;

  it("count on the day on which they happened: as a naive recount says, before and after folding, rebuilding, and taking a sheet back", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(CAME, { maxLength: 15 }), fc.nat(DAYS), fc.nat(DAYS), async (came, one, other) => {
        const place = await newOffice();
        const sheets = await write(place, came);
        const period = { from: addDays(FIRST, Math.min(one, other)), to: addDays(FIRST, Math.max(one, other)) };
        const within = (those: readonly Came[]) =>
          those.filter(({ day }) => addDays(FIRST, day) >= period.from && addDays(FIRST, day) <= period.to);
        assert.deepEqual(await figures(place.office, period), recount(within(came)));
        await foldTallies(context);
        assert.deepEqual(await figures(place.office, period), recount(within(came)));
        await withdrawLateSheet(database.sql, place, sheets[0] ?? "", place.staff, new Date());
        const left = came.filter(({ sheet }) => sheet !== 0);
        assert.deepEqual(await figures(place.office, period), recount(within(left)));
        assert.deepEqual(await verifyViews(context), []);
        await rebuildViews(context, { afresh: true });
        assert.deepEqual(await figures(place.office, period), recount(within(left)));
      }),
      { numRuns: 6 },
    );
  });

  async function figures(office: string, period: { from: string; to: string }) {
    const read = await readFigures(context, { offices: [office] }, period);
    const count = (id: keyof typeof MEASURES) => (read[id].unit === "count" ? read[id].n : Number.NaN);
    return [count("visits"), count("visits-late"), count("visits-guided"), count("peer-help"), count("visits-practice")];
  }

  function recount(came: readonly Came[]): number[] {
    const those = (test: (one: Came) => boolean) => came.filter(test).length;
    return [
      came.length,
      those(({ sheet }) => sheet !== null),
      those(({ by }) => by === "guided"),
      those(({ by }) => by === "peer"),
      those(({ by, purpose }) => by !== "guided" && purpose === "practice"),
    ];
  }

  async function newOffice() {
    offices += 1;
    const [office, staff, at] = [`co-quan-${offices}`, crypto.randomUUID(), atOffice(FIRST, "08:00")];
    const words = { kind: "commune", province: "56", commune: "22615", identifier: "000.15.22.H32", address: "", phone: "" } as const;
    const { sql } = database;
    await insertOffice(sql, { ...words, office, name: office, practice: true }, at);
    await insertPoint(sql, { office, point: "cho", name: "Chợ", place: "", openedOn: FIRST });
    await insertStaff(sql, { office, staff, username: "truc", name: "Cao Thị Mẫu", title: "", role: "helper", secretHash: "" }, at);
    return { office, point: "cho", staff };
  }

  async function write(
    { office, point, staff }: { office: string; point: string; staff: string },
    came: readonly Came[],
  ): Promise<string[]> {
    const { sql } = database;
    const sheets = [0, 1, 2].map(() => crypto.randomUUID());
    for (const [index, sheet] of sheets.entries()) {
      const visits = came.filter((one) => one.sheet === index).length;
      await insertLateSheet(sql, { office, point, sheet, day: FIRST, visits, staff, recordedAt: new Date(), key: `phiếu ${index}` });
    }
    for (const [index, { day, purpose, by, sheet }] of came.entries()) {
      const [visit, at] = [crypto.randomUUID(), atOffice(addDays(FIRST, day), "09:00")];
      const state = by === "guided" ? "helped" : "alone";
      const helper = by === "guided" ? staff : null;
      const who = { state, openedBy: "helper", visitorName: null, peer: by === "peer", helper } as const;
      await insertVisit(sql, {
        office,
        point,
        visit,
        day: addDays(FIRST, day),
        number: index + 1,
        purpose,
        ...who,
        openedAt: at,
        servedAt: at,
      });
      await moveVisit(sql, { office, visit }, "finish", null, at);
      if (sheet !== null) await insertLateVisit(sql, { office, visit, sheet: sheets[sheet] ?? "" });
    }
    return sheets;
  }
});
