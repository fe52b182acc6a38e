import { ok, type Result, refuse } from "../../base/result.ts";
import { numberInWords } from "./number-words.ts";

/** A day here is YYYY-MM-DD, never an instant: a birthday has no time zone. */
export type DateProblem = "not-a-date" | "day-does-not-exist";

/**
 * Reads a day as people type it: 15/8/1990, 15-08-1990, 15.8.90, 15081990, 150890, "ngày 15 tháng 8 năm 1990", or 1990-08-15. Two digits of
 * a year up to 35 mean this century: what is typed here are birthdays and dates of papers, so 49 is 1949.
 */
export function parseTypedDate(text: string): Result<string, DateProblem> {
  const typed = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[,\s]+/g, " ")
    .trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed);
  if (iso) return existingDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed) ?? SPOKEN.exec(typed);
  if (!parts) return refuse("not-a-date");
  return existingDay(fullYear(parts[3] ?? ""), Number(parts[2]), Number(parts[1]));
}

const SPOKEN = /^(?:ngày )?(?:mùng |mồng )?(\d{1,2}) ?(?:[/.\- ]|tháng) ?(\d{1,2}) ?(?:[/.\- ]|năm) ?(\d{4}|\d{2})$/;

/** ddMMyyyy, as the ID card's QR writes a day. */
export function parseCompactDay(text: string): Result<string, DateProblem> {
  const parts = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  return parts ? existingDay(Number(parts[3]), Number(parts[2]), Number(parts[1])) : refuse("not-a-date");
}

/** 1990-08-15 as 15/08/1990; anything else comes back as it is. */
export function formatDay(day: string): string {
  const parts = ISO_DAY.exec(day);
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : day;
}

/** 2024-05-15 as "thứ Tư 15/5/2024". */
export function dayWithWeekday(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${weekdayName(day)} ${date}/${month}/${year}`;
}

/** 2024-05-15 as "thứ Tư". */
export function weekdayName(day: string): string {
  return WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";
}

const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

/**
 * A day as a civil-status paper spells it ("ghi bằng chữ"): 2024-03-05 → "Ngày năm tháng ba năm hai nghìn không trăm hai mươi tư". The
 * fourth month is "tháng tư", the fourth day "ngày bốn". Anything that is no day becomes empty.
 */
export function dateInWords(day: string): string {
  const parts = ISO_DAY.exec(day);
  if (!parts) return "";
  const month = Number(parts[2]);
  return `Ngày ${numberInWords(Number(parts[3]))} tháng ${month === 4 ? "tư" : numberInWords(month)} năm ${numberInWords(Number(parts[1]))}`;
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

function existingDay(year: number, month: number, date: number): Result<string, DateProblem> {
  const day = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  const instant = new Date(`${day}T00:00:00Z`);
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === day;
  return exists ? ok(day) : refuse("day-does-not-exist");
}

/** The last two-digit year of this century that anybody types for a day that was. */
const LAST_SHORT_YEAR = 35;

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year <= LAST_SHORT_YEAR ? 2000 + year : 1900 + year;
}
