/**
 * The search key of a text: small letters without accents, đ as d, everything but letters and digits as one space. "Hòa", "Hoà" and "HOÀ"
 * have the same key, so names compare equal however their tone was placed.
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Can this be a person's name? Letters of any alphabet, and the marks that names of ethnic minorities carry (Y Bhăm, H'Hen, K'Brêu). One
 * word is enough: not every people here uses three.
 */
export function isPersonName(text: string): boolean {
  return PERSON_NAME.test(text.normalize("NFC").trim());
}

const PERSON_NAME = /^\p{L}[\p{L}\p{M}'’ʼ.-]*(?: +[\p{L}\p{M}'’ʼ.-]+){0,24}$/u;

/** The name with single spaces and each word's first letter large, as long as it was typed all small or all large. */
export function tidyName(text: string): string {
  const name = text.normalize("NFC").trim().replace(/\s+/g, " ");
  const typedFlat = name === name.toLocaleLowerCase("vi") || name === name.toLocaleUpperCase("vi");
  return typedFlat
    ? name.toLocaleLowerCase("vi").replace(/(^|[ '’-])(\p{L})/gu, (_all, before, letter) => before + letter.toLocaleUpperCase("vi"))
    : name;
}
