import type { Degree } from "../../domain/point/degree.ts";
import type { Sql } from "../database/database.ts";

export interface LadderStep {
  readonly pseudonym: string;
  readonly step: string;
  /** YYYY-MM-DD at the office */
  readonly day: string;
  readonly procedure: string;
  readonly degree: Degree;
}

/** The office's key for pseudonyms; the given one is kept when there is none yet. */
export async function pseudonymKey(sql: Sql, office: string, fresh: Uint8Array): Promise<Uint8Array> {
  await sql`insert into pseudonym_keys (office, key) values (${office}, ${fresh}) on conflict do nothing`;
  const [row] = await sql<{ key: Uint8Array }[]>`select key from pseudonym_keys where office = ${office}`;
  return row?.key ?? fresh;
}

export async function agreeToLadder(sql: Sql, office: string, pseudonym: string, at: Date): Promise<void> {
  await sql`insert into ladder_people (office, pseudonym, agreed_at) values (${office}, ${pseudonym}, ${at}) on conflict do nothing`;
}

/** Takes the agreement back, and every step with it. */
export async function leaveLadder(sql: Sql, office: string, pseudonym: string): Promise<void> {
  await sql`delete from ladder_people where office = ${office} and pseudonym = ${pseudonym}`;
}

/** Writes a step down for somebody who agreed; a step that is known gets the degree as it stands now. Nothing for whoever did not agree. */
export async function putLadderStep(sql: Sql, office: string, step: LadderStep): Promise<void> {
  await sql`
    insert into ladder_steps (office, pseudonym, step, day, procedure, degree)
    select ${office}, pseudonym, ${step.step}, ${step.day}, ${step.procedure}, ${step.degree}
    from ladder_people where office = ${office} and pseudonym = ${step.pseudonym}
    on conflict (office, pseudonym, step) do update set degree = excluded.degree`;
}

/** One person's steps, the oldest first; null for somebody who did not agree. */
export async function readLadder(sql: Sql, office: string, pseudonym: string): Promise<LadderStep[] | null> {
  const [agreed] = await sql`select 1 from ladder_people where office = ${office} and pseudonym = ${pseudonym}`;
  if (!agreed) return null;
  return sql<LadderStep[]>`
    select pseudonym, step, day, procedure, degree from ladder_steps
    where office = ${office} and pseudonym = ${pseudonym} order by day, step`;
}

/** All steps of an office, person by person, the oldest first. */
export async function listLadders(sql: Sql, office: string): Promise<LadderStep[]> {
  return sql<LadderStep[]>`
    select pseudonym, step, day, procedure, degree from ladder_steps where office = ${office} order by pseudonym, day, step`;
}
