import { addDays } from "../deadlines/days.ts";
import type { Period } from "../measures/periods.ts";
import { formatDay } from "../people/dates.ts";

/** How often something is reported. The quarter of form II.06a runs from the 15th to the 14th (the habit of offices; unverified in the law's text). */
export const RHYTHMS = { month: "Hằng tháng", quarter: "Hằng quý (ngày 15 đến ngày 14, chưa đối chiếu văn bản)" } as const;
export type Rhythm = keyof typeof RHYTHMS;

export interface NamedPeriod extends Period {
  /** "2024-03" or "2024-Q1" */
  readonly id: string;
  readonly words: string;
}

/** The period that the id names; null where it names none. */
export function periodNamed(id: string): NamedPeriod | null {
  const [, year = "", quarter, month] = /^(\d{4})-(?:Q([1-4])|(0[1-9]|1[0-2]))$/.exec(id) ?? [];
  if (year < "1900") return null;
  return quarter === undefined ? monthOf(`${year}-${month}`) : quarterOf(Number(year), Number(quarter));
}

/** The last periods that were over before `day`, the latest first. */
export function periodsOver(rhythm: Rhythm, day: string, count: number): NamedPeriod[] {
  const periods: NamedPeriod[] = [];
  for (let end = day; periods.length < count; ) {
    const period = before(rhythm, end);
    periods.push(period);
    end = period.from;
  }
  return periods;
}

/** The latest period whose last day lies before `day`. */
function before(rhythm: Rhythm, day: string): NamedPeriod {
  if (rhythm === "month") return monthOf(addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7));
  const year = Number(day.slice(0, 4));
  const candidates = [quarterOf(year, 4), quarterOf(year, 3), quarterOf(year, 2), quarterOf(year, 1), quarterOf(year - 1, 4)];
  const last = candidates.find(({ to }) => to < day);
  return last ?? quarterOf(year - 1, 3);
}

function monthOf(month: string): NamedPeriod {
  const [year, number] = month.split("-");
  const from = `${month}-01`;
  return { id: month, from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1), words: `Tháng ${Number(number)}/${year}` };
}

function quarterOf(year: number, quarter: number): NamedPeriod {
  const from = quarter === 1 ? `${year - 1}-12-15` : `${year}-${two(3 * (quarter - 1))}-15`;
  const to = `${year}-${two(3 * quarter)}-14`;
  return { id: `${year}-Q${quarter}`, from, to, words: `Quý ${ROMAN[quarter - 1]}/${year} (${formatDay(from)} – ${formatDay(to)})` };
}

/** What is said beside a quarter: nobody has read these days in the law's text yet. */
export const QUARTER_UNVERIFIED = "Kỳ quý tính từ ngày 15 đến ngày 14 theo thói quen của các cơ quan: chưa đối chiếu văn bản.";

/** Do these days make a quarter as reports have it? */
export function isQuarter({ from, to }: Period): boolean {
  return [1, 2, 3, 4].some((quarter) => {
    const whole = quarterOf(Number(to.slice(0, 4)), quarter);
    return whole.from === from && whole.to === to;
  });
}

const ROMAN = ["I", "II", "III", "IV"];

function two(number: number): string {
  return String(number).padStart(2, "0");
}
