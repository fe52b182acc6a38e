import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fold } from "../../../src/domain/people/names.ts";
import { parseCardAddress } from "../../../src/domain/units/card-address.ts";
import { splitAddress } from "../../../src/domain/units/units.ts";
import { table } from "./content-units.ts";

describe("the address on an ID card", () => {
  it("in the words until June 2025 leads to the commune of today", () => {
    for (const text of [
      "Thôn Suối Cau, Khánh Đông, Khánh Vĩnh, Khánh Hòa",
      "Thon Suoi Cau, Khanh Dong, Khanh Vinh, Khanh Hoa",
      "Thôn Suối Cau, X. Khánh Đông, H. Khánh Vĩnh, T. Khánh Hoà",
      "thôn Suối Cau xã Khánh Đông huyện Khánh Vĩnh tỉnh Khánh Hòa",
    ]) {
      const address = read(text);
      assert.deepEqual(
        [address.former, address.communes, address.province],
        [["Xã Khánh Đông"], ["Xã Bắc Khánh Vĩnh"], "Tỉnh Khánh Hòa"],
        text,
      );
      assert.match(address.detail, /^th[ôo]n su[ốo]i cau$/i);
    }
  });

  it("in the words since July 2025 is taken as it stands", () => {
    const address = read("Thôn Suối Cau, Bắc Khánh Vĩnh, Khánh Hòa");
    assert.deepEqual(address, { detail: "Thôn Suối Cau", province: "Tỉnh Khánh Hòa", former: [], communes: ["Xã Bắc Khánh Vĩnh"] });
  });

  it("that could be read both ways is read by the day of the card", () => {
    const text = "Khánh Đông, Khánh Vĩnh, Khánh Hòa";
    assert.deepEqual(read(text).communes, ["Xã Bắc Khánh Vĩnh"]);
    assert.deepEqual(read(text, "2021-07-10").communes, ["Xã Bắc Khánh Vĩnh"]);
    assert.deepEqual(read(text, "2025-08-01").communes, ["Xã Khánh Vĩnh"]);
  });

  it("in a commune that was split has every candidate", () => {
    assert.deepEqual(read("Thôn Mẫu, Cam Tân, Cam Lâm, Khánh Hòa").communes.sort(), ["Xã Cam Hiệp", "Xã Cam Lâm", "Xã Suối Dầu"]);
  });

  it("without the district has every old commune of that name", () => {
    assert.deepEqual(read("Thôn Suối Cau, Khánh Đông, Khánh Hòa").communes, ["Xã Bắc Khánh Vĩnh"]);
  });

  it("of a province that is no more leads to the province of today", () => {
    assert.deepEqual(read("Thôn Mẫu, Phước Dinh, Thuận Nam, Ninh Thuận"), {
      detail: "Thôn Mẫu",
      province: "Tỉnh Khánh Hòa",
      former: ["Xã Phước Dinh"],
      communes: ["Xã Phước Dinh"],
    });
    assert.equal(read("Thôn Mẫu, Xã Thử, Huyện Thử, Phú Yên").province, "Tỉnh Đắk Lắk");
  });

  it("is never broken, whatever it is: what is left are its first words", () => {
    const address = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(fc.constantFrom("Khánh Hòa", "Khánh Vĩnh", "Khánh Đông", "xã", "x", ""), { maxLength: 6 }).map((parts) => parts.join(", ")),
    );
    fc.assert(
      fc.property(
        address,
        (text) =>
          fold(text).startsWith(fold(parseCardAddress(text, table).rest)) &&
          fold(text).startsWith(fold(parseCardAddress(text, table).detail)),
      ),
    );
  });
});

describe("an address split for the answer", () => {
  it("has today's codes where they are sure", () => {
    assert.deepEqual(split("Thôn Suối Cau, Khánh Đông, Khánh Vĩnh, Khánh Hòa"), {
      province: "56",
      commune: "22615",
      detail: "Thôn Suối Cau",
    });
  });

  it("keeps the words of what is not sure", () => {
    assert.deepEqual(split("Thôn Mẫu, Cam Tân, Cam Lâm, Khánh Hòa"), { province: "56", commune: "", detail: "Thôn Mẫu, Cam Tân, Cam Lâm" });
    assert.deepEqual(split("Thôn Mẫu, Xã Thử, Huyện Thử, Phú Yên"), {
      province: "66",
      commune: "",
      detail: "Thôn Mẫu, Xã Thử, Huyện Thử, Phú Yên",
    });
    assert.deepEqual(split("Hà Nội"), { province: "01", commune: "", detail: "" });
    assert.deepEqual(split("một nơi xa"), { province: "", commune: "", detail: "một nơi xa" });
    assert.deepEqual(split(""), { province: "", commune: "", detail: "" });
  });
});

function split(text: string) {
  return splitAddress(text, table);
}

function read(text: string, issuedOn: string | null = null) {
  const address = parseCardAddress(text, table, issuedOn);
  return {
    detail: address.detail,
    province: address.province?.name ?? null,
    former: address.former.map((unit) => unit.name),
    communes: address.communes.map((unit) => unit.name),
  };
}
