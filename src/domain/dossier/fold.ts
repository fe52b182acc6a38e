import { assert, unreachable } from "../../base/assert.ts";
import { NO_HELP } from "../point/degree.ts";
import type { Dossier } from "./dossier.ts";
import type { DossierEvent, LoggedEvent } from "./events.ts";
import { galleyChange } from "./galley.ts";
import { isClosed, type Status } from "./status.ts";
import { planAfter } from "./steps.ts";

export type { Dossier } from "./dossier.ts";

/** The dossier after these events, which start with `lodged` and are in sequence. */
export function fold(log: readonly LoggedEvent[]): Dossier {
  const [first, ...rest] = log;
  assert(first?.event.type === "lodged", "a dossier begins with being lodged");
  return rest.reduce(step, begin(first, first.event));
}

/** The dossier after one more event. */
export function step(dossier: Dossier, logged: LoggedEvent): Dossier {
  const { event, at, sequence } = logged;
  const changed = { ...dossier, ...change(dossier, event, at), ...changeOfWork(dossier, logged), sequence };
  const after = { ...changed, ...galleyChange(changed, event, sequence) };
  const plan = planAfter(dossier.plan, event, at, after);
  return { ...after, plan, endedAt: dossier.endedAt ?? (isClosed(after.status) || after.transferredTo !== null ? at : null) };
}

function begin(logged: LoggedEvent, event: DossierEvent & { type: "lodged" }): Dossier {
  const { type: _type, ...lodged } = event;
  const { transfer = null } = lodged;
  return {
    ...lodged,
    status: "lodged",
    lodgedAt: transfer?.lodgedAt ?? logged.at,
    plan: { from: logged.at, promised: { day: lodged.due.day, time: lodged.due.time }, step: "reception" },
    countedFrom: transfer?.countedFrom ?? logged.at,
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
    galley: null,
    ending: null,
    grounds: [],
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
    countersignOwed: transfer ? transfer.countersignOwed : lodged.help?.degree === "done-for" && lodged.help.byVolunteer,
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
        ...asleep(dossier, "supplement-requested", at),
        owed: { reasons: event.reasons, words: event.words, asked: event.asked ?? [] },
        supplementsAsked: dossier.supplementsAsked + 1,
      };
    case "supplemented":
      return {
        ...awake(dossier, "lodged", at),
        owed: null,
        papers: withLater(dossier.papers, event.papers),
        intake: dossier.intake && { ...dossier.intake, papers: withLater(dossier.intake.papers, event.received ?? []) },
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
      return { ...without("stopped", event.reason, at), grounds: event.grounds ?? [] };
    case "withdrawn":
      return without("withdrawn", event.reason, at);
    case "handed-over":
      return { status: "returned", handedOver: { to: event.to, place: event.place, at } };
    case "revoked":
      return { revokedOn: event.day };
    case "fee-requested":
      return {
        ...asleep(dossier, "fee-due", at),
        feeOwed: { amountDong: event.amountDong, words: event.words, payBy: event.payBy },
      };
    case "fee-settled":
      return {
        ...awake(dossier, "processing", at),
        feeOwed: null,
        feeReceipt: event.receipt,
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
    // what these change stands in files of their own: see `step`
    case "galley-sent":
    case "galley-confirmed":
    case "galley-corrected":
    case "correction-taken":
    case "correction-answered":
    case "galley-skipped":
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

/** It ends without a result: nobody owes anything any more. */
function without(status: "stopped" | "withdrawn", reason: string, at: string): Partial<Dossier> {
  return { status, proposed: false, owed: null, feeOwed: null, withdrawalAsked: null, ending: reason, settledAt: at };
}

/** The clock sleeps while the citizen owes something; the status of before is kept to come back to. */
function asleep({ status, pauses }: Dossier, now: Status, at: string): Pick<Dossier, "status" | "before" | "pauses"> {
  return { status: now, before: status, pauses: [...pauses, { from: at, to: null }] };
}

/** The clock goes on where it fell asleep. */
function awake({ before, pauses }: Dossier, otherwise: Status, at: string): Pick<Dossier, "status" | "before" | "pauses"> {
  return { status: before ?? otherwise, before: null, pauses: ended(pauses, at) };
}

function ended(pauses: Dossier["pauses"], at: string): Dossier["pauses"] {
  return pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));
}

function withLater<Paper extends { readonly paper: string }>(papers: readonly Paper[], later: readonly Paper[]): Paper[] {
  return [...papers.filter((paper) => !later.some((newer) => newer.paper === paper.paper)), ...later];
}
