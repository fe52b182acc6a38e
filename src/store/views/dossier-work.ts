import type { Sql } from "../database/database.ts";
import type { DossierKey } from "../records/dossier-log.ts";
import type { StepLine } from "./dossier-steps.ts";

/** Whose work a dossier is, and what of it waits for others. `askedDue` is YYYY-MM-DD. */
export interface WorkLine extends DossierKey {
  readonly owner: string | null;
  readonly ownerName: string | null;
  readonly asked: number;
  readonly askedDue: string | null;
  readonly answered: number;
  /** The office is not done with it. */
  readonly open: boolean;
}

export async function putWorkLine(sql: Sql, line: WorkLine): Promise<void> {
  await sql`
    insert into dossier_work (office, dossier, owner, owner_name, asked, asked_due, answered, open)
    values (${line.office}, ${line.dossier}, ${line.owner}, ${line.ownerName}, ${line.asked}, ${line.askedDue}, ${line.answered}, ${line.open})
    on conflict (office, dossier) do update set owner = excluded.owner, owner_name = excluded.owner_name, asked = excluded.asked,
      asked_due = excluded.asked_due, answered = excluded.answered, open = excluded.open`;
}

/** Whose work a dossier of a list is, what of it waits for others, and in which step it is; no step when the office is done with it. */
export type ListedWork = Omit<WorkLine, "office" | "open"> & (Omit<StepLine, "office" | "dossier"> | { readonly step: null });

/** The work on these dossiers, in no order. */
export async function readWork(sql: Sql, office: string, dossiers: readonly string[]): Promise<ListedWork[]> {
  if (dossiers.length === 0) return [];
  return sql<ListedWork[]>`
    select dossier, owner, owner_name as "ownerName", asked, asked_due as "askedDue", answered, step, version, plan, pauses
    from dossier_work left join dossier_steps using (office, dossier) where office = ${office} and dossier = any(${[...dossiers]}::uuid[])`;
}

export async function takeWorkLineAway(sql: Sql, key: DossierKey): Promise<void> {
  await sql`delete from dossier_work where office = ${key.office} and dossier = ${key.dossier}`;
}
