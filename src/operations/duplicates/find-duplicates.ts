import type { Dossier } from "../../domain/dossier/fold.ts";
import type { Status } from "../../domain/dossier/status.ts";
import { keysOfSubject } from "../../domain/duplicates/keys.ts";
import { likeness } from "../../domain/duplicates/likeness.ts";
import type { DossierKey } from "../../store/records/dossier-log.ts";
import { type DossierLine, readDossierLine } from "../../store/views/dossier-list.ts";
import { findSubjects, listVerdicts, type Verdict } from "../../store/views/duplicates.ts";
import type { Context } from "../context.ts";
import { subjectOfDossier } from "./put-duplicates.ts";

/** Another dossier of the same office that may be the same, with what somebody said of the two. */
export interface Duplicate {
  readonly line: DossierLine;
  readonly likeness: "same" | "maybe";
  readonly verdict: Verdict | null;
}

/** So many are looked at of each key; a name that more people bear says nothing. */
const CANDIDATES = 100;
/** What ended without a result can be filed again. */
const GONE: readonly Status[] = ["not-accepted", "withdrawn", "stopped"];

/** The dossiers that may be this one filed again, the surest first. Only its own office's: what lies elsewhere is not theirs to see. */
export async function findDuplicates(context: Context, key: DossierKey, dossier: Dossier): Promise<Duplicate[]> {
  const { sql } = context.database;
  const subject = subjectOfDossier(context, dossier);
  if (!subject) return [];
  const [candidates, verdicts] = await Promise.all([
    findSubjects(sql, key, subject.kind, keysOfSubject(subject), CANDIDATES),
    listVerdicts(sql, key),
  ]);
  const found: Duplicate[] = [];
  for (const { dossier: other, subject: about } of candidates) {
    const like = likeness(subject, about);
    if (like === "different") continue;
    const line = await readDossierLine(sql, { office: key.office, dossier: other });
    const verdict = verdicts.find((candidate) => candidate.other === other) ?? null;
    if (line && !GONE.includes(line.status)) found.push({ line, likeness: like, verdict });
  }
  return found.sort((one, other) => Number(one.likeness === "maybe") - Number(other.likeness === "maybe"));
}
