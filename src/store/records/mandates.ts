import type { MandateProof } from "../../domain/point/mandate.ts";
import type { Sql } from "../database/database.ts";
import type { VisitKey } from "./visits.ts";

export interface Mandate extends VisitKey {
  readonly mandate: string;
  readonly staff: string;
  readonly citizen: string;
  readonly text: string;
  readonly textSha256: string;
  readonly proof: MandateProof;
  readonly givenAt: Date;
  readonly endedAt: Date | null;
}

export async function insertMandate(sql: Sql, mandate: Omit<Mandate, "endedAt">): Promise<void> {
  await sql`
    insert into mandates (office, mandate, visit, staff, citizen, text, text_sha256, proof, given_at)
    values (${mandate.office}, ${mandate.mandate}, ${mandate.visit}, ${mandate.staff}, ${mandate.citizen}, ${mandate.text}, ${mandate.textSha256},
      ${sql.json({ ...mandate.proof })}, ${mandate.givenAt})`;
}

/** The mandate that lets this helper act in this visit now; null when there is none, or it has ended. */
export async function readLiveMandate(sql: Sql, key: VisitKey, staff: string): Promise<Mandate | null> {
  const [row] = await sql<Mandate[]>`
    select ${columns(sql)} from mandates
    where office = ${key.office} and visit = ${key.visit} and staff = ${staff} and ended_at is null order by given_at desc limit 1`;
  return row ?? null;
}

/** All mandates of a visit, the ended ones too. */
export async function listMandates(sql: Sql, key: VisitKey): Promise<Mandate[]> {
  return sql<Mandate[]>`select ${columns(sql)} from mandates where office = ${key.office} and visit = ${key.visit} order by given_at`;
}

/** Ends what still runs: with the visit, or because the citizen took it back. */
export async function endMandates(sql: Sql, key: VisitKey, because: "visit-ended" | "taken-back", at: Date): Promise<void> {
  await sql`
    update mandates set ended_at = ${at}, ended_because = ${because} where office = ${key.office} and visit = ${key.visit} and ended_at is null`;
}

function columns(sql: Sql) {
  return sql`office, mandate, visit, staff, citizen, text, text_sha256 as "textSha256", proof, given_at as "givenAt", ended_at as "endedAt"`;
}
