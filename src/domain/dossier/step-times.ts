import type { Calendar } from "../deadlines/calendar.ts";
import { workingMinutes } from "../deadlines/working-time.ts";
import type { LoggedEvent } from "./events.ts";
import { type Dossier, fold, step } from "./fold.ts";
import { isClosed } from "./status.ts";

/**
 * The steps of a dossier inside an office, with the part of the term that each should take at most. Offices set their own in the inner procedure that they
 * publish; these parts are from memory of such procedures (unverified) and are there to be seen, not to decide anything. While the citizen owes something
 * no step runs.
 */
export const STEPS = {
  reception: { words: "Chờ tiếp nhận", share: 0.1 },
  work: { words: "Giải quyết", share: 0.7 },
  signing: { words: "Chờ lãnh đạo ký", share: 0.2 },
  citizen: { words: "Chờ bà con", share: null },
} as const satisfies Record<string, { words: string; share: number | null }>;

export type Step = keyof typeof STEPS;

/** Working minutes that each step took until now, of a log of one office. */
export function stepTimes(log: readonly LoggedEvent[], now: Date, calendar: Calendar): Record<Step, number> {
  const times = { reception: 0, work: 0, signing: 0, citizen: 0 };
  const [first] = log;
  if (!first) return times;
  let dossier = fold([first]);
  let since = new Date(first.at);
  const run = (until: Date) => {
    const at = stepOf(dossier);
    if (at !== null) times[at] += workingMinutes(since, until, calendar);
    since = until;
  };
  for (const logged of log.slice(1)) {
    run(new Date(logged.at));
    dossier = step(dossier, logged);
  }
  run(now);
  return times;
}

/** In which step a dossier is; null when its time is over. */
function stepOf({ status, proposed, transferredTo }: Dossier): Step | null {
  if (transferredTo !== null || isClosed(status) || status === "decided") return null;
  if (status === "supplement-requested" || status === "fee-due") return "citizen";
  if (status === "lodged") return "reception";
  return proposed ? "signing" : "work";
}
