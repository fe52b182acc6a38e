import type { Procedure } from "../catalogue/procedure.ts";
import type { Answers } from "./answers.ts";
import { type Condition, fieldsOf } from "./condition.ts";
import type { Field } from "./field.ts";
import { fieldsById, placesOf } from "./fill-text.ts";
import { journey, keysOf, sectionsOf } from "./journey.ts";
import { type ParseContext, parseAnswer } from "./parse-answer.ts";

/**
 * The questions whose answers the result still needs: those that stand on it or name its subject, and those that decide whether they are asked
 * at all. A question that is asked and was left blank where it may be is answered. Empty for a procedure without a result of its own.
 */
export function owedForResult(procedure: Procedure, answers: Answers, context: ParseContext): Field[] {
  const needed = neededFields(procedure);
  const asked = journey(procedure, answers, context).steps.flatMap((step) => step.fields);
  return asked.filter((field) => needed.has(field.id) && !isAnswered(field, answers, context));
}

function isAnswered(field: Field, answers: Answers, context: ParseContext): boolean {
  return keysOf(field).some((key) => answers[key] !== undefined) && parseAnswer(field, answers, context).ok;
}

/** The ids of the fields that the result names, what they are made of, and what decides whether they are asked. */
function neededFields(procedure: Procedure): Set<string> {
  const { result } = procedure;
  if (!result) return new Set();
  const conditions = conditionsByField(procedure);
  const fields = fieldsById(procedure);
  const open = [
    ...[result.subject, result.closing ?? "", ...result.rows.map((row) => row.value)].flatMap((text) => placesOf(text).map(({ id }) => id)),
    ...result.rows.flatMap((row) => named(row.when)),
  ];
  const needed = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (needed.has(id)) continue;
    needed.add(id);
    const source = fields.get(id)?.derive?.from;
    open.push(...(conditions.get(id) ?? []), ...(source ? [source] : []));
  }
  return needed;
}

/** For each field the fields that decide whether it is asked: by its own condition, its page's and its section's. */
function conditionsByField(procedure: Procedure): Map<string, string[]> {
  return new Map(
    sectionsOf(procedure).flatMap((section) =>
      section.pages.flatMap((page) =>
        page.fields.map((field) => [field.id, [...named(section.when), ...named(page.when), ...named(field.when)]] as const),
      ),
    ),
  );
}

function named(condition: Condition | undefined): string[] {
  return condition === undefined ? [] : fieldsOf(condition);
}
