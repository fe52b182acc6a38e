import { assert, unreachable } from "../../base/assert.ts";
import type { Answers } from "../forms/answers.ts";
import type { Applicant } from "../forms/fill.ts";
import type { ReadableDeclaration } from "../forms/readable.ts";
import { type Help, NO_HELP } from "../point/degree.ts";
import type { Correction, EntryAsk, EntryChange, EntryRef, IssuedCopies } from "../registers/entry.ts";
import type { Channel, DossierEvent, DueDate, IssuedResult, LoggedEvent, PaperIntake, PaperRef } from "./events.ts";
import { isClosed, type Status } from "./status.ts";
import type { OpenQuestion, Owner, Transfer, TransferTarget } from "./work.ts";

/** A dossier, as its log makes it. */
export interface Dossier {
  readonly status: Status;
  readonly procedure: { readonly code: string; readonly version: string; readonly name: string };
  readonly answers: Answers;
  readonly declaration: ReadableDeclaration;
  readonly applicant: Applicant;
  /** All papers, those handed in later behind; a later one of the same paper id stands for the earlier. */
  readonly papers: readonly PaperRef[];
  readonly channel: Channel;
  /** How it was taken in on paper; null for one that was declared here. */
  readonly intake: PaperIntake | null;
  /** What officers said of it and others that looked like it: one filed twice, or not. */
  readonly judged: readonly { readonly other: string; readonly same: boolean; readonly reason: string }[];
  readonly point: string | null;
  readonly trackingCode: string;
  readonly fee: { readonly amountDong: number | null; readonly words: string };
  readonly lodgedAt: string;
  readonly dossierCode: string | null;
  readonly due: DueDate;
  /** When the citizen's turn began and ended, ISO 8601; the clock slept then. The last is open while a paper is owed. */
  readonly pauses: readonly { readonly from: string; readonly to: string | null }[];
  /** What the citizen was asked for, while it is owed. */
  readonly owed: { readonly reasons: readonly string[]; readonly words: string } | null;
  /** What is to be paid, while it is owed; `payBy` is YYYY-MM-DD. */
  readonly feeOwed: { readonly amountDong: number; readonly words: string; readonly payBy: string | null } | null;
  /** The receipt of what was paid last. */
  readonly feeReceipt: string | null;
  /** Why the citizen asks to withdraw, while the officer has not answered. */
  readonly withdrawalAsked: string | null;
  /** The one extension that the law gives for verification. */
  readonly extension: { readonly days: number; readonly because: string } | null;
  /** The day that was promised with an apology; none before it. */
  readonly promisedAnew: DueDate | null;
  /** When the office was done with it, ISO 8601: signed, stopped, withdrawn, or not accepted. */
  readonly settledAt: string | null;
  /** How many times the citizen was asked for more. */
  readonly supplementsAsked: number;
  /** The status that a supplement or a payment leads back to. */
  readonly before: Status | null;
  readonly proposed: boolean;
  /** Why it ended without a result, in the words of who ended it. */
  readonly ending: string | null;
  readonly result: IssuedResult | null;
  /** The day on which the result was revoked, YYYY-MM-DD. */
  readonly revokedOn: string | null;
  readonly handedOver: { readonly to: string; readonly place: string; readonly at: string } | null;
  /** How much somebody helped, as it stands now; null for a partner's dossier, of which nobody knows. */
  readonly help: Help | null;
  /** A volunteer filled it in, and no officer has looked it over and signed for that yet. */
  readonly countersignOwed: boolean;
  /** When it ended, ISO 8601; what happens to a result later does not end it again. */
  readonly endedAt: string | null;
  /** When the bytes of its papers were erased, ISO 8601; their names stay. */
  readonly papersErasedAt: string | null;
  /** The officer whose work it is: who was given it, or who accepted it; null while it is nobody's. */
  readonly owner: Owner | null;
  /** What others were asked about it, the oldest first. */
  readonly questions: readonly OpenQuestion[];
  /** Where it came from, when another office had begun with it. */
  readonly transfer: Transfer | null;
  /** Where it went on; nothing more happens to it here. */
  readonly transferredTo: (TransferTarget & { readonly at: string }) | null;
  /** The entry of a register that it corrects or asks copies of, with what is to be put right. */
  readonly entry: { readonly of: EntryRef; readonly changes: readonly EntryChange[] } | null;
  /** What waits at its own entry for the leader's signature. */
  readonly entryAsk: EntryAsk | null;
  /** What was written beside its own entry, in its order. */
  readonly corrections: readonly Correction[];
  /** Copies given of its own entry; `seen` is how many corrections they show. */
  readonly copies: readonly (IssuedCopies & { readonly seen: number })[];
  /** The letter that says no, signed by the leader. */
  readonly refusal: IssuedResult | null;
  readonly sequence: number;
}

