import type { Actor, DossierEvent, LoggedEvent } from "../../domain/dossier/events.ts";
import { filesOf } from "../../domain/dossier/files.ts";
import { type Dossier, fold, step } from "../../domain/dossier/fold.ts";
import { factsOf } from "../../domain/measures/facts.ts";
import { fold as foldText } from "../../domain/people/names.ts";
import type { Sql } from "../../store/database/database.ts";
import { appendEvent, type DossierKey, readLog } from "../../store/records/dossier-log.ts";
import { putDossierFacts } from "../../store/views/dossier-facts.ts";
import { dropDossierFiles, putDossierFiles } from "../../store/views/dossier-files.ts";
import { type DossierLine, putDossierLine } from "../../store/views/dossier-list.ts";
import { putGalleyLine } from "../../store/views/galley-list.ts";
import { dropPapersDue, putPapersDue } from "../../store/views/papers-due.ts";
import { putResultLine } from "../../store/views/result-list.ts";
import { noteLadder } from "../ladder/ladder.ts";
import { queueMessage } from "../messages/queue.ts";
import { putRegisterLines } from "../registers/put-lines.ts";
import { putStep, putTransferred, putWork } from "./work-views.ts";

/** Appends an event to a locked dossier and brings its line in the lists up to date, in the caller's transaction. */
export async function append(
  sql: Sql,
  key: DossierKey,
  before: Dossier | null,
  event: DossierEvent,
  by: { actor: Actor; actKey: string; at: Date },
): Promise<Dossier> {
  const logged: LoggedEvent = { sequence: (before?.sequence ?? 0) + 1, at: by.at.toISOString(), actor: by.actor, key: by.actKey, event };
  const after = before === null ? fold([logged]) : step(before, logged);
  await Promise.all([
    appendEvent(sql, key, logged),
    putViews(sql, key, after),
    putDossierFiles(sql, key, filesOf(event)),
    queueMessage(sql, key, logged),
  ]);
  if (event.type === "papers-erased") await dropDossierFiles(sql, key, event.files);
  if ((event.type === "lodged" && !event.transfer) || event.type === "help-corrected") await noteLadder(sql, key, after);
  return after;
}

/** Writes every view's lines of one dossier; also what a rebuild calls. */
export async function putViews(sql: Sql, key: DossierKey, dossier: Dossier): Promise<void> {
  const line = lineOf(key, dossier);
  await putGalley(sql, key, dossier);
  const { result, endedAt, papersErasedAt } = dossier;
  if (papersErasedAt !== null) await dropPapersDue(sql, key);
  else if (endedAt !== null && dossier.papers.length > 0) await putPapersDue(sql, key, new Date(endedAt));
  if (dossier.transferredTo !== null) return putTransferred(sql, line, dossier.transferredTo);
  await Promise.all([
    putDossierLine(sql, line),
    putWork(sql, key, dossier),
    putStep(sql, key, dossier),
    putDossierFacts(sql, key, factsOf(dossier)),
  ]);
  await putRegisterLines(sql, key, dossier);
  if (result === null) return;
  await putResultLine(sql, {
    office: key.office,
    resultCode: result.code,
    dossier: key.dossier,
    name: result.name,
    register: result.register,
    year: result.year,
    number: result.number,
    sha256: result.sha256,
    issuedOn: result.issuedOn,
    revokedOn: dossier.revokedOn,
  });
}

/** A galley is in the list until its dossier is proposed or ends. */
async function putGalley(sql: Sql, key: DossierKey, dossier: Dossier): Promise<void> {
  if (dossier.galley === null && dossier.sequence === 1) return;
  const waits = !dossier.proposed && dossier.transferredTo === null && ["accepted", "processing", "fee-due"].includes(dossier.status);
  await putGalleyLine(sql, key, dossier.galley, waits);
}

export async function readDossier(sql: Sql, key: DossierKey): Promise<Dossier | null> {
  const log = await readLog(sql, key);
  return log.length === 0 ? null : fold(log);
}

/** The line of a dossier in the lists of its office. */
export function lineOf(key: DossierKey, dossier: Dossier): DossierLine {
  const { applicant, procedure, dossierCode, trackingCode } = dossier;
  const names = Object.entries(dossier.answers).flatMap(([id, answer]) =>
    /hoTen$/i.test(id) && answer !== applicant.name ? [answer] : [],
  );
  const numbers = [applicant.identityNumber ?? "", applicant.phone ?? ""];
  const searched = [applicant.name, ...numbers, procedure.name, dossierCode ?? "", trackingCode, ...new Set(names.sort())];
  return {
    ...key,
    status: dossier.status,
    proposed: dossier.proposed,
    procedure: procedure.code,
    procedureName: procedure.name,
    applicant: applicant.name,
    searchAscii: foldText(searched.join(" ")),
    trackingCode,
    dossierCode,
    channel: dossier.channel,
    point: dossier.point,
    lodgedAt: new Date(dossier.lodgedAt),
    dueDay: dossier.due.day,
    dueTime: dossier.due.time,
  };
}
