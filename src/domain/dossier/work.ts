import type { DueDate } from "./due-date.ts";

/** The officer whose work a dossier is. */
export interface Owner {
  readonly id: string;
  readonly name: string;
}

/** What an asked one can say besides words. */
export type Verdict = "yes" | "no";

/** A colleague is asked what they think; another office is asked to verify something. */
export type QuestionKind = "opinion" | "verification";

/** Who is asked: an office, and in it somebody or whoever is there. */
export interface Asked {
  readonly office: string;
  readonly officeName: string;
  readonly staff: string | null;
  readonly name: string;
}

/** A question about a dossier with its own due date. The asked one sees the question and what is named here, nothing else of the dossier. */
export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly of: Asked;
  readonly words: string;
  /** Titles of the sections of the declaration, and ids of the papers, that are shown with it. */
  readonly sections: readonly string[];
  readonly papers: readonly string[];
  readonly due: Pick<DueDate, "day" | "time">;
}

/** A question as it stands now. `askedAt` and `at` are ISO 8601. */
export interface OpenQuestion extends Question {
  readonly askedBy: Owner;
  readonly askedAt: string;
  readonly answer: { readonly words: string; readonly verdict: Verdict | null; readonly by: string; readonly at: string } | null;
}

/** The office that a dossier was handed on to, and the log that goes on there. */
export interface TransferTarget {
  readonly office: string;
  readonly officeName: string;
  readonly dossier: string;
}

/** What the first event at the receiving office keeps of the log that it goes on from. */
export interface Transfer {
  readonly office: string;
  readonly officeName: string;
  readonly dossier: string;
  readonly reason: string;
  /** When it was lodged with the first office, ISO 8601: that stays the day of lodging. */
  readonly lodgedAt: string;
  /** From when the term is counted, ISO 8601: `lodgedAt`, or the moment of the transfer where the procedure says so. */
  readonly countedFrom: string;
  readonly dossierCode: string | null;
  readonly point: string | null;
  readonly pauses: readonly { readonly from: string; readonly to: string | null }[];
  readonly extension: { readonly days: number; readonly because: string } | null;
  readonly promisedAnew: DueDate | null;
  readonly countersignOwed: boolean;
  /** Working days that were used where it came from, and that remain until the promised day. */
  readonly time: { readonly usedDays: number; readonly leftDays: number };
}
