import type { Procedure } from "../catalogue/procedure.ts";
import { fold } from "../people/names.ts";
import type { Answers } from "./answers.ts";
import { displayAnswer } from "./display.ts";
import type { Field } from "./field.ts";
import { fieldsById } from "./fill-text.ts";
import { journey, keysOf } from "./journey.ts";
import { type ParseContext, parseAnswer } from "./parse-answer.ts";

/** What becomes of a draft when another version of its procedure begins. */
export interface MovedDraft {
  /** The answers that still fit, as they were given. Those of questions that are no longer asked stay too: nobody reads them, nobody loses them. */
  readonly answers: Answers;
  /** Field → the old answer in words, of questions that are to be answered again: shown beside the question, so that nothing typed is lost. */
  readonly aside: Readonly<Record<string, string>>;
  /** The pages to answer again or for the first time before going on, in their order. */
  readonly again: readonly string[];
}

/**
 * Moves a draft's answers from one version to another. An answer fits where the new version asks the same field, of the same kind, takes the answer
 * as it is, and a chosen option still says the same. Moving twice comes to the same as moving once.
 */
export function moveDraft(from: Procedure, to: Procedure, answers: Answers, context: ParseContext): MovedDraft {
  const before = fieldsById(from);
  const kept: Record<string, string> = { ...answers };
  const aside: Record<string, string> = {};
  for (const field of fieldsById(to).values()) {
    if (!keysOf(field).some((key) => answers[key] !== undefined)) continue;
    const old = before.get(field.id);
    if (fits(old, field, answers, context)) continue;
    const said = displayAnswer(old ?? field, answers, context.lists) || (answers[field.id] ?? "");
    if (said !== "") aside[field.id] = said;
    for (const key of new Set([...keysOf(field), ...(old ? keysOf(old) : [])])) delete kept[key];
  }
  return { answers: kept, aside, again: pagesAgain(from, to, answers, kept, context) };
}

function fits(old: Field | undefined, field: Field, answers: Answers, context: ParseContext): boolean {
  if (old !== undefined && old.type !== field.type) return false;
  if (!parseAnswer(field, answers, context).ok) return false;
  if (old === undefined || field.type !== "choice") return true;
  const labelIn = ({ options }: Field) => fold(options?.find((option) => option.value === answers[field.id])?.label ?? "");
  return labelIn(old) === labelIn(field);
}

/** Pages that stand open before the place which the draft had reached: what lies behind it would have been asked anyway. */
function pagesAgain(from: Procedure, to: Procedure, answers: Answers, kept: Answers, context: ParseContext): string[] {
  const old = journey(from, answers, context);
  const { steps } = journey(to, kept, context);
  const reached = new Set(old.steps.filter((step) => step.done).flatMap((step) => step.fields.map((field) => field.id)));
  const last = old.next === null ? steps.length - 1 : steps.findLastIndex(({ fields }) => fields.some(({ id }) => reached.has(id)));
  return steps.slice(0, last + 1).flatMap((step) => (step.done ? [] : [step.page.id]));
}
