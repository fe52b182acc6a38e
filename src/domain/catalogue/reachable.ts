import type { Condition } from "../forms/condition.ts";
import { fieldsOf } from "../forms/condition.ts";
import { optionsOf } from "../forms/condition-words.ts";
import type { Field, FormPage } from "../forms/field.ts";
import { sectionsOf } from "../forms/journey.ts";
import type { Procedure } from "./procedure.ts";

/** More ways to answer than this are not tried out one by one. */
const TRIED_AT_MOST = 20_000;

/** Beside a chosen answer: anything typed, and nothing. */
const TYPED = "\u0000typed";

interface Asked {
  readonly page: FormPage;
  readonly field: Field;
  /** All of them must hold for the field to be asked. */
  readonly when: readonly Condition[];
}

/**
 * Pages that no way of answering leads to: every combination of the answers that matter is tried. Days and spans of years are taken as free to hold or
 * not. Where there are too many combinations the page counts as reachable: a warning must be right.
 */
export function unreachablePages(procedure: Procedure): FormPage[] {
  const asked = sectionsOf(procedure).flatMap((section) =>
    section.pages.flatMap((page) =>
      page.fields.map((field) => ({ page, field, when: [section.when, page.when, field.when].flatMap((when) => when ?? []) })),
    ),
  );
  const byId = new Map(asked.map((one) => [one.field.id, one]));
  const pages = [...new Set(asked.map(({ page }) => page))];
  return pages.filter((page) => !asked.some((one) => one.page === page && reachable(one, byId)));
}

function reachable(target: Asked, byId: ReadonlyMap<string, Asked>): boolean {
  const concerned = closure(target, byId);
  const ways = concerned.map(({ field }) => ["", ...(optionsOf(field).length > 0 ? optionsOf(field).map(({ value }) => value) : [TYPED])]);
  const count = ways.reduce((product, way) => product * way.length, 1);
  if (count > TRIED_AT_MOST) return true;
  for (let number = 0; number < count; number += 1) {
    const answers = assignment(concerned, ways, number);
    const consistent = concerned.every((one) => answers.get(one.field.id) === "" || one.when.every((when) => mayHold(when, answers)));
    if (consistent && target.when.every((when) => mayHold(when, answers))) return true;
  }
  return false;
}

/** The fields on whose answers it depends, and on which those depend in turn. */
function closure(target: Asked, byId: ReadonlyMap<string, Asked>): Asked[] {
  const found = new Map<string, Asked>();
  const visit = (one: Asked) => {
    for (const id of one.when.flatMap(fieldsOf)) {
      const next = byId.get(id);
      if (next === undefined || found.has(id)) continue;
      found.set(id, next);
      visit(next);
    }
  };
  visit(target);
  return [...found.values()];
}

/** The `number`-th way to answer all of them. */
function assignment(concerned: readonly Asked[], ways: readonly (readonly string[])[], number: number): Map<string, string> {
  let rest = number;
  return new Map(
    concerned.map(({ field }, index) => {
      const way = ways[index] ?? [""];
      const value = way[rest % way.length] ?? "";
      rest = Math.floor(rest / way.length);
      return [field.id, value];
    }),
  );
}

function mayHold(condition: Condition, answers: ReadonlyMap<string, string>): boolean {
  if ("all" in condition) return condition.all.every((part) => mayHold(part, answers));
  if ("any" in condition) return condition.any.some((part) => mayHold(part, answers));
  if ("not" in condition) return mayFail(condition.not, answers);
  if ("days" in condition || "years" in condition) return true;
  const answer = answers.get(condition.field);
  if (answer === undefined) return true;
  if ("answered" in condition) return (answer !== "") === condition.answered;
  if (answer === TYPED) return true;
  if ("is" in condition) return answer === condition.is;
  if ("isNot" in condition) return answer !== "" && answer !== condition.isNot;
  return condition.in.includes(answer);
}

function mayFail(condition: Condition, answers: ReadonlyMap<string, string>): boolean {
  if ("all" in condition) return condition.all.some((part) => mayFail(part, answers));
  if ("any" in condition) return condition.any.every((part) => mayFail(part, answers));
  if ("not" in condition) return mayHold(condition.not, answers);
  if ("days" in condition || "years" in condition) return true;
  const answer = answers.get(condition.field);
  if (answer === undefined || (answer === TYPED && !("answered" in condition))) return true;
  return !mayHold(condition, answers);
}