/** The dossier after these events, which start with `lodged` and are in sequence. */
export function fold(log: readonly LoggedEvent[]): Dossier {
  const [first, ...rest] = log;
  assert(first?.event.type === "lodged", "a dossier begins with being lodged");
  return rest.reduce(step, begin(first, first.event));
}

/** The dossier after one more event. */
export function step(dossier: Dossier, logged: LoggedEvent): Dossier {
  const { event, at, sequence } = logged;
  const after = { ...dossier, ...change(dossier, event, at), ...changeOfWork(dossier, logged), sequence };
  return { ...after, endedAt: dossier.endedAt ?? (isClosed(after.status) || after.transferredTo !== null ? at : null) };
}

function begin(logged: LoggedEvent, event: DossierEvent & { type: "lodged" }): Dossier {
  const { type: _type, ...lodged } = event;
  const { transfer = null } = lodged;
  return {
    ...lodged,
    status: "lodged",
    lodgedAt: transfer?.lodgedAt ?? logged.at,
    dossierCode: transfer?.dossierCode ?? null,
    pauses: transfer?.pauses ?? [],
    owed: null,
    feeOwed: null,
    feeReceipt: null,
    withdrawalAsked: null,
    extension: transfer?.extension ?? null,
    promisedAnew: transfer?.promisedAnew ?? null,
    settledAt: null,
    supplementsAsked: 0,
    before: null,
    proposed: false,
    ending: null,
    result: null,
    revokedOn: null,
    handedOver: null,
    help: lodged.help ?? null,
    entry: null,
    entryAsk: null,
    corrections: [],
    copies: [],
    refusal: null,
    intake: lodged.intake ?? null,
    judged: [],
    countersignOwed: lodged.help?.degree === "done-for" && lodged.help.byVolunteer,
    endedAt: null,
    papersErasedAt: null,
    owner: null,
    questions: [],
    transfer,
    transferredTo: null,
    sequence: logged.sequence,
  };
}

