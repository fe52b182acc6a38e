import { type Galley, galleyLets, galleyWaits } from "./galley.ts";
import type { Status } from "./status.ts";

/** Who can do something to a dossier. A helper stands by; only officers and leaders of the dossier's own office decide; the clock closes what is over. */
export type Role = "citizen" | "partner" | "helper" | "officer" | "leader" | "admin" | "system";

/** Statuses in which somebody of the office still has work with a dossier. */
const WORKED_ON = ["lodged", "accepted", "processing", "supplement-requested", "fee-due", "decided"] as const satisfies readonly Status[];

/**
 * Every legal move in one table: from which statuses, by whom, and what its button says. Pages draw their buttons from it, `decide`
 * refuses by it. Source of the statuses and moves: the national list of dossier statuses; the clock sleeps in supplement-requested and
 * fee-due (Decree 61/2018, today Decree 118/2025).
 */
export const MOVES = {
  countersign: { from: ["lodged"], by: ["officer"], words: "Ký xác nhận phần làm thay" },
  "judge-duplicate": {
    from: ["lodged", "accepted", "processing", "supplement-requested", "fee-due", "decided", "returned"],
    by: ["officer"],
    words: "Xem có trùng không",
  },
  "enter-declaration": {
    from: ["lodged", "accepted", "processing", "supplement-requested", "fee-due"],
    by: ["officer"],
    words: "Nhập tờ khai giấy",
  },
  accept: { from: ["lodged"], by: ["officer"], words: "Tiếp nhận" },
  decline: { from: ["lodged"], by: ["officer"], words: "Không tiếp nhận" },
  "request-supplement": { from: ["lodged", "accepted", "processing"], by: ["officer"], words: "Yêu cầu bổ sung" },
  supplement: { from: ["supplement-requested"], by: ["citizen", "helper", "officer"], words: "Gửi bổ sung" },
  "request-fee": { from: ["accepted", "processing"], by: ["officer"], words: "Yêu cầu nộp phí, lệ phí" },
  "settle-fee": { from: ["fee-due"], by: ["officer"], words: "Ghi đã nộp phí, lệ phí" },
  extend: { from: ["accepted", "processing"], by: ["officer"], words: "Gia hạn để xác minh" },
  apologise: { from: ["accepted", "processing"], by: ["officer"], words: "Xin lỗi và hẹn lại" },
  start: { from: ["accepted"], by: ["officer"], words: "Bắt đầu giải quyết" },
  "send-galley": { from: ["accepted", "processing"], by: ["officer"], words: "Gửi bản nháp cho bà con xem" },
  "confirm-galley": {
    from: ["accepted", "processing", "fee-due"],
    by: ["citizen", "helper", "officer"],
    words: "Bà con xác nhận bản nháp đúng",
  },
  "correct-galley": { from: ["accepted", "processing", "fee-due"], by: ["citizen", "helper", "officer"], words: "Bà con xin sửa bản nháp" },
  "take-correction": { from: ["accepted", "processing", "fee-due"], by: ["officer"], words: "Sửa theo lời bà con" },
  "answer-correction": { from: ["accepted", "processing", "fee-due"], by: ["officer"], words: "Trả lời, không sửa" },
  "skip-galley": { from: ["accepted", "processing"], by: ["officer"], words: "Không chờ bản nháp" },
  "close-galley": { from: ["accepted", "processing", "fee-due"], by: ["system"], words: "Hết hạn xem bản nháp" },
  propose: { from: ["accepted", "processing"], by: ["officer"], words: "Trình ký" },
  "send-back": { from: ["processing"], by: ["leader"], words: "Trả lại cán bộ" },
  sign: { from: ["processing"], by: ["leader"], words: "Ký và ban hành" },
  stop: { from: ["accepted", "processing", "supplement-requested", "fee-due"], by: ["officer"], words: "Từ chối giải quyết" },
  withdraw: { from: ["lodged"], by: ["citizen"], words: "Rút hồ sơ" },
  "ask-withdrawal": { from: ["accepted", "processing", "supplement-requested", "fee-due"], by: ["citizen"], words: "Xin rút hồ sơ" },
  "grant-withdrawal": {
    from: ["accepted", "processing", "supplement-requested", "fee-due"],
    by: ["officer"],
    words: "Đồng ý cho rút",
  },
  "decline-withdrawal": {
    from: ["accepted", "processing", "supplement-requested", "fee-due"],
    by: ["officer"],
    words: "Chưa đồng ý cho rút",
  },
  "hand-over": { from: ["decided"], by: ["officer", "helper"], words: "Trao kết quả" },
  revoke: { from: ["decided", "returned"], by: ["leader"], words: "Thu hồi kết quả" },
  "correct-help": {
    from: ["lodged", "accepted", "processing", "supplement-requested", "fee-due", "decided"],
    by: ["officer"],
    words: "Sửa mức hỗ trợ",
  },
  assign: { from: WORKED_ON, by: ["officer", "leader"], words: "Giao việc" },
  note: { from: WORKED_ON, by: ["officer", "leader"], words: "Ghi chú nội bộ" },
  "ask-opinion": { from: ["lodged", "accepted", "processing"], by: ["officer"], words: "Hỏi ý kiến, xác minh" },
  "give-opinion": { from: WORKED_ON, by: ["officer", "leader"], words: "Trả lời câu hỏi" },
  transfer: { from: ["lodged", "accepted", "processing"], by: ["officer"], words: "Chuyển cơ quan có thẩm quyền" },
  "link-entry": { from: ["accepted", "processing"], by: ["officer"], words: "Gắn với sổ" },
  "ask-entry": { from: ["decided", "returned"], by: ["officer"], words: "Trình cải chính, cấp bản sao" },
  "decline-entry-ask": { from: ["decided", "returned"], by: ["leader"], words: "Trả lại cán bộ" },
  correct: { from: ["decided", "returned"], by: ["leader"], words: "Ký cải chính" },
  copy: { from: ["decided", "returned"], by: ["leader"], words: "Ký cấp bản sao" },
  "sign-refusal": { from: ["not-accepted", "stopped"], by: ["leader"], words: "Ký văn bản từ chối" },
} as const satisfies Record<string, { from: readonly Status[]; by: readonly Role[]; words: string }>;

