import { officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { readStamp } from "../../documents/stamp.ts";
import { addDays } from "../../domain/deadlines/days.ts";
import type { Sql } from "../../store/database/database.ts";
import { listStamps } from "../../store/records/day-stamps.ts";
import { listOffices } from "../../store/records/offices.ts";
import { type ChainedEvent, listChained, listSeals, listWrongHeads } from "../../store/records/seals.ts";
import type { Context } from "../context.ts";
import { hashOf, sealOf } from "./seal-days.ts";

/** The first place at which the log is not what was written: a sentence with office, dossier and line, or office and day. */
export interface Broken {
  readonly sentence: string;
}

const BATCH = 2_000;
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Reads every log and every seal again, counts the hashes by itself, and answers how much there was, or the first broken place. Nothing that the database
 * computes is believed but its text.
 */
export async function verifyLog(
  context: Pick<Context, "database">,
  trusted: readonly Uint8Array[] = [],
): Promise<Result<{ events: number; days: number; stamps: number }, Broken>> {
  const { sql } = context.database;
  let [events, days, stamps] = [0, 0, 0];
  for (const { office } of await listOffices(sql)) {
    const chained = await verifyChains(sql, office);
    if (!chained.ok) return chained;
    const [wrong] = await listWrongHeads(sql, office);
    if (wrong) return broken(`${office}: hồ sơ ${wrong.dossier}: thiếu dòng ở cuối, phải có ${wrong.sequence} dòng.`);
    const sealed = await verifySeals(sql, office);
    if (!sealed.ok) return sealed;
    events += chained.value;
    const stamped = await verifyStamps(sql, office, trusted);
    if (!stamped.ok) return stamped;
    days += sealed.value;
    stamps += stamped.value;
  }
  return ok({ events, days, stamps });
}

async function verifyChains(sql: Sql, office: string): Promise<Result<number, Broken>> {
  let [count, after, previous]: [number, { dossier: string; sequence: number }, ChainedEvent | null] = [
    0,
    { dossier: NOBODY, sequence: 0 },
    null,
  ];
  for (;;) {
    const batch = await listChained(sql, office, after, BATCH);
    for (const event of batch) {
      const what = faultOf(event, previous?.dossier === event.dossier ? previous : null);
      if (what) return broken(`${office}: hồ sơ ${event.dossier}, dòng ${event.sequence}: ${what}.`);
      previous = event;
      count += 1;
    }
    const last = batch.at(-1);
    if (!last) return ok(count);
    after = last;
  }
}

function faultOf(event: ChainedEvent, previous: ChainedEvent | null): string | null {
  if (event.sequence !== (previous?.sequence ?? 0) + 1) return "thiếu dòng ở trước";
  if (event.prevSha256 !== (previous?.sha256 ?? null)) return "không nối với dòng trước";
  return hashOf([event.prevSha256 ?? "", ...event.parts]) === event.sha256 ? null : "nội dung không còn như lúc ghi";
}

async function verifySeals(sql: Sql, office: string): Promise<Result<number, Broken>> {
  const seals = await listSeals(sql, office);
  for (const [index, seal] of seals.entries()) {
    const before = seals[index - 1];
    if (before && addDays(before.day, 1) !== seal.day) return broken(`${office}: ngày ${addDays(before.day, 1)}: thiếu niêm phong.`);
    const now = await sealOf(sql, office, seal.day, before?.seal ?? null);
    if (now.seal === seal.seal && seal.prev === (before?.seal ?? null)) continue;
    const what =
      now.eventsRoot !== seal.eventsRoot
        ? `sự việc của ngày không còn như lúc niêm phong (lúc đó ${seal.events}, bây giờ ${now.events})`
        : now.accessesRoot !== seal.accessesRoot
          ? `sổ ai đã xem không còn như lúc niêm phong (lúc đó ${seal.accesses}, bây giờ ${now.accesses})`
          : "niêm phong không nối với ngày trước";
    return broken(`${office}: ngày ${seal.day}: ${what}.`);
  }
  return ok(seals.length);
}

/** A stamp says that its seal was there at that time; a seal without one is none worse than before. */
async function verifyStamps(sql: Sql, office: string, trusted: readonly Uint8Array[]): Promise<Result<number, Broken>> {
  const stamps = await listStamps(sql, office);
  for (const { day, seal, token } of stamps) {
    const stamp = await readStamp(token, Buffer.from(seal, "hex"), trusted);
    if (stamp === null) return broken(`${office}: ngày ${day}: dấu thời gian không khớp niêm phong, hoặc không do nơi đáng tin cấp.`);
    if (officeDay(stamp.at) <= day) return broken(`${office}: ngày ${day}: dấu thời gian ghi lúc ngày đó chưa hết.`);
  }
  return ok(stamps.length);
}

function broken(sentence: string): Result<never, Broken> {
  return refuse({ sentence });
}
