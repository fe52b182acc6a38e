import { ok, type Result, refuse } from "../../base/result.ts";
import { parseTypedDate } from "../people/dates.ts";
import { parseIdentityNumber } from "../people/identity-number.ts";
import { isPersonName, tidyName } from "../people/names.ts";
import { parsePhone } from "../people/phone.ts";
import { type Answers, placeKeys } from "./answers.ts";
import type { Field, FieldType } from "./field.ts";
import type { Lists } from "./lists.ts";
import type { AnswerProblem } from "./problems.ts";

/** What parsing looks at besides the text: the lists, and the day at the office (YYYY-MM-DD). */
export interface ParseContext {
  readonly lists: Lists;
  readonly today: string;
}

/** The parsed parts of one field's answer (one key, or three for a place), or the problem to say at it. */
export type ParsedAnswer = Result<Answers, AnswerProblem>;

/**
 * Turns what was typed or sent for one field into its stored form. `typed` holds the field's own keys. A choice may come as its value or as
 * its label; an empty answer to a field that need not be answered is kept as an empty text: asked and left blank.
 */
export function parseAnswer(field: Field, typed: Answers, context: ParseContext): ParsedAnswer {
  if (field.type === "place") return parsePlace(field, typed, context);
  const text = (typed[field.id] ?? "").normalize("NFC").trim();
  if (text === "") return field.required ? refuse(missingProblem(field.type)) : ok({ [field.id]: "" });
  if (text.length > (field.maxLength ?? DEFAULT_LENGTH[field.type] ?? 200)) return refuse("too-long");
  const parsed = PARSERS[field.type](text, field, context);
  return parsed.ok ? ok({ [field.id]: parsed.value }) : parsed;
}

/** The longest answer of a kind, in characters, where a field says nothing itself. */
const DEFAULT_LENGTH: Partial<Record<FieldType, number>> = { paragraph: 2000, name: 100, text: 300 };

type Parser = (text: string, field: Field, context: ParseContext) => Result<string, AnswerProblem>;

const PARSERS = {
  text: (text) => ok(text),
  paragraph: (text) => ok(text.replaceAll("\r\n", "\n")),
  name: (text) => (isPersonName(text) ? ok(tidyName(text)) : refuse("name-letters")),
  date: (text, field, { today }) => parseDay(text, field, today),
  choice: (text, field) => parseOption(text, field.options ?? []),
  "yes-no": (text) => parseOption(text, YES_NO),
  number: (text, field) => parseNumber(text, field),
  "identity-number": (text, _field, { lists }) => parseIdentity(text, lists),
  phone: (text) => {
    const phone = parsePhone(text);
    return phone.ok ? ok(phone.value) : refuse("phone-shape");
  },
  email: (text) => (/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text) ? ok(text.toLowerCase()) : refuse("email-shape")),
  "ethnic-group": (text, _field, { lists }) => found(lists.ethnicGroupCode(text), "not-an-ethnic-group"),
  nationality: (text) => ok(text),
  place: () => refuse("missing-place"),
} as const satisfies Record<FieldType, Parser>;

/** The two answers of a yes-no field. */
export const YES_NO = [
  { value: "yes", label: "Có" },
  { value: "no", label: "Không" },
] as const;

function parseOption(text: string, options: readonly { value: string; label: string }[]): Result<string, AnswerProblem> {
  const alias = text === "true" ? "yes" : text === "false" ? "no" : text;
  const chosen = options.find((option) => option.value === alias || option.label.toLowerCase() === alias.toLowerCase());
  return found(chosen?.value ?? null, "not-an-option");
}

function parseDay(text: string, field: Field, today: string): Result<string, AnswerProblem> {
  const day = parseTypedDate(text);
  if (!day.ok) return refuse(day.reason);
  if (!field.future && day.value > today) return refuse("day-ahead");
  return day.value < OLDEST_DAY ? refuse("day-too-old") : day;
}

/** Nobody who still needs a paper was born before this day. */
const OLDEST_DAY = "1880-01-01";

function parseNumber(text: string, field: Field): Result<string, AnswerProblem> {
  if (!/^-?\d{1,12}$/.test(text)) return refuse("not-a-number");
  const number = Number(text);
  if (number < (field.min ?? 0)) return refuse("too-small");
  return number > (field.max ?? Number.MAX_SAFE_INTEGER) ? refuse("too-big") : ok(String(number));
}

function parseIdentity(text: string, lists: Lists): Result<string, AnswerProblem> {
  const parsed = parseIdentityNumber(text);
  if (!parsed.ok) return refuse("identity-length");
  return lists.isProvinceOfIdentityNumber(parsed.value.number.slice(0, 3)) ? ok(parsed.value.number) : refuse("identity-province");
}

/** A commune that is not in our lists is kept as it was written: the lists hold one province, people come from all. */
function parsePlace(field: Field, typed: Answers, { lists }: ParseContext): ParsedAnswer {
  const keys = placeKeys(field.id);
  const whole = (typed[field.id] ?? "").trim();
  const given = whole === "" ? pick(typed, keys) : lists.splitAddress(whole);
  const empty = Object.values(given).every((part) => part.trim() === "");
  if (empty) return field.required ? refuse("missing-place") : ok({ [keys.province]: "", [keys.commune]: "", [keys.detail]: "" });
  const province = lists.provinceCode(given.province.trim());
  if (province === null) return refuse(given.province.trim() === "" ? "missing-place" : "not-a-province");
  const commune = given.commune.normalize("NFC").trim();
  if (commune === "" && field.required) return refuse("missing-place");
  const detail = given.detail.normalize("NFC").trim();
  if (commune.length + detail.length > 300) return refuse("too-long");
  return ok({ [keys.province]: province, [keys.commune]: lists.communeCode(commune, province) ?? commune, [keys.detail]: detail });
}

function pick(typed: Answers, keys: ReturnType<typeof placeKeys>) {
  return { province: typed[keys.province] ?? "", commune: typed[keys.commune] ?? "", detail: typed[keys.detail] ?? "" };
}

function missingProblem(type: FieldType): AnswerProblem {
  return type === "choice" || type === "yes-no" ? "missing-choice" : "missing";
}

function found(value: string | null, otherwise: AnswerProblem): Result<string, AnswerProblem> {
  return value === null ? refuse(otherwise) : ok(value);
}
