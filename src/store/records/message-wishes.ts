import type { Channel } from "../../domain/messages/reach.ts";
import type { Sql } from "../database/database.ts";
import type { DossierKey } from "./dossier-log.ts";

/** What somebody said about messages on one dossier. */
export interface MessageWish {
  readonly email: string | null;
  readonly declined: boolean;
}

export async function saveWish(sql: Sql, key: DossierKey, wish: MessageWish, at: Date): Promise<void> {
  await sql`
    insert into message_wishes (office, dossier, email, declined, said_at)
    values (${key.office}, ${key.dossier}, ${wish.email}, ${wish.declined}, ${at})
    on conflict (office, dossier) do update set email = excluded.email, declined = excluded.declined, said_at = excluded.said_at`;
}

/** Whoever agrees anew has not said no any more. */
export async function unsayNo(sql: Sql, key: DossierKey): Promise<void> {
  await sql`update message_wishes set declined = false where office = ${key.office} and dossier = ${key.dossier}`;
}

export async function readWish(sql: Sql, key: DossierKey): Promise<MessageWish | null> {
  const [wish] = await sql<
    MessageWish[]
  >`select email, declined from message_wishes where office = ${key.office} and dossier = ${key.dossier}`;
  return wish ?? null;
}

export async function saveAccountEmail(sql: Sql, account: string, email: string | null): Promise<void> {
  if (email === null) await sql`delete from account_emails where account = ${account}`;
  else
    await sql`
      insert into account_emails (account, email) values (${account}, ${email}) on conflict (account) do update set email = excluded.email`;
}

export async function readAccountEmail(sql: Sql, account: string): Promise<string | null> {
  const [row] = await sql<{ email: string }[]>`select email from account_emails where account = ${account}`;
  return row?.email ?? null;
}

/** Dossiers of the account that are told at the old address are told at the new one; at none when it was taken away. */
export async function moveWishes(sql: Sql, account: string, from: string, to: string | null): Promise<void> {
  await sql`
    update message_wishes set email = ${to} from dossiers
    where dossiers.office = message_wishes.office and dossiers.dossier = message_wishes.dossier and account = ${account} and email = ${from}`;
}

export async function saveSwitch(sql: Sql, office: string, channel: Channel, isOn: boolean, by: string, at: Date): Promise<void> {
  await sql`
    insert into message_switches (office, channel, is_on, switched_by, switched_at) values (${office}, ${channel}, ${isOn}, ${by}, ${at})
    on conflict (office, channel) do update set is_on = excluded.is_on, switched_by = excluded.switched_by, switched_at = excluded.switched_at`;
}

/** The channels that the office switched on or off itself. */
export async function readSwitches(sql: Sql, office: string): Promise<Map<Channel, boolean>> {
  const rows = await sql<{ channel: Channel; isOn: boolean }[]>`
    select channel, is_on as "isOn" from message_switches where office = ${office}`;
  return new Map(rows.map(({ channel, isOn }) => [channel, isOn]));
}