export type Move = keyof typeof MOVES;

/** Moves that are made at the register, not on the dossier's page. */
export const REGISTER_MOVES = ["link-entry", "ask-entry", "decline-entry-ask", "correct", "copy"] as const satisfies readonly Move[];

export function isRegisterMove(move: Move): move is (typeof REGISTER_MOVES)[number] {
  return (REGISTER_MOVES as readonly Move[]).includes(move);
}

/** What of a dossier decides which moves are open. */
export interface Movable {
  readonly status: Status;
  readonly proposed: boolean;
  readonly revokedOn: string | null;
  readonly countersignOwed: boolean;
  readonly withdrawalAsked: string | null;
  readonly extension: unknown;
  readonly questions: readonly { readonly answer: unknown }[];
  readonly transferredTo: unknown;
  readonly entryAsk: { readonly kind: "correction" | "copies" } | null;
  readonly refusal: unknown;
  readonly intake: unknown;
  readonly galley: Galley | null;
}

/** The moves that this role can make now; a page shows exactly these. `proposed` says whether the officer has handed it to the leader. */
export function movesOpen(dossier: Movable, role: Role): Move[] {
  return (Object.keys(MOVES) as Move[]).filter((move) => isOpen(dossier, move) && mayDo(move, role));
}

export function mayDo(move: Move, role: Role): boolean {
  return (MOVES[move].by as readonly Role[]).includes(role);
}

/**
 * A proposal waits for the leader: until signed or sent back the officer does not move it, and nothing is signed unproposed. What a volunteer filled in
 * for somebody is accepted after an officer has signed for it. A declaration is typed in from paper, before it is proposed. Who asked to withdraw gets an answer before anything is decided. The law extends once.
 * While a galley is out, or its correction has no answer, nothing is proposed or signed.
 * for somebody is accepted after an officer has signed for it. A declaration is typed in from paper, before it is proposed. Who asked to withdraw gets an
 * answer before anything is decided. The law extends once. What was handed on to another office goes on there, and here no more.
 */
export function isOpen(dossier: Movable, move: Move): boolean {
  if (!(MOVES[move].from as readonly Status[]).includes(dossier.status)) return false;
  if (dossier.transferredTo !== null) return false;
  const asked = dossier.withdrawalAsked !== null;
  if (move === "give-opinion") return dossier.questions.some((question) => question.answer === null);
  if (move === "transfer") return !dossier.proposed && !asked;
  if (move === "grant-withdrawal" || move === "decline-withdrawal") return asked;
  if (move === "ask-withdrawal") return !asked;
  if (move === "sign") return dossier.proposed && !asked && !galleyWaits(dossier.galley);
  if (move === "send-back") return dossier.proposed;
  if (move === "propose") return !dossier.proposed && !asked && !galleyWaits(dossier.galley);
  if (move === "send-galley" || move === "skip-galley") return !dossier.proposed && !asked && galleyLets(dossier.galley, move);
  if (isGalleyMove(move)) return galleyLets(dossier.galley, move);
  if (move === "request-supplement" || move === "request-fee" || move === "stop") return !dossier.proposed;
  if (move === "extend") return dossier.extension === null && !dossier.proposed;
  if (move === "enter-declaration") return dossier.intake !== null && !dossier.proposed;
  if (move === "countersign") return dossier.countersignOwed;
  if (move === "accept") return !dossier.countersignOwed;
  if (move === "revoke" || move === "hand-over") return dossier.revokedOn === null;
  if (move === "correct") return dossier.entryAsk?.kind === "correction" && dossier.revokedOn === null;
  if (move === "copy") return dossier.entryAsk?.kind === "copies" && dossier.revokedOn === null;
  if (move === "link-entry") return !dossier.proposed;
  if (move === "ask-entry") return dossier.entryAsk === null && dossier.revokedOn === null;
  if (move === "decline-entry-ask") return dossier.entryAsk !== null;
  if (move === "sign-refusal") return dossier.refusal === null;
  return true;
}

const GALLEY_ANSWERS = ["confirm-galley", "correct-galley", "close-galley", "take-correction", "answer-correction"] as const;

function isGalleyMove(move: Move): move is (typeof GALLEY_ANSWERS)[number] {
  return (GALLEY_ANSWERS as readonly Move[]).includes(move);
}
