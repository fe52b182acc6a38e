import type { Dossier } from "../../domain/dossier/fold.ts";
import { newsWords } from "../../domain/messages/news-words.ts";
import type { Channel } from "../../domain/messages/reach.ts";
import type { Sql } from "../../store/database/database.ts";
import type { DossierKey } from "../../store/records/dossier-log.ts";
import type { Office } from "../../store/records/offices.ts";
import { insertSlipNews } from "../../store/records/slip-news.ts";
import type { Context } from "../context.ts";
import { contactOf } from "./contact.ts";
import { waysOut } from "./switches.ts";

const NONE: ReadonlySet<Channel> = new Set();

/** Writes down what the receipt of the dossier's last event says of the way in which news comes, in the transaction of that event. */
export async function noteNews(context: Context, sql: Sql, office: Office, key: DossierKey, dossier: Dossier): Promise<void> {
  await insertSlipNews(sql, key, dossier.sequence, await newsOf(context, sql, office, key, dossier));
}

/** By which way news of the dossier comes now, in words. */
export async function newsOf(context: Context, sql: Sql, office: Office, key: DossierKey, dossier: Dossier): Promise<string> {
  const contact = await contactOf(sql, key, dossier);
  const on = contact.agreed ? new Set((await waysOut(context, sql, office)).keys()) : NONE;
  return newsWords(contact, on);
}
