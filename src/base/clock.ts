/** The clock that is handed in; only src/main knows the real one. An instant is UTC; a day is a calendar day at the office. */
export type Now = () => Date;

export const OFFICE_TIME_ZONE = "Asia/Ho_Chi_Minh";

/** UTC+7 all year, without daylight saving, since 1975-06-13. */
const OFFICE_OFFSET_MS = 7 * 3_600_000;

/** The calendar day at the office at that instant, as YYYY-MM-DD. */
export function officeDay(instant: Date): string {
  return new Date(instant.getTime() + OFFICE_OFFSET_MS).toISOString().slice(0, 10);
}

/** Both: the day, and the wall-clock time as HH:MM. */
export function officeMoment(instant: Date): { readonly day: string; readonly time: string } {
  const shown = new Date(instant.getTime() + OFFICE_OFFSET_MS).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** The wall-clock time at the office at that instant, as HH:MM. */
export function officeTime(instant: Date): string {
  return new Date(instant.getTime() + OFFICE_OFFSET_MS).toISOString().slice(11, 16);
}

/** The instant at which the office's clock shows that day (YYYY-MM-DD) and time (HH:MM). */
export function atOffice(day: string, time: string): Date {
  return new Date(`${day}T${time}:00+07:00`);
}
