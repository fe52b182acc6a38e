import type { Dossier } from "../../domain/dossier/fold.ts";
import { stepOf } from "../../domain/dossier/steps.ts";
import type { Sql } from "../../store/database/database.ts";
import type { DossierKey } from "../../store/records/dossier-log.ts";
import { takeDossierFactsAway } from "../../store/views/dossier-facts.ts";
import { type DossierLine, takeDossierLineAway } from "../../store/views/dossier-list.ts";
import { putStepLine, takeStepLineAway } from "../../store/views/dossier-steps.ts";
import { putWorkLine, takeWorkLineAway } from "../../store/views/dossier-work.ts";
import { putQuestionLine, takeQuestionsBack } from "../../store/views/question-list.ts";
import { putTransferredLine } from "../../store/views/transferred-list.ts";

/** Whose work a dossier is, and what it asks of others, as lines of lists. */
export async function putWork(sql: Sql, key: DossierKey, dossier: Dossier): Promise<void> {
  const waiting = dossier.questions.filter((question) => question.answer === null);
  await putWorkLine(sql, {
    ...key,
    owner: dossier.owner?.id ?? null,
    ownerName: dossier.owner?.name ?? null,
    asked: waiting.length,
    askedDue: waiting.map(({ due }) => due.day).sort()[0] ?? null,
    answered: dossier.questions.length - waiting.length,
    open: stepOf(dossier) !== null,
  });
  for (const question of dossier.questions)
    await putQuestionLine(sql, {
      office: question.of.office,
      question: question.id,
      staff: question.of.staff,
      askerOffice: key.office,
      dossier: key.dossier,
      kind: question.kind,
      procedureName: dossier.procedure.name,
      askedBy: question.askedBy.name,
      askedAt: new Date(question.askedAt),
      dueDay: question.due.day,
      dueTime: question.due.time,
      answeredAt: question.answer === null ? null : new Date(question.answer.at),
    });
}

/** In which step it is, with what the due of the step is reckoned from; nothing once its time is over. */
export async function putStep(sql: Sql, key: DossierKey, dossier: Dossier): Promise<void> {
  const step = stepOf(dossier);
  const { plan, pauses, procedure } = dossier;
  if (step === null) await takeStepLineAway(sql, key);
  else await putStepLine(sql, { ...key, step, version: procedure.version, plan, pauses });
}

/** A dossier that went on elsewhere leaves the lists of work, and what it asked is asked no more; it stays in the office's own history. */
export async function putTransferred(sql: Sql, line: DossierLine, to: NonNullable<Dossier["transferredTo"]>): Promise<void> {
  await Promise.all([
    takeDossierLineAway(sql, line),
    takeWorkLineAway(sql, line),
    takeStepLineAway(sql, line),
    takeDossierFactsAway(sql, line),
    takeQuestionsBack(sql, line),
  ]);
  await putTransferredLine(sql, {
    office: line.office,
    dossier: line.dossier,
    transferredAt: new Date(to.at),
    toOffice: to.office,
    toName: to.officeName,
    procedureName: line.procedureName,
    applicant: line.applicant,
    searchAscii: line.searchAscii,
    trackingCode: line.trackingCode,
    dossierCode: line.dossierCode,
  });
}
