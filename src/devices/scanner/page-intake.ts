import { createHash } from "node:crypto";
import type { Answer } from "./line.ts";
import { beginAlike, formatOf, hasEnd } from "./page-bytes.ts";
import type { ScanEvent, ScannerTrouble } from "./scanner.ts";

type Page = Omit<Extract<ScanEvent, { kind: "page" }>, "kind">;

export type Taken =
  | { readonly kind: "page"; readonly page: Page }
  /** It did not come whole, and is to be asked for again. */
  | { readonly kind: "broken" }
  /** A page that is here already. */
  | { readonly kind: "known" }
  | { readonly kind: "refused"; readonly trouble: ScannerTrouble };

type Heard = Pick<Answer, "bytes" | "contentLocation">;

/**
 * Decides of each answer to NextDocument whether it is a page, and which. A scanner whose line broke should send the page again (`TransferRetryCount`
 * counts how often it did), but some go on with the next one, and some send the page before once more because they did not see that it had arrived.
 * A page left out would be worse than one asked for twice, so after a break the feeder's next page must go on where the broken one stopped.
 */
export class PageIntake {
  /** Pages handed over. */
  pages = 0;
  /** How often in a row the page under way did not come whole. */
  breaks = 0;
  private repeats = 0;
  private readonly source: "glass" | "feeder";
  private part: Heard | null = null;
  private last: { readonly hash: string; readonly contentLocation: string | null } | null = null;

  constructor(source: "glass" | "feeder") {
    this.source = source;
  }

  /** What became of the page under way: nothing amiss, the line broke before a byte of it was here, or some of it is here. */
  get interrupted(): "no" | "before" | "within" {
    if (this.breaks === 0) return "no";
    return this.part ? "within" : "before";
  }

  /** `answer` is null when the line broke before there was one. */
  take(answer: Answer | null): Taken {
    if (answer?.end === "too-large") return { kind: "refused", trouble: "failed" };
    const format = answer && formatOf(answer.bytes);
    if (answer && !format && answer.end === "whole" && answer.bytes.length > 0) return { kind: "refused", trouble: "failed" };
    if (!answer || !format || !hasEnd(answer.bytes, answer.end)) return this.broken(answer);
    if (this.isKnown(answer)) return this.known();
    if (this.isAnother(answer)) return { kind: "refused", trouble: "lost" };
    this.pages += 1;
    this.breaks = 0;
    this.repeats = 0;
    this.part = null;
    this.last = { hash: hashOf(answer.bytes), contentLocation: answer.contentLocation };
    return { kind: "page", page: { page: this.pages, bytes: answer.bytes, format, firstByteAt: answer.firstByteAt } };
  }

  private broken(answer: Answer | null): Taken {
    this.breaks += 1;
    if (!answer || answer.bytes.length === 0) return { kind: "broken" };
    if (this.isAnother(answer)) return { kind: "refused", trouble: "lost" };
    if (answer.bytes.length > (this.part?.bytes.length ?? 0)) this.part = answer;
    return { kind: "broken" };
  }

  /** Two sheets never give the same bytes on a real scanner; on a simulated one they may, so the same bytes alone do not prove it. */
  private isKnown(answer: Answer): boolean {
    if (this.last?.hash !== hashOf(answer.bytes)) return false;
    const numbered = sameNumber(this.last, answer);
    if (numbered !== null) return numbered;
    if (this.breaks === 0) return false;
    const telling = this.part && this.part.bytes.length >= TELLING_BYTES ? this.part : null;
    return !(telling && beginAlike(telling.bytes, answer.bytes));
  }

  private known(): Taken {
    this.repeats += 1;
    return this.repeats > MOST_REPEATS ? { kind: "refused", trouble: "lost" } : { kind: "known" };
  }

  /** Not the page of which a part is here. */
  private isAnother(answer: Answer): boolean {
    if (!this.part || this.source === "glass") return false;
    if (sameNumber(this.part, answer)) return false;
    return !beginAlike(this.part.bytes, answer.bytes);
  }
}

/** All pages of a scanner begin alike: with tables, a colour profile, the white of the upper edge. Behind that they differ. */
const TELLING_BYTES = 16 * 1024;
/** How often in a row the same page may come once more. */
const MOST_REPEATS = 3;

/** Whether two answers call themselves the same document of the job; null where one of them has no number. */
function sameNumber(one: Pick<Answer, "contentLocation">, other: Pick<Answer, "contentLocation">): boolean | null {
  const [before, now] = [one, other].map(({ contentLocation }) => /\/(\d+)\/*$/.exec(contentLocation ?? "")?.[1]);
  return before === undefined || now === undefined ? null : before === now;
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
