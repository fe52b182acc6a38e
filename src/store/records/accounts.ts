import type { Sql } from "../database/database.ts";

/** A citizen's account. Days are YYYY-MM-DD. */
export interface Account {
  readonly account: string;
  readonly identityNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly birthDate: string | null;
  readonly sex: "male" | "female" | null;
  readonly address: string;
  readonly issuedOn: string | null;
  readonly secretHash: string;
}

/** `false` when the identity number has an account already. */
export async function insertAccount(sql: Sql, account: Account, at: Date): Promise<boolean> {
  const rows = await sql`
    insert into accounts (account, identity_number, name, phone, birth_date, sex, address, issued_on, secret_hash, created_at)
    values (${account.account}, ${account.identityNumber}, ${account.name}, ${account.phone}, ${account.birthDate}, ${account.sex}, ${account.address},
      ${account.issuedOn}, ${account.secretHash}, ${at})
    on conflict (identity_number) do nothing returning 1`;
  return rows.length === 1;
}

export async function findAccountByIdentityNumber(sql: Sql, identityNumber: string): Promise<Account | null> {
  const [row] = await sql<Account[]>`select ${columns(sql)} from accounts where identity_number = ${identityNumber}`;
  return row ?? null;
}

export async function readAccount(sql: Sql, account: string): Promise<Account | null> {
  const [row] = await sql<Account[]>`select ${columns(sql)} from accounts where account = ${account}`;
  return row ?? null;
}

export async function saveAccountPhone(sql: Sql, account: string, phone: string): Promise<void> {
  await sql`update accounts set phone = ${phone} where account = ${account}`;
}

export async function deleteAccount(sql: Sql, account: string): Promise<void> {
  await sql`delete from accounts where account = ${account}`;
}

function columns(sql: Sql) {
  return sql`account, identity_number as "identityNumber", name, phone, birth_date as "birthDate", sex, address, issued_on as "issuedOn", secret_hash as "secretHash"`;
}
