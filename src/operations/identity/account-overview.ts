import type { Status } from "../../domain/dossier/status.ts";
import type { Account } from "../../store/records/accounts.ts";
import { listOfAccount } from "../../store/records/dossier-log.ts";
import { listDraftsOfAccount } from "../../store/records/drafts.ts";
import { readDossierLine } from "../../store/views/dossier-list.ts";
import { type Context, procedureOf } from "../context.ts";

const SHOWN = 50;

/** What somebody has begun and what they have sent, the newest first. */
export async function accountOverview(
  context: Context,
  { account }: Account,
): Promise<{ drafts: { id: string; name: string }[]; dossiers: { trackingCode: string; name: string; status: Status }[] }> {
  const { sql } = context.database;
  const [drafts, heads] = await Promise.all([listDraftsOfAccount(sql, account, SHOWN), listOfAccount(sql, account, SHOWN)]);
  const lines = await Promise.all(heads.map((head) => readDossierLine(sql, head)));
  return {
    drafts: drafts.map((draft) => ({
      id: draft.draft,
      name: procedureOf(context, draft.procedure, draft.version)?.name ?? draft.procedure,
    })),
    dossiers: lines.flatMap((line) => (line ? [{ trackingCode: line.trackingCode, name: line.procedureName, status: line.status }] : [])),
  };
}
