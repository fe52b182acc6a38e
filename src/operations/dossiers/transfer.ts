import { readableCode } from "../../base/ids.ts";
import { type Result, refuse } from "../../base/result.ts";
import { transferTime } from "../../domain/deadlines/transfer-time.ts";
import type { DossierEvent, DueDate } from "../../domain/dossier/events.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import { transferWords } from "../../domain/dossier/transfer-words.ts";
import type { Transfer } from "../../domain/dossier/work.ts";
import type { Sql } from "../../store/database/database.ts";
import { type DossierKey, insertDossier, readHead } from "../../store/records/dossier-log.ts";
import { listOffices, type Office, readOffice } from "../../store/records/offices.ts";
import { type Context, procedureOf } from "../context.ts";
import { officeCalendar } from "../offices/office-days.ts";
import { type Problem, problem } from "../problems.ts";
import { type Act, act } from "./act.ts";
import { append } from "./append.ts";
import { promise } from "./due.ts";

/** The hub-wide code of a log that people never see: the dossier keeps the tracking code of its first log. */
const INNER_CODE_LENGTH = 10;

/** Offices of the hub that could be the competent one instead: of the kind that the procedure is filed with. */
export async function competentOffices(context: Context, dossier: Dossier, own: string): Promise<Office[]> {
  const procedure = procedureOf(context, dossier.procedure.code, dossier.procedure.version);
  const offices = await listOffices(context.database.sql);
  return offices.filter(({ office, kind }) => office !== own && kind === procedure?.officeKind);
}

/**
 * Hands a dossier on to the competent office. Its log here ends; there a log of its own begins with what was lodged, as it stands now, and with where it came
 * from. Codes, the day of lodging, pauses and the promised day go with it. Both in one transaction: it is never at two offices, and never at none.
 */
export async function transfer(context: Context, key: DossierKey, by: Act, to: string, reason: string): Promise<Result<Dossier, Problem>> {
  if (reason.trim() === "") return refuse(problem("reason-missing"));
  const office = to === key.office ? null : await readOffice(context.database.sql, to);
  if (!office) return refuse(problem("office-not-competent"));
  const head = await readHead(context.database.sql, key);
  return act(context, key, by, "transfer", async (dossier, own, sql) => {
    const dossierId = context.newId();
    const there = { office: office.office, dossier: dossierId };
    const now = context.now();
    const begun = await lodgedThere(context, sql, dossier, own, office, { key, reason: reason.trim(), now });
    const inner = { ...there, trackingCode: readableCode(INNER_CODE_LENGTH) };
    await insertDossier(sql, { ...inner, account: head?.account ?? null, slipSecretHash: head?.slipSecretHash ?? null }, now);
    await beginThere(sql, there, begun, by, now);
    return { move: "transfer", to: { office: office.office, officeName: office.name, dossier: dossierId }, reason };
  });
}

async function beginThere(sql: Sql, key: DossierKey, event: DossierEvent, by: Act, at: Date): Promise<void> {
  await append(sql, key, null, event, { actor: by.actor, actKey: `transferred:${by.key}`, at });
}

async function lodgedThere(
  context: Context,
  sql: Sql,
  dossier: Dossier,
  own: Office,
  office: Office,
  { key, reason, now }: { readonly key: DossierKey; readonly reason: string; readonly now: Date },
): Promise<DossierEvent> {
  const anew = procedureOf(context, dossier.procedure.code, dossier.procedure.version)?.deadline.transfer?.term === "anew";
  const pauses = dossier.pauses.map(({ from, to }) => ({ from: new Date(from), to: to === null ? null : new Date(to) }));
  const from: Transfer = {
    office: key.office,
    officeName: own.name,
    dossier: key.dossier,
    reason,
    lodgedAt: dossier.lodgedAt,
    countedFrom: anew ? now.toISOString() : dossier.countedFrom,
    dossierCode: dossier.dossierCode,
    point: dossier.point,
    pauses: anew ? [] : dossier.pauses,
    extension: dossier.extension,
    promisedAnew: anew ? null : dossier.promisedAnew,
    countersignOwed: dossier.countersignOwed,
    time: transferTime(new Date(dossier.countedFrom), now, dossier.due.day, pauses, await officeCalendar(context, sql, own)),
  };
  const { procedure, answers, declaration, applicant, papers, channel, trackingCode, fee, help, intake } = dossier;
  return {
    type: "lodged",
    procedure,
    answers,
    declaration,
    applicant,
    papers,
    channel,
    // points belong to the first office
    point: null,
    trackingCode,
    fee,
    due: await dueThere(context, sql, dossier, office, from, anew ? now : null),
    ...(help ? { help } : {}),
    ...(intake ? { intake } : {}),
    transfer: from,
  };
}

/** The promised day stays, with its reasons; a term of its own is counted from the transfer. */
async function dueThere(context: Context, sql: Sql, dossier: Dossier, office: Office, from: Transfer, anew: Date | null): Promise<DueDate> {
  const procedure = procedureOf(context, dossier.procedure.code, dossier.procedure.version);
  const { atPoint: _notThere, ...kept } = dossier.due;
  const due = anew !== null && procedure ? promise(await officeCalendar(context, sql, office), procedure, dossier.answers, anew) : kept;
  return { ...due, explanation: [...due.explanation, ...transferWords(from)] };
}
