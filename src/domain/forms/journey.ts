import type { Procedure } from "../catalogue/procedure.ts";
import { dateInWords } from "../people/dates.ts";
import { type Answers, placeKeys } from "./answers.ts";
import { holds } from "./condition.ts";
import type { Field, FormPage, FormSection } from "./field.ts";
import { type ParseContext, parseAnswer } from "./parse-answer.ts";
import { ANSWER_PROBLEMS } from "./problems.ts";

/**
 * A guided form is recomputed from its answers: which pages there are, which of them are done, which may be visited. Nothing about the way
 * is stored, so going back, another device and another day all come to the same place.
 */
export interface Journey {
  readonly steps: readonly Step[];
  /** The first page that is not done yet, or null when all are. */
  readonly next: Step | null;
}

export interface Step {
  readonly section: {
    readonly id: string;
    readonly title: string;
    readonly number: number;
    readonly of: number;
    /** Whose card could fill it in. */
    readonly card: FormSection["card"];
  };
  readonly page: FormPage;
  /** The page's fields that apply and are asked (derived ones are not). */
  readonly fields: readonly Field[];
  readonly done: boolean;
}

/** The pages that apply to these answers, in their order, on that day. */
export function journey(procedure: Procedure, answers: Answers, context: ParseContext): Journey {
  const sections = sectionsOf(procedure)
    .map((section) => ({ ...section, pages: visiblePages(section.pages, answers, context.today) }))
    .filter((section) => holds(section.when, answers, context.today) && section.pages.length > 0);
  const steps = sections.flatMap(({ id, title, card, pages }, index) =>
    pages.map((page) => {
      const fields = askedFields(page, answers, context.today);
      const done =
        fields.every((field) => isAnswered(field, answers, context)) &&
        contradictions(procedure, answers, context.today, fields).length === 0;
      return { section: { id, title, number: index + 1, of: sections.length, card }, page, fields, done };
    }),
  );
  return { steps, next: steps.find((step) => !step.done) ?? null };
}

/** May the page be opened now? Every page before it must be done; nobody lands behind a question that was skipped. */
export function canVisit(way: Journey, pageId: string): boolean {
  const index = way.steps.findIndex((step) => step.page.id === pageId);
  return index >= 0 && way.steps.slice(0, index).every((step) => step.done);
}

export function stepOf(way: Journey, pageId: string): Step | null {
  return way.steps.find((step) => step.page.id === pageId) ?? null;
}

/** The page before, or null on the first. */
export function stepBefore(way: Journey, pageId: string): Step | null {
  const index = way.steps.findIndex((step) => step.page.id === pageId);
  return index > 0 ? (way.steps[index - 1] ?? null) : null;
}

/** Reads what was typed on one page. `problems` holds a sentence for each field that cannot be taken; `answers` those that can. */
export function parsePage(procedure: Procedure, step: Step, known: Answers, typed: Answers, context: ParseContext): PageAnswers {
  let answers: Answers = {};
  const problems: Record<string, string> = {};
  for (const field of askedFields(step.page, { ...known, ...typedChoices(step.page, typed) }, context.today)) {
    const parsed = parseAnswer(field, typed, context);
    if (parsed.ok) answers = { ...answers, ...parsed.value };
    else problems[field.id] = ANSWER_PROBLEMS[parsed.reason];
  }
  const fields = askedFields(step.page, { ...known, ...answers }, context.today);
  for (const { field, say } of contradictions(procedure, { ...known, ...answers }, context.today, fields)) problems[field] ??= say;
  return { answers, problems };
}

export interface PageAnswers {
  readonly answers: Answers;
  readonly problems: Readonly<Record<string, string>>;
}

/** The answers that count: those of pages and fields that apply, with the derived ones made. What no longer applies falls away here. */
export function effectiveAnswers(procedure: Procedure, answers: Answers, context: ParseContext): Answers {
  const kept: Record<string, string> = {};
  for (const { page, fields } of journey(procedure, answers, context).steps) {
    for (const key of fields.flatMap(keysOf)) if (answers[key] !== undefined) kept[key] = answers[key];
    for (const field of page.fields) {
      if (field.derive && holds(field.when, answers, context.today)) kept[field.id] = derived(field.derive, answers);
    }
  }
  return kept;
}

/** The sentences of the procedure's own checks that these answers break, for the named fields. */
function contradictions(procedure: Procedure, answers: Answers, today: string, fields: readonly Field[]) {
  return procedure.checks.filter((check) => fields.some((field) => field.id === check.field) && holds(check.when, answers, today));
}

/** The case questions come first: they decide what else is asked. */
export function sectionsOf(procedure: Procedure) {
  const cases =
    procedure.cases.length > 0
      ? [{ id: "truong-hop", title: "Trường hợp của bà con", card: undefined, when: undefined, pages: procedure.cases }]
      : [];
  return [...cases, ...(procedure.declaration?.sections ?? [])];
}

/** The keys under which a field's answer is kept: three for a place, otherwise its id. */
export function keysOf(field: Field): string[] {
  return field.type === "place" ? Object.values(placeKeys(field.id)) : [field.id];
}

function visiblePages(pages: readonly FormPage[], answers: Answers, today: string): FormPage[] {
  return pages.filter((page) => holds(page.when, answers, today) && askedFields(page, answers, today).length > 0);
}

function askedFields(page: FormPage, answers: Answers, today: string): Field[] {
  return page.fields.filter((field) => field.derive === undefined && holds(field.when, answers, today));
}

/** Choices typed on the page itself can open further fields of the same page. */
function typedChoices(page: FormPage, typed: Answers): Answers {
  const choices = page.fields.filter((field) => field.type === "choice" || field.type === "yes-no");
  return Object.fromEntries(choices.map((field) => [field.id, (typed[field.id] ?? "").trim()]));
}

function isAnswered(field: Field, answers: Answers, context: ParseContext): boolean {
  return keysOf(field).some((key) => answers[key] !== undefined) && parseAnswer(field, answers, context).ok;
}

function derived(derive: NonNullable<Field["derive"]>, answers: Answers): string {
  const source = answers[derive.from] ?? "";
  if (source === "") return "";
  return derive.as === "date-in-words" ? dateInWords(source) : source;
}
