import { ok, type Result, refuse } from "../../base/result.ts";

export type DateProblem = "not-a-date" | "day-does-not-exist";

/**
 * Reads a day as people type it: 15/8/1990, 15-08-1990, 15.8.90, 15081990, "ngày 15 tháng 8 năm 1990", or 1990-08-15. Two digits of a year
 * up to 49 mean this century. Answers YYYY-MM-DD.
 */
export function parseTypedDate(text: string): Result<string, DateProblem> {
  const typed = text.normalize("NFC").toLowerCase().trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return existingDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const compact = /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  const parts =
    compact ??
    /^(?:ngày\s*)?(\d{1,2})\s*(?:[/.\-\s]|tháng)\s*(\d{1,2})\s*(?:[/.\-\s]|năm)\s*(\d{4}|\d{2})$/.exec(
      typed.replace(/,/g, " ").replace(/\s+/g, " "),
    );
  if (!parts) return refuse("not-a-date");
  return existingDay(fullYear(parts[3] ?? ""), Number(parts[2]), Number(parts[1]));
}

/** ddMMyyyy, as the ID card's QR writes a day. */
export function parseCompactDay(text: string): Result<string, DateProblem> {
  const parts = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  return parts ? existingDay(Number(parts[3]), Number(parts[2]), Number(parts[1])) : refuse("not-a-date");
}

/** 1990-08-15 as 15/08/1990; anything else comes back as it is. */
export function formatDay(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
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
 * A day as a civil-status paper spells it: 2024-03-05 → "Ngày năm, tháng ba, năm hai nghìn không trăm hai mươi bốn". The fourth month is
 * "tư", numbers after mươi take mốt and lăm, as they are read aloud.
 */
export function dateInWords(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return "";
  const month = Number(parts[2]);
  return `Ngày ${belowHundred(Number(parts[3]))}, tháng ${month === 4 ? "tư" : belowHundred(month)}, năm ${yearInWords(Number(parts[1]))}`;
}

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

function belowHundred(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  if (tens === 0) return DIGITS[ones] ?? "";
  const head = tens === 1 ? "mười" : `${DIGITS[tens]} mươi`;
  if (ones === 0) return head;
  if (ones === 1 && tens > 1) return `${head} mốt`;
  return `${head} ${ones === 5 ? "lăm" : DIGITS[ones]}`;
}

function yearInWords(year: number): string {
  const rest = year % 100;
  const head = `${DIGITS[Math.floor(year / 1000)]} nghìn ${DIGITS[Math.floor(year / 100) % 10]} trăm`;
  if (rest === 0) return head;
  return rest < 10 ? `${head} linh ${DIGITS[rest]}` : `${head} ${belowHundred(rest)}`;
}

function existingDay(year: number, month: number, date: number): Result<string, DateProblem> {
  const day = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  const instant = new Date(`${day}T00:00:00Z`);
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === day;
  return exists ? ok(day) : refuse("day-does-not-exist");
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}
