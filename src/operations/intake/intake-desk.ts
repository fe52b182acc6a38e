import { officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { readIntakeForm } from "../../domain/dossier/intake-form.ts";
import type { Answers } from "../../domain/forms/answers.ts";
import { parseAnswer } from "../../domain/forms/parse-answer.ts";
import { mergeAnswers, saveApplicant } from "../../store/records/drafts.ts";
import { readOffice } from "../../store/records/offices.ts";
import { readIntake, saveIntake, type TypedIntake } from "../../store/records/paper-intakes.ts";
import { type Context, parseContext } from "../context.ts";
import { type OpenDraft, openDraft } from "../drafts/open-draft.ts";
import { type WantedPaper, wantedPapers } from "../drafts/papers.ts";
import type { StaffMember } from "../identity/member.ts";
import type { Visitor } from "../identity/session.ts";
import { type Problem, problem } from "../problems.ts";

/** A dossier on paper that lies open on the counter. */
export interface OpenIntake extends OpenDraft {
  readonly typed: TypedIntake;
  /** Its papers that can be kept as pages, with the pages that were scanned. */
  readonly scanned: readonly WantedPaper[];
}

export async function openIntake(context: Context, visitor: Visitor, id: string): Promise<Result<OpenIntake, Problem>> {
  const open = await openDraft(context, visitor, id);
  if (!open.ok) return open;
  const typed = await readIntake(context.database.sql, open.value.draft);
  if (typed === null) return refuse(problem("draft-not-found"));
  return ok({ ...open.value, typed, scanned: await wantedPapers(context, open.value.draft, open.value.procedure) });
}

/** Keeps what was typed, whatever becomes of it; what can be read of the person and the case already fills in the guided pages. */
export async function keepTyped(context: Context, { draft, procedure }: OpenDraft, typed: TypedIntake): Promise<void> {
  const { sql } = context.database;
  await saveIntake(sql, draft, typed);
  const cases = readCases(context, procedure, typed);
  if (Object.keys(cases).length > 0) await mergeAnswers(sql, draft, cases, context.now());
  const read = readIntakeForm(typed, procedure, draft.applicant, readingOf(context));
  if (read.ok) await saveApplicant(sql, draft, read.value.applicant, context.now());
}

/** What reading the intake page looks at besides it. */
export function readingOf(context: Context): { today: string; isProvince: (threeDigits: string) => boolean } {
  return { today: officeDay(context.now()), isProvince: context.lists.isProvinceOfIdentityNumber };
}

/** The case questions that were answered on the page itself. */
function readCases(context: Context, procedure: Procedure, typed: TypedIntake): Answers {
  const fields = procedure.cases.flatMap((page) => page.fields).filter((field) => (typed[field.id] ?? "") !== "");
  let answers: Answers = {};
  for (const field of fields) {
    const parsed = parseAnswer(field, typed, parseContext(context));
    if (parsed.ok) answers = { ...answers, ...parsed.value };
  }
  return answers;
}

export interface FoundProcedures {
  /** What the office takes in and the words mean, the likeliest first. */
  readonly here: readonly Procedure[];
  /** What the words mean best, where another office takes that in. */
  readonly elsewhere: Procedure | null;
}

/** What was typed for a procedure: its name, its code, or people's words. */
export async function findForIntake(context: Context, member: StaffMember, words: string): Promise<FoundProcedures> {
  const today = officeDay(context.now());
  const office = await readOffice(context.database.sql, member.office);
  const all = context.catalogue.all(today);
  const named = all.filter(
    ({ name, code }) => name.toLocaleLowerCase("vi") === words.trim().toLocaleLowerCase("vi") || code === words.trim(),
  );
  const hits = context.search.search(words, HITS).flatMap(({ code }) => context.catalogue.find(code, today) ?? []);
  const found = [...new Set([...named, ...hits])];
  const here = found.filter(({ officeKind }) => officeKind === office?.kind);
  const [likeliest] = found;
  return { here, elsewhere: likeliest && likeliest.officeKind !== office?.kind ? likeliest : null };
}

const HITS = 6;

/** The names of all procedures that the member's office takes in, for a list to type into. */
export async function intakeNames(context: Context, member: StaffMember): Promise<string[]> {
  const office = await readOffice(context.database.sql, member.office);
  return context.catalogue.all(officeDay(context.now())).flatMap(({ officeKind, name }) => (officeKind === office?.kind ? [name] : []));
}
