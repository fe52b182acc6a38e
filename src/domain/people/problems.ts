import type { CardProblem } from "./card.ts";
import { formatDay } from "./dates.ts";
import type { Sex } from "./identity-number.ts";

/** The sentence for the person who holds the card: what does not agree, and what to do. It never shows the number. */
export function sayCardProblem(problem: CardProblem): string {
  const say = SENTENCES[problem.kind] as (problem: CardProblem) => string;
  return say(problem);
}

const SENTENCES: { readonly [Kind in CardProblem["kind"]]: (problem: Extract<CardProblem, { kind: Kind }>) => string } = {
  "not-a-card": () => "Đây không phải mã QR trên thẻ căn cước. Xin quét mã vuông ở mặt trước thẻ, hoặc gõ tay.",
  "identity-length": ({ digits }) => `Số định danh phải có 12 chữ số, mã này có ${digits}. Xin quét lại, hoặc gõ số theo thẻ.`,
  "place-unknown": ({ code }) => `Ba chữ số đầu ${code} không có trong danh sách tỉnh. Xin đối chiếu với thẻ.`,
  "name-unreadable": () => "Máy quét đọc tên không đúng chữ. Xin quét lại, hoặc gõ tên theo thẻ.",
  "birth-date": ({ written }) => `Ngày sinh ${asDay(written)} không có trong lịch. Xin đối chiếu với thẻ rồi gõ lại.`,
  "sex-unknown": () => "Chưa đọc được giới tính trên thẻ. Xin quét lại, hoặc chọn theo thẻ.",
  "sex-differs": ({ card, number }) =>
    `Thẻ ghi ${SEX_WORDS[card]}, nhưng số định danh là của người ${SEX_WORDS[number].toLowerCase()}. Xin đối chiếu với thẻ.`,
  "year-differs": ({ card, number }) =>
    `Thẻ ghi sinh năm ${card}, nhưng số định danh là của người sinh năm ${number}. Xin đối chiếu với thẻ.`,
  "issue-date": ({ written }) => `Ngày cấp thẻ ${asDay(written)} không có trong lịch. Xin đối chiếu với thẻ rồi gõ lại.`,
  "issued-before-birth": ({ issuedOn, birthDate }) =>
    `Ngày cấp thẻ ${formatDay(issuedOn)} lại trước ngày sinh ${formatDay(birthDate)}. Xin đối chiếu với thẻ.`,
};

const SEX_WORDS = { male: "Nam", female: "Nữ" } as const satisfies Record<Sex, string>;

/** 29022005 as 29/02/2005; what has another shape is shown as it came. */
function asDay(written: string): string {
  return written.replace(/^(\d{2})(\d{2})(\d{4})$/, "$1/$2/$3");
}
