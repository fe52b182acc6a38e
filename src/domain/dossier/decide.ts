import { unreachable } from "../../base/assert.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { Answers } from "../forms/answers.ts";
import type { ReadableDeclaration } from "../forms/readable.ts";
import type { Degree } from "../point/degree.ts";
import type { Correction, EntryAsk, EntryChange, EntryRef, IssuedCopies } from "../registers/entry.ts";
import type { AskedPaper, DossierEvent, DueDate, HandOverProof, IssuedResult, PaperRef, ReceivedPaper } from "./events.ts";
import type { Dossier } from "./fold.ts";
import { type GalleyCommand, galleyEvent } from "./galley.ts";
import { isOpen, MOVES, type Move, mayDo, movesOpen, type Role } from "./moves.ts";
import { stepOf } from "./steps.ts";
import type { Owner, Question, TransferTarget, Verdict } from "./work.ts";

/** What somebody wants done to a dossier, with all that the move needs; dates and numbers are made by the caller. */
export type Command =
  | { move: "countersign" }
  | { move: "correct-help"; degree: Degree; words: string }
  | { move: "judge-duplicate"; other: string; same: boolean; reason: string }
  | { move: "enter-declaration"; answers: Answers; declaration: ReadableDeclaration }
  | { move: "accept"; dossierCode: string; due: DueDate }
  | { move: "decline"; reason: string }
  | { move: "request-supplement"; reasons: readonly string[]; words: string; asked?: readonly AskedPaper[] }
  | { move: "supplement"; papers: readonly PaperRef[]; words: string; due: DueDate; received?: readonly ReceivedPaper[] }
  | GalleyCommand
  | { move: "start" }
  | { move: "propose"; note: string }
  | { move: "send-back"; words: string }
  | { move: "sign"; result: IssuedResult }
  | { move: "stop"; reason: string; grounds: readonly string[] }
  | { move: "withdraw"; reason: string }
  | { move: "hand-over"; to: string; identityNumber: string | null; place: string; proof: HandOverProof }
  | { move: "revoke"; reason: string; day: string }
  | { move: "request-fee"; amountDong: number; words: string; payBy: string | null }
  | { move: "settle-fee"; receipt: string; due: DueDate }
  | { move: "ask-withdrawal"; reason: string }
  | { move: "grant-withdrawal"; reason: string }
  | { move: "decline-withdrawal"; reason: string }
  | { move: "extend"; days: number; because: string; due: DueDate }
  | { move: "apologise"; reasons: readonly string[]; words: string; before: DueDate; due: DueDate }
  | { move: "assign"; to: Owner; words: string }
  | { move: "note"; words: string }
  | { move: "ask-opinion"; question: Question }
  | { move: "give-opinion"; question: string; words: string; verdict: Verdict | null }
  | { move: "transfer"; to: TransferTarget; reason: string }
  | { move: "link-entry"; entry: EntryRef; changes: readonly EntryChange[] }
  | { move: "ask-entry"; ask: EntryAsk }
  | { move: "decline-entry-ask"; reason: string }
  | { move: "correct"; correction: Correction }
  | { move: "copy"; copies: IssuedCopies }
  | { move: "sign-refusal"; result: IssuedResult };

/** Why a move is refused. `open` lists what would be allowed now, for the message. */
export type MoveRefusal =
  | { problem: "move-not-open"; move: Move; open: readonly Move[] }
  | { problem: "move-not-yours"; move: Move }
  | { problem: "reason-missing"; move: Move }
  | { problem: "ground-missing"; move: Move }
  | { problem: "nothing-supplemented"; move: Move }
  | { problem: "amount-missing"; move: Move }
  | { problem: "not-later"; move: Move }
  | { problem: "nothing-corrected"; move: Move }
  | { problem: "too-early"; move: Move }
  | { problem: "owner-word-missing"; move: Move }
  | { problem: "question-answered"; move: Move };

/** The events that the command causes, or why not. Pure: the same dossier, command and role always answer the same. */
export function decide(dossier: Dossier, command: Command, role: Role): Result<DossierEvent, MoveRefusal> {
  const { move } = command;
  if (!mayDo(move, role)) return refuse({ problem: "move-not-yours", move });
  if (!isOpen(dossier, move)) return refuse({ problem: "move-not-open", move, open: openForMessage(dossier, role) });
  return eventOf(command, dossier);
}

/** What would be allowed instead; what an office does among its own people is no answer to that. */
export function openForMessage(dossier: Dossier, role: Role): Move[] {
  return movesOpen(dossier, role).filter((move) => !INSIDE.includes(move));
}

const INSIDE: readonly Move[] = ["assign", "note", "ask-opinion", "give-opinion"];

/** What a move says to somebody who may not make it now. */
export function moveWords(moves: readonly Move[]): string {
  return moves.map((move) => MOVES[move].words.toLowerCase()).join(", ");
}

