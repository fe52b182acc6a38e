import { z } from "zod";
import { completedYears } from "../people/age.ts";
import type { Answers } from "./answers.ts";

/**
 * When something in a procedure applies: a page, a field, a paper, a fee, a deadline, a complaint. Conditions are data, so that an office
 * can change a procedure without a programmer; they can look at answers and count days, nothing more.
 */
export type Condition =
  | { field: string; is: string }
  | { field: string; isNot: string }
  | { field: string; in: string[] }
  | { field: string; answered: boolean }
  | { days: { from: string; to: string; moreThan?: number | undefined; atMost?: number | undefined } }
  | { years: { from: string; to: string; lessThan?: number | undefined; atLeast?: number | undefined } }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

const fieldId = z.string().min(1);
const span = { from: fieldId, to: fieldId };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: fieldId, is: z.string() }),
    z.strictObject({ field: fieldId, isNot: z.string() }),
    z.strictObject({ field: fieldId, in: z.array(z.string()).min(1) }),
    z.strictObject({ field: fieldId, answered: z.boolean() }),
    z.strictObject({ days: z.strictObject({ ...span, moreThan: z.number().optional(), atMost: z.number().optional() }) }),
    z.strictObject({ years: z.strictObject({ ...span, lessThan: z.number().optional(), atLeast: z.number().optional() }) }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

/**
 * Does the condition hold for these answers on that day (YYYY-MM-DD)? The word `today` stands for the day in `days` and `years`; a span
 * with an end that is not answered yet does not hold.
 */
export function holds(condition: Condition | undefined, answers: Answers, today: string): boolean {
  if (condition === undefined) return true;
  if ("all" in condition) return condition.all.every((part) => holds(part, answers, today));
  if ("any" in condition) return condition.any.some((part) => holds(part, answers, today));
  if ("not" in condition) return !holds(condition.not, answers, today);
  if ("days" in condition) return spanHolds(condition.days, answers, today, daysBetween);
  if ("years" in condition) {
    const { from, to, lessThan, atLeast } = condition.years;
    return spanHolds(
      { from, to, moreThan: atLeast === undefined ? undefined : atLeast - 1, atMost: lessThan === undefined ? undefined : lessThan - 1 },
      answers,
      today,
      completedYears,
    );
  }
  const answer = answers[condition.field] ?? "";
  if ("is" in condition) return answer === condition.is;
  if ("isNot" in condition) return answer !== "" && answer !== condition.isNot;
  if ("in" in condition) return condition.in.includes(answer);
  return (answer !== "") === condition.answered;
}

/** Every field that a condition looks at, `today` left out; the catalogue's check uses it to find names that lead nowhere. */
export function fieldsOf(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(fieldsOf);
  if ("any" in condition) return condition.any.flatMap(fieldsOf);
  if ("not" in condition) return fieldsOf(condition.not);
  if ("days" in condition) return [condition.days.from, condition.days.to].filter((name) => name !== "today");
  if ("years" in condition) return [condition.years.from, condition.years.to].filter((name) => name !== "today");
  return [condition.field];
}

type Span = { from: string; to: string; moreThan?: number | undefined; atMost?: number | undefined };

function spanHolds(span: Span, answers: Answers, today: string, measure: (from: string, to: string) => number): boolean {
  const from = span.from === "today" ? today : answers[span.from];
  const to = span.to === "today" ? today : answers[span.to];
  if (!from || !to || !ISO_DAY.test(from) || !ISO_DAY.test(to)) return false;
  const length = measure(from, to);
  return (span.moreThan === undefined || length > span.moreThan) && (span.atMost === undefined || length <= span.atMost);
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const MS_PER_DAY = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}
