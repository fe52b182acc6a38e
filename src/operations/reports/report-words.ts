import { officeDay } from "../../base/clock.ts";
import { figureWords, MEASURES, percent } from "../../domain/measures/measures.ts";
import { outlookWords } from "../../domain/measures/outlook.ts";
import { formatDay } from "../../domain/people/dates.ts";
import type { Troubles } from "../measures/dashboard.ts";
import type { TargetState } from "../measures/target-state.ts";

/** Where each goal stands, in a sentence. */
export function goalWords(targets: readonly TargetState[]): string[] {
  return targets.map(({ target, figure, outlook }) => {
    const name = MEASURES[target.measure === "on-time-rate" ? "on-time-rate" : "online-rate"].name.toLowerCase();
    return `Mục tiêu ${name} ${percent(target.goal)} đến ${formatDay(target.to)}: hiện ${figureWords(figure)}. ${outlookWords(outlook, target.goal)}`;
  });
}

/** Outages, days off, days on which nobody came: so that nobody asks why a figure fell. */
export function troubleWords({ outages, daysOff, quietDays }: Troubles): string[] {
  const words = [
    ...outages.slice(0, MOST).map(({ kind, deviceName, note, beganAt, endedAt }) => {
      const days = `${formatDay(officeDay(beganAt))}${endedAt ? "" : " đến nay"}`;
      return `${days} ${deviceName ?? OUTAGES[kind] ?? kind}${note ? ` (${note})` : ""}`;
    }),
    ...daysOff.slice(0, MOST).map(({ point, day, reason }) => `${formatDay(day)} ${point} nghỉ: ${reason}`),
    ...(quietDays.length > 0 ? [`${quietDays.length} ngày mở cửa không có khách`] : []),
  ];
  return [words.length === 0 ? "Sự cố: không có." : `Sự cố, ngày nghỉ: ${words.join("; ")}.`];
}

const MOST = 4;
export const OUTAGES: Readonly<Record<string, string>> = { power: "mất điện", internet: "mất mạng", network: "mất mạng" };
