import { findPartnerToken, insertPartnerToken, type PartnerToken } from "../../store/records/partner-tokens.ts";
import type { Context } from "../context.ts";
import { newToken, tokenHash } from "./secrets.ts";

export const SCOPES = ["dossiers:write"] as const;

/** Makes a partner's token. It is answered once; only its hash is kept. */
export async function createPartnerToken(
  context: Pick<Context, "database" | "now" | "newId">,
  name: string,
  scopes: readonly string[],
): Promise<string> {
  const token = `lv_${newToken()}`;
  await insertPartnerToken(context.database.sql, { token: context.newId(), name, scopes }, tokenHash(token), context.now());
  return token;
}

/** The partner whose bearer token this is; null when there is none. */
export async function partnerOf(context: Context, authorization: string | undefined): Promise<PartnerToken | null> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];
  return token ? findPartnerToken(context.database.sql, tokenHash(token)) : null;
}
