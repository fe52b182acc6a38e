import { assert } from "../../base/assert.ts";

/**
 * A number from 0 to 9999 as it is read aloud and spelt on civil-status papers: 15 "mười lăm", 21 "hai mươi mốt", 24 "hai mươi tư", 2005
 * "hai nghìn không trăm linh năm".
 *
 * Several spellings are right in Vietnamese; papers want one. Chosen here: the northern administrative one, "linh" and "nghìn" (not "lẻ",
 * "ngàn"); "tư" after mươi and linh, but "mười bốn"; "lăm" after mười and mươi, but "linh năm"; "mốt" after mươi, but "linh một".
 */
export function numberInWords(number: number): string {
  assert(Number.isInteger(number) && number >= 0 && number <= 9999, "a number to be spelt lies between 0 and 9999");
  const thousands = Math.floor(number / 1000);
  const rest = number % 1000;
  if (thousands === 0) return rest < 100 ? belowHundred(rest) : belowThousand(rest);
  return rest === 0 ? `${DIGITS[thousands]} nghìn` : `${DIGITS[thousands]} nghìn ${belowThousand(rest)}`;
}

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/** Behind thousands the hundreds are said even when there are none: hai nghìn không trăm … */
function belowThousand(number: number): string {
  const head = `${DIGITS[Math.floor(number / 100)]} trăm`;
  const rest = number % 100;
  if (rest === 0) return head;
  return rest < 10 ? `${head} linh ${rest === 4 ? "tư" : DIGITS[rest]}` : `${head} ${belowHundred(rest)}`;
}

function belowHundred(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  if (tens === 0) return DIGITS[ones] ?? "";
  const head = tens === 1 ? "mười" : `${DIGITS[tens]} mươi`;
  return ones === 0 ? head : `${head} ${onesAfterTens(tens, ones)}`;
}

function onesAfterTens(tens: number, ones: number): string {
  if (ones === 5) return "lăm";
  if (tens > 1 && ones === 1) return "mốt";
  if (tens > 1 && ones === 4) return "tư";
  return DIGITS[ones] ?? "";
}
