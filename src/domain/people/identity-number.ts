import { ok, type Result, refuse } from "../../base/result.ts";

export type Sex = "male" | "female";

/** What a personal identification number says by itself: where the birth was registered, the sex and the year of birth. */
export interface IdentityNumber {
  readonly number: string;
  /** Province of birth registration (old list of 63), or a country code for people born abroad. */
  readonly placeCode: string;
  readonly sex: Sex;
  readonly birthYear: number;
}

/**
 * Reads the twelve digits of a personal identification number: place (3), century and sex (1), year (2), chance (6); there is no check
 * digit. Spaces, dots and hyphens between the digits are borne. Whether the place exists is asked of content/birth-places.yaml. Source:
 * Decree 137/2015/NĐ-CP article 13, Circular 59/2021/TT-BCA.
 */
export function parseIdentityNumber(text: string): Result<IdentityNumber, "identity-length"> {
  const number = text.normalize("NFKC").replace(/[\s.-]/g, "");
  if (!/^\d{12}$/.test(number)) return refuse("identity-length");
  const century = Number(number[3]);
  return ok({
    number,
    placeCode: number.slice(0, 3),
    sex: century % 2 === 0 ? "male" : "female",
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6)),
  });
}

/** For a screen that others can see: 056•••••1234. What is too short to keep its ends is masked whole. */
export function maskIdentityNumber(number: string): string {
  return number.length < 9 ? "•".repeat(number.length) : `${number.slice(0, 3)}•••••${number.slice(-4)}`;
}
