/** One SMS in the 7-bit alphabet of GSM 03.38; a letter with a Vietnamese accent would leave 70 (UCS-2). */
export const SMS_CHARACTERS = 160;

/** The text for a provider that carries no accents: "Đã nhận hồ sơ" as "Da nhan ho so". */
export function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .replace(/[–—]/g, "-")
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/…/g, "...")
    .replace(/•/g, "*")
    .replace(/[^\n -~]/g, "");
}

/** What fits into one short message: as it is where accents are carried, else without them and cut. */
export function shortText(words: string, accents: boolean): string {
  if (accents) return words;
  const plain = withoutAccents(words);
  return plain.length <= SMS_CHARACTERS ? plain : `${plain.slice(0, SMS_CHARACTERS - 3)}...`;
}
