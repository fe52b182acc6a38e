import { ok, type Result, refuse } from "../../base/result.ts";
import { parseCompactDay } from "./dates.ts";
import { parseIdentityNumber, type Sex } from "./identity-number.ts";
import { fold } from "./names.ts";

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

/** Contradictions on a card, in the words for the person who holds it. */
export const CARD_PROBLEMS = {
  "not-a-card": "Đây không phải mã QR trên thẻ căn cước. Xin quét mã vuông ở mặt trước thẻ, hoặc gõ tay.",
  "identity-length": "Số định danh trên thẻ không đủ 12 chữ số. Xin quét lại, hoặc gõ số theo thẻ.",
  "place-unknown": "Ba chữ số đầu của số định danh không có trong danh sách tỉnh. Xin đối chiếu với thẻ.",
  "birth-date": "Ngày sinh trong mã QR không có trong lịch. Xin đối chiếu với thẻ rồi gõ lại.",
  "sex-differs": "Số định danh cho biết giới tính khác với giới tính ghi trên thẻ. Xin đối chiếu với thẻ.",
  "year-differs": "Số định danh cho biết năm sinh khác với ngày sinh ghi trên thẻ. Xin đối chiếu với thẻ.",
  "sex-unknown": "Chưa đọc được giới tính trên thẻ. Xin chọn lại.",
  "issued-before-birth": "Ngày cấp thẻ trước ngày sinh. Xin đối chiếu với thẻ.",
} as const;

export type CardProblem = keyof typeof CARD_PROBLEMS;

/**
 * Reads the text of the card's QR: number | old number (may be empty) | name | birth ddMMyyyy | Nam/Nữ | address | issued ddMMyyyy, newer
 * cards may append fields. A hand scanner types it, so spaces, a trailing return and lost accents are borne. `isPlace` knows the first
 * three digits. Every contradiction is answered, not only the first.
 */
export function parseCard(text: string, isPlace: (threeDigits: string) => boolean): Result<Card, CardProblem[]> {
  const fields = text
    .normalize("NFC")
    .replace(/[\r\n]+/g, " ")
    .replaceAll("｜", "|")
    .split("|")
    .map((field) => field.trim().replace(/\s+/g, " "));
  const [number = "", oldNumber = "", name = "", birth = "", sexWord = "", address = "", issued = ""] = fields;
  if (fields.length < 7 || name === "") return refuse(["not-a-card"]);

  const problems: CardProblem[] = [];
  const identity = parseIdentityNumber(number);
  const birthDate = parseCompactDay(birth);
  const issuedOn = parseCompactDay(issued);
  const sex = sexOf(sexWord);
  if (!identity.ok) problems.push("identity-length");
  else if (!isPlace(identity.value.placeCode)) problems.push("place-unknown");
  if (!birthDate.ok) problems.push("birth-date");
  if (sex === null) problems.push("sex-unknown");
  if (identity.ok && sex !== null && identity.value.sex !== sex) problems.push("sex-differs");
  if (identity.ok && birthDate.ok && identity.value.birthYear !== Number(birthDate.value.slice(0, 4))) problems.push("year-differs");
  if (birthDate.ok && issuedOn.ok && issuedOn.value < birthDate.value) problems.push("issued-before-birth");
  if (problems.length > 0 || !identity.ok || !birthDate.ok || sex === null) return refuse(problems);

  return ok({
    identityNumber: identity.value.number,
    oldNumber: oldNumber === "" ? null : oldNumber,
    name,
    birthDate: birthDate.value,
    sex,
    address,
    issuedOn: issuedOn.ok ? issuedOn.value : null,
  });
}

function sexOf(word: string): Sex | null {
  const folded = fold(word);
  if (folded === "nam") return "male";
  return folded === "nu" ? "female" : null;
}
