import { linearRegression, linearRegressionLine } from "simple-statistics";
import type { Figure } from "./measures.ts";

/**
 * Does today's course reach the goal? A straight line through the months' rates (least squares), each month that had anything counting once; and, because the months
 * scatter about the line, the earliest and the latest month that are as likely as not (the line one standard error higher and lower).
 */
export type Outlook =
  | { readonly kind: "reached" }
  | { readonly kind: "too-early"; readonly months: number }
  | { readonly kind: "not-on-course" }
  | { readonly kind: "on-course"; readonly month: string; readonly earliest: string; readonly latest: string | null };

/** With fewer months nobody can tell. */
const FEWEST_MONTHS = 4;
/** Beyond this many months a line says nothing any more. */
const HORIZON_MONTHS = 60;

/** `months`: YYYY-MM with its rate (0 to 1) or null, in order without gaps; `goal` 0 to 1; the rate of the whole period decides whether it is reached. */
export function outlookOf(
  months: readonly { readonly month: string; readonly rate: number | null }[],
  whole: Figure,
  goal: number,
): Outlook {
  if (whole.unit === "share" && whole.rate !== null && whole.rate >= goal) return { kind: "reached" };
  const points = months.flatMap(({ rate }, index): [number, number][] => (rate === null ? [] : [[index, rate]]));
  if (points.length < FEWEST_MONTHS) return { kind: "too-early", months: points.length };
  const { m: slope, b: start } = linearRegression(points);
  const line = linearRegressionLine({ m: slope, b: start });
  const error = Math.sqrt(points.reduce((sum, [at, rate]) => sum + (rate - line(at)) ** 2, 0) / (points.length - 2));
  const last = months.length - 1;
  const reaches = (shift: number) =>
    slope <= 0 ? Number.POSITIVE_INFINITY : Math.max(last + 1, Math.ceil((goal - shift - start) / slope));
  const [first = months[0]] = months;
  if (!first || reaches(0) > last + HORIZON_MONTHS) return { kind: "not-on-course" };
  const late = reaches(-error);
  return {
    kind: "on-course",
    month: monthAfter(first.month, reaches(0)),
    earliest: monthAfter(first.month, reaches(error)),
    latest: late > last + HORIZON_MONTHS ? null : monthAfter(first.month, late),
  };
}

export function outlookWords(outlook: Outlook, goal: number): string {
  const goalWords = `${(goal * 100).toLocaleString("vi-VN", { maximumFractionDigits: 1 })} %`;
  switch (outlook.kind) {
    case "reached":
      return `Đã đạt ${goalWords}.`;
    case "too-early":
      return `Mới có ${outlook.months} tháng có hồ sơ, chưa đủ để đoán.`;
    case "not-on-course":
      return `Với đà hiện nay thì chưa tới ${goalWords}.`;
    case "on-course":
      return `Với đà hiện nay, ${goalWords} đạt vào tháng ${monthWords(outlook.month)} (sớm nhất ${monthWords(outlook.earliest)}, muộn nhất ${
        outlook.latest === null ? "chưa biết" : monthWords(outlook.latest)
      }).`;
  }
}

function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const at = year * 12 + number - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}

function monthWords(month: string): string {
  const [year, number] = month.split("-");
  return `${Number(number)}/${year}`;
}
