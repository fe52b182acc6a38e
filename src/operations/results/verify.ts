import { fold } from "../../domain/dossier/fold.ts";
import { checkPaper, type PaperCheck } from "../../domain/registers/check-paper.ts";
import { type DossierKey, readLog } from "../../store/records/dossier-log.ts";
import { readOffice } from "../../store/records/offices.ts";
import { findPaperCode } from "../../store/views/register-list.ts";
import { findResult } from "../../store/views/result-list.ts";
import type { Context } from "../context.ts";
import { plainCode } from "../drafts/slip.ts";

export type Verification = { readonly state: "unknown" } | (PaperCheck & { readonly office: string; readonly practice: boolean });

/** Is there a paper with this code, and does it still stand? Read from the log itself, so it follows at once. Answers nothing about any person. */
export async function verifyResult(context: Context, typedCode: string): Promise<Verification> {
  const { sql } = context.database;
  const code = plainCode(typedCode);
  const found = (await findResult(sql, code)) ?? (await findPaperCode(sql, code));
  const checked = found ? await check(context, found, code) : null;
  if (!found || !checked) return { state: "unknown" };
  const office = await readOffice(sql, found.office);
  return { ...checked, office: office?.name ?? "", practice: office?.practice ?? false };
}

/** A copy that was asked for by a dossier of its own is that dossier's result, and a paper of the entry too: what befalls either counts. */
async function check(context: Context, { office, dossier: id }: DossierKey, code: string): Promise<PaperCheck | null> {
  const { sql } = context.database;
  const dossier = fold(await readLog(sql, { office, dossier: id }));
  const own = checkPaper(dossier, code);
  if (own?.state !== "genuine" || dossier.entry === null) return own;
  const log = await readLog(sql, { office, dossier: dossier.entry.of.dossier });
  const ofEntry = log.length === 0 ? null : checkPaper(fold(log), code);
  // the paper of a correction stands in the entry too; only a later one replaces it
  return ofEntry ? { ...own, state: ofEntry.state, revokedOn: ofEntry.revokedOn, replacedBy: ofEntry.replacedBy } : own;
}
