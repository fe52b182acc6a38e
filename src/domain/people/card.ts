import { ok, type Result, refuse } from "../../base/result.ts";
import { parseCompactDay } from "./dates.ts";
import { type IdentityNumber, parseIdentityNumber, type Sex } from "./identity-number.ts";
import { fold, isPersonName } from "./names.ts";
import { mendScannerText } from "./scanner-text.ts";

/** What the QR code on the front of an ID card says. Days are YYYY-MM-DD. The address is written with the units of its day of issue. */
export interface Card {
  readonly identityNumber: string;
  readonly oldNumber: string | null;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: Sex;
  readonly address: string;
  readonly issuedOn: string | null;
}

/** What is wrong with the text of a card's QR, with what each side says; problems.ts has the sentences. Days are YYYY-MM-DD. */
export type CardProblem =
  | { readonly kind: "not-a-card" }
  | { readonly kind: "identity-length"; readonly digits: number }
  | { readonly kind: "place-unknown"; readonly code: string }
  | { readonly kind: "name-unreadable" }
  | { readonly kind: "birth-date"; readonly written: string }
  | { readonly kind: "sex-unknown" }
  | { readonly kind: "sex-differs"; readonly card: Sex; readonly number: Sex }
  | { readonly kind: "year-differs"; readonly card: number; readonly number: number }
  | { readonly kind: "issue-date"; readonly written: string }
  | { readonly kind: "issued-before-birth"; readonly issuedOn: string; readonly birthDate: string };

/**
 * Reads the text of the card's QR: number | old number (may be empty) | name | birth ddMMyyyy | Nam/Nữ | address | issued ddMMyyyy (may be
 * empty); newer cards may append fields. A hand scanner types it, so what scanner-text.ts mends and lost accents are borne. `isPlace` knows
 * the first three digits (content/birth-places.yaml). Every contradiction is answered, not only the first.
 */
export function parseCard(text: string, isPlace: (threeDigits: string) => boolean): Result<Card, CardProblem[]> {
  const fields = mendScannerText(text)
    .split("|")
    .map((field) => field.trim());
  const [number = "", oldNumber = "", name = "", birth = "", sexWord = "", address = "", issued = ""] = fields;
  if (fields.length < 7 || name === "" || !/\d/.test(number)) return refuse([{ kind: "not-a-card" }]);

  const identity = parseIdentityNumber(number);
  const birthDate = parseCompactDay(squeeze(birth));
  const issuedOn = issued === "" ? null : parseCompactDay(squeeze(issued));
  const sex = sexOf(sexWord);
  const problems: CardProblem[] = [
    ...numberProblems(number, identity, isPlace),
    ...(isPersonName(name) ? [] : [{ kind: "name-unreadable" } as const]),
    ...(birthDate.ok ? [] : [{ kind: "birth-date", written: birth } as const]),
    ...(sex === null ? [{ kind: "sex-unknown" } as const] : []),
    ...(issuedOn === null || issuedOn.ok ? [] : [{ kind: "issue-date", written: issued } as const]),
    ...(identity.ok ? contradictions(identity.value, sex, birthDate.ok ? birthDate.value : null) : []),
    ...(birthDate.ok && issuedOn?.ok && issuedOn.value < birthDate.value
      ? [{ kind: "issued-before-birth", issuedOn: issuedOn.value, birthDate: birthDate.value } as const]
      : []),
  ];
  if (problems.length > 0 || !identity.ok || !birthDate.ok || sex === null) return refuse(problems);

  return ok({
    identityNumber: identity.value.number,
    oldNumber: oldNumber === "" ? null : squeeze(oldNumber),
    name,
    birthDate: birthDate.value,
    sex,
    address,
    issuedOn: issuedOn?.ok ? issuedOn.value : null,
  });
}

function numberProblems(
  written: string,
  identity: Result<IdentityNumber, "identity-length">,
  isPlace: (threeDigits: string) => boolean,
): CardProblem[] {
  if (!identity.ok) return [{ kind: "identity-length", digits: written.replace(/\D/g, "").length }];
  return isPlace(identity.value.placeCode) ? [] : [{ kind: "place-unknown", code: identity.value.placeCode }];
}

/** Where the digits of the number say something else than the fields beside it. */
function contradictions(identity: IdentityNumber, sex: Sex | null, birthDate: string | null): CardProblem[] {
  const year = birthDate === null ? identity.birthYear : Number(birthDate.slice(0, 4));
  return [
    ...(sex === null || sex === identity.sex ? [] : [{ kind: "sex-differs", card: sex, number: identity.sex } as const]),
    ...(year === identity.birthYear ? [] : [{ kind: "year-differs", card: year, number: identity.birthYear } as const]),
  ];
}

/** Scanners that cannot type ữ leave "Nu", "N?" or "N". */
function sexOf(word: string): Sex | null {
  const folded = fold(word);
  if (folded === "nam") return "male";
  return folded === "nu" || folded === "n" ? "female" : null;
}

function squeeze(digits: string): string {
  return digits.replaceAll(" ", "");
}
