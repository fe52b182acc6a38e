import type { Sql } from "../database/database.ts";
import type { DossierKey } from "./dossier-log.ts";
import type { DraftKey } from "./drafts.ts";
import type { TypedIntake } from "./paper-intakes.ts";

/** What is brought to the counter for a dossier, as far as it was scanned and typed. */
export interface SupplementIntake extends DraftKey {
  readonly dossier: string;
  readonly turn: number;
  readonly typed: TypedIntake;
}

/** Which turn of which dossier it is. */
export interface SupplementTurn extends DossierKey {
  readonly turn: number;
}

/** Marks a draft as the one of this turn; false when another was there first. */
export async function insertSupplementIntake(
  sql: Sql,
  { office, dossier, turn }: SupplementTurn,
  draft: string,
  staff: string,
  at: Date,
): Promise<boolean> {
  const rows = await sql`insert into supplement_intakes (office, draft, dossier, turn, staff, begun_at)
    values (${office}, ${draft}, ${dossier}, ${turn}, ${staff}, ${at}) on conflict (office, dossier, turn) do nothing returning 1`;
  return rows.length === 1;
}

/** Null when the draft is no supplement at the counter. */
export async function readSupplementIntake(sql: Sql, { office, draft }: DraftKey): Promise<SupplementIntake | null> {
  const [row] = await sql<SupplementIntake[]>`
    select office, draft, dossier, turn, typed from supplement_intakes where office = ${office} and draft = ${draft}`;
  return row ?? null;
}

/** What is open for this turn at that moment; what its time is over for goes. */
export async function findSupplementIntake(
  sql: Sql,
  { office, dossier, turn }: SupplementTurn,
  now: Date,
): Promise<SupplementIntake | null> {
  const [row] = await sql<(SupplementIntake & { over: boolean })[]>`
    select office, draft, dossier, turn, typed, expires_at < ${now} as over from supplement_intakes join drafts using (office, draft)
    where office = ${office} and dossier = ${dossier} and turn = ${turn}`;
  if (row?.over) await sql`delete from drafts where office = ${office} and draft = ${row.draft}`;
  return row && !row.over ? row : null;
}

export async function saveSupplementIntake(sql: Sql, { office, draft }: DraftKey, typed: TypedIntake): Promise<void> {
  await sql`update supplement_intakes set typed = ${sql.json(typed)} where office = ${office} and draft = ${draft}`;
}
