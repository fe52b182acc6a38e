import { ok, type Result, refuse } from "../../base/result.ts";
import type { Calendar } from "../deadlines/calendar.ts";
import { reckonDue } from "../deadlines/due.ts";
import type { Answers } from "../forms/answers.ts";
import type { ReadableDeclaration } from "../forms/readable.ts";
import type { Status } from "./status.ts";

/**
 * The galley: the certificate before it is signed, which the office shows to the citizen of a civil status dossier filed online. They confirm it or say what is
 * wrong; who says nothing in time has agreed (the procedures of Decision 163/QĐ-BTP and before, in one wording: "xác nhận (tối đa một ngày) … hoặc không có
 * phản hồi sau thời hạn một ngày"). The states: *out* with the citizen → *confirmed*, or *corrected* and then with the officer → *settled*; *skipped* where the
 * citizen stood by. While it is out or corrected nothing is proposed or signed. The law lets no clock sleep for it.
 */
export interface Galley {
  readonly state: "out" | "corrected" | "confirmed" | "settled" | "skipped";
  /** Its place in the log: what it showed is the dossier as of then. */
  readonly sequence: number;
  /** The last day (YYYY-MM-DD) on which the citizen can answer; none of one that was skipped. */
  readonly until: string | null;
  /** Who said so: they themselves, by a call that somebody noted, or nobody. */
  readonly how: GalleyAnswer | null;
  readonly changes: readonly GalleyChange[];
  /** The changed answers as the declaration keeps them. */
  readonly answers: Answers;
  /** What the citizen said; in the end what the officer said. */
  readonly words: string;
}

export type GalleyAnswer = "self" | "call" | "silence";

/** One thing that the citizen wants otherwise, as people read it. */
export interface GalleyChange {
  readonly field: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export type GalleyEvent =
  | { readonly type: "galley-sent"; readonly until: string }
  | { readonly type: "galley-confirmed"; readonly how: GalleyAnswer; readonly words: string }
  | {
      readonly type: "galley-corrected";
      readonly how: "self" | "call";
      readonly changes: readonly GalleyChange[];
      readonly answers: Answers;
      readonly words: string;
    }
  | { readonly type: "correction-taken"; readonly answers: Answers; readonly declaration: ReadableDeclaration; readonly words: string }
  | { readonly type: "correction-answered"; readonly words: string }
  | { readonly type: "galley-skipped"; readonly reason: string };

export type GalleyCommand =
  | { move: "send-galley"; until: string }
  | { move: "confirm-galley"; how: "self" | "call"; words: string }
  | { move: "correct-galley"; how: "self" | "call"; changes: readonly GalleyChange[]; answers: Answers; words: string }
  | { move: "take-correction"; answers: Answers; declaration: ReadableDeclaration; words: string }
  | { move: "answer-correction"; words: string }
  | { move: "skip-galley"; reason: string }
  | { move: "close-galley"; until: string; today: string };

export type GalleyMove = GalleyCommand["move"];

/** What the sentence of an agreement by silence is, wherever it is read. */
export const SILENCE = "Hết thời hạn mà bà con không trả lời: im lặng là đồng ý.";

/** The last day for an answer: one working day after the day on which the office sent it; the day ends at midnight (Civil Code 2015 article 148.6). */
export function galleyUntil(sentAt: Date, calendar: Calendar): string {
  return reckonDue({ kind: "working-days", days: 1 }, sentAt, calendar).due.day;
}

/** Is somebody's answer still wanted before the certificate can be signed? */
export function galleyWaits(galley: Galley | null): boolean {
  return galley?.state === "out" || galley?.state === "corrected";
}

/** Whether the galley lets this move be made. */
export function galleyLets(galley: Galley | null, move: GalleyMove): boolean {
  switch (move) {
    case "send-galley":
      return !galleyWaits(galley);
    case "confirm-galley":
    case "correct-galley":
    case "close-galley":
      return galley?.state === "out";
    case "take-correction":
    case "answer-correction":
      return galley?.state === "corrected";
    case "skip-galley":
      return galley === null || galley.state === "out";
  }
}

/** The event that the command causes, or why not. */
export function galleyEvent(command: GalleyCommand): Result<GalleyEvent, "reason-missing" | "nothing-corrected" | "too-early"> {
  switch (command.move) {
    case "send-galley":
      return ok({ type: "galley-sent", until: command.until });
    case "confirm-galley":
      return ok({ type: "galley-confirmed", how: command.how, words: command.words.trim() });
    case "close-galley":
      return command.today > command.until ? ok({ type: "galley-confirmed", how: "silence", words: SILENCE }) : refuse("too-early");
    case "correct-galley": {
      const { how, changes, answers } = command;
      if (changes.length === 0 && command.words.trim() === "") return refuse("nothing-corrected");
      return ok({ type: "galley-corrected", how, changes, answers, words: command.words.trim() });
    }
    case "take-correction":
      return ok({ type: "correction-taken", answers: command.answers, declaration: command.declaration, words: command.words.trim() });
    case "answer-correction":
      return command.words.trim() === "" ? refuse("reason-missing") : ok({ type: "correction-answered", words: command.words.trim() });
    case "skip-galley":
      return command.reason.trim() === "" ? refuse("reason-missing") : ok({ type: "galley-skipped", reason: command.reason.trim() });
  }
}

/**
 * What the event, which stands at that place of the log, changes of a dossier as it is after it: the galley, and the declaration where a correction was taken
 * over. A dossier that is sent back for papers, ends or goes elsewhere takes an unanswered galley with it.
 */
export function galleyChange(
  dossier: { readonly status: Status; readonly galley: Galley | null; readonly transferredTo: unknown },
  event: { readonly type: string },
  sequence: number,
): { galley?: Galley | null; answers?: Answers; declaration?: ReadableDeclaration } {
  if (isGalleyEvent(event)) {
    const galley = galleyAfter(dossier.galley, event, sequence);
    return event.type === "correction-taken" ? { galley, answers: event.answers, declaration: event.declaration } : { galley };
  }
  const goesOn = AT_WORK.includes(dossier.status) && dossier.transferredTo === null;
  return !goesOn && galleyWaits(dossier.galley) ? { galley: null } : {};
}

/** In these a galley can be out. */
const AT_WORK: readonly Status[] = ["accepted", "processing", "fee-due"];

const GALLEY_EVENTS: readonly string[] = [
  "galley-sent",
  "galley-confirmed",
  "galley-corrected",
  "correction-taken",
  "correction-answered",
  "galley-skipped",
] satisfies GalleyEvent["type"][];

function isGalleyEvent(event: { readonly type: string }): event is GalleyEvent {
  return GALLEY_EVENTS.includes(event.type);
}

function galleyAfter(galley: Galley | null, event: GalleyEvent, sequence: number): Galley {
  const before = galley ?? { ...NEW, sequence, state: "skipped" };
  switch (event.type) {
    case "galley-sent":
      return { ...NEW, state: "out", sequence, until: event.until };
    case "galley-confirmed":
      return { ...before, state: "confirmed", how: event.how, words: event.words };
    case "galley-corrected":
      return { ...before, state: "corrected", how: event.how, changes: event.changes, answers: event.answers, words: event.words };
    case "correction-taken":
    case "correction-answered":
      return { ...before, state: "settled", words: event.words };
    case "galley-skipped":
      return { ...before, state: "skipped", how: null, words: event.reason };
  }
}

const NEW = { until: null, how: null, changes: [], answers: {}, words: "" } as const;