function eventOf(command: Command, dossier: Dossier): Result<DossierEvent, MoveRefusal> {
  switch (command.move) {
    case "countersign":
      return ok({ type: "countersigned" });
    case "judge-duplicate": {
      const { other, same } = command;
      if (same) return ok({ type: "duplicate-judged", other, same, reason: command.reason.trim() });
      return withReason(command.move, command.reason, (reason) => ({ type: "duplicate-judged", other, same, reason }));
    }
    case "enter-declaration":
      return ok({ type: "declaration-entered", answers: command.answers, declaration: command.declaration });
    case "correct-help":
      return withReason(command.move, command.words, (words) => ({ type: "help-corrected", degree: command.degree, words }));
    case "accept":
      return ok({ type: "accepted", dossierCode: command.dossierCode, due: command.due });
    case "decline":
      return withReason(command.move, command.reason, (reason) => ({ type: "declined", reason }));
    case "request-supplement":
      return supplementAsked(command);
    case "supplement":
      return supplemented(command, dossier);
    case "start":
      return ok({ type: "started" });
    case "propose":
      return ok({ type: "proposed", note: command.note.trim() });
    case "send-back":
      return withReason(command.move, command.words, (words) => ({ type: "sent-back", words }));
    case "sign":
      return ok({ type: "signed", result: command.result });
    case "stop":
      if (command.reason.trim() !== "" && command.grounds.length === 0) return refuse({ problem: "ground-missing", move: command.move });
      return withReason(command.move, command.reason, (reason) => ({ type: "stopped", reason, grounds: command.grounds }));
    case "withdraw":
      return ok({ type: "withdrawn", reason: command.reason.trim() });
    case "hand-over":
      return withReason(command.move, command.to, (to) => ({
        type: "handed-over",
        to,
        identityNumber: command.identityNumber,
        place: command.place,
        proof: command.proof,
      }));
    case "revoke":
      return withReason(command.move, command.reason, (reason) => ({ type: "revoked", reason, day: command.day }));
    case "request-fee":
      if (!Number.isInteger(command.amountDong) || command.amountDong <= 0)
        return refuse({ problem: "amount-missing", move: command.move });
      return withReason(command.move, command.words, (words) => ({
        type: "fee-requested",
        amountDong: command.amountDong,
        words,
        payBy: command.payBy,
      }));
    case "settle-fee":
      return withReason(command.move, command.receipt, (receipt) => ({ type: "fee-settled", receipt, due: command.due }));
    case "ask-withdrawal":
      return ok({ type: "withdrawal-asked", reason: command.reason.trim() });
    case "grant-withdrawal":
      return ok({ type: "withdrawn", reason: command.reason.trim() });
    case "decline-withdrawal":
      return withReason(command.move, command.reason, (reason) => ({ type: "withdrawal-declined", reason }));
    case "extend":
      return withReason(command.move, command.because, (because) => ({ type: "extended", days: command.days, because, due: command.due }));
    case "apologise": {
      const step = stepOf(dossier);
      if (command.reasons.length === 0 && command.words.trim() === "") return refuse({ problem: "reason-missing", move: command.move });
      if (command.due.day <= command.before.day) return refuse({ problem: "not-later", move: command.move });
      return ok({
        type: "apologised",
        reasons: command.reasons,
        words: command.words.trim(),
        before: command.before,
        due: command.due,
        ...(step === null || step === "citizen" ? {} : { step }),
      });
    }
    case "send-galley":
    case "confirm-galley":
    case "correct-galley":
    case "take-correction":
    case "answer-correction":
    case "skip-galley":
    case "close-galley": {
      const event = galleyEvent(command);
      return event.ok ? event : refuse({ problem: event.reason, move: command.move });
    }
    case "assign":
      return assigned(command, dossier);
    case "note":
      return withReason(command.move, command.words, (words) => ({ type: "noted", words }));
    case "ask-opinion":
      return withReason(command.move, command.question.words, (words) => ({
        type: "opinion-asked",
        question: { ...command.question, words },
      }));
    case "give-opinion": {
      const { move, question, verdict } = command;
      if (!dossier.questions.some((open) => open.id === question && open.answer === null))
        return refuse({ problem: "question-answered", move });
      return withReason(move, command.words, (words) => ({ type: "opinion-given", question, words, verdict }));
    }
    case "transfer":
      return withReason(command.move, command.reason, (reason) => ({ type: "transferred", to: command.to, reason }));
    case "link-entry":
      return ok({ type: "entry-linked", entry: command.entry, changes: command.changes });
    case "ask-entry":
      return ok({ type: "entry-asked", ask: command.ask });
    case "decline-entry-ask":
      return withReason(command.move, command.reason, (reason) => ({ type: "entry-ask-declined", reason }));
    case "correct":
      return withReason(command.move, command.correction.reason, () => ({ type: "corrected", correction: command.correction }));
    case "copy":
      return ok({ type: "copied", copies: command.copies });
    case "sign-refusal":
      return ok({ type: "refusal-signed", result: command.result });
    default:
      return unreachable(command);
  }
}

function supplementAsked({
  move,
  reasons,
  words,
  asked = [],
}: Command & { move: "request-supplement" }): Result<DossierEvent, MoveRefusal> {
  if (reasons.length === 0 && asked.length === 0 && words.trim() === "") return refuse({ problem: "reason-missing", move });
  return ok({ type: "supplement-requested", reasons, words: words.trim(), ...(asked.length === 0 ? {} : { asked }) });
}

function supplemented(
  { move, papers, words, due, received = [] }: Command & { move: "supplement" },
  { due: before }: Dossier,
): Result<DossierEvent, MoveRefusal> {
  if (papers.length === 0 && received.length === 0 && words.trim() === "") return refuse({ problem: "nothing-supplemented", move });
  return ok({ type: "supplemented", papers, words: words.trim(), due, before, ...(received.length === 0 ? {} : { received }) });
}

/** Taking a dossier from somebody wants a word, for them to read; giving out one that is nobody's wants none. */
function assigned({ move, to, words }: Command & { move: "assign" }, { owner }: Dossier): Result<DossierEvent, MoveRefusal> {
  if (owner !== null && owner.id !== to.id && words.trim() === "") return refuse({ problem: "owner-word-missing", move });
  return ok({ type: "assigned", to, words: words.trim() });
}

function withReason(move: Move, words: string, event: (words: string) => DossierEvent): Result<DossierEvent, MoveRefusal> {
  return words.trim() === "" ? refuse({ problem: "reason-missing", move }) : ok(event(words.trim()));
}
