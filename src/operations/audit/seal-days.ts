import { createHash } from "node:crypto";
import { officeDay } from "../../base/clock.ts";
import { addDays } from "../../domain/deadlines/days.ts";
import type { Sql } from "../../store/database/database.ts";
import { unfinishedHistories } from "../../store/records/histories.ts";
import { listOffices } from "../../store/records/offices.ts";
import { accessLines, type DaySeal, eventHashes, firstEventAt, insertSeal, readLastSeal } from "../../store/records/seals.ts";
import type { Context } from "../context.ts";

/** A day is sealed this long after its end: what began before midnight has been written by then. */
const REST_MS = 3_600_000;
/** The offices' clock: seven hours ahead of UTC all year. */
const OFFICE_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/**
 * Seals every day that is over and has no seal yet, office by office, the oldest first; days on which the program did not run are made up for. Each seal
 * holds the one of the day before. Answers how many were written.
 */
export async function sealDays(context: Pick<Context, "database" | "now">): Promise<number> {
  const { sql } = context.database;
  const last = addDays(officeDay(new Date(context.now().getTime() - REST_MS)), -1);
  let sealed = 0;
  const unfinished = await unfinishedHistories(sql);
  for (const { office } of await listOffices(sql)) {
    if (unfinished.includes(office)) continue;
    const before = await readLastSeal(sql, office);
    const first = before ? null : await firstEventAt(sql, office);
    if (before === null && first === null) continue;
    let previous = before;
    for (let day = before ? addDays(before.day, 1) : officeDay(first ?? context.now()); day <= last; day = addDays(day, 1)) {
      previous = await sealOf(sql, office, day, previous?.seal ?? null);
      await insertSeal(sql, previous, context.now());
      sealed += 1;
    }
  }
  return sealed;
}

/** The seal of a day as its events and looks stand in the database now. */
export async function sealOf(sql: Sql, office: string, day: string, prev: string | null): Promise<DaySeal> {
  const from = new Date(Date.parse(`${day}T00:00:00Z`) - OFFICE_MS);
  const until = new Date(from.getTime() + DAY_MS);
  const [events, accesses] = await Promise.all([eventHashes(sql, office, from, until), accessLines(sql, office, from, until)]);
  const roots = { eventsRoot: hashOf(events), accessesRoot: hashOf(accesses) };
  const seal = hashOf([prev ?? "", office, day, String(events.length), roots.eventsRoot, String(accesses.length), roots.accessesRoot]);
  return { office, day, events: events.length, accesses: accesses.length, ...roots, prev, seal };
}

/** SHA-256 (FIPS 180-4) over lines. */
export function hashOf(lines: readonly string[]): string {
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}
