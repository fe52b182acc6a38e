import type { DeadlineRule } from "../deadlines/terms.ts";

/** What a person may ask of an office about their own data (Law 91/2025/QH15 article 4; unverified). */
export const REQUEST_KINDS = {
  see: { words: "Cho xem dữ liệu của tôi", hint: "Muốn một bản đầy đủ, kể cả phần trang Dữ liệu của tôi không hiện." },
  correct: { words: "Sửa chỗ sai", hint: "Ví dụ sai số điện thoại, sai chữ trong tên." },
  erase: { words: "Xóa", hint: "Sổ, nhật ký và kết quả luật bắt giữ thì không xóa được." },
  withdraw: { words: "Rút lời đồng ý", hint: "Rút được ngay ở trang Dữ liệu của tôi; nhờ ở đây khi không bấm được." },
  object: { words: "Không muốn dùng vào việc nào đó", hint: "Cho biết việc gì và vì sao." },
} as const satisfies Record<string, { words: string; hint: string }>;

export type RequestKind = keyof typeof REQUEST_KINDS;

export function isRequestKind(word: string): word is RequestKind {
  return Object.hasOwn(REQUEST_KINDS, word);
}

/** Answered within two working days (Decree 356/2025/NĐ-CP article 5). */
export const REQUEST_RULE: DeadlineRule = { kind: "working-days", days: 2 };
export const REQUEST_WORDS = "Trả lời trong 2 ngày làm việc (Nghị định 356/2025/NĐ-CP, Điều 5).";

export const REQUEST_OUTCOMES = { done: "Đã làm", partly: "Làm được một phần", refused: "Không làm được" } as const satisfies Record<
  string,
  string
>;

export type RequestOutcome = keyof typeof REQUEST_OUTCOMES;

export function isRequestOutcome(word: string): word is RequestOutcome {
  return Object.hasOwn(REQUEST_OUTCOMES, word);
}

/** Why something stays although it was asked to go; the officer chooses, the person reads it. From memory, so unverified. */
export const STAY_REASONS = {
  register: "Đã ghi trong sổ: sổ phải giữ, chỗ sai thì cải chính (Luật Hộ tịch 2014; chưa đối chiếu).",
  log: "Nhật ký hồ sơ và kết quả phải lưu để đối chiếu (Luật Lưu trữ 2024; chưa đối chiếu).",
  open: "Hồ sơ đang giải quyết; rút hồ sơ trước rồi mới xóa được.",
  complaint: "Hồ sơ đang có khiếu nại nên phải giữ chứng cứ cho đến khi giải quyết xong (Luật Khiếu nại 2011; chưa đối chiếu).",
} as const satisfies Record<string, string>;

export type StayReason = keyof typeof STAY_REASONS;

export function isStayReason(word: string): word is StayReason {
  return Object.hasOwn(STAY_REASONS, word);
}
