import { officeDay, officeTime } from "../../base/clock.ts";
import { daysBetween } from "../deadlines/days.ts";
import type { Channel } from "../dossier/events.ts";
import type { Dossier } from "../dossier/fold.ts";
import type { Degree } from "../point/degree.ts";

/**
 * What statistics know of a dossier: no name, no number, only what can be counted. It is made from the folded log and nothing else, so that every figure can be
 * counted again. Days are days at the office (YYYY-MM-DD).
 */
export interface DossierFacts {
  readonly procedure: string;
  readonly channel: Channel;
  /** The point where it came in; null for one that came in elsewhere. */
  readonly point: string | null;
  readonly degree: KnownDegree;
  readonly receivedOn: string;
  readonly outcome: Outcome;
  /** The day on which the office was done with it. */
  readonly settledOn: string | null;
  /** Calendar days from receiving to settling: 0 on the same day. */
  readonly tookDays: number | null;
  readonly timeliness: Timeliness | null;
  readonly dueOn: string;
  /** The citizen owes something: the clock sleeps. */
  readonly asleep: boolean;
  /** The citizen was asked for more at least once. */
  readonly supplemented: boolean;
}

/** How much somebody helped; nobody knows it of a partner's dossier, or of one taken in on paper. */
export type KnownDegree = Degree | "unknown";

/** `turned-away` was never taken in (not accepted, or withdrawn before), and counts nowhere as received. */
export type Outcome = "open" | "issued" | "stopped" | "withdrawn" | "turned-away";

/** Before the due day, on it in time, or after (Circular 02/2017/TT-VPCP, form II.06a: trước hạn, đúng hạn, quá hạn). */
export type Timeliness = "early" | "on-day" | "late";

export function factsOf(dossier: Dossier): DossierFacts {
  const receivedOn = officeDay(new Date(dossier.lodgedAt));
  const settledAt = dossier.settledAt === null ? null : new Date(dossier.settledAt);
  const settledOn = settledAt && officeDay(settledAt);
  return {
    procedure: dossier.procedure.code,
    channel: dossier.channel,
    point: dossier.point,
    degree: dossier.help?.degree ?? "unknown",
    receivedOn,
    outcome: outcomeOf(dossier),
    settledOn,
    tookDays: settledOn === null ? null : daysBetween(receivedOn, settledOn),
    timeliness: settledAt && timelinessOf(dossier, settledAt),
    dueOn: dossier.due.day,
    asleep: dossier.status === "supplement-requested" || dossier.status === "fee-due",
    supplemented: dossier.supplementsAsked > 0,
  };
}

function outcomeOf({ status, dossierCode }: Dossier): Outcome {
  switch (status) {
    case "not-accepted":
      return "turned-away";
    case "withdrawn":
      return dossierCode === null ? "turned-away" : "withdrawn";
    case "stopped":
      return "stopped";
    case "decided":
    case "returned":
      return "issued";
    default:
      return "open";
  }
}

/** An apology does not undo a delay: what had to be promised anew is late. */
function timelinessOf({ due, promisedAnew }: Dossier, settledAt: Date): Timeliness {
  const day = officeDay(settledAt);
  if (promisedAnew !== null || day > due.day || (day === due.day && officeTime(settledAt) > due.time)) return "late";
  return day < due.day ? "early" : "on-day";
}
