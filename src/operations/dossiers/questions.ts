import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { dueDate } from "../../domain/deadlines/due.ts";
import type { PaperRef } from "../../domain/dossier/events.ts";
import { type Dossier, fold } from "../../domain/dossier/fold.ts";
import type { OpenQuestion, Verdict } from "../../domain/dossier/work.ts";
import type { ReadableDeclaration } from "../../domain/forms/readable.ts";
import { insertAccess } from "../../store/records/access-log.ts";
import { type DossierKey, readLog } from "../../store/records/dossier-log.ts";
import { listOffices, readOffice } from "../../store/records/offices.ts";
import { readStaff, type StaffMember } from "../../store/records/staff.ts";
import { listAnsweredQuestions, listOpenQuestions, type QuestionLine, readQuestion } from "../../store/views/question-list.ts";
import type { Context } from "../context.ts";
import { officeCalendar } from "../offices/office-days.ts";
import { type Problem, problem } from "../problems.ts";
import { type Act, act } from "./act.ts";

/** The longest that somebody is given for an answer, in working days. */
const MOST_DAYS = 30;

export interface QuestionWanted {
  /** An office of the hub, and somebody in it; empty for whoever is there. */
  readonly office: string;
  readonly staff: string;
  readonly words: string;
  /** Working days of the asked office. */
  readonly days: number;
  readonly sections: readonly string[];
  readonly papers: readonly string[];
}

/** Asks a colleague for an opinion or another office to verify something, with what of the dossier they may see and until when they should answer. */
export async function ask(context: Context, key: DossierKey, by: Act, wanted: QuestionWanted): Promise<Result<Dossier, Problem>> {
  const { sql } = context.database;
  if (!Number.isInteger(wanted.days) || wanted.days < 1 || wanted.days > MOST_DAYS) return refuse(problem("answer-days"));
  const office = await readOffice(sql, wanted.office);
  if (!office) return refuse(problem("nobody-asked"));
  const staff = wanted.staff === "" ? null : isUuid(wanted.staff) ? await readStaff(sql, office.office, wanted.staff) : undefined;
  if (staff === undefined || (wanted.staff !== "" && staff === null)) return refuse(problem("nobody-asked"));
  const { day, time } = dueDate({ kind: "working-days", days: wanted.days }, context.now(), await officeCalendar(context, sql, office));
  return act(context, key, by, "ask-opinion", (dossier) => ({
    move: "ask-opinion",
    question: {
      id: context.newId(),
      kind: office.office === key.office ? "opinion" : "verification",
      of: { office: office.office, officeName: office.name, staff: staff?.staff ?? null, name: staff?.name ?? "" },
      words: wanted.words,
      sections: dossier.declaration.sections.map(({ title }) => title).filter((title) => wanted.sections.includes(title)),
      papers: dossier.papers.map(({ paper }) => paper).filter((paper) => wanted.papers.includes(paper)),
      due: { day, time },
    },
  }));
}

/** What this member of staff is asked, the earliest due first, and what was answered last. */
export async function questionsOf(context: Context, member: StaffMember): Promise<{ open: QuestionLine[]; answered: QuestionLine[] }> {
  const { sql } = context.database;
  const [open, answered] = await Promise.all([
    listOpenQuestions(sql, member.office, member.staff),
    listAnsweredQuestions(sql, member.office, member.staff, SHOWN),
  ]);
  return { open, answered };
}

const SHOWN = 20;

/** A question as the asked one sees it: what is asked, of whose dossier, and the parts of it that were named. */
export interface AskedQuestion {
  readonly line: QuestionLine;
  readonly question: OpenQuestion;
  readonly askerOffice: string;
  readonly procedureName: string;
  readonly applicant: string;
  readonly sections: ReadableDeclaration["sections"];
  readonly papers: readonly PaperRef[];
}

/** Opens a question that this member was asked; to everybody else it does not exist. That they looked stands in the log of the asking office. */
export async function openQuestion(context: Context, member: StaffMember, id: string): Promise<Result<AskedQuestion, Problem>> {
  const { sql } = context.database;
  const line = isUuid(id) ? await readQuestion(sql, member.office, id) : null;
  if (!line || (line.staff !== null && line.staff !== member.staff)) return refuse(problem("question-not-found"));
  const dossier = fold(await readLog(sql, { office: line.askerOffice, dossier: line.dossier }));
  const question = dossier.questions.find((candidate) => candidate.id === id);
  const asker = await readOffice(sql, line.askerOffice);
  if (!question || !asker) return refuse(problem("question-not-found"));
  await insertAccess(
    sql,
    { office: line.askerOffice, access: context.newId(), staff: member.staff, dossier: line.dossier, what: `question:${id}` },
    context.now(),
  );
  return ok({
    line,
    question,
    askerOffice: asker.name,
    procedureName: dossier.procedure.name,
    applicant: dossier.applicant.name,
    sections: dossier.declaration.sections.filter(({ title }) => question.sections.includes(title)),
    papers: dossier.papers.filter(({ paper }) => question.papers.includes(paper)),
  });
}

/** A paper that is shown with a question. */
export async function readQuestionPaper(
  context: Context,
  member: StaffMember,
  id: string,
  paper: string,
): Promise<Result<Buffer, Problem>> {
  const opened = await openQuestion(context, member, id);
  if (!opened.ok) return opened;
  const found = opened.value.papers.find((candidate) => candidate.paper === paper);
  return found ? ok(await context.files.read(found.sha256)) : refuse(problem("question-not-found"));
}

/** The answer: words, and yes or no where that says it. It becomes an event of the dossier that it is about. */
export async function answer(
  context: Context,
  member: StaffMember,
  id: string,
  given: { readonly words: string; readonly verdict: Verdict | null; readonly key: string },
): Promise<Result<true, Problem>> {
  const opened = await openQuestion(context, member, id);
  if (!opened.ok) return opened;
  if (member.role === "admin") return refuse(problem("move-not-yours"));
  const { askerOffice: office, dossier } = opened.value.line;
  const by: Act = { actor: { role: member.role, id: member.staff, name: member.name }, key: `give-opinion:${given.key}` };
  const done = await act(context, { office, dossier }, by, "give-opinion", () => ({
    move: "give-opinion",
    question: id,
    words: given.words,
    verdict: given.verdict,
  }));
  return done.ok ? ok(true) : done;
}

/** Who can be asked: colleagues of one's own office, and the other offices of the hub. */
export async function askable(context: Context, member: StaffMember, colleagues: readonly { staff: string; name: string }[]) {
  const offices = await listOffices(context.database.sql);
  return {
    colleagues: colleagues.filter(({ staff }) => staff !== member.staff),
    offices: offices.filter(({ office }) => office !== member.office).map(({ office, name }) => ({ office, name })),
  };
}
