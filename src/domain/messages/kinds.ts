import type { DossierEvent, LoggedEvent } from "../dossier/events.ts";

/**
 * What people are told of their dossier. `call` says when somebody from the point calls them: always, only when no message reaches them, or never, because
 * the slip in their hand says it already. `unreached` news costs somebody a day or a right when it is not heard.
 */
export const MESSAGE_KINDS = {
  received: { words: "Đã nhận hồ sơ", call: "never" },
  accepted: { words: "Đã tiếp nhận, có ngày hẹn", call: "never" },
  supplement: { words: "Cần bổ sung", call: "unreached" },
  fee: { words: "Cần nộp phí, lệ phí", call: "unreached" },
  galley: { words: "Bản nháp chờ xem lại", call: "always" },
  "correction-answered": { words: "Trả lời về chỗ xin sửa", call: "unreached" },
  "new-date": { words: "Gia hạn, ngày hẹn mới", call: "unreached" },
  apology: { words: "Xin lỗi và hẹn lại", call: "unreached" },
  ready: { words: "Có kết quả", call: "unreached" },
  refused: { words: "Không nhận hoặc dừng giải quyết", call: "unreached" },
  "withdrawal-answered": { words: "Trả lời về việc xin rút", call: "unreached" },
  "feedback-answered": { words: "Trả lời góp ý", call: "never" },
} as const satisfies Record<string, { words: string; call: "always" | "unreached" | "never" }>;

export type MessageKind = keyof typeof MESSAGE_KINDS;

/** What goes out to people at work, about no dossier. */
export const WORK_KINDS = { report: "Báo cáo theo kỳ", "report-confirm": "Xác nhận nơi nhận báo cáo" } as const;
export type WorkKind = keyof typeof WORK_KINDS;

/** What goes to the owner of an account, who asked for it this minute; only they are to read it. */
export const ACCOUNT_KINDS = { "contact-code": "Mã đổi nơi nhận tin", "contact-changed": "Báo đã đổi nơi nhận tin" } as const;
export type AccountKind = keyof typeof ACCOUNT_KINDS;

/** What is about no dossier. */
export type LooseKind = WorkKind | AccountKind;
const LOOSE_KINDS = { ...WORK_KINDS, ...ACCOUNT_KINDS };

export function isLooseKind(kind: MessageKind | LooseKind): kind is LooseKind {
  return Object.hasOwn(LOOSE_KINDS, kind);
}

export function isAccountKind(kind: MessageKind | LooseKind): kind is AccountKind {
  return Object.hasOwn(ACCOUNT_KINDS, kind);
}

export function kindWords(kind: MessageKind | LooseKind): string {
  return isLooseKind(kind) ? LOOSE_KINDS[kind] : MESSAGE_KINDS[kind].words;
}

export const KINDS = Object.keys(MESSAGE_KINDS) as MessageKind[];

/** Which event causes which message; what the citizen did needs none. Every event has a line: a new one does not compile without. */
const MESSAGE_OF = {
  lodged: "received",
  countersigned: null,
  "duplicate-judged": null,
  "declaration-entered": null,
  "help-corrected": null,
  "papers-erased": null,
  accepted: "accepted",
  declined: "refused",
  "supplement-requested": "supplement",
  supplemented: null,
  started: null,
  "galley-sent": "galley",
  "galley-confirmed": null,
  "galley-corrected": null,
  "correction-taken": "correction-answered",
  "correction-answered": "correction-answered",
  "galley-skipped": null,
  proposed: null,
  "sent-back": null,
  signed: "ready",
  stopped: "refused",
  withdrawn: "withdrawal-answered",
  "handed-over": null,
  revoked: null,
  "fee-requested": "fee",
  "fee-settled": null,
  "withdrawal-asked": null,
  "withdrawal-declined": "withdrawal-answered",
  extended: "new-date",
  apologised: "apology",
  assigned: null,
  noted: null,
  "opinion-asked": null,
  "opinion-given": null,
  transferred: null,
  "entry-linked": null,
  "entry-asked": null,
  "entry-ask-declined": null,
  corrected: null,
  copied: null,
  "refusal-signed": null,
} as const satisfies Record<DossierEvent["type"], MessageKind | null>;

/** The message that what happened causes; null for none. Nobody is told of their own withdrawal. */
export function messageOf({ event, actor }: Pick<LoggedEvent, "event" | "actor">): MessageKind | null {
  return event.type === "withdrawn" && actor.role === "citizen" ? null : MESSAGE_OF[event.type];
}
