/** What a file really is, by its first bytes; its name and declared type are never believed. */
export type FileKind = "jpeg" | "png" | "webp" | "heic" | "pdf";

export function fileKind(head: Uint8Array): FileKind | null {
  const text = Buffer.from(head.subarray(0, 16)).toString("latin1");
  if (text.startsWith("\xff\xd8\xff")) return "jpeg";
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return "webp";
  if (text.slice(4, 8) === "ftyp" && HEIC_BRANDS.includes(text.slice(8, 12))) return "heic";
  return Buffer.from(head.subarray(0, 1024)).includes("%PDF-") ? "pdf" : null;
}

/** ISO 23008-12: the brands under which phones write their pictures. */
const HEIC_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];
