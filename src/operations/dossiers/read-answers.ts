import { ok, type Result, refuse } from "../../base/result.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import type { Answers } from "../../domain/forms/answers.ts";
import { effectiveAnswers, journey, keysOf, sectionsOf } from "../../domain/forms/journey.ts";
import { parseAnswer } from "../../domain/forms/parse-answer.ts";
import { ANSWER_PROBLEMS } from "../../domain/forms/problems.ts";
import { type Context, parseContext } from "../context.ts";
import { type Problem, problem } from "../problems.ts";

/** Reads every answer that counts; what cannot be taken is said field by field, what is not asked is named. */
export function readAnswers(
  context: Context,
  procedure: Procedure,
  given: Readonly<Record<string, string | number | boolean | null>>,
): Result<{ answers: Answers; ignored: string[] }, Problem> {
  const parse = parseContext(context);
  const typed = Object.fromEntries(Object.entries(given).map(([id, value]) => [id, value === null ? "" : String(value)]));
  const fields: Record<string, string> = {};
  let answers: Answers = {};
  for (const field of sectionsOf(procedure).flatMap((section) => section.pages.flatMap((page) => page.fields))) {
    if (field.derive) continue;
    const parsed = parseAnswer(
      field,
      field.default !== undefined && typed[field.id] === undefined ? { ...typed, [field.id]: field.default } : typed,
      parse,
    );
    if (parsed.ok) answers = { ...answers, ...parsed.value };
    else fields[field.id] = ANSWER_PROBLEMS[parsed.reason];
  }
  const way = journey(procedure, answers, parse);
  const asked = new Set(way.steps.flatMap((step) => step.fields.map((field) => field.id)));
  const wrong = Object.entries(fields).filter(([id]) => asked.has(id));
  const contradicting = way.steps
    .filter((step) => !step.done)
    .flatMap((step) => procedure.checks.filter((check) => step.fields.some((field) => field.id === check.field)));
  const all = Object.fromEntries([...wrong, ...contradicting.map((check) => [check.field, check.say])]);
  if (wrong.length > 0 || way.next !== null) return refuse(problem("answers-refused", { fields: all }));
  const counted = new Set(way.steps.flatMap((step) => step.page.fields.flatMap((field) => [field.id, ...keysOf(field)])));
  return ok({ answers: effectiveAnswers(procedure, answers, parse), ignored: Object.keys(given).filter((id) => !counted.has(id)) });
}
