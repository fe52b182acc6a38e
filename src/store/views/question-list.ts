import type { QuestionKind } from "../../domain/dossier/work.ts";
import type { Sql } from "../database/database.ts";
import type { DossierKey } from "../records/dossier-log.ts";

/** A question on the desk of the office that is asked; `office` is that one. No name of the applicant stands here. */
export interface QuestionLine {
  readonly office: string;
  readonly question: string;
  readonly staff: string | null;
  readonly askerOffice: string;
  readonly dossier: string;
  readonly kind: QuestionKind;
  readonly procedureName: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly dueDay: string;
  readonly dueTime: string;
  readonly answeredAt: Date | null;
}

export async function putQuestionLine(sql: Sql, line: QuestionLine): Promise<void> {
  await sql`
    insert into question_list (office, question, staff, asker_office, dossier, kind, procedure_name, asked_by, asked_at, due_day, due_time, answered_at)
    values (${line.office}, ${line.question}, ${line.staff}, ${line.askerOffice}, ${line.dossier}, ${line.kind}, ${line.procedureName}, ${line.askedBy},
      ${line.askedAt}, ${line.dueDay}, ${line.dueTime}, ${line.answeredAt})
    on conflict (office, question) do update set answered_at = excluded.answered_at`;
}

/** What an office is asked and has not answered, for everybody there or for this one; the earliest due first. */
export async function listOpenQuestions(sql: Sql, office: string, staff: string): Promise<QuestionLine[]> {
  return sql<QuestionLine[]>`
    select ${columns(sql)} from question_list
    where office = ${office} and answered_at is null and (staff is null or staff = ${staff}) order by due_day, asked_at`;
}

/** What was answered last. */
export async function listAnsweredQuestions(sql: Sql, office: string, staff: string, limit: number): Promise<QuestionLine[]> {
  return sql<QuestionLine[]>`
    select ${columns(sql)} from question_list
    where office = ${office} and answered_at is not null and (staff is null or staff = ${staff}) order by answered_at desc limit ${limit}`;
}

export async function readQuestion(sql: Sql, office: string, question: string): Promise<QuestionLine | null> {
  const [line] = await sql<QuestionLine[]>`select ${columns(sql)} from question_list where office = ${office} and question = ${question}`;
  return line ?? null;
}

/** Takes off other desks what was asked about a dossier; it went on elsewhere. */
export async function takeQuestionsBack(sql: Sql, key: DossierKey): Promise<void> {
  await sql`delete from question_list where asker_office = ${key.office} and dossier = ${key.dossier} and answered_at is null`;
}

function columns(sql: Sql) {
  return sql`office, question, staff, asker_office as "askerOffice", dossier, kind, procedure_name as "procedureName", asked_by as "askedBy",
    asked_at as "askedAt", due_day as "dueDay", due_time as "dueTime", answered_at as "answeredAt"`;
}
