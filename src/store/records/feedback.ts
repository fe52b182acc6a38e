import type { Face } from "../../domain/point/feedback.ts";
import type { Sql } from "../database/database.ts";

export interface Feedback {
  readonly office: string;
  readonly feedback: string;
  readonly point: string | null;
  readonly code: string;
  readonly visit: string | null;
  readonly dossier: string | null;
  readonly face: Face;
  readonly words: string;
  readonly voiceSha256: string | null;
  readonly name: string | null;
  readonly saidAt: Date;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly shown: boolean;
}

/** Keeps what was said; false when the visit or the result has its rating already. */
export async function insertFeedback(sql: Sql, said: Omit<Feedback, "answer" | "answeredBy" | "answeredAt" | "shown">): Promise<boolean> {
  const rows = await sql`
    insert into feedback (office, feedback, point, code, visit, dossier, face, words, voice_sha256, name, said_at)
    values (${said.office}, ${said.feedback}, ${said.point}, ${said.code}, ${said.visit}, ${said.dossier}, ${said.face}, ${said.words},
      ${said.voiceSha256}, ${said.name}, ${said.saidAt})
    on conflict do nothing returning 1`;
  return rows.length === 1;
}

/** Adds words to a rating that was a tap; answers which it was, null when it has an answer already. */
export async function addWords(
  sql: Sql,
  code: string,
  words: string,
  name: string | null,
  voiceSha256: string | null,
): Promise<{ office: string; feedback: string } | null> {
  const [row] = await sql<{ office: string; feedback: string }[]>`
    update feedback set words = ${words}, name = ${name}, voice_sha256 = coalesce(${voiceSha256}, voice_sha256)
    where code = ${code} and answered_at is null returning office, feedback`;
  return row ?? null;
}

export async function findFeedback(sql: Sql, code: string): Promise<Feedback | null> {
  const [row] = await sql<Feedback[]>`select ${columns(sql)} from feedback where code = ${code}`;
  return row ?? null;
}

/** The content of what was spoken; null where nothing was. */
export async function readFeedbackVoice(sql: Sql, key: { office: string; feedback: string }): Promise<string | null> {
  const [row] = await sql<{ sha256: string | null }[]>`
    select voice_sha256 as sha256 from feedback where office = ${key.office} and feedback = ${key.feedback}`;
  return row?.sha256 ?? null;
}

/** What waits for an answer, the oldest first. A tap without a word wants none. */
export async function listOpenFeedback(sql: Sql, office: string, limit: number): Promise<Feedback[]> {
  return sql<Feedback[]>`
    select ${columns(sql)} from feedback
    where office = ${office} and answered_at is null and (words <> '' or voice_sha256 is not null) order by said_at limit ${limit}`;
}

/** What was answered for everybody to read, the newest first. */
export async function listShownFeedback(sql: Sql, office: string, limit: number): Promise<Feedback[]> {
  return sql<Feedback[]>`select ${columns(sql)} from feedback where office = ${office} and shown order by answered_at desc limit ${limit}`;
}

/** Answers once, and says of which dossier it was said, if of one; null when somebody else was first. */
export async function answerFeedback(
  sql: Sql,
  key: { office: string; feedback: string },
  answer: { words: string; by: string; shown: boolean },
  at: Date,
): Promise<{ readonly dossier: string | null } | null> {
  const [row] = await sql<{ dossier: string | null }[]>`
    update feedback set answer = ${answer.words}, answered_by = ${answer.by}, answered_at = ${at}, shown = ${answer.shown}
    where office = ${key.office} and feedback = ${key.feedback} and answered_at is null returning dossier`;
  return row ?? null;
}

/** How many of each face an office was shown since that instant. */
export async function countFaces(sql: Sql, office: string, since: Date): Promise<{ face: Face; count: number }[]> {
  return sql<{ face: Face; count: number }[]>`
    select face, count(*) from feedback where office = ${office} and said_at >= ${since} group by face`;
}

function columns(sql: Sql) {
  return sql`office, feedback, point, code, visit, dossier, face, words, voice_sha256 as "voiceSha256", name, said_at as "saidAt", answer,
    answered_by as "answeredBy", answered_at as "answeredAt", shown`;
}
