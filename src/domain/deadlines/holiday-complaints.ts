import { formatDay } from "../people/dates.ts";
import { eachDay, weekday } from "./days.ts";

interface Year {
  readonly year: number;
  readonly holidays: readonly { readonly from: string; readonly to: string }[];
  readonly substitutes: readonly { readonly day: string; readonly holiday: string }[];
  readonly swaps: readonly { readonly off: string; readonly worked: string }[];
}

/**
 * What cannot be in a year's list of days off, in words: days of another year, a day told twice, a day off that was free anyway, a day
 * worked in exchange that is worked anyway. A slip of the finger here would give thousands of people a wrong date.
 */
export function holidayComplaints(year: Year): string[] {
  const instead = [...year.substitutes.map(({ day }) => day), ...year.swaps.map(({ off }) => off)];
  const worked = year.swaps.map((swap) => swap.worked);
  const written = [...year.holidays.flatMap(({ from, to }) => [from, to]), ...instead];
  const strange = [...new Set(written)].filter((day) => !day.startsWith(`${year.year}-`));
  if (strange.length > 0) return strange.map((day) => `${formatDay(day)} không thuộc năm ${year.year}`);

  const backwards = year.holidays.filter(({ from, to }) => to < from);
  const holidays = year.holidays.flatMap(({ from, to }) => eachDay(from, to));
  const ordinary = year.substitutes.filter(({ holiday }) => !isWeekend(holiday));
  return [
    ...backwards.map(({ from, to }) => `kỳ nghỉ từ ${formatDay(from)} lại kết thúc trước đó, ${formatDay(to)}`),
    ...repeated([...holidays, ...instead, ...worked]).map((day) => `${formatDay(day)} có hai lần`),
    ...instead.filter(isWeekend).map((day) => `${formatDay(day)} vốn là cuối tuần, không phải ngày nghỉ thay`),
    ...worked.filter((day) => !isWeekend(day)).map((day) => `${formatDay(day)} vốn là ngày làm việc, không phải ngày làm bù`),
    ...ordinary.map(({ day, holiday }) => `${formatDay(day)} nghỉ bù cho ${formatDay(holiday)}, nhưng ngày ấy không phải cuối tuần`),
  ];
}

function isWeekend(day: string): boolean {
  return weekday(day) >= 6;
}

function repeated(days: readonly string[]): string[] {
  return [...new Set(days.filter((day, index) => days.indexOf(day) !== index))];
}
