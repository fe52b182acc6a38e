import type { Answers } from "../forms/answers.ts";
import type { Applicant } from "../forms/fill.ts";
import type { ReadableDeclaration } from "../forms/readable.ts";
import type { Degree, Help } from "../point/degree.ts";
import type { Correction, EntryAsk, EntryChange, EntryRef, EntryRow, IssuedCopies } from "../registers/entry.ts";
import type { DueDate } from "./due-date.ts";
import type { GalleyEvent } from "./galley.ts";
import type { Role } from "./moves.ts";
import type { OfficeStep } from "./steps.ts";
import type { Owner, Question, Transfer, TransferTarget, Verdict } from "./work.ts";

export type { DueDate };

/** How the dossier came: the three channels of the one-stop law. */
export type Channel = "online" | "direct" | "post";

/** Who did it. `id` is the account, the member of staff or the partner's token; null for somebody who came back by a slip. */
export interface Actor {
  readonly role: Role | "system";
  readonly id: string | null;
  readonly name: string;
}

/** One paper of the dossier: the PDF made of its pages, by content. */
export interface PaperRef {
  readonly paper: string;
  readonly name: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly pages: number;
  /** Pictures of its pages for the screen, by content and in their order (WebP); without them the PDF itself is shown. */
  readonly previews?: readonly string[];
}

/** A paper that lay in a dossier on paper, counted at the counter, whether its pages were scanned or not. */
export interface ReceivedPaper {
  readonly paper: string;
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
}

/** A paper that the citizen was asked to bring, as the procedure calls it. */
export interface AskedPaper {
  readonly paper: string;
  readonly name: string;
}

/** What the post says of a dossier that came by it: the item's number, the day it arrived, and the day of the postmark where it can be read (YYYY-MM-DD). */
export interface PostalItem {
  readonly number: string;
  readonly arrivedOn: string;
  readonly postmark: string | null;
}

/** How a dossier on paper was taken in: what lay in it, and why it was accepted though required papers were missing. */
export interface PaperIntake {
  readonly papers: readonly ReceivedPaper[];
  readonly post: PostalItem | null;
  readonly missing: { readonly papers: readonly string[]; readonly because: string } | null;
}

/**
 * What happened to a dossier, in the order it happened. Events are appended and never changed; `fold` makes the dossier from them. Due
 * dates are frozen in the events that set them, because they were promised to somebody on that day.
 */
