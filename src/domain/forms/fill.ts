import { type Answers, placeKeys } from "./answers.ts";
import { holds } from "./condition.ts";
import type { Field } from "./field.ts";
import type { Lists } from "./lists.ts";

/** Who asks for the procedure, as far as it is known from an ID card, an account or an earlier page. Days are YYYY-MM-DD. */
export interface Applicant {
  readonly name: string;
  readonly identityNumber?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly sex?: "male" | "female" | undefined;
  readonly address?: string | undefined;
  readonly issuedOn?: string | undefined;
  readonly phone?: string | undefined;
}

/** Whom the program knows something of before anybody types: the applicant, and others by their cards, under the names of the declaration. */
export interface KnownPeople {
  readonly applicant: Applicant | null;
  readonly cards: Readonly<Record<string, Applicant>>;
}

/**
 * What is known for a field before it is answered, under its own keys; empty when nothing is. It is shown filled in, to be confirmed: ask
 * nothing twice, take nothing silently.
 */
export function knownFor(field: Field, answers: Answers, { applicant, cards }: KnownPeople, lists: Lists, today: string): Answers {
  const carded = fromCard(field, cards, lists);
  if (carded !== null) return carded;
  for (const { from, only, when } of field.fill) {
    if (!holds(when, answers, today)) continue;
    const known = from.startsWith("applicant.")
      ? fromApplicant(field, from.slice("applicant.".length), applicant, lists)
      : fromAnswer(field, from, answers);
    if (known !== null) return only === "province" ? provinceOf(field, known) : known;
  }
  return field.default === undefined ? {} : { [field.id]: field.default };
}

/** What a card says, under the names that the national forms give to answers about a person. */
const CARD_PARTS: Readonly<Record<string, keyof Applicant>> = {
  hoTen: "name",
  ngaySinh: "birthDate",
  soDinhDanh: "identityNumber",
  gioiTinh: "sex",
  noiCuTru: "address",
  "giayTo.ngayCap": "issuedOn",
};

/** Whether a card of that person would fill in the field. */
export function isOnCard(field: Field, of: string): boolean {
  return field.id.startsWith(`${of}.`) && Object.hasOwn(CARD_PARTS, field.id.slice(of.length + 1));
}

function fromCard(field: Field, cards: KnownPeople["cards"], lists: Lists): Answers | null {
  const [of = "", ...rest] = field.id.split(".");
  const part = CARD_PARTS[rest.join(".")];
  const card = cards[of];
  return part === undefined || card === undefined ? null : fromApplicant(field, part, card, lists);
}

function provinceOf(field: Field, place: Answers): Answers {
  const { province } = placeKeys(field.id);
  return { [province]: place[province] ?? "" };
}

function fromApplicant(field: Field, part: string, applicant: Applicant | null, lists: Lists): Answers | null {
  const value = applicant?.[part as keyof Applicant];
  if (!value) return null;
  if (field.type === "place") {
    const keys = placeKeys(field.id);
    const { province, commune, detail } = lists.splitAddress(value);
    return { [keys.province]: province, [keys.commune]: commune, [keys.detail]: detail };
  }
  if (part === "sex") return { [field.id]: sexOption(field, value) };
  return { [field.id]: value };
}

/** The option of a sex question that means it, whatever its stored value is called. */
function sexOption(field: Field, sex: string): string {
  const label = sex === "male" ? "Nam" : "Nữ";
  return field.options?.find((option) => option.label === label)?.value ?? "";
}

function fromAnswer(field: Field, from: string, answers: Answers): Answers | null {
  if (field.type !== "place") return answers[from] ? { [field.id]: answers[from] } : null;
  const source = placeKeys(from);
  const target = placeKeys(field.id);
  if (!answers[source.province]) return null;
  return {
    [target.province]: answers[source.province] ?? "",
    [target.commune]: answers[source.commune] ?? "",
    [target.detail]: answers[source.detail] ?? "",
  };
}
