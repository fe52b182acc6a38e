import assert from "node:assert/strict";
import type { Procedure } from "../../src/domain/catalogue/procedure.ts";
import { addDays } from "../../src/domain/deadlines/days.ts";
import { type Answers, placeKeys } from "../../src/domain/forms/answers.ts";
import type { Field } from "../../src/domain/forms/field.ts";
import { effectiveAnswers, journey, keysOf, parsePage } from "../../src/domain/forms/journey.ts";
import type { ParseContext } from "../../src/domain/forms/parse-answer.ts";

/** A whole number from 0 up to, but not, the given one. */
export type Draw = (below: number) => number;

export interface Walk {
  /** What counts in the end. */
  readonly answers: Answers;
  /** The pages and fields that were asked on the way, and the sentences with which answers were refused. */
  readonly pages: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  readonly refusals: ReadonlySet<string>;
}

/**
 * Somebody who answers every question as chance will have it, in words that could be true, until none is left. An answer that contradicts
 * another is drawn again; where an early answer leaves no way on, they begin anew.
 */
export function walk(procedure: Procedure, context: ParseContext, draw: Draw): Walk {
  const pages = new Set<string>();
  const fields = new Set<string>();
  const refusals = new Set<string>();
  let answers: Answers = {};
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const { next } = journey(procedure, answers, context);
    if (next === null) return { answers: effectiveAnswers(procedure, answers, context), pages, fields, refusals };
    const typed = Object.assign({}, ...next.page.fields.map((field) => typedFor(field, context.today, draw)));
    const read = parsePage(procedure, next, answers, typed, context);
    pages.add(next.page.id);
    for (const field of next.page.fields) if (keysOf(field).some((key) => read.answers[key] !== undefined)) fields.add(field.id);
    for (const sentence of Object.values(read.problems)) refusals.add(sentence);
    if (Object.keys(read.problems).length === 0) answers = { ...answers, ...read.answers };
    else if (tries % TRIES_BEFORE_BEGINNING_ANEW === 0) answers = {};
  }
  return assert.fail(
    `${procedure.code}: no way through after ${MOST_TRIES} answers; at "${journey(procedure, answers, context).next?.page.id}"`,
  );
}

const MOST_TRIES = 2_000;
const TRIES_BEFORE_BEGINNING_ANEW = 25;

/** Chance from a number: the same number, the same draws (a linear congruential generator, constants of Numerical Recipes). */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function typedFor(field: Field, today: string, draw: Draw): Answers {
  const blank = !field.required && draw(2) === 0;
  if (field.type === "place") return blank ? {} : somePlace(field.id, draw);
  return { [field.id]: blank ? "" : someAnswer(field, today, draw) };
}

function someAnswer(field: Field, today: string, draw: Draw): string {
  switch (field.type) {
    case "choice":
      return one(field.options ?? [], draw).value;
    case "yes-no":
      return one(["yes", "no"], draw);
    case "date":
      return addDays(today, field.future && draw(3) > 0 ? draw(one(DAYS_AHEAD, draw)) : -draw(one(DAYS_BACK, draw)));
    case "number":
      return String((field.min ?? 0) + draw(Math.min((field.max ?? 100) - (field.min ?? 0) + 1, 90)));
    case "name":
      return one(["Cao Thị Mẫu", "Bo Bo Văn Thử", "Mấu Thí Dụ"], draw);
    case "identity-number":
      return one(["056190001234", "056085004321", "056202000007"], draw);
    case "phone":
      return "0900000001";
    case "email":
      return "mau@vi-du.vn";
    case "ethnic-group":
      return one(["Ra-glai", "Kinh", "Ê-đê"], draw);
    case "nationality":
      return one(["Việt Nam", "Hàn Quốc"], draw);
    default:
      return one(["Ghi thử một dòng", "Xã Bắc Khánh Vĩnh"], draw);
  }
}

/** Days and years: a birth of this week, a grown-up, somebody old. */
const DAYS_BACK = [10, 90, 365, 3_650, 7_000, 12_000, 20_000, 30_000];

/** A visit of this week, a stay of years. */
const DAYS_AHEAD = [20, 90, 1_000];

function somePlace(id: string, draw: Draw): Answers {
  const keys = placeKeys(id);
  return { [keys.province]: "56", [keys.commune]: one(["22615", "22609"], draw), [keys.detail]: one(["Thôn Suối Cau", ""], draw) };
}

function one<T>(of: readonly T[], draw: Draw): T {
  const drawn = of[draw(of.length)];
  assert.ok(drawn !== undefined);
  return drawn;
}
