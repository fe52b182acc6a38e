/** Makes ids; handed in wherever one is needed, so that tests and replays can hand in their own. */
export type NewId = () => string;

/** UUID version 7 (RFC 9562): 48 bits of milliseconds, then chance. Sorts by time, so indexes stay dense. */
export function uuidV7(milliseconds = Date.now(), chance: Uint8Array = crypto.getRandomValues(new Uint8Array(10))): string {
  const bytes = new Uint8Array(16);
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(milliseconds / 2 ** (8 * (5 - index))) & 0xff;
  bytes.set(chance, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Whether a text from outside can be an id of ours; what cannot is never asked of the database. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}

/** Letters and digits that nobody mistakes for one another on paper or aloud: no 0 O 1 I L, no vowels that could spell a word. */
const READABLE = "23456789BCDFGHJKMNPQRSTVWXYZ";

/** A random code of `length` readable characters, each equally likely; 28 values a character is 4.8 bits. */
export function readableCode(length: number): string {
  const fair = Math.floor(256 / READABLE.length) * READABLE.length;
  let code = "";
  while (code.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      if (byte < fair && code.length < length) code += READABLE[byte % READABLE.length];
    }
  }
  return code;
}
