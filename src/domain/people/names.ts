/**
 * The search key of a text: small letters without accents, đ as d, everything but letters and digits as one space. "Hòa", "Hoà" and "HOÀ"
 * have the same key, so names compare equal however their tone was placed or their letters were composed.
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[đð]/g, "d")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Can this be a person's name? Latin letters with any accents, and the marks that names of ethnic minorities carry (Y Bhăm, H'Hen, K'Brêu).
 * One word is enough: not every people here uses three. Digits, and more than 25 words or 100 characters, are no name.
 */
export function isPersonName(text: string): boolean {
  const name = text.normalize("NFC").trim();
  return name.length <= LONGEST_NAME && PERSON_NAME.test(name);
}

const LONGEST_NAME = 100;

const PERSON_NAME = /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’ʼ.-]*(?:\s+[\p{Script=Latin}\p{M}'’ʼ.-]+){0,24}$/u;

/** The name with single spaces and each word's first letter large, as long as it was typed all small or all large. */
export function tidyName(text: string): string {
  const name = text.normalize("NFC").trim().replace(/\s+/g, " ");
  const typedFlat = name === name.toLocaleLowerCase("vi") || name === upperName(name);
  return typedFlat
    ? name.toLocaleLowerCase("vi").replace(/(^|[ '’ʼ-])(\p{L})/gu, (_all, before, letter) => before + upperName(letter))
    : name;
}

/** The name in capitals, as forms want it: CAO THỊ MẪU. */
export function upperName(text: string): string {
  return text.normalize("NFC").toLocaleUpperCase("vi");
}
