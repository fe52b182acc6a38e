import { atOffice } from "../../base/clock.ts";
import type { Calendar } from "../deadlines/calendar.ts";
import type { OfficeMoment } from "../deadlines/opening.ts";
import type { Pause } from "../deadlines/pauses.ts";
import { type SharedTerm, stepDue, stepDues } from "../deadlines/step-dues.ts";
import { durationWords, workingMinutes } from "../deadlines/working-time.ts";
import { dayWithWeekday } from "../people/dates.ts";
import type { Dossier } from "./dossier.ts";
import type { LoggedEvent } from "./events.ts";
import { fold, step as stepOn } from "./fold.ts";
import { OFFICE_STEPS, type OfficeStep, type StepParts, stepOf } from "./steps.ts";

/** What the dues of a dossier's steps are reckoned from. */
export type Planned = Pick<Dossier, "plan" | "pauses"> & { readonly due: OfficeMoment };

/** A step and the moment by which it should be over. */
export interface StepDue {
  readonly step: OfficeStep;
  readonly due: OfficeMoment;
}

/** The steps from the one on with which the time was shared, each with its due. */
export function plannedSteps(planned: Planned, parts: StepParts, calendar: Calendar): StepDue[] {
  const [steps, term] = [stepsOf(planned), termOf(planned)];
  const dues = stepDues(term, sharesOf(steps, parts), calendar, asDates(planned.pauses));
  return steps.map((step, place) => ({ step, due: dues[place] ?? term.due }));
}

/** When this step should be over; null while the clock sleeps, for nobody knows how long it will, and for a step that was over before. */
export function dueOfStep(planned: Planned, step: OfficeStep, parts: StepParts, calendar: Calendar): OfficeMoment | null {
  if (planned.pauses.some(({ to }) => to === null)) return null;
  const steps = stepsOf(planned);
  const place = steps.indexOf(step);
  return place < 0 ? null : stepDue(termOf(planned), sharesOf(steps, parts), place, calendar, asDates(planned.pauses));
}

function stepsOf({ plan }: Planned): readonly OfficeStep[] {
  return OFFICE_STEPS.slice(OFFICE_STEPS.indexOf(plan.step));
}

function termOf({ plan, due }: Planned): SharedTerm {
  return { from: new Date(plan.from), promised: plan.promised, due: { day: due.day, time: due.time } };
}

function sharesOf(steps: readonly OfficeStep[], parts: StepParts): number[] {
  return steps.map((step) => parts[step].percent);
}

/** One stay of a dossier in a step: what was planned, what came. Times are ISO 8601; minutes are working minutes without the pauses. */
export interface StepStay {
  readonly step: OfficeStep;
  readonly began: string;
  /** null while it goes on. */
  readonly ended: string | null;
  readonly due: OfficeMoment | null;
  readonly usedMinutes: number;
  readonly lateMinutes: number;
}

/** The steps that a log of one office went through, one after another; work that the leader sent back, or that goes on after an apology, is a stay of its own. */
export function stepStays(log: readonly LoggedEvent[], parts: StepParts, calendar: Calendar, now: Date): StepStay[] {
  const [first] = log;
  if (!first) return [];
  let dossier = fold([first]);
  let open: { step: OfficeStep; began: string } = { step: "reception", began: first.at };
  let over = false;
  const stays: StepStay[] = [];
  for (const logged of log.slice(1)) {
    const before = dossier;
    dossier = stepOn(dossier, logged);
    const at = stepOf(dossier);
    // an apology does not undo a delay: what was late until then stays told
    const sorry = logged.event.type === "apologised";
    if (over || at === "citizen" || (at === open.step && !sorry)) continue;
    // what a hand-over or an end changes of pauses and promises is no part of the stay
    stays.push(stay(open, logged.at, before, parts, calendar, now));
    if (at === null) over = true;
    else open = { step: at, began: logged.at };
  }
  return over ? stays : [...stays, stay(open, null, dossier, parts, calendar, now)];
}

function stay(
  { step, began }: { step: OfficeStep; began: string },
  ended: string | null,
  dossier: Dossier,
  parts: StepParts,
  calendar: Calendar,
  now: Date,
): StepStay {
  const until = ended === null ? now : new Date(ended);
  // the citizen's turn that has not ended lasts until the stay does
  const pauses = asDates(dossier.pauses).map((pause) => ({ ...pause, to: pause.to ?? until }));
  const due = dueOfStep(dossier, step, parts, calendar);
  const over = due === null ? until : atOffice(due.day, due.time);
  return {
    step,
    began,
    ended,
    due,
    usedMinutes: workingMinutes(new Date(began), until, calendar, pauses),
    lateMinutes: until > over ? workingMinutes(over, until, calendar, pauses) : 0,
  };
}

/** How the dues of the steps come about, in sentences. */
export function planWords(planned: Planned, parts: StepParts, calendar: Calendar): string[] {
  const { plan } = planned;
  const steps = plannedSteps(planned, parts, calendar);
  const sum = steps.reduce((total, { step }) => total + parts[step].percent, 0);
  const whole = workingMinutes(new Date(plan.from), atOffice(plan.promised.day, plan.promised.time), calendar);
  const shared = steps.map(({ step, due }) => {
    const share = Math.round((parts[step].percent * 100) / sum);
    return `${parts[step].words} ${share} %, đến ${due.time} ${dayWithWeekday(due.day)}`;
  });
  return [
    `Thời gian chia cho các bước: ${durationWords(whole, calendar)} làm việc, tính đến ${plan.promised.time} ${dayWithWeekday(plan.promised.day)}.`,
    `${shared.join("; ")}.`,
    "Lúc chờ bà con không tính. Xong sớm thì bước sau được thêm giờ; xong trễ thì bước sau còn ít giờ hơn; ngày hẹn với bà con không đổi.",
  ];
}

/** The pauses of a dossier as the clock takes them. */
export function asDates(pauses: Dossier["pauses"]): Pause[] {
  return pauses.map(({ from, to }) => ({ from: new Date(from), to: to === null ? null : new Date(to) }));
}
