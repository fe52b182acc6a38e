import type { Answers } from "../forms/answers.ts";
import type { Applicant } from "../forms/fill.ts";
import type { ReadableDeclaration } from "../forms/readable.ts";
import type { Help } from "../point/degree.ts";
import type { Correction, EntryAsk, EntryChange, EntryRef, IssuedCopies } from "../registers/entry.ts";
import type { AskedPaper, Channel, DueDate, IssuedResult, PaperIntake, PaperRef } from "./events.ts";
import type { Galley } from "./galley.ts";
import type { Status } from "./status.ts";
import type { StepPlan } from "./steps.ts";
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
  /** From when the term is counted, ISO 8601: that moment, but where the law gives an office that it was handed on to a term of its own. */
  readonly countedFrom: string;
  readonly dossierCode: string | null;
  readonly due: DueDate;
  /** How the time is shared among the steps of the office. */
  readonly plan: StepPlan;
  /** When the citizen's turn began and ended, ISO 8601; the clock slept then. The last is open while a paper is owed. */
  readonly pauses: readonly { readonly from: string; readonly to: string | null }[];
  /** What the citizen was asked for, while it is owed. */
  readonly owed: { readonly reasons: readonly string[]; readonly words: string; readonly asked: readonly AskedPaper[] } | null;
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
  /** The certificate as it was shown to the citizen before signing; null while it was not. */
  readonly galley: Galley | null;
  /** Why it ended without a result, in the words of who ended it. */
  readonly ending: string | null;
  /** By which law it was stopped, in words. */
  readonly grounds: readonly string[];
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
