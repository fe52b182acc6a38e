import type { Seeded } from "./seeded.ts";

/** An invented person: family names as they are spread in Khánh Hòa, given names of plants, weather and landscape. */
export interface BenchPerson {
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
}

export function aPerson(random: Seeded): BenchPerson {
  const woman = random.happens(0.5);
  const given = random.happens(0.4) ? `${random.pick(GIVEN)} ${random.pick(GIVEN)}` : random.pick(GIVEN);
  return {
    name: `${random.pick(FAMILIES)} ${random.pick(woman ? WOMEN : MEN)} ${given}`,
    identityNumber: `056${woman ? 1 : 0}${digits(random, 8)}`,
    phone: random.happens(0.2) ? "" : `09${digits(random, 8)}`,
  };
}

function digits(random: Seeded, length: number): string {
  return Array.from({ length }, () => random.below(10)).join("");
}

// a name stands as often as its share among ten
const FAMILIES = ["Cao", "Cao", "Bo Bo", "Mấu", "Mấu", "Pi Năng", "Tro", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Lê", "Phạm", "Hà", "Đặng"];
const WOMEN = ["Thị", "Thị", "Thị", "Ngọc", "Như", "Thị Mỹ"];
const MEN = ["Văn", "Văn", "Xuân", "Đình", "Minh", "Hữu"];
const GIVEN =
  "Suối Nắng Mây Đá Rừng Nương Sương Gió Mưa Trăng Sao Đồi Thác Lá Cỏ Tre Trúc Mận Đào Bưởi Cam Quýt Ổi Mít Xoài Sen Súng Lúa Ngô Khoai Sắn Đậu Mè Bông Én Cò Yến Nai Thỏ Ong".split(
    " ",
  );
