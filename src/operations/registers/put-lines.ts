import type { Dossier } from "../../domain/dossier/fold.ts";
import { fold as foldText } from "../../domain/people/names.ts";
import type { Sql } from "../../store/database/database.ts";
import type { DossierKey } from "../../store/records/dossier-log.ts";
import { readEntrySubject } from "../../store/records/registers.ts";
import { putPaperCode, putRegisterLine, type RegisterLine } from "../../store/views/register-list.ts";

/** Writes what registers show of a dossier: its entry with the marks beside it, its letter of refusal, and what was issued from the entry itself. */
export async function putRegisterLines(sql: Sql, key: DossierKey, dossier: Dossier): Promise<void> {
  const { result, refusal } = dossier;
  const subjectOf = async (entry: { code: string; subject?: string }) =>
    entry.subject ?? (await readEntrySubject(sql, key.office, key.dossier, entry.code));
  if (refusal) {
    await putRegisterLine(sql, { ...lineOf(key, refusal, refusal.issuedOn, await subjectOf(refusal)), name: refusal.name });
    await putPaperCode(sql, key.office, refusal.code, key.dossier);
  }
  if (result === null) return;
  const subject = await subjectOf(result);
  await putRegisterLine(sql, {
    ...lineOf(key, result, result.issuedOn, subject),
    name: result.name,
    correctedOn: dossier.corrections.at(-1)?.day ?? null,
    revokedOn: dossier.revokedOn,
    copies: dossier.copies.reduce((sum, { papers }) => sum + papers.length, 0),
    asked: dossier.entryAsk?.kind ?? null,
  });
  for (const { name, day, papers, by, ...numbered } of dossier.copies) {
    if (by === undefined) await putRegisterLine(sql, { ...lineOf(key, { ...numbered, code: papers[0]?.code ?? "" }, day, subject), name });
    for (const { code } of papers) await putPaperCode(sql, key.office, code, key.dossier);
  }
  for (const { paper, day, by, ...numbered } of dossier.corrections) {
    if (by !== undefined) continue;
    await putRegisterLine(sql, { ...lineOf(key, { ...numbered, code: paper.code }, day, subject), name: paper.name });
    await putPaperCode(sql, key.office, paper.code, key.dossier);
  }
}

function lineOf(
  key: DossierKey,
  entry: { readonly code: string; readonly register: string; readonly year: number; readonly number: number },
  enteredOn: string,
  subject: string,
): Omit<RegisterLine, "name"> {
  const { code: resultCode, register, year, number } = entry;
  const unmarked = { correctedOn: null, revokedOn: null, copies: 0, asked: null };
  return { ...key, register, year, number, resultCode, subject, subjectAscii: foldText(subject), enteredOn, ...unmarked };
}
