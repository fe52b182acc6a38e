import { ok, type Result, refuse } from "../../base/result.ts";
import type { DossierEvent, IssuedResult } from "../../domain/dossier/events.ts";
import { type Dossier, fold } from "../../domain/dossier/fold.ts";
import { changesFit, type EntryPaper, markedRows } from "../../domain/registers/entry.ts";
import type { Sql } from "../../store/database/database.ts";
import { lockDossier, readLog } from "../../store/records/dossier-log.ts";
import type { Context } from "../context.ts";
import type { Act } from "../dossiers/act.ts";
import { append } from "../dossiers/append.ts";
import { type Problem, problem } from "../problems.ts";
import { dossierOfEntry, writtenRows } from "./read-entry.ts";

/** Does what the officer wrote down still fit the entry that the dossier is about? Asked before anything is numbered. */
export async function entryStillFits(
  context: Context,
  office: string,
  dossier: Dossier,
  onEntry: "corrects" | "copies",
): Promise<Result<true, Problem>> {
  if (dossier.entry === null) return ok(true);
  const original = await dossierOfEntry(context, office, dossier.entry.of);
  if (!original || original.revokedOn !== null) return refuse(problem("entry-revoked"));
  const rows = markedRows(writtenRows(context, original), original.corrections);
  return onEntry === "copies" || changesFit(rows, dossier.entry.changes) ? ok(true) : refuse(problem("entry-changed"));
}

/** The dossier of the entry that this one is about, locked until the transaction ends. A dossier waits only for older ones, so nobody waits in a circle. */
export async function lockOriginal(sql: Sql, office: string, dossier: Dossier): Promise<Dossier | null> {
  if (dossier.entry === null) return null;
  const key = { office, dossier: dossier.entry.of.dossier };
  if (!(await lockDossier(sql, key))) throw new Error("the entry's dossier is gone");
  return fold(await readLog(sql, key));
}

/** Writes the correction or the copies beside the original entry, in the transaction in which the dossier that asked for it is signed. */
export async function markOriginal(
  context: Context,
  sql: Sql,
  office: string,
  by: Act,
  {
    id,
    dossier,
    original,
    result,
    copies,
  }: {
    id: string;
    dossier: Dossier;
    original: Dossier;
    result: IssuedResult;
    copies: readonly EntryPaper[] | null;
  },
): Promise<void> {
  if (dossier.entry === null) return;
  const { register, year, number, issuedOn: day, signer, name, code, sha256 } = result;
  const numbered = { register, year, number, day, signer, by: id };
  if (original.revokedOn !== null) throw new Error("the entry was revoked meanwhile");
  const event: DossierEvent =
    copies === null
      ? {
          type: "corrected",
          correction: {
            ...numbered,
            changes: dossier.entry.changes,
            reason: `Theo hồ sơ ${dossier.dossierCode ?? dossier.trackingCode}`,
            paper: { code, sha256, name },
          },
        }
      : { type: "copied", copies: { ...numbered, name, asker: dossier.applicant.name, purpose: "", papers: copies } };
  const key = { office, dossier: dossier.entry.of.dossier };
  await append(sql, key, original, event, { actor: by.actor, actKey: `${by.key}:entry`, at: context.now() });
}
