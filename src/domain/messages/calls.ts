import type { DossierEvent } from "../dossier/events.ts";
import type { MessageKind } from "./kinds.ts";

/** How a call ended, as the caller ticks it; one that closes takes the person off the list. */
export const CALL_OUTCOMES = {
  told: { words: "Đã gọi, đã nói", closes: true },
  "no-answer": { words: "Không nghe máy", closes: false },
  family: { words: "Nhắn người nhà", closes: true },
  "village-head": { words: "Nhờ trưởng thôn báo", closes: true },
} as const satisfies Record<string, { words: string; closes: boolean }>;

export type CallOutcome = keyof typeof CALL_OUTCOMES;

export function isOutcome(text: string): text is CallOutcome {
  return Object.hasOwn(CALL_OUTCOMES, text);
}

/** Events after which nobody needs to be called any more about these; "all" after the end. */
export const CALLS_ENDED: Readonly<Partial<Record<DossierEvent["type"], readonly MessageKind[] | "all">>> = {
  supplemented: ["supplement"],
  "fee-settled": ["fee"],
  apologised: ["new-date", "apology"],
  "galley-confirmed": ["galley"],
  "galley-corrected": ["galley"],
  "galley-skipped": ["galley"],
  "supplement-requested": ["galley"],
  signed: ["supplement", "fee", "galley", "correction-answered", "new-date", "apology"],
  stopped: "all",
  withdrawn: "all",
  "handed-over": "all",
};