function change(dossier: Dossier, event: DossierEvent, at: string): Partial<Dossier> {
  switch (event.type) {
    case "lodged":
      throw new Error("a dossier is lodged once");
    case "papers-erased":
      return { papersErasedAt: at };
    case "countersigned":
      return { countersignOwed: false };
    case "help-corrected":
      return {
        help: { ...(dossier.help ?? NO_HELP), degree: event.degree },
        countersignOwed: dossier.countersignOwed && event.degree === "done-for",
      };
    case "duplicate-judged":
      return { judged: [...dossier.judged, { other: event.other, same: event.same, reason: event.reason }] };
    case "declaration-entered":
      return { answers: event.answers, declaration: event.declaration };
    case "accepted":
      return { status: "accepted", dossierCode: event.dossierCode, due: event.due };
    case "declined":
      return { status: "not-accepted", ending: event.reason, settledAt: at };
    case "supplement-requested":
      return {
        status: "supplement-requested",
        before: dossier.status,
        owed: { reasons: event.reasons, words: event.words },
        supplementsAsked: dossier.supplementsAsked + 1,
        pauses: [...dossier.pauses, { from: at, to: null }],
      };
    case "supplemented":
      return {
        status: dossier.before ?? "lodged",
        before: null,
        owed: null,
        pauses: ended(dossier.pauses, at),
        papers: withLater(dossier.papers, event.papers),
        due: event.due,
      };
    case "started":
      return { status: "processing" };
    case "proposed":
      return { status: "processing", proposed: true };
    case "sent-back":
      return { proposed: false };
    case "signed":
      return { status: "decided", proposed: false, result: event.result, settledAt: at };
    case "stopped":
      return { status: "stopped", proposed: false, owed: null, feeOwed: null, withdrawalAsked: null, ending: event.reason, settledAt: at };
    case "withdrawn":
      return {
        status: "withdrawn",
        proposed: false,
        owed: null,
        feeOwed: null,
        withdrawalAsked: null,
        ending: event.reason,
        settledAt: at,
      };
    case "handed-over":
      return { status: "returned", handedOver: { to: event.to, place: event.place, at } };
    case "revoked":
      return { revokedOn: event.day };
    case "fee-requested":
      return {
        status: "fee-due",
        before: dossier.status,
        feeOwed: { amountDong: event.amountDong, words: event.words, payBy: event.payBy },
        pauses: [...dossier.pauses, { from: at, to: null }],
      };
    case "fee-settled":
      return {
        status: dossier.before ?? "processing",
        before: null,
        feeOwed: null,
        feeReceipt: event.receipt,
        pauses: ended(dossier.pauses, at),
        due: event.due,
      };
    case "withdrawal-asked":
      return { withdrawalAsked: event.reason };
    case "withdrawal-declined":
      return { withdrawalAsked: null };
    case "extended":
      return { extension: { days: event.days, because: event.because }, due: event.due };
    case "apologised":
      return { due: event.due, promisedAnew: event.due };
    case "assigned":
    case "noted":
    case "opinion-asked":
    case "opinion-given":
      return {};
    case "transferred":
      return { transferredTo: { ...event.to, at }, ending: event.reason };
    case "entry-linked":
      return { entry: { of: event.entry, changes: event.changes } };
    case "entry-asked":
      return { entryAsk: event.ask };
    case "entry-ask-declined":
      return { entryAsk: null };
    case "corrected":
      return {
        corrections: [...dossier.corrections, event.correction],
        entryAsk: event.correction.by === undefined ? null : dossier.entryAsk,
      };
    case "copied":
      return {
        copies: [...dossier.copies, { ...event.copies, seen: dossier.corrections.length }],
        entryAsk: event.copies.by === undefined ? null : dossier.entryAsk,
      };
    case "refusal-signed":
      return { refusal: event.result };
    default:
      return unreachable(event);
  }
}

/** Whose work it is, and what others were asked: what an office does among its own people. */
function changeOfWork(dossier: Dossier, { event, actor, at }: LoggedEvent): Partial<Dossier> {
  switch (event.type) {
    case "accepted":
      return actor.role === "officer" && actor.id !== null ? { owner: dossier.owner ?? { id: actor.id, name: actor.name } } : {};
    case "assigned":
      return { owner: event.to };
    case "opinion-asked": {
      const askedBy = { id: actor.id ?? "", name: actor.name };
      return { questions: [...dossier.questions, { ...event.question, askedBy, askedAt: at, answer: null }] };
    }
    case "opinion-given": {
      const answer = { words: event.words, verdict: event.verdict, by: actor.name, at };
      return { questions: dossier.questions.map((question) => (question.id === event.question ? { ...question, answer } : question)) };
    }
    default:
      return {};
  }
}

function ended(pauses: Dossier["pauses"], at: string): Dossier["pauses"] {
  return pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));
}

function withLater(papers: readonly PaperRef[], later: readonly PaperRef[]): PaperRef[] {
  return [...papers.filter((paper) => !later.some((newer) => newer.paper === paper.paper)), ...later];
}
