import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import fc from "fast-check";
import { atOffice, officeDay } from "../../../src/base/clock.ts";
import { addDays } from "../../../src/domain/deadlines/days.ts";
import { fold } from "../../../src/domain/dossier/fold.ts";
import type { Selection } from "../../../src/domain/measures/cells.ts";
import { factsOf } from "../../../src/domain/measures/facts.ts";
import { MEASURES, type Measure, type MeasureId } from "../../../src/domain/measures/measures.ts";
import { foldTallies } from "../../../src/operations/measures/fold-tallies.ts";
import { readFigures, readFiguresBy } from "../../../src/operations/measures/read-figures.ts";
import { insertOffice, insertPoint } from "../../../src/store/records/offices.ts";
import { insertVisit, moveVisit } from "../../../src/store/records/visits.ts";
import { putDossierFacts } from "../../../src/store/views/dossier-facts.ts";
import { foldDeltas } from "../../../src/store/views/tally-folding.ts";
import { lives, type Told } from "../../domain/measures/lives.ts";
import { freshDatabase } from "../../support/database.ts";

const FIRST = "2023-10-20";
const DAYS = 100;

describe("every figure", async () => {
  const database = await freshDatabase({ after });
  const context = { database, now: () => new Date() };
  let offices = 0;

  it("is what a naive recount over the logs gives, whenever sums were folded and looked at meanwhile, for any period", async () => {
    const meanwhile = fc.array(fc.constantFrom("look", "fold", "nothing"), { minLength: 3, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(lives(FIRST, DAYS), fc.nat(DAYS), fc.nat(DAYS), meanwhile, async (told, one, other, turns) => {
        const office = await newOffice();
        const from = addDays(FIRST, Math.min(one, other));
        const to = addDays(FIRST, Math.max(one, other));
        const look = async (those: readonly Told[]) => {
          const expected = Object.fromEntries(Object.entries(MEASURES).map(([id, measure]) => [id, recount(measure, those, from, to)]));
          assert.deepEqual(numbers(await readFigures(context, { offices: [office] }, { from, to })), expected);
        };
        for (const [place, life] of told.entries()) {
          for (let upTo = 1; upTo <= life.log.length; upTo += 1) await put(office, life, upTo);
          const turn = turns[place % turns.length];
          if (turn === "fold") await foldTallies(context);
          if (turn === "look") await look(told.slice(0, place + 1));
        }
        await look(told);
        await foldTallies(context);
        await look(told);
      }),
      { numRuns: 40 },
    );
  });

  it("follows a sum that was changed by other ways than folding, though the sum before it was kept", async () => {
    const office = await newOffice();
    const [[life] = []] = fc.sample(lives(FIRST, DAYS), { numRuns: 1, seed: 7 });
    assert.ok(life);
    await put(office, life, 1);
    await foldTallies(context);
    const received = async () => {
      const { received } = await readFigures(context, { offices: [office] }, { from: FIRST, to: addDays(FIRST, DAYS) });
      return received.unit === "count" && received.n;
    };
    assert.equal(await received(), 1);
    await database.sql`update tally_month_marks set n = 5 where office = ${office} and kind = 'received'`;
    assert.equal(await received(), 5);
  });

  it("counts each delta once when several programs fold at once, and what was kept meanwhile follows", async () => {
    const office = await newOffice();
    const told = fc.sample(lives(FIRST, DAYS), { numRuns: 3, seed: 7 }).flat();
    const period = { from: FIRST, to: addDays(FIRST, DAYS) };
    const look = async () => numbers(await readFigures(context, { offices: [office] }, period));
    await look();
    for (const life of told) await put(office, life, life.log.length);
    const fold = () => database.transaction((sql) => foldDeltas(sql, 3));
    const looks = await Promise.all([fold(), look(), fold(), look(), fold(), foldTallies(context), look()]);
    const expected = Object.fromEntries(
      Object.entries(MEASURES).map(([id, measure]) => [id, recount(measure, told, period.from, period.to)]),
    );
    for (const seen of [...looks.filter((answer) => typeof answer === "object"), await look()]) assert.deepEqual(seen, expected);
    const [left] = await database.sql<{ n: number }[]>`select count(*) as n from tally_deltas where office = ${office}`;
    assert.equal(left?.n, 0);
  });

  it("stays right when what was kept of it is older than what is remembered of foldings", async () => {
    const office = await newOffice();
    const [told = []] = fc.sample(lives(FIRST, DAYS), { numRuns: 1, seed: 7 });
    const [life, ...others] = told;
    assert.ok(life);
    const period = { from: FIRST, to: addDays(FIRST, DAYS) };
    await put(office, life, 1);
    await foldTallies(context);
    const before = numbers(await readFigures(context, { offices: [office] }, period));
    for (const other of others) await put(office, other, other.log.length);
    await foldTallies(context);
    const [first] = await database.sql<{ epoch: number }[]>`select min(epoch) as epoch from tally_folded`;
    // foldings of nothing, until the ones above are forgotten
    for (let folding = 0; folding < 60; folding += 1) await foldTallies(context);
    const [kept] = await database.sql<
      { epoch: number }[]
    >`select coalesce(min(epoch), 0) as epoch from tally_folded where office = ${office}`;
    assert.ok((first?.epoch ?? 0) > 0 && kept?.epoch === 0, "they were forgotten");
    const after = numbers(await readFigures(context, { offices: [office] }, period));
    const expected = Object.fromEntries(
      Object.entries(MEASURES).map(([id, measure]) => [
        id,
        recount(measure, [{ ...life, log: life.log.slice(0, 1) }, ...others], period.from, period.to),
      ]),
    );
    assert.deepEqual(after, expected);
    assert.notDeepEqual(after, before);
  });

  it("adds up: the months of a period make the period, and the points make the office", async () => {
    const office = await newOffice();
    const [told = []] = fc.sample(lives(FIRST, DAYS), { numRuns: 1, seed: 7 });
    for (const life of told) await put(office, life, life.log.length);
    const period = { from: addDays(FIRST, 3), to: addDays(FIRST, DAYS - 4) };
    const whole = await readFigures(context, { offices: [office] }, period);
    for (const mark of ["month", "day", "point", "subject"] as const) {
      const parts = await readFiguresBy(context, { offices: [office] }, period, mark);
      const sum = (id: MeasureId) =>
        [...parts.values()].reduce((total, figures) => total + (figures[id].unit === "count" ? figures[id].n : 0), 0);
      for (const id of ["received", "online", "settled", "late"] as const)
        assert.equal(sum(id), whole[id].unit === "count" ? whole[id].n : Number.NaN, `${id} by ${mark}`);
    }
  });

  it("counts a visit by who stood by, and not whoever left while waiting", async () => {
    const office = await newOffice();
    const { sql } = database;
    await insertPoint(sql, { office, point: "cho", name: "Chợ", place: "", openedOn: FIRST });
    const at = atOffice(FIRST, "08:00");
    const visit = (number: number, state: "waiting" | "alone") => ({
      office,
      point: "cho",
      visit: crypto.randomUUID(),
      day: FIRST,
      number,
      purpose: "practice" as const,
      state,
      openedBy: "visitor" as const,
      visitorName: null,
      peer: false,
      helper: null,
      openedAt: at,
      servedAt: null,
    });
    const [waits, tries] = [visit(1, "waiting"), visit(2, "alone")];
    await insertVisit(sql, waits);
    await insertVisit(sql, tries);
    const period = { from: FIRST, to: FIRST };
    const before = await readFigures(context, { offices: [office] }, period);
    assert.deepEqual(
      [before.visits, before["visits-practice"]],
      [
        { unit: "count", n: 2 },
        { unit: "count", n: 2 },
      ],
    );
    await moveVisit(sql, waits, "leave", null, at);
    await moveVisit(sql, tries, "finish", null, at);
    const later = await readFigures(context, { offices: [office], point: "cho" }, period);
    assert.deepEqual(
      [later.visits, later.left],
      [
        { unit: "count", n: 1 },
        { unit: "count", n: 1 },
      ],
    );
  });

  async function newOffice(): Promise<string> {
    offices += 1;
    const office = `co-quan-${offices}`;
    const at = atOffice(FIRST, "08:00");
    const words = { kind: "commune", province: "56", commune: "22615", identifier: "000.15.22.H32", address: "", phone: "" } as const;
    await insertOffice(database.sql, { ...words, office, name: office, practice: true }, at);
    return office;
  }

  function put(office: string, { dossier, log }: Told, upTo: number): Promise<void> {
    return putDossierFacts(database.sql, { office, dossier }, factsOf(fold(log.slice(0, upTo))));
  }
});

function numbers(figures: Awaited<ReturnType<typeof readFigures>>) {
  return Object.fromEntries(
    Object.entries(figures).map(([id, figure]) => [
      id,
      figure.unit === "count" ? figure.n : figure.unit === "share" ? [figure.numerator, figure.denominator] : figure.days,
    ]),
  );
}

/** Counts a measure by walking through whole logs, without cells, facts or SQL. */
function recount(measure: Measure, told: readonly Told[], from: string, to: string): number | number[] | null {
  const those = (selection: Selection) =>
    told.flatMap((life) => selection.kinds.filter((kind) => happened(kind, life, selection, from, to)).map(() => life));
  if (measure.unit === "count") return those(measure.of).length;
  if (measure.unit === "share") return [those(measure.of).length, those(measure.among).length];
  const days = those(measure.of)
    .map(({ log }) => Math.round((Date.parse(dayOf(endOf(log)?.at)) - Date.parse(dayOf(log[0]?.at))) / 86_400_000))
    .sort((one, other) => one - other);
  return days[Math.ceil(measure.quantile * days.length) - 1] ?? null;
}

function happened(kind: string, { log }: Told, selection: Selection, from: string, to: string): boolean {
  const lodged = log[0]?.event;
  const end = endOf(log);
  if (lodged?.type !== "lodged" || kind === "visit" || kind === "left" || kind === "late-visit") return false;
  const accepted = log.some(({ event }) => event.type === "accepted");
  const turnedAway = end !== undefined && (end.event.type === "declined" || (end.event.type === "withdrawn" && !accepted));
  const within = (day: string) => day >= from && day <= to;
  if (selection.channel !== undefined && lodged.channel !== selection.channel) return false;
  if (selection.atPoint !== undefined && (lodged.point !== null) !== selection.atPoint) return false;
  const corrected = log.flatMap(({ event }) => (event.type === "help-corrected" ? [event.degree] : [])).at(-1);
  if (selection.degrees && !selection.degrees.includes(corrected ?? lodged.help?.degree ?? "unknown")) return false;
  if (selection.subjects && !selection.subjects.includes(lodged.procedure.code)) return false;
  if (kind === "received") return within(dayOf(log[0]?.at)) && !turnedAway;
  if (kind === "turned-away") return within(dayOf(log[0]?.at)) && turnedAway;
  if (kind === "supplemented")
    return within(dayOf(log[0]?.at)) && !turnedAway && log.some(({ event }) => event.type === "supplement-requested");
  if (end === undefined || turnedAway) return false;
  if (kind === "issued") return end.event.type === "signed" && within(dayOf(end.at));
  const due = log.flatMap(({ event }) => ("due" in event ? [event.due] : [])).at(-1);
  const doneAt = `${dayOf(end.at)} ${new Date(Date.parse(end.at) + 7 * 3_600_000).toISOString().slice(11, 16)}`;
  const late = log.some(({ event }) => event.type === "apologised") || doneAt > `${due?.day} ${due?.time}`;
  if (kind === "fell-late") return late && dayOf(end.at) > (due?.day ?? "") && within(addDays(due?.day ?? "", 1));
  if (!within(dayOf(end.at))) return false;
  if (kind === "settled-late") return late;
  return !late && (kind === "settled-early") === dayOf(end.at) < (due?.day ?? "");
}

function endOf(log: Told["log"]) {
  return log.find(({ event }) => ["signed", "stopped", "withdrawn", "declined"].includes(event.type));
}

function dayOf(at: string | undefined): string {
  return officeDay(new Date(at ?? 0));
}
