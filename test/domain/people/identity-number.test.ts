import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { maskIdentityNumber, parseIdentityNumber } from "../../../src/domain/people/identity-number.ts";

describe("a personal identification number", () => {
  it("says place, sex and year of birth by its first six digits", () => {
    assert.deepEqual(parseIdentityNumber("056190001234"), {
      ok: true,
      value: { number: "056190001234", placeCode: "056", sex: "female", birthYear: 1990 },
    });
  });

  it("counts the century by its fourth digit, men even and women odd", () => {
    const years = ["0", "1", "2", "3", "4", "5"].map((century) => parseIdentityNumber(`056${century}05000001`));
    assert.deepEqual(
      years.map((year) => year.ok && [year.value.birthYear, year.value.sex]),
      [
        [1905, "male"],
        [1905, "female"],
        [2005, "male"],
        [2005, "female"],
        [2105, "male"],
        [2105, "female"],
      ],
    );
  });

  it("may be typed in groups", () => {
    for (const text of ["056 190 001 234", "056.190.001.234", "056-190-001-234", " 056190001234 "]) {
      const read = parseIdentityNumber(text);
      assert.equal(read.ok && read.value.number, "056190001234", text);
    }
  });

  it("has twelve digits, nothing else", () => {
    for (const text of ["", "05619000123", "0561900012345", "05619000123a", "225123456"])
      assert.deepEqual(parseIdentityNumber(text), { ok: false, reason: "identity-length" }, text);
  });

  it("keeps on a shared screen only what tells it apart", () => {
    assert.equal(maskIdentityNumber("056190001234"), "056•••••1234");
    const shown = (number: string) => maskIdentityNumber(number).replaceAll("•", "").length;
    fc.assert(fc.property(fc.stringMatching(/^\d{0,14}$/), (number) => number === "" || shown(number) < number.length));
  });
});
