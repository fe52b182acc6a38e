import type { WorkKind } from "../../domain/messages/kinds.ts";
import type { Sql } from "../../store/database/database.ts";
import { insertDelivery } from "../../store/records/deliveries.ts";
import { insertWorkNotice } from "../../store/records/notices.ts";
import type { Office } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import { waysOut } from "../messages/switches.ts";

export interface Letter {
  /** The same cause goes out once. */
  readonly cause: string;
  readonly kind: WorkKind;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Puts a letter to somebody at work into the outbox; `false` when it was there already, or when no e-mail goes out of this office: then it can be tried again. */
export async function queueLetter(context: Context, sql: Sql, office: Office, letter: Letter): Promise<boolean> {
  const way = (await waysOut(context, sql, office)).get("email");
  if (way === undefined) return false;
  const at = context.now();
  const { cause, kind } = letter;
  if (!(await insertWorkNotice(sql, { office: office.office, cause, kind }, at))) return false;
  const mark = office.practice ? "[Thực hành] " : "";
  await insertDelivery(sql, {
    office: office.office,
    delivery: context.newId(),
    cause,
    kind,
    dossier: null,
    channel: "email",
    recipient: letter.to,
    subject: `${mark}${letter.subject}`,
    body: `${mark}${letter.text}\n\nThư máy gửi, xin đừng trả lời.\n`,
    state: way === "send" ? "waiting" : "shown",
    madeAt: at,
  });
  return true;
}
