import type { Context } from "../../src/operations/context.ts";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { aSubmission, PARTNER_ANSWERS } from "./api.ts";
import { type Door, isOpen, TOKEN } from "./doors/rows.ts";

/** With what a partner may come; tokens do not run out by themselves, they are revoked. */
export const TOKEN_KINDS = ["right", "another-right", "revoked", "garbage", "another-scheme", "none"] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** What the header says, for each. */
export async function headersByKind(context: Context): Promise<Record<TokenKind, string | null>> {
  const [right, other, gone] = await Promise.all([
    createPartnerToken(context, "đúng quyền", ["dossiers:write"]),
    createPartnerToken(context, "quyền khác", ["statistics:read"]),
    createPartnerToken(context, "đã thu hồi", ["dossiers:write"]),
  ]);
  await context.database.sql`update partner_tokens set revoked_at = now() where name = 'đã thu hồi'`;
  return {
    right: `Bearer ${right}`,
    "another-right": `Bearer ${other}`,
    revoked: `Bearer ${gone}`,
    garbage: "Bearer lv_' or 1=1 --",
    "another-scheme": `Basic ${right}`,
    none: null,
  };
}

/** What each of them gets at a door of the API: an open one asks for no token and minds none. */
export function expectedAt(door: Door): Record<TokenKind, number> {
  if (isOpen(door))
    return {
      right: door.status,
      "another-right": door.status,
      revoked: door.status,
      garbage: door.status,
      "another-scheme": door.status,
      none: door.status,
    };
  if (door === TOKEN) return { right: 201, "another-right": 403, revoked: 401, garbage: 401, "another-scheme": 401, none: 401 };
  throw new Error("a door of the API is open to everybody or asks for a token");
}

/** A whole request behind each door that takes something. */
export const WHOLE_REQUESTS: Readonly<Record<string, () => { readonly body: FormData; readonly key: string }>> = {
  "POST /api/v1/dossiers": () => {
    const { key, files } = aSubmission(500);
    const body = new FormData();
    body.append(
      "dossier",
      JSON.stringify({ procedure: "1.001193", answers: PARTNER_ANSWERS, applicant: { name: "Bo Bo Văn Thử" }, channel: "online" }),
    );
    for (const [paper, bytes] of files) body.append(paper, new File([Uint8Array.from(bytes)], `${paper}.pdf`, { type: "application/pdf" }));
    return { body, key };
  },
};
