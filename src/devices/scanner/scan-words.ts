import type { Result } from "../../base/result.ts";
import type { ScannerStatus, ScannerTrouble } from "./scanner.ts";

/** Why an errand ended before its last sheet, or never began: what happened, what to do now. The pages that came before are good. */
export const SCAN_PROBLEMS = {
  off: "Chưa liên lạc được với máy quét. Xin xem máy quét đã bật, dây và wifi đã nối, rồi bấm quét lại.",
  lost: "Đang quét thì mất liên lạc với máy quét. Những trang đã hiện ở đây vẫn dùng được. Xin xem dây và wifi, rồi quét tiếp từ trang còn thiếu.",
  busy: "Máy quét đang bận việc khác. Xin chờ một lát rồi bấm quét lại.",
  "feeder-empty": "Khay nạp giấy của máy quét chưa có giấy. Xin đặt giấy vào khay, hoặc đặt lên mặt kính, rồi bấm quét lại.",
  jam: "Giấy kẹt trong khay nạp của máy quét. Xin mở nắp khay, nhẹ tay lấy giấy ra, đặt lại cho ngay, rồi quét tiếp từ trang còn thiếu.",
  "cover-open": "Nắp khay nạp giấy của máy quét đang mở. Xin đóng nắp lại, rồi quét tiếp từ trang còn thiếu.",
  cancelled: "Đã dừng quét. Nếu vẫn cần, xin bấm quét lại.",
  "not-local": "Địa chỉ này không ở trong mạng của điểm hỗ trợ nên không dùng. Xin nhập địa chỉ của máy quét trong mạng.",
  "not-a-scanner": "Địa chỉ này không phải máy quét. Xin xem lại địa chỉ, hoặc tìm lại máy quét.",
  "wants-password": "Máy quét đòi mật khẩu. Xin báo quản trị tắt mật khẩu quét, hoặc chọn máy quét khác.",
  "cannot-do": "Máy quét này không quét được theo cách đã chọn. Xin chọn cách quét khác, hoặc chụp tờ giấy bằng điện thoại.",
  failed: "Máy quét bỏ dở việc này. Xin xem màn hình của máy quét, tắt đi bật lại nếu cần, rồi quét tiếp từ trang còn thiếu.",
} as const satisfies Record<ScannerTrouble, string>;

/** Where an errand stands while it is not over, for the page to show and a screen reader to say. */
export const SCAN_PHASES = {
  asking: "Đang hỏi máy quét.",
  glass: "Đang quét tờ giấy trên mặt kính.",
  feeder: "Đang quét giấy trong khay nạp.",
  waiting: "Máy quét đang chuẩn bị trang tiếp theo.",
} as const;

/** How a scanner is, in words. */
export function scannerWords(status: Result<ScannerStatus, ScannerTrouble>): string[] {
  if (!status.ok) return [SCAN_PROBLEMS[status.reason]];
  const { state, feeder } = status.value;
  if (feeder === "jam") return [SCAN_PROBLEMS.jam];
  if (feeder === "open") return [SCAN_PROBLEMS["cover-open"]];
  return [{ idle: "Sẵn sàng.", working: "Đang quét.", stopped: "Máy quét đang dừng. Xin xem màn hình của máy." }[state]];
}
