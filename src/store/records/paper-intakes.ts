import type { Sql } from "../database/database.ts";
import type { DraftKey } from "./drafts.ts";

/** What was typed on the intake page, by the names of its fields. */
export type TypedIntake = Readonly<Record<string, string>>;

/** Marks a draft as a dossier on paper that this member of staff is taking in. */
export async function insertIntake(sql: Sql, { office, draft }: DraftKey, staff: string, typed: TypedIntake, at: Date): Promise<void> {
  await sql`insert into paper_intakes (office, draft, staff, typed, begun_at) values (${office}, ${draft}, ${staff}, ${sql.json(typed)}, ${at})`;
}

/** What was typed so far; null when the draft is no dossier on paper. */
export async function readIntake(sql: Sql, { office, draft }: DraftKey): Promise<TypedIntake | null> {
  const [row] = await sql<{ typed: TypedIntake }[]>`select typed from paper_intakes where office = ${office} and draft = ${draft}`;
  return row?.typed ?? null;
}

export async function saveIntake(sql: Sql, { office, draft }: DraftKey, typed: TypedIntake): Promise<void> {
  await sql`update paper_intakes set typed = ${sql.json(typed)} where office = ${office} and draft = ${draft}`;
}
