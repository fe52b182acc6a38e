import { isClosed, type Status } from "./status.ts";

/** The steps of a dossier inside an office, in their order. */
export const OFFICE_STEPS = ["reception", "work", "signing"] as const;

export type OfficeStep = (typeof OFFICE_STEPS)[number];

/** What part of the term a step has, in hundredths, and what the office calls it. */
export type StepParts = Readonly<Record<OfficeStep, { readonly percent: number; readonly words: string }>>;

/**
 * The parts of a procedure whose file names none: an office sets its own in the inner procedure that it publishes (Decree 61/2018/NĐ-CP, today Decree
 * 118/2025/NĐ-CP). These are from memory of such procedures (unverified); they decide nothing but when a step is marked.
 */
export const USUAL_PARTS = {
  reception: { percent: 10, words: "Tiếp nhận" },
  work: { percent: 70, words: "Giải quyết" },
  signing: { percent: 20, words: "Ký" },
} as const satisfies StepParts;

/** The parts that a procedure's file gives, or the usual ones. */
export function partsOf(given: Readonly<Record<OfficeStep, { percent: number; words?: string | undefined }>> | undefined): StepParts {
  if (given === undefined) return USUAL_PARTS;
  const part = (step: OfficeStep) => ({ percent: given[step].percent, words: given[step].words ?? USUAL_PARTS[step].words });
  return { reception: part("reception"), work: part("work"), signing: part("signing") };
}

/** From when the time is shared among the steps that are left, ISO 8601, what was promised then, and the step it began with. */
export interface StepPlan {
  readonly from: string;
  readonly promised: { readonly day: string; readonly time: string };
  readonly step: OfficeStep;
}

interface Stepping {
  readonly status: Status;
  readonly proposed: boolean;
  readonly transferredTo: unknown;
}

/** In which step a dossier is, or that it is the citizen's turn; null when its time is over. */
export function stepOf({ status, proposed, transferredTo }: Stepping): OfficeStep | "citizen" | null {
  if (transferredTo !== null || isClosed(status) || status === "decided") return null;
  if (status === "supplement-requested" || status === "fee-due") return "citizen";
  if (status === "lodged") return "reception";
  return proposed ? "signing" : "work";
}

/** What shares the time anew: more time is given, a new day is promised, or the leader sends the work back. `after` is the dossier after the event. */
export function planAfter(
  plan: StepPlan,
  event: { readonly type: string },
  at: string,
  after: Stepping & { readonly due: { readonly day: string; readonly time: string } },
): StepPlan {
  const step = stepOf(after);
  if (!REPLANNING.includes(event.type) || step === null || step === "citizen") return plan;
  return { from: at, promised: { day: after.due.day, time: after.due.time }, step };
}

const REPLANNING: readonly string[] = ["extended", "apologised", "sent-back"];
