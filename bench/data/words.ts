/** What invented people are called: family names about as often as in this country (three in ten are Nguyễn), with those of Khánh Vĩnh among them; given names of plants, weather and landscape. */
const SHARES: Readonly<Record<string, number>> = {
  Nguyễn: 30,
  Trần: 10,
  Lê: 8,
  Cao: 8,
  Mấu: 7,
  Phạm: 6,
  Hoàng: 4,
  Võ: 4,
  "Bo Bo": 4,
  Huỳnh: 3,
  Phan: 3,
  "Pi Năng": 3,
  Đặng: 2,
  Bùi: 2,
  Tro: 2,
  Hà: 1,
  Đỗ: 1,
  Hồ: 1,
  Ngô: 1,
};

/** A name stands as often as its share among a hundred. */
export const FAMILIES: readonly string[] = Object.entries(SHARES).flatMap(([name, share]) => Array.from({ length: share }, () => name));

export const WOMEN: readonly string[] = ["Thị", "Thị", "Thị", "Thị", "Ngọc", "Như", "Thị Mỹ", "Thị Thu"];
export const MEN: readonly string[] = ["Văn", "Văn", "Văn", "Xuân", "Đình", "Minh", "Hữu", "Quốc"];

/** The first ones are borne by many, the last by few. */
export const GIVEN: readonly string[] =
  "Suối Nắng Mây Đá Rừng Nương Sương Gió Mưa Trăng Sao Đồi Thác Lá Cỏ Tre Trúc Mận Đào Bưởi Cam Quýt Ổi Mít Xoài Sen Súng Lúa Ngô Khoai Sắn Đậu Mè Bông Én Cò Yến Nai Thỏ Ong".split(
    " ",
  );

/** Letters and digits of codes, as the program draws them. */
export const CODE_LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ";
