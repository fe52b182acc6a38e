import type { PrinterTrouble } from "./printer.ts";
import type { PrinterReason } from "./states.ts";

/** Where an order stands while it is not over, for the page to show and a screen reader to say. */
export const PRINT_PHASES = {
  "in-line": "Đang chờ tới lượt in.",
  asking: "Đang hỏi máy in.",
  busy: "Máy in đang bận việc khác. Máy in rảnh là in ngay.",
  sending: "Đang gửi tờ giấy sang máy in.",
  printing: "Đang in.",
  waiting: "Máy in đang dừng, chưa in tiếp được.",
  "no-answer": "Chưa liên lạc được với máy in, đang thử lại.",
} as const;

export type PrintPhase = keyof typeof PRINT_PHASES;

export interface PrintProgress {
  readonly phase: PrintPhase;
  /** What the printer complains of; its sentences say what to do. */
  readonly reasons: readonly PrinterReason[];
  /** Sides of paper out so far; null where the printer does not count. */
  readonly printed: number | null;
}

/** Why an order ended without its sheets, or without all of them: what happened, what to do now. */
export const PRINT_PROBLEMS = {
  off: "Chưa liên lạc được với máy in, chưa tờ nào được in. Xin xem máy in đã bật, dây và wifi đã nối, rồi bấm in lại.",
  unsure:
    "Đang in thì mất liên lạc với máy in, không biết đã in xong chưa. Xin xem giấy ở máy in: đủ tờ thì thôi, thiếu thì bấm in lại những tờ thiếu.",
  "half-printed": "Máy in bỏ dở giữa chừng. Xin xem những tờ đã ra, rồi chỉ in lại những tờ còn thiếu.",
  aborted: "Máy in đã bỏ việc này, chưa tờ nào ra. Xin xem màn hình của máy in, rồi bấm in lại.",
  canceled: "Đã hủy, không in nữa.",
  "canceled-at-printer": "Có người bấm hủy trên máy in. Nếu vẫn cần, xin bấm in lại.",
  "cancel-unheard": "Chưa báo hủy được cho máy in vì mất liên lạc. Xin bấm hủy trên máy in.",
  "no-pdf": "Máy in này không in được tệp PDF. Xin chọn máy in khác, hoặc tải tệp về và in từ máy khác.",
  "no-a4": "Máy in này không in được giấy A4. Xin chọn máy in khác.",
  "too-many-copies": "Máy in này không in được nhiều bản như vậy một lần. Xin in ít bản hơn mỗi lần.",
  "too-old": "Máy in này đời cũ, không nhận việc theo cách của trạm. Xin chọn máy in khác.",
  "cannot-read": "Máy in không đọc được tệp này. Xin chọn máy in khác, hoặc quét lại tờ giấy rồi in.",
  "too-large": "Tệp lớn hơn bộ nhớ máy in. Xin in ít trang hơn mỗi lần.",
  "not-a-printer": "Địa chỉ này không phải máy in. Xin xem lại địa chỉ, hoặc tìm lại máy in.",
  "not-local": "Địa chỉ này không ở trong mạng của điểm hỗ trợ nên không dùng. Xin nhập địa chỉ của máy in trong mạng.",
  "wants-password": "Máy in đòi mật khẩu. Xin báo quản trị tắt mật khẩu in, hoặc chọn máy in khác.",
  "wants-secure-line": "Máy in đòi đường truyền kín. Xin báo quản trị đổi địa chỉ máy in sang ipps://.",
  refused: "Máy in không nhận việc này. Xin chọn máy in khác, hoặc báo quản trị.",
} as const;

export type PrintProblem = keyof typeof PRINT_PROBLEMS;

/** Troubles that asking again does not cure. The others pass: the queue waits for them. */
export const LASTING = {
  "not-local": "not-local",
  "not-a-printer": "not-a-printer",
  "wants-password": "wants-password",
  "wants-secure-line": "wants-secure-line",
  "cannot-read": "cannot-read",
  "too-large": "too-large",
  refused: "refused",
  off: null,
  lost: null,
  cut: null,
  busy: null,
  "not-found": null,
  ended: null,
  failed: null,
} as const satisfies Record<PrinterTrouble, PrintProblem | null>;
