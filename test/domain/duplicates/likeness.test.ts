import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { keysOfSubject } from "../../../src/domain/duplicates/keys.ts";
import { type Likeness, likeness } from "../../../src/domain/duplicates/likeness.ts";
import type { LikePerson, Subject } from "../../../src/domain/duplicates/subject.ts";
import { daysAlike, distance, namesAlike } from "../../../src/domain/duplicates/words.ts";

interface Birth {
  child?: string;
  born?: string;
  sex?: string;
  number?: string;
  mother?: string;
  father?: string;
}
const CHILD = "Cao Thị Mẫu Hòa";

function aBirth({
  child = CHILD,
  born = "2026-11-01",
  sex = "nu",
  number = "",
  mother = "Mấu Thị Thử",
  father = "Bo Bo Văn Thử",
}: Birth = {}): Subject {
  const parent = (of: string, name: string): LikePerson => ({ of, role: "support", name, birthDate: "", identityNumber: "", sex: "" });
  const people = [
    { of: "con", role: "subject", name: child, birthDate: born, identityNumber: number, sex } as const,
    parent("me", mother),
    parent("cha", father),
  ];
  return { kind: "birth", people, details: [], day: "2026-11-20", withinDays: null };
}

function aMarriage(groom: string, bride: string, born: readonly [string, string] = ["1990-02-03", "1992-05-06"]): Subject {
  const person = (of: string, name: string, birthDate: string): LikePerson => ({
    of,
    role: "subject",
    name,
    birthDate,
    identityNumber: "",
    sex: "",
  });
  return {
    kind: "marriage",
    people: [person("nam", groom, born[0]), person("nu", bride, born[1])],
    details: [],
    day: "2026-11-20",
    withinDays: null,
  };
}

const BIRTHS: readonly [what: string, other: Birth, expected: Likeness][] = [
  ["the same child again", {}, "same"],
  ["without accents", { child: "CAO THI MAU HOA", mother: "mau thi thu", father: "bo bo van thu" }, "same"],
  ["the tone on the other vowel", { child: "Cao Thị Mẫu Hoà" }, "same"],
  ["day and month changed places", { born: "2026-01-11" }, "same"],
  ["a digit of the day is another", { born: "2026-11-02" }, "same"],
  ["letters changed places", { child: "Coa Thị Mẫu Hòa" }, "same"],
  ["a part of the name is missing", { child: "Cao Thị Hòa" }, "same"],
  ["one parent is not named", { father: "" }, "same"],
  ["one parent is another", { father: "Tro Văn Mẫu" }, "same"],
  ["both parents are others", { mother: "Tro Thị Ví Dụ", father: "Tro Văn Mẫu" }, "maybe"],
  ["a letter of the given name is another", { child: "Cao Thị Mẫu Hoan" }, "maybe"],
  ["the other sex", { sex: "nam" }, "maybe"],
  ["the day is not known", { born: "" }, "maybe"],
  ["twins: other name, same day, same parents", { child: "Cao Thị Ví Dụ" }, "maybe"],
  ["a twin whose name is near", { child: "Cao Thị Mẫu Hào" }, "maybe"],
  ["another child of that day", { child: "Tro Thị Ví Dụ", mother: "Tro Thị Mẫu", father: "Tro Văn Thử" }, "different"],
  ["a brother or sister of another year", { child: "Cao Thị Ví Dụ", born: "2024-03-09" }, "different"],
  ["the same name, another year", { born: "2019-03-25" }, "different"],
];

const MARRIAGES: readonly [what: string, other: Subject, expected: Likeness][] = [
  ["the same couple", aMarriage("Bo Bo Văn Thử", "Cao Thị Mẫu"), "same"],
  ["typed without accents", aMarriage("bo bo van thu", "cao thi mau"), "same"],
  ["one of them with somebody else", aMarriage("Bo Bo Văn Thử", "Tro Thị Ví Dụ", ["1990-02-03", "1995-09-09"]), "maybe"],
  ["another couple", aMarriage("Tro Văn Thí Dụ", "Tro Thị Ví Dụ", ["1980-02-03", "1995-09-09"]), "different"],
];

