import { ok, type Result, refuse } from "../../base/result.ts";
import type { PaperProblem } from "../../domain/papers/problems.ts";

export type FileKind = "jpeg" | "png" | "webp" | "avif" | "heic" | "pdf";

/** What a file really is, by its first bytes; its name and declared type are never believed. */
export function fileKind(bytes: Uint8Array): Result<FileKind, PaperProblem> {
  if (bytes.length === 0) return refuse("empty");
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
  const bears = ({ at = 0, marks }: Mark) => marks.some((mark) => head.startsWith(mark, at));
  const picture = PICTURES.find(bears);
  if (picture) return ok(picture.kind);
  const other = OTHERS.find(bears);
  if (other) return refuse(other.problem);
  return head.includes("%PDF-") ? ok("pdf") : refuse("not-a-paper");
}

/** Within these the mark of a PDF must stand (ISO 32000-1, Annex H, note 13): some scanners write a line of their own before it. */
const HEAD_BYTES = 1024;

/** What a file begins with, each byte as one character; `at` counts from its first byte. */
interface Mark {
  readonly at?: number;
  readonly marks: readonly string[];
}

/** ISO 23008-12: the brands under which phones write their pictures. */
const HEIC = ["heic", "heim", "heis", "heix", "hevc", "hevm", "hevs", "hevx", "mif1", "msf1"];

const PICTURES: readonly (Mark & { kind: FileKind })[] = [
  { kind: "jpeg", marks: ["\xff\xd8\xff"] },
  { kind: "png", marks: ["\x89PNG\r\n\x1a\n"] },
  { kind: "webp", at: 8, marks: ["WEBPVP8"] },
  { kind: "avif", at: 4, marks: ["ftypavif", "ftypavis"] },
  { kind: "heic", at: 4, marks: HEIC.map((brand) => `ftyp${brand}`) },
];

/** Things that people take for a picture of a paper, or that somebody wants to be taken for one. */
const OTHERS: readonly (Mark & { problem: PaperProblem })[] = [
  // Linux, Windows, macOS (both ways round, and in several), Android, WebAssembly, scripts
  {
    problem: "program",
    marks: ["\x7fELF", "MZ", "\xce\xfa\xed\xfe", "\xcf\xfa\xed\xfe", "\xfe\xed\xfa", "\xca\xfe\xba\xbe", "dex\n", "\0asm", "#!"],
  },
  // zip (also today's Word and Excel), rar, 7z, gzip, bzip2, xz, zstd; Word and Excel of old
  {
    problem: "archive",
    marks: ["PK\x03\x04", "PK\x05\x06", "Rar!", "7z\xbc\xaf", "\x1f\x8b", "BZh", "\xfd7zXZ", "\x28\xb5\x2f\xfd", "\xd0\xcf\x11\xe0"],
  },
  // mp4 and its kin, mkv and webm, avi
  { problem: "video", at: 4, marks: ["ftyp"] },
  { problem: "video", marks: ["\x1a\x45\xdf\xa3"] },
  { problem: "video", at: 8, marks: ["AVI "] },
];
