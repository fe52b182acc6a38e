import { officeDay } from "../../base/clock.ts";
import type { Drop } from "../../domain/measures/drops.ts";
import { monthWords } from "../../domain/measures/periods.ts";
import { formatDay } from "../../domain/people/dates.ts";
import { shortTime, spansInWords } from "../../domain/point/silence.ts";
import { outageName } from "../devices/device-desk.ts";
import type { Silence } from "./silences.ts";
import type { Troubles } from "./troubles.ts";

/** What may have made figures smaller, a sentence each, at most so many of a kind and then how many more. */
export function troubleLines({ outages, daysOff, silences, quietDays }: Omit<Troubles, "lateSheets" | "holidays">, most: number): string[] {
  return [
    ...some(silences.toReversed().map(silenceWords), most, "ngày máy im nữa"),
    ...some(outages.map(outageWords), most, "sự cố nữa"),
    ...some(
      daysOff.map(({ point, day, reason }) => `${formatDay(day)}: ${point} nghỉ${reason ? `, ${reason}` : ""}`),
      most,
      "ngày nghỉ nữa",
    ),
    ...(quietDays.length > 0 ? [quietWords(quietDays)] : []),
  ];
}

/** "Máy ở điểm X im từ 9:10: số có thể còn thiếu"; for a day that is over with what became of it. */
export function silenceWords({ name, day, spans, goesOn, made }: Silence): string {
  if (goesOn && !made) return `Hôm nay máy ở ${name} im từ ${shortTime(spans.at(-1)?.from ?? "")}: số có thể còn thiếu`;
  return `${formatDay(day)}: máy ở ${name} im ${spansInWords(spans)}, ${made ? "đã ghi bù" : "chưa ghi bù: số có thể còn thiếu"}`;
}

/** "Trong đó 12 lượt ghi muộn (ghi ngày 27/11/2026)"; null where all was counted as it happened. */
export function lateWords({ lateSheets }: Pick<Troubles, "lateSheets">): string | null {
  const n = lateSheets.reduce((sum, { visits }) => sum + visits, 0);
  if (n === 0) return null;
  const days = [...new Set(lateSheets.filter(({ visits }) => visits > 0).map(({ recordedAt }) => officeDay(recordedAt)))].sort();
  const [first = "", last = first] = [days[0], days.at(-1)];
  const when = first === last ? formatDay(first) : `${formatDay(first)} đến ${formatDay(last)}`;
  return `trong đó ${n.toLocaleString("vi-VN")} lượt ghi muộn (ghi ngày ${when})`;
}

/** A month that fell, and what happened in it. */
export function dropWords({ month, of, from, to }: Drop, troubles: Troubles): string {
  const what = of === "visits" ? "lượt đến" : "hồ sơ tiếp nhận";
  const inMonth = (day: string) => day.startsWith(month);
  const beside = [
    [troubles.outages.filter(({ beganAt }) => inMonth(officeDay(beganAt))).length, "sự cố"],
    [troubles.daysOff.filter(({ day }) => inMonth(day)).length, "ngày nghỉ"],
    [troubles.holidays.filter(({ day }) => inMonth(day)).length, "ngày lễ"],
    [troubles.silences.filter(({ day, made }) => inMonth(day) && !made).length, "ngày máy im chưa ghi bù"],
    [troubles.quietDays.filter(({ day }) => inMonth(day)).length, "ngày mở mà không có khách"],
  ].flatMap(([n, words]) => (n === 0 ? [] : [`${n} ${words}`]));
  const percent = Math.round(100 * (1 - to / from));
  const why = beside.length === 0 ? "không thấy sự cố, ngày nghỉ nào trong tháng" : `trong tháng có ${beside.join(", ")}`;
  return `Tháng ${monthWords(month)} ${what} giảm ${percent} % (${from.toLocaleString("vi-VN")} còn ${to.toLocaleString("vi-VN")}): ${why}`;
}

function outageWords({ kind, deviceName, note, beganAt, endedAt, pointName }: Troubles["outages"][number]): string {
  const [from, to] = [formatDay(officeDay(beganAt)), endedAt ? formatDay(officeDay(endedAt)) : null];
  const days = to === null ? `${from} đến nay` : from === to ? from : `${from} – ${to}`;
  const what = [outageName(kind).toLowerCase(), deviceName].filter(Boolean).join(", ");
  return `${days}: ${pointName} ${what}${note ? ` (${note})` : ""}`;
}

/** So many days are named. */
const QUIET_NAMED = 8;

function quietWords(days: Troubles["quietDays"]): string {
  const named = days.slice(-QUIET_NAMED).map(({ day }) => formatDay(day));
  return `${days.length} ngày điểm mở mà không có lượt nào: ${days.length > named.length ? "gần nhất " : ""}${named.join(", ")}`;
}

function some(lines: readonly string[], most: number, more: string): string[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most), `và ${lines.length - most} ${more}`];
}
