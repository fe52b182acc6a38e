import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Card, type CardProblem, parseCard } from "../../../src/domain/people/card.ts";
import { sayCardProblem } from "../../../src/domain/people/problems.ts";

const isPlace = (code: string) => ["001", "056", "058"].includes(code);
const MAU = "056190001234|225123456|Cao Thị Mẫu|15081990|Nữ|Thôn Suối Cau, Khánh Đông, Khánh Vĩnh, Khánh Hòa|10072021";
const MAU_CARD: Card = {
  identityNumber: "056190001234",
  oldNumber: "225123456",
  name: "Cao Thị Mẫu",
  birthDate: "1990-08-15",
  sex: "female",
  address: "Thôn Suối Cau, Khánh Đông, Khánh Vĩnh, Khánh Hòa",
  issuedOn: "2021-07-10",
};

describe("the QR text of an ID card", () => {
  it("gives number, old number, name, birthday, sex, address and day of issue", () => assert.deepEqual(read(MAU), MAU_CARD));

  it("may lack the old number", () => {
    const card = read("056085004321||Bo Bo Văn Thử|02011985|Nam|Thôn Suối Thơm, Khánh Đông, Khánh Vĩnh, Khánh Hòa|05032022");
    assert.equal(card.oldNumber, null);
    assert.equal(card.sex, "male");
  });

  it("may have more fields than seven, as newer cards do", () => assert.deepEqual(read(`${MAU}||Cao Văn Cha|Mấu Thị Mẹ`), MAU_CARD));

  it("is one card however the scanner typed it", () => {
    const damages = {
      "a trailing return": `${MAU}\r\n`,
      "letters in pieces": MAU.normalize("NFD"),
      "full-width bars and digits": MAU.replaceAll("|", "｜").replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
      "spaces around the bars": MAU.replaceAll("|", " | "),
      "a byte order mark": `\uFEFF${MAU}`,
      "UTF-8 shown as Windows-1252": new TextDecoder("windows-1252").decode(new TextEncoder().encode(MAU)),
      "Caps Lock": swapCase(MAU),
    };
    for (const [damage, text] of Object.entries(damages)) assert.deepEqual(read(text), MAU_CARD, damage);
  });

  it("is read without its accents, as a poor scanner leaves it", () => {
    const card = read("056190001234||Cao Thi Mau|15081990|Nu|Thon Suoi Cau, Khanh Dong, Khanh Vinh, Khanh Hoa|10072021");
    assert.equal(card.sex, "female");
    assert.equal(read("056190001234||Cao Thi Mau|15081990|N?|Khanh Hoa|10072021").sex, "female");
  });
});

describe("a contradiction on a card", () => {
  it("is told for each side that does not agree", () => {
    const cases: Record<string, CardProblem["kind"][]> = {
      "056190001234||Cao Thị Mẫu|15081990|Nam|Khánh Hòa|10072021": ["sex-differs"],
      "056190001234||Cao Thị Mẫu|15081991|Nữ|Khánh Hòa|10072021": ["year-differs"],
      "056290001234||Cao Thị Mẫu|15081990|Nam|Khánh Hòa|10072021": ["year-differs"],
      "003190001234||Cao Thị Mẫu|15081990|Nữ|Khánh Hòa|10072021": ["place-unknown"],
      "05619000123||Cao Thị Mẫu|15081990|Nữ|Khánh Hòa|10072021": ["identity-length"],
      "056205007788||Nguyễn Minh Thí Dụ|29022005|Nam|Khánh Hòa|22122023": ["birth-date"],
      "056190001234||Cao Thị Mẫu|15081990|Nữ|Khánh Hòa|31022021": ["issue-date"],
      "056190001234||Cao Thị Mẫu|15081990|Nữ|Khánh Hòa|14081990": ["issued-before-birth"],
      "056190001234||Cao Th? M?u|15081990|Nữ|Khánh Hòa|10072021": ["name-unreadable"],
      "056190001234||Cao Thị Mẫu|15081990|Khác|Khánh Hòa|10072021": ["sex-unknown"],
      "003190001234||Cao Thị Mẫu|15081980|Nam|Khánh Hòa|01011970": ["place-unknown", "sex-differs", "year-differs", "issued-before-birth"],
      "https://vneid.gov.vn": ["not-a-card"],
      "a|b|c|d|e|f|g": ["not-a-card"],
      "": ["not-a-card"],
    };
    for (const [text, kinds] of Object.entries(cases)) {
      assert.deepEqual(
        problemsOf(text).map((problem) => problem.kind),
        kinds,
        text,
      );
    }
  });

  it("is said in words that name both sides, and never show the number", () => {
    assert.deepEqual(problemsOf("056190001234||Cao Thị Mẫu|15081991|Nam|Khánh Hòa|14081990").map(sayCardProblem), [
      "Thẻ ghi Nam, nhưng số định danh là của người nữ. Xin đối chiếu với thẻ.",
      "Thẻ ghi sinh năm 1991, nhưng số định danh là của người sinh năm 1990. Xin đối chiếu với thẻ.",
      "Ngày cấp thẻ 14/08/1990 lại trước ngày sinh 15/08/1991. Xin đối chiếu với thẻ.",
    ]);
    assert.deepEqual(problemsOf("056205007788||Nguyễn Minh Thí Dụ|29022005|Nam|Khánh Hòa|22122023").map(sayCardProblem), [
      "Ngày sinh 29/02/2005 không có trong lịch. Xin đối chiếu với thẻ rồi gõ lại.",
    ]);
  });

  it("never breaks the reader, whatever is scanned", () => {
    const noise = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.string(), { maxLength: 9 }).map((fields) => fields.join("|")),
    );
    fc.assert(
      fc.property(noise, (text) => parseCard(text, isPlace).ok || problemsOf(text).every((problem) => sayCardProblem(problem) !== "")),
    );
  });
});

function read(text: string): Card {
  const card = parseCard(text, isPlace);
  assert.ok(card.ok, card.ok ? "" : card.reason.map(sayCardProblem).join(" "));
  return card.value;
}

function problemsOf(text: string): CardProblem[] {
  const card = parseCard(text, isPlace);
  return card.ok ? [] : card.reason;
}

function swapCase(text: string): string {
  return [...text].map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase())).join("");
}
