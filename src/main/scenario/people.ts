import type { Chance } from "./chance.ts";

/** Somebody of the scenario. Invented, and looks invented: nobody is called Mẫu, Thử or Thí Dụ. */
export interface Villager {
  readonly name: string;
  readonly sex: "male" | "female";
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly identityNumber: string;
  readonly hamlet: string;
  readonly ethnicGroup: string;
}

const FAMILIES = ["Cao", "Bo Bo", "Mấu", "Pi Năng", "Tro", "Hà", "Nguyễn", "Trần"];
const FEMALE = ["Mẫu", "Thử", "Thí Dụ", "Ví Dụ", "Mẫu Mai", "Thử Lan"];
const MALE = ["Mẫu", "Thử", "Thí Dụ", "Ví Dụ", "Mẫu Sơn", "Thử Hải"];
export const HAMLETS = ["Thôn Suối Thơm", "Thôn Suối Sâu", "Thôn Suối Cau"];

/** Number 9xxxxx of an identity number (Decree 137/2015 article 13: place, century and sex, year, six digits) is kept for these people. */
export function aVillager(chance: Chance, index: number): Villager {
  const sex = chance.oneOf(["male", "female"] as const);
  const year = chance.between(1960, 2003);
  const century = (year < 2000 ? 0 : 2) + (sex === "female" ? 1 : 0);
  const family = chance.oneOf(FAMILIES);
  return {
    name: `${family} ${sex === "female" ? "Thị" : "Văn"} ${chance.oneOf(sex === "female" ? FEMALE : MALE)}`,
    sex,
    birthDate: `${year}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`,
    identityNumber: `056${century}${String(year).slice(2)}9${String(index).padStart(5, "0")}`,
    hamlet: chance.oneOf(HAMLETS),
    ethnicGroup: family === "Nguyễn" || family === "Trần" ? "Kinh" : "Raglai",
  };
}

/** Somebody to have a child with, or to marry. */
export function aSpouseOf(villager: Villager, chance: Chance, index: number): Villager {
  for (;;) {
    const other = aVillager(chance, index);
    if (other.sex !== villager.sex) return { ...other, hamlet: villager.hamlet };
  }
}

export function aChildsName(father: string, sex: "male" | "female", chance: Chance): string {
  const family = FAMILIES.find((name) => father.startsWith(`${name} `)) ?? "Cao";
  return `${family} ${sex === "female" ? "Thị" : "Văn"} Bé ${chance.oneOf(sex === "female" ? FEMALE : MALE)}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
