import { addDays } from "../deadlines/days.ts";
import { parseTypedDate } from "../people/dates.ts";
import { parseTypedTime } from "./typed-time.ts";
import { isPurpose, PURPOSES, type Purpose } from "./visit.ts";

/**
 * The sheet on which visits are noted by hand while power or line are out, and typed in afterwards. The paper on the wall and the page have the same columns. No name stands on it.
 */
export const SHEET_COLUMNS = { time: "Giờ đến", purpose: "Việc", people: "Số người", help: "Mức hỗ trợ" } as const;

/** Who stood by, with the letter that one writes by hand; nothing written means that nobody knows any more, and counts as alone. */
export const SHEET_HELP = {
  alone: { letter: "T", words: "Tự làm" },
  peer: { letter: "B", words: "Bà con bày" },
  guided: { letter: "G", words: "Người trực giúp" },
} as const satisfies Record<string, { letter: string; words: string }>;
export type SheetHelp = keyof typeof SHEET_HELP;

/** Later than so many days nobody remembers what a stroke on the paper meant. */
export const BACK_DAYS = 14;
/** As many lines as the paper has. */
export const SHEET_LINES = 20;
const MOST_PEOPLE = 30;

/** As it was typed. */
export interface TypedSheet {
  readonly day: string;
  readonly lines: readonly TypedLine[];
}
export type TypedLine = Readonly<Record<keyof typeof SHEET_COLUMNS, string>>;

/** A line that can be counted; `time` is HH:MM. */
export interface SheetLine {
  readonly time: string;
  readonly purpose: Purpose;
  readonly people: number;
  readonly help: SheetHelp;
}

export interface Sheet {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly lines: readonly SheetLine[];
}

/** Where we stand: what lies after it has not happened yet. */
export interface SheetMoment {
  readonly today: string;
  /** HH:MM */
  readonly time: string;
  readonly openedOn: string;
}

/** Reads a sheet; what is wrong comes back field by field (`ngay`, `gio-3`, `viec-3`, `nguoi-3`). Empty lines are left out. */
export function readSheet(
  typed: TypedSheet,
  moment: SheetMoment,
): { readonly sheet: Sheet; readonly wrong: Readonly<Record<string, string>> } {
  const wrong: Record<string, string> = {};
  const day = readSheetDay(typed.day, moment);
  if (day.wrong !== null) wrong.ngay = day.wrong;
  const lines: SheetLine[] = [];
  typed.lines.forEach((line, index) => {
    if (isEmpty(line)) return;
    const read = readLine(line, day.day === moment.today ? moment.time : "24:00");
    for (const [field, sentence] of Object.entries(read.wrong)) wrong[`${field}-${index + 1}`] = `Dòng ${index + 1}: ${sentence}`;
    lines.push(read.line);
  });
  return { sheet: { day: day.day, lines }, wrong };
}

/** A day that may be typed in late: not to come, not too long ago, and the point was there. */
export function readSheetDay(typed: string, { today, openedOn }: SheetMoment): { readonly day: string; readonly wrong: string | null } {
  const read = parseTypedDate(typed);
  if (!read.ok) return { day: "", wrong: "Xin ghi ngày bà con đến, ví dụ 26/11/2026." };
  const day = read.value;
  if (day > today) return { day, wrong: "Ngày này chưa đến. Xin xem lại ngày trên giấy." };
  if (day < addDays(today, -BACK_DAYS)) return { day, wrong: `Chỉ ghi bù được ${BACK_DAYS} ngày trở lại. Giấy cũ hơn xin đưa cán bộ giữ.` };
  if (day < openedOn) return { day, wrong: "Ngày đó điểm chưa mở. Xin xem lại ngày trên giấy." };
  return { day, wrong: null };
}

/** How many people stand on the sheet: each is a visit. */
export function countPeople({ lines }: Sheet): number {
  return lines.reduce((sum, { people }) => sum + people, 0);
}

function readLine(typed: TypedLine, notAfter: string): { line: SheetLine; wrong: Record<string, string> } {
  const wrong: Record<string, string> = {};
  const time = parseTypedTime(typed.time);
  if (time === null) wrong.gio = "xin ghi giờ đến, ví dụ 9h15.";
  else if (time > notAfter) wrong.gio = "giờ này chưa đến.";
  if (!isPurpose(typed.purpose)) wrong.viec = "xin chọn bà con đến làm việc gì.";
  const people = typed.people.trim() === "" ? 1 : Number(typed.people.trim());
  if (!Number.isInteger(people) || people < 1 || people > MOST_PEOPLE) wrong.nguoi = `số người là một số từ 1 đến ${MOST_PEOPLE}.`;
  const purpose = isPurpose(typed.purpose) ? typed.purpose : "other";
  const help = Object.hasOwn(SHEET_HELP, typed.help) ? (typed.help as SheetHelp) : "alone";
  return { line: { time: time ?? "", purpose, people, help }, wrong };
}

function isEmpty({ time, purpose, people, help }: TypedLine): boolean {
  return [time, purpose, people, help].every((text) => text.trim() === "");
}

/** The purposes with a number each, as short as one writes them by hand. */
export const SHEET_PURPOSES: readonly { readonly number: number; readonly purpose: Purpose; readonly words: string }[] = Object.entries(
  PURPOSES,
).map(([purpose, words], index) => ({ number: index + 1, purpose: purpose as Purpose, words }));
