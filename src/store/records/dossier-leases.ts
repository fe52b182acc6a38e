import type { Sql } from "../database/database.ts";
import type { DossierKey } from "./dossier-log.ts";

/** Who has a dossier open just now. */
export interface Lease {
  readonly staff: string;
  readonly name: string;
  readonly since: Date;
}

/** Takes or lengthens the lease when it is free, run out or one's own; answers who has it then. `force` takes it from whoever has it. */
export async function takeLease(
  sql: Sql,
  key: DossierKey,
  who: { readonly role: string; readonly staff: string },
  at: Date,
  until: Date,
  force: boolean,
): Promise<Lease | null> {
  await sql`
    insert into dossier_leases (office, dossier, role, staff, since, until)
    values (${key.office}, ${key.dossier}, ${who.role}, ${who.staff}, ${at}, ${until})
    on conflict (office, dossier, role) do update set staff = excluded.staff, until = excluded.until,
      since = case when dossier_leases.staff = excluded.staff and dossier_leases.until >= ${at} then dossier_leases.since else excluded.since end
    where ${force} or dossier_leases.staff = ${who.staff} or dossier_leases.until < ${at}`;
  const [lease] = await sql<Lease[]>`
    select staff, name, since from dossier_leases join staff using (office, staff)
    where dossier_leases.office = ${key.office} and dossier = ${key.dossier} and dossier_leases.role = ${who.role}`;
  return lease ?? null;
}

/** Gives one's own lease back. */
export async function endLease(sql: Sql, key: DossierKey, staff: string): Promise<void> {
  await sql`delete from dossier_leases where office = ${key.office} and dossier = ${key.dossier} and staff = ${staff}`;
}
