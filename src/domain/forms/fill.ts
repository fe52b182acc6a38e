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

/**
 * What is known for a field before it is answered, under its own keys; empty when nothing is. It is shown filled in, to be confirmed: ask
 * nothing twice, take nothing silently.
 */
export function knownFor(field: Field, answers: Answers, applicant: Applicant | null, lists: Lists, today: string): Answers {
  for (const { from, when } of field.fill) {
    if (!holds(when, answers, today)) continue;
    const known = from.startsWith("applicant.")
      ? fromApplicant(field, from.slice("applicant.".length), applicant, lists)
      : fromAnswer(field, from, answers);
    if (known !== null) return known;
  }
  return field.default === undefined ? {} : { [field.id]: field.default };
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
