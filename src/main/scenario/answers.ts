import { addDays } from "../../domain/deadlines/days.ts";
import { formatDay } from "../../domain/people/dates.ts";
import type { Chance } from "./chance.ts";
import { aChildsName, aSpouseOf, type Villager } from "./people.ts";

/** The procedures that people of the scenario ask for: birth and marital status are named in the report, the others are what communes handle most. */
export const PROCEDURES = {
  birth: "1.001193",
  "marital-status": "1.004873",
  copies: "2.000635",
  death: "1.000656",
} as const satisfies Record<string, string>;

export type Wish = keyof typeof PROCEDURES;

/** What somebody types, page by page of the declaration, as field → words. */
export function answersFor(wish: Wish, person: Villager, day: string, chance: Chance, index: number): Record<string, string> {
  const requester = {
    "nyc.hoTen": person.name,
    "nyc.ngaySinh": formatDay(person.birthDate),
    "nyc.soDinhDanh": person.identityNumber,
    ...placeOf("nyc.noiCuTru", person.hamlet),
  };
  switch (wish) {
    case "birth":
      return { ...requester, ...birth(person, day, chance, index) };
    case "marital-status":
      return { ...requester, ...maritalStatus(person, chance) };
    case "copies":
      return { ...requester, ...copies(person, chance) };
    case "death":
      return { ...requester, ...death(person, day, chance, index) };
  }
}

function birth(person: Villager, day: string, chance: Chance, index: number): Record<string, string> {
  const spouse = aSpouseOf(person, chance, 50_000 + index);
  const [father, mother] = person.sex === "male" ? [person, spouse] : [spouse, person];
  const sex = chance.oneOf(["male", "female"] as const);
  return {
    "nyc.quanHe": person.sex === "male" ? "cha-de" : "me-de",
    loaiKhaiSinh: "du-cha-me",
    chungSinh: "co",
    "con.hoTen": aChildsName(father.name, sex, chance),
    "con.ngaySinh": formatDay(addDays(day, -chance.between(3, 40))),
    "con.gioiTinh": sex === "male" ? "nam" : "nu",
    ...placeOf("con.noiSinh", "Trạm y tế xã"),
    ...parent("me", mother),
    ...parent("cha", father),
    "ketHon.co": "yes",
    "con.danToc": father.ethnicGroup,
    "con.quocTich": "Việt Nam",
    ...placeOf("con.queQuan", ""),
    "banSao.co": "no",
  };
}

function parent(prefix: "me" | "cha", { name, birthDate, identityNumber, ethnicGroup, hamlet }: Villager): Record<string, string> {
  return {
    [`${prefix}.hoTen`]: name,
    [`${prefix}.ngaySinh`]: formatDay(birthDate),
    [`${prefix}.soDinhDanh`]: identityNumber,
    [`${prefix}.danToc`]: ethnicGroup,
    [`${prefix}.quocTich`]: "Việt Nam",
    ...placeOf(`${prefix}.noiCuTru`, hamlet),
  };
}

/** The report's second citizen: a confirmation to complete a land dossier. */
function maritalStatus(person: Villager, chance: Chance): Record<string, string> {
  return {
    mucDich: "khac",
    tthn: "chua-ket-hon",
    daCap: "no",
    "nyc.quanHe": "ban-than",
    "nxn.hoTen": person.name,
    "nxn.ngaySinh": formatDay(person.birthDate),
    "nxn.soDinhDanh": person.identityNumber,
    "nxn.gioiTinh": person.sex === "male" ? "nam" : "nu",
    "nxn.danToc": person.ethnicGroup,
    "nxn.quocTich": "Việt Nam",
    ...placeOf("nxn.noiCuTru", person.hamlet),
    "mucDich.khac": "Bổ sung hồ sơ đất đai",
    soLuong: String(chance.between(1, 3)),
  };
}

function copies(person: Villager, chance: Chance): Record<string, string> {
  return {
    loai: chance.oneOf(["khai-sinh", "ket-hon"]),
    quanHe: "ban-than",
    "chuThe.hoTen": person.name,
    "chuThe.ngaySinh": formatDay(person.birthDate),
    "dangKy.coQuan": "UBND xã Khánh Đông",
    soLuong: String(chance.between(1, 4)),
  };
}

function death(person: Villager, day: string, chance: Chance, index: number): Record<string, string> {
  const dead = aSpouseOf(person, chance, 60_000 + index);
  const diedOn = addDays(day, -chance.between(1, 12));
  return {
    "nyc.quanHe": "con",
    coGiayBaoTu: "thay-the",
    "nguoiChet.hoTen": dead.name,
    "nguoiChet.ngaySinh": `1/6/${chance.between(1930, 1955)}`,
    "nguoiChet.gioiTinh": dead.sex === "male" ? "nam" : "nu",
    "nguoiChet.danToc": dead.ethnicGroup,
    "nguoiChet.quocTich": "Việt Nam",
    ...placeOf("nguoiChet.noiCuTru", person.hamlet),
    "chet.ngay": formatDay(diedOn),
    ...placeOf("chet.noi", person.hamlet),
    "chet.nguyenNhan": "Tuổi già",
    "banSao.co": "no",
  };
}

/** Places are answered in today's units; the old commune stands in the detail. */
function placeOf(field: string, detail: string): Record<string, string> {
  return {
    [`${field}.province`]: "56",
    [`${field}.commune`]: "22615",
    [`${field}.detail`]: [detail, "Khánh Đông"].filter(Boolean).join(", "),
  };
}
