import { ok, type Result, refuse } from "../../base/result.ts";

/** A Vietnamese phone number as 0xxxxxxxxx: mobile (03, 05, 07, 08, 09) or a landline (02…). Spaces, dots, +84 and 0084 are understood. */
export function parsePhone(text: string): Result<string, "phone-shape"> {
  const digits = text
    .normalize("NFKC")
    .replace(/[\s.()-]/g, "")
    .replace(/^(?:\+|00)?84(?=\d{9,10}$)/, "0");
  return MOBILE.test(digits) || LANDLINE.test(digits) ? ok(digits) : refuse("phone-shape");
}

const MOBILE = /^0[35789]\d{8}$/;

/** Area code and number together have eleven digits since 2017: 0258 3xxx xxx. */
const LANDLINE = /^02\d{9}$/;
