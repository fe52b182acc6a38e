/**
 * A hand scanner is a keyboard: it types what it read, and the computer's language settings get between. What is undone here: letters in
 * pieces (NFD), full-width or broken bars, stray control characters, UTF-8 shown as Windows-1252 ("Máº«u" for "Mẫu"), and Caps Lock
 * ("cAO tHỊ mẪU"). Letters that were lost stay lost; the fields are compared without accents.
 */
export function mendScannerText(text: string): string {
  const letters = undoCapsLock(undoWrongCodePage(text)).normalize("NFKC");
  return letters
    .replace(/[¦│∣ǀ]/g, "|")
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** Proper Vietnamese has letters that Windows-1252 lacks, or is not valid UTF-8 when taken back; so it comes through untouched. */
function undoWrongCodePage(text: string): string {
  const bytes = [...text].map((letter) => BYTES.get(letter));
  if (!bytes.every((byte) => byte !== undefined) || bytes.every((byte) => byte < 0x80)) return text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
}

const BYTES = new Map(
  Array.from({ length: 256 }, (_unused, byte) => [new TextDecoder("windows-1252").decode(Uint8Array.of(byte)), byte] as const),
);

/** Only the sex tells for certain: nobody's card says nAM or nỮ. */
function undoCapsLock(text: string): string {
  if (!/\|\s*(?:nAM|nỮ)\s*\|/u.test(text.normalize("NFC"))) return text;
  return [...text.normalize("NFC")]
    .map((letter) => (letter === letter.toLocaleLowerCase("vi") ? letter.toLocaleUpperCase("vi") : letter.toLocaleLowerCase("vi")))
    .join("");
}
