import { type Procedure, procedureSchema } from "../../domain/catalogue/procedure.ts";
import type { Sql } from "../database/database.ts";

/** What an office is working on: the procedure as it would become. */
export interface ProcedureEdit {
  readonly office: string;
  readonly procedure: string;
  readonly basedOn: string | null;
  readonly revision: number;
  readonly body: Procedure;
  readonly changedAt: Date;
}

export async function readEdit(sql: Sql, office: string, procedure: string): Promise<ProcedureEdit | null> {
  const [row] = await sql<(Omit<ProcedureEdit, "body"> & { body: unknown })[]>`
    select office, procedure, based_on as "basedOn", revision, body, changed_at as "changedAt"
    from procedure_edits where office = ${office} and procedure = ${procedure}`;
  return row ? { ...row, body: procedureSchema.parse(row.body) } : null;
}

/** The codes of the procedures that the office is working on. */
export async function listEdits(sql: Sql, office: string): Promise<{ procedure: string; name: string; changedAt: Date }[]> {
  return sql<{ procedure: string; name: string; changedAt: Date }[]>`
    select procedure, body->>'name' as name, changed_at as "changedAt" from procedure_edits where office = ${office} order by changed_at desc`;
}

/**
 * Writes the edit as its next revision; `false` when it is no longer at the revision that the change was made on. Revision 0 is an edit that is not
 * there yet; it counts from the millisecond of its beginning.
 */
export async function saveEdit(
  sql: Sql,
  edit: { readonly office: string; readonly basedOn: string | null; readonly revision: number; readonly body: Procedure },
  at: Date,
): Promise<boolean> {
  const { office, basedOn, revision, body } = edit;
  const rows =
    revision === 0
      ? await sql`
          insert into procedure_edits (office, procedure, based_on, revision, body, changed_at)
          values (${office}, ${body.code}, ${basedOn}, ${at.getTime()}, ${sql.json(body as never)}, ${at})
          on conflict (office, procedure) do nothing returning 1`
      : await sql`
          update procedure_edits set revision = revision + 1, body = ${sql.json(body as never)}, based_on = ${basedOn}, changed_at = ${at}
          where office = ${office} and procedure = ${body.code} and revision = ${revision} returning 1`;
  return rows.length === 1;
}

/** Takes the edit away; `false` when it is no longer at that revision. */
export async function deleteEdit(sql: Sql, office: string, procedure: string, revision: number): Promise<boolean> {
  const rows = await sql`
    delete from procedure_edits where office = ${office} and procedure = ${procedure} and revision = ${revision} returning 1`;
  return rows.length === 1;
}
