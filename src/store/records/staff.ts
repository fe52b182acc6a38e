import type { Sql } from "../database/database.ts";

export type StaffRole = "helper" | "officer" | "leader" | "admin";

export interface StaffMember {
  readonly office: string;
  readonly staff: string;
  readonly username: string;
  readonly name: string;
  readonly title: string;
  readonly role: StaffRole;
  readonly secretHash: string;
  readonly totpSecret: string | null;
  readonly totpLastStep: number;
}

export async function insertStaff(sql: Sql, member: Omit<StaffMember, "totpSecret" | "totpLastStep">, at: Date): Promise<void> {
  await sql`
    insert into staff (office, staff, username, name, title, role, secret_hash, created_at)
    values (${member.office}, ${member.staff}, ${member.username}, ${member.name}, ${member.title}, ${member.role}, ${member.secretHash}, ${at})`;
}

/** Everybody at work with this user name; two offices may each have a "canbo". */
export async function findStaffByUsername(sql: Sql, username: string): Promise<StaffMember[]> {
  return sql<StaffMember[]>`select ${columns(sql)} from staff where username = ${username} and disabled_at is null order by office`;
}

export async function readStaff(sql: Sql, office: string, staff: string): Promise<StaffMember | null> {
  const [member] = await sql<StaffMember[]>`
    select ${columns(sql)} from staff where office = ${office} and staff = ${staff} and disabled_at is null`;
  return member ?? null;
}

export async function listStaff(sql: Sql, office: string): Promise<StaffMember[]> {
  return sql<StaffMember[]>`select ${columns(sql)} from staff where office = ${office} and disabled_at is null order by role, username`;
}

/** Switches the second factor on (a secret) or off (null). */
export async function saveTotpSecret(sql: Sql, office: string, staff: string, secret: string | null): Promise<void> {
  await sql`update staff set totp_secret = ${secret}, totp_last_step = 0 where office = ${office} and staff = ${staff}`;
}

/** Marks a time step as used; `false` when it or a later one was used before. */
export async function useTotpStep(sql: Sql, office: string, staff: string, step: number): Promise<boolean> {
  const rows = await sql`
    update staff set totp_last_step = ${step} where office = ${office} and staff = ${staff} and totp_last_step < ${step} returning 1`;
  return rows.length === 1;
}

function columns(sql: Sql) {
  return sql`office, staff, username, name, title, role, secret_hash as "secretHash", totp_secret as "totpSecret", totp_last_step as "totpLastStep"`;
}
