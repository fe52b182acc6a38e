import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { formatDay } from "../../domain/people/dates.ts";
import { type Correction, changeWords } from "../../domain/registers/entry.ts";
import { numberWords } from "../../domain/registers/numbering.ts";
import type { Context } from "../context.ts";

/** In which register something done to an entry is numbered, and what its paper is called. */
export interface Book {
  readonly register: string;
  readonly name: string;
  readonly title: string;
}

const CIVIL_STATUS = "Hộ tịch";

/** Outside civil status no law names the books; these are ours. */
const OTHER_BOOKS = {
  corrects: { register: "Sổ đính chính kết quả", name: "Văn bản đính chính", title: "VĂN BẢN ĐÍNH CHÍNH" },
  copies: { register: "Sổ cấp bản sao", name: "Bản sao kết quả", title: "BẢN SAO" },
} as const satisfies Record<string, Book>;

/** The book of corrections or of copies for an entry that came from this procedure, as the procedures in force on that day say. */
export function bookFor(context: Pick<Context, "catalogue">, kind: "corrects" | "copies", of: Procedure | null, day: string): Book {
  if (of?.field !== CIVIL_STATUS) return OTHER_BOOKS[kind];
  return context.catalogue.all(day).find(({ result }) => result?.onEntry === kind)?.result ?? OTHER_BOOKS[kind];
}

/** The outgoing book, in which letters are numbered. */
export const OUTGOING_BOOK: Book = {
  register: "Sổ văn bản đi",
  name: "Văn bản từ chối giải quyết",
  title: "VĂN BẢN TỪ CHỐI",
};

/** What stands beside an entry, as it is written on papers: a line for each correction. */
export function correctionNotes(corrections: readonly Pick<Correction, "changes" | "register" | "year" | "number" | "day">[]): string[] {
  return corrections.map(
    (correction) =>
      `Đã cải chính, số ${numberWords(correction)} ngày ${formatDay(correction.day)}: ${correction.changes.map(changeWords).join("; ")}.`,
  );
}
