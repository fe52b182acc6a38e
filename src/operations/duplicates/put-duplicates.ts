import { officeDay } from "../../base/clock.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import { keysOfSubject } from "../../domain/duplicates/keys.ts";
import { type Subject, subjectOf } from "../../domain/duplicates/subject.ts";
import type { Sql } from "../../store/database/database.ts";
import type { DossierKey } from "../../store/records/dossier-log.ts";
import { putSubject, putVerdict } from "../../store/views/duplicates.ts";
import { type Context, procedureOf } from "../context.ts";

/** What the dossier is about, by its procedure's own word of it; null where the procedure says none, or nobody is named yet. */
export function subjectOfDossier(context: Pick<Context, "catalogue">, dossier: Dossier): Subject | null {
  const identity = procedureOf(context, dossier.procedure.code, dossier.procedure.version)?.identity;
  return identity ? subjectOf(identity, dossier.answers, officeDay(new Date(dossier.lodgedAt))) : null;
}

/** Writes the dossier's lines in the views of duplicates: after it was lodged, after its answers changed, and when views are made anew. */
export async function putDuplicates(context: Pick<Context, "catalogue">, sql: Sql, key: DossierKey, dossier: Dossier): Promise<void> {
  const subject = subjectOfDossier(context, dossier);
  if (subject) await putSubject(sql, key, subject, keysOfSubject(subject));
  for (const verdict of dossier.judged) await putVerdict(sql, key, verdict);
}
