import type { Sql } from "../database/database.ts";

/** What of an account tells where its owner is reached. */
export type ContactKind = "email" | "phone";

/** A change that its owner has not proven yet. */
export interface ContactChange {
  readonly account: string;
  readonly what: ContactKind;
  readonly recipient: string;
  readonly codeHash: Uint8Array;
  readonly askedAt: Date;
}

/** The newest wish counts: an earlier one's code is over. */
export async function putContactChange(sql: Sql, change: ContactChange): Promise<void> {
  await sql`
    insert into contact_changes (account, what, recipient, code_hash, asked_at)
    values (${change.account}, ${change.what}, ${change.recipient}, ${change.codeHash}, ${change.askedAt})
    on conflict (account, what) do update set recipient = excluded.recipient, code_hash = excluded.code_hash, asked_at = excluded.asked_at`;
}

export async function listContactChanges(sql: Sql, account: string): Promise<ContactChange[]> {
  return sql<ContactChange[]>`
    select account, what, recipient, code_hash as "codeHash", asked_at as "askedAt" from contact_changes where account = ${account}`;
}

/** Takes the change whose code this is, once; null when there is none, or it was asked for before `after`. */
export async function takeContactChange(
  sql: Sql,
  { account, what, codeHash }: Pick<ContactChange, "account" | "what" | "codeHash">,
  after: Date,
): Promise<string | null> {
  const [row] = await sql<{ recipient: string }[]>`
    delete from contact_changes where account = ${account} and what = ${what} and code_hash = ${codeHash} and asked_at > ${after}
    returning recipient`;
  return row?.recipient ?? null;
}

export async function dropContactChange(sql: Sql, account: string, what: ContactKind): Promise<void> {
  await sql`delete from contact_changes where account = ${account} and what = ${what}`;
}

export async function deleteContactChangesBefore(sql: Sql, before: Date): Promise<void> {
  await sql`delete from contact_changes where asked_at < ${before}`;
}
