import type { Sql } from "../database/database.ts";

export type ProcedureAct = "edit" | "import" | "discard" | "publish" | "withdraw";

/** Who changed what of a procedure, and when. */
export interface ProcedureChange {
  readonly office: string;
  readonly change: string;
  readonly procedure: string;
  readonly act: ProcedureAct;
  readonly actKey: string;
  readonly version: string | null;
  readonly words: readonly string[];
  readonly staff: string;
  readonly staffName: string;
  readonly at: Date;
}

/** `false` when an act with this key was written before. */
export async function insertChange(sql: Sql, change: ProcedureChange): Promise<boolean> {
  const rows = await sql`
    insert into procedure_changes (office, change, procedure, act, act_key, version, words, staff, staff_name, at)
    values (${change.office}, ${change.change}, ${change.procedure}, ${change.act}, ${change.actKey}, ${change.version}, ${[...change.words]},
      ${change.staff}, ${change.staffName}, ${change.at})
    on conflict (office, act_key) do nothing returning 1`;
  return rows.length === 1;
}

/** What was changed of a procedure on this hub, the newest first. */
export async function listChanges(sql: Sql, office: string, procedure: string, limit: number): Promise<ProcedureChange[]> {
  return sql<ProcedureChange[]>`
    select office, change, procedure, act, act_key as "actKey", version, words, staff, staff_name as "staffName", at
    from procedure_changes where procedure = ${procedure} and (office = ${office} or act in ('publish', 'withdraw')) order by at desc, change desc limit ${limit}`;
}

/** Whether an act with this key was done. */
export async function knowsChange(sql: Sql, office: string, actKey: string): Promise<boolean> {
  const rows = await sql`select 1 from procedure_changes where office = ${office} and act_key = ${actKey}`;
  return rows.length > 0;
}