export type DossierEvent =
  | {
      readonly type: "lodged";
      readonly procedure: { readonly code: string; readonly version: string; readonly name: string };
      readonly answers: Answers;
      readonly declaration: ReadableDeclaration;
      readonly applicant: Applicant;
      readonly papers: readonly PaperRef[];
      readonly channel: Channel;
      readonly point: string | null;
      readonly trackingCode: string;
      readonly fee: { readonly amountDong: number | null; readonly words: string };
      readonly due: DueDate;
      /** The visit at a point in which it was sent, and how much somebody helped; none for a partner's. */
      readonly visit?: string;
      readonly help?: Help;
      /** It came from another office, which had begun with it; see transfer.ts. */
      readonly transfer?: Transfer;
      /** Only of a dossier on paper; its answers may be few: see `declaration-entered`. */
      readonly intake?: PaperIntake;
    }
  | GalleyEvent
  | { readonly type: "duplicate-judged"; readonly other: string; readonly same: boolean; readonly reason: string }
  | { readonly type: "declaration-entered"; readonly answers: Answers; readonly declaration: ReadableDeclaration }
  | { readonly type: "countersigned" }
  /** Their time over, or asked for by the person: the bytes of the papers are gone, named here by what they were (SHA-256). */
  | { readonly type: "papers-erased"; readonly files: readonly string[]; readonly because: ErasedBecause }
  | { readonly type: "help-corrected"; readonly degree: Degree; readonly words: string }
  | { readonly type: "accepted"; readonly dossierCode: string; readonly due: DueDate }
  | { readonly type: "declined"; readonly reason: string }
  | {
      readonly type: "supplement-requested";
      readonly reasons: readonly string[];
      readonly words: string;
      /** Which papers are to be brought; older events name none. */
      readonly asked?: readonly AskedPaper[];
    }
  | {
      readonly type: "supplemented";
      readonly papers: readonly PaperRef[];
      readonly words: string;
      readonly due: DueDate;
      /** The promise before it; older events do not say. */
      readonly before?: DueDate;
      /** What was handed in on paper, when it was brought to the counter. */
      readonly received?: readonly ReceivedPaper[];
    }
  | { readonly type: "started" }
  | { readonly type: "proposed"; readonly note: string }
  | { readonly type: "sent-back"; readonly words: string }
  | { readonly type: "signed"; readonly result: IssuedResult }
  /** By which law stands in `grounds`, in words; older events do not say. */
  | { readonly type: "stopped"; readonly reason: string; readonly grounds?: readonly string[] }
  | { readonly type: "withdrawn"; readonly reason: string }
  | {
      readonly type: "handed-over";
      readonly to: string;
      readonly identityNumber: string | null;
      readonly place: string;
      readonly proof?: HandOverProof;
    }
  | { readonly type: "revoked"; readonly reason: string; readonly day: string }
  | { readonly type: "fee-requested"; readonly amountDong: number; readonly words: string; readonly payBy: string | null }
  | { readonly type: "fee-settled"; readonly receipt: string; readonly due: DueDate }
  | { readonly type: "withdrawal-asked"; readonly reason: string }
  | { readonly type: "withdrawal-declined"; readonly reason: string }
  | { readonly type: "extended"; readonly days: number; readonly because: string; readonly due: DueDate }
  | {
      readonly type: "apologised";
      readonly reasons: readonly string[];
      readonly words: string;
      readonly before: DueDate;
      readonly due: DueDate;
      /** In which step of the office it was late; older events do not say. */
      readonly step?: OfficeStep;
    }
  | { readonly type: "assigned"; readonly to: Owner; readonly words: string }
  | { readonly type: "noted"; readonly words: string }
  | { readonly type: "opinion-asked"; readonly question: Question }
  | { readonly type: "opinion-given"; readonly question: string; readonly words: string; readonly verdict: Verdict | null }
  | { readonly type: "transferred"; readonly to: TransferTarget; readonly reason: string }
  | { readonly type: "entry-linked"; readonly entry: EntryRef; readonly changes: readonly EntryChange[] }
  | { readonly type: "entry-asked"; readonly ask: EntryAsk }
  | { readonly type: "entry-ask-declined"; readonly reason: string }
  | { readonly type: "corrected"; readonly correction: Correction }
  | { readonly type: "copied"; readonly copies: IssuedCopies }
  | { readonly type: "refusal-signed"; readonly result: IssuedResult };

export type ErasedBecause = "time-over" | "asked";

/** What showed that the receiver is the right one: their card was looked at, they knew the slip's digits, or they signed on the screen. */
export type HandOverProof = { readonly kind: "card" } | { readonly kind: "slip" } | { readonly kind: "signature"; readonly sha256: string };

/** A result as it was issued: its number in the register of that year, the code of its QR, the signed PDF by content. */
export interface IssuedResult {
  readonly code: string;
  readonly name: string;
  readonly register: string;
  readonly year: number;
  readonly number: number;
  readonly sha256: string;
  readonly signer: string;
  /** YYYY-MM-DD */
  readonly issuedOn: string;
  /** What was entered in the register, line by line; results of before registers could be read have none. */
  readonly rows?: readonly EntryRow[];
  /** Whom or what the entry is about, as the register calls it. */
  readonly subject?: string;
}

/** An event with where and when it stands. `key` is the idempotency key of the act that caused it. `at` is ISO 8601, UTC. */
export interface LoggedEvent {
  readonly sequence: number;
  readonly at: string;
  readonly actor: Actor;
  readonly key: string;
  readonly event: DossierEvent;
}
