import type { Actor } from "../../domain/dossier/events.ts";
import { fold } from "../../domain/dossier/fold.ts";
import { isClosed } from "../../domain/dossier/status.ts";
import { deleteAccount, readAccount } from "../../store/records/accounts.ts";
import { listConsents } from "../../store/records/consents.ts";
import { type DossierKey, listOfAccount, readLog } from "../../store/records/dossier-log.ts";
import { deleteDraftsOfAccount } from "../../store/records/drafts.ts";
import { eraseFeedbackOf, eraseMessagesOf } from "../../store/records/retention.ts";
import { deleteSessionsOfAccount } from "../../store/records/sessions.ts";
import type { Context } from "../context.ts";
import { undoConsent } from "./consents.ts";
import { erasePapersOf, type PapersStay } from "./erase-papers.ts";

const MANY = 500;

/**
 * Erases what the law lets go of a person: consents with what hung on them, papers of finished dossiers, voice and name of feedback, drafts, and the account
 * when no dossier of theirs is open. Logs, registers and results stay. `actor` is the officer who answers. Says in sentences what went and what stays.
 */
export async function eraseWhatMay(
  context: Context,
  actor: Actor,
  { office, account, dossiers }: { readonly office: string; readonly account: string | null; readonly dossiers: readonly DossierKey[] },
  how: "everything" | "consents",
): Promise<string[]> {
  const consents = await withdrawAll(
    context,
    office,
    account,
    dossiers.map(({ dossier }) => dossier),
  );
  const said = [consents > 0 ? `Đã rút ${consents} lời đồng ý.` : ""];
  if (how === "consents") return said;
  let papers = 0;
  let feedback = 0;
  let messages = 0;
  const stays = new Map<PapersStay, number>();
  for (const head of dossiers) {
    const erased = await erasePapersOf(context, head, "asked", actor);
    if (erased.ok) papers += 1;
    else stays.set(erased.reason, (stays.get(erased.reason) ?? 0) + 1);
    feedback += await eraseFeedbackOf(context.database.sql, head, context.now());
    messages += await eraseMessagesOf(context.database.sql, head);
  }
  said.push(
    papers > 0 ? `Đã xóa bản chụp giấy tờ của ${papers} hồ sơ đã xong.` : "",
    feedback > 0 ? `Đã xóa tên và giọng nói trong ${feedback} lời góp ý.` : "",
    messages > 0 ? `Đã xóa lời và nơi nhận của ${messages} tin nhắn, cuộc gọi.` : "",
    stays.has("held") ? `${stays.get("held")} hồ sơ đang có khiếu nại nên giấy tờ còn giữ.` : "",
    stays.has("still-open") ? `${stays.get("still-open")} hồ sơ đang giải quyết nên giấy tờ còn giữ.` : "",
  );
  if (account !== null) said.push(...(await eraseAccount(context, account)));
  return said;
}

async function withdrawAll(context: Context, office: string, account: string | null, dossiers: readonly string[]): Promise<number> {
  const standing = (await listConsents(context.database.sql, account, dossiers)).filter(
    (consent) => consent.withdrawnAt === null && consent.office === office,
  );
  for (const consent of standing) await undoConsent(context, consent);
  return standing.length;
}

async function eraseAccount(context: Context, account: string): Promise<string[]> {
  const { sql } = context.database;
  if ((await readAccount(sql, account)) === null) return [];
  const drafts = await deleteDraftsOfAccount(sql, account);
  const heads = await listOfAccount(sql, account, MANY);
  const open = (await Promise.all(heads.map(async (head) => fold(await readLog(sql, head))))).filter(({ status }) => !isClosed(status));
  const said = [drafts > 0 ? `Đã xóa ${drafts} tờ khai làm dở.` : ""];
  if (open.length > 0) return [...said, `Tài khoản còn giữ vì có ${open.length} hồ sơ chưa xong.`];
  await context.database.transaction(async (inside) => {
    await deleteSessionsOfAccount(inside, account);
    await deleteAccount(inside, account);
  });
  return [...said, "Đã xóa tài khoản."];
}