describe("likeness of two dossiers", () => {
  for (const [what, other, expected] of BIRTHS)
    it(`of births is "${expected}": ${what}`, () => {
      assert.equal(likeness(aBirth(), aBirth(other)), expected);
      assert.equal(likeness(aBirth(other), aBirth()), expected, "and the other way round");
    });

  for (const [what, other, expected] of MARRIAGES)
    it(`of marriages is "${expected}": ${what}`, () => {
      assert.equal(likeness(aMarriage("Bo Bo Văn Thử", "Cao Thị Mẫu"), other), expected);
    });

  it("goes by the number where there is one: one number is one person, two are two", () => {
    const [number, far] = ["056226000123", "056226999888"];
    assert.equal(likeness(aBirth({ number }), aBirth({ number, born: "2026-03-25" })), "same");
    assert.equal(likeness(aBirth({ number }), aBirth({ number: far })), "maybe", "twins by their parents, not one child");
    assert.equal(likeness(aBirth({ number }), aBirth({ number: "056226000132" })), "same", "a slip in the number");
  });

  it("of requests counts for a time only, and only where they ask for the same", () => {
    const asked = (day: string, what: string): Subject => ({ ...aBirth(), kind: "marital-status", day, details: [what], withinDays: 30 });
    assert.equal(likeness(asked("2026-11-01", "ket-hon"), asked("2026-11-20", "ket-hon")), "same");
    assert.equal(likeness(asked("2026-11-01", "ket-hon"), asked("2026-12-20", "ket-hon")), "different");
    assert.equal(likeness(asked("2026-11-01", "ket-hon"), asked("2026-11-20", "vay-von")), "different");
    assert.equal(likeness(asked("2026-11-01", "ket-hon"), asked("2026-11-20", "")), "same", "what is not known yet contradicts nothing");
    assert.equal(likeness(aBirth(), { ...aBirth(), kind: "death" }), "different");
  });

  const name = fc
    .array(fc.constantFrom("Cao", "Bo", "Thị", "Văn", "Mẫu", "Mậu", "Thử", "Hòa", "Hoà", "Hào", "Lan", "Loan", "Mấu", "Ví", "Dụ"), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) => parts.join(" "));
  const day = fc.constantFrom("2026-11-01", "2026-01-11", "2026-11-02", "2025-11-01", "2024-05-06", "");
  const number = fc.constantFrom("", "056226000123", "056226000132", "056226999888");
  const birth = fc
    .record({
      child: name,
      born: day,
      number,
      sex: fc.constantFrom("", "nam", "nu"),
      mother: fc.oneof(name, fc.constant("")),
      father: name,
    })
    .map(aBirth);

  it("is the same both ways round", () => {
    fc.assert(fc.property(birth, birth, (one, other) => likeness(one, other) === likeness(other, one)));
  });

  it("finds everything that says who it is about to be the same as itself", () => {
    fc.assert(
      fc.property(birth, (one) => {
        const says = one.people[0]?.birthDate !== "" || one.people[0]?.identityNumber !== "";
        return likeness(one, one) === (says ? "same" : "maybe");
      }),
    );
  });

  it("does not care about accents, capitals or how the letters are composed", () => {
    const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").toUpperCase();
    const bare = (subject: Subject) => ({ ...subject, people: subject.people.map((person) => ({ ...person, name: plain(person.name) })) });
    fc.assert(fc.property(birth, birth, (one, other) => likeness(one, other) === likeness(bare(one), other)));
  });

  it("is found by a key that both share whenever it is the same", () => {
    const shares = (one: Subject, other: Subject) => keysOfSubject(one).some((key) => keysOfSubject(other).includes(key));
    fc.assert(
      fc.property(birth, birth, (one, other) => likeness(one, other) !== "same" || shares(one, other)),
      { numRuns: 2_000 },
    );
    for (const [what, other, expected] of BIRTHS) assert.ok(expected === "different" || shares(aBirth(), aBirth(other)), what);
  });
});

describe("words that are nearly the same", () => {
  it("are counted by slips: a letter more, less, else, or two that changed places", () => {
    assert.deepEqual(
      [distance("lan", "loan"), distance("lan", "lna"), distance("lan", "la"), distance("", "ab"), distance("ca", "abc")],
      [1, 1, 1, 2, 3],
    );
    fc.assert(
      fc.property(
        fc.string({ maxLength: 8 }),
        fc.string({ maxLength: 8 }),
        (a, b) => distance(a, b) === distance(b, a) && (distance(a, b) === 0) === (a === b),
      ),
    );
  });

  it("are names in another order, days the other way round; nobody is like an empty name", () => {
    assert.equal(namesAlike("Mẫu Cao Thị", "Cao Thị Mẫu"), "same");
    assert.equal(namesAlike("", "Cao Thị Mẫu"), "unknown");
    assert.equal(namesAlike("Y", "Cao Thị Mẫu"), "other");
    assert.deepEqual(
      [daysAlike("2026-11-01", "2026-01-11"), daysAlike("", "2026-01-11"), daysAlike("2026-11-01", "2025-03-09")],
      ["near", "unknown", "other"],
    );
  });
});
