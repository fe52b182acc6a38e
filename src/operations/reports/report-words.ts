import { figureWords, MEASURES, percent } from "../../domain/measures/measures.ts";
import { outlookWords } from "../../domain/measures/outlook.ts";
import { formatDay } from "../../domain/people/dates.ts";
import type { TargetState } from "../measures/target-state.ts";
import { lateWords, troubleLines } from "../measures/trouble-words.ts";
import type { Troubles } from "../measures/troubles.ts";

/** Where each goal stands, in a sentence. */
export function goalWords(targets: readonly TargetState[]): string[] {
  return targets.map(({ target, figure, outlook }) => {
    const name = MEASURES[target.measure === "on-time-rate" ? "on-time-rate" : "online-rate"].name.toLowerCase();
    return `Mục tiêu ${name} ${percent(target.goal)} đến ${formatDay(target.to)}: hiện ${figureWords(figure)}. ${outlookWords(outlook, target.goal)}`;
  });
}

/** Silent machines, outages, days off, days on which nobody came, and what was typed in late: so that nobody asks why a figure fell. */
export function troubleWords(troubles: Troubles): string[] {
  const lines = troubleLines(troubles, MOST);
  const late = lateWords(troubles);
  return [
    lines.length === 0 ? "Sự cố: không có." : `Sự cố, ngày nghỉ: ${lines.join("; ")}.`,
    ...(late === null ? [] : [`Lượt đến điểm: ${late}.`]),
  ];
}

const MOST = 3;

/** The same without what people typed beside an outage or a day off. */
export function withoutTypedWords(troubles: Troubles): Troubles {
  return {
    ...troubles,
    outages: troubles.outages.map((outage) => ({ ...outage, note: "", deviceName: null })),
    daysOff: troubles.daysOff.map((off) => ({ ...off, reason: "" })),
  };
}
