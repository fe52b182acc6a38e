import { officeDay, officeTime } from "../../../base/clock.ts";
import type { LoggedEvent } from "../../../domain/dossier/events.ts";
import { dayWithWeekday } from "../../../domain/people/dates.ts";

/** What happened, as the person whose dossier it is reads it. */
export function eventWords({ event }: LoggedEvent): string {
  if (event.type === "lodged" && event.transfer) return "Nơi giải quyết nhận hồ sơ chuyển đến";
  return EVENT_WORDS[event.type];
}

export function moment(iso: string): string {
  const instant = new Date(iso);
  return `${officeTime(instant)} ${dayWithWeekday(officeDay(instant))}`;
}

const EVENT_WORDS: Readonly<Record<LoggedEvent["event"]["type"], string>> = {
  lodged: "Bà con gửi hồ sơ",
  "papers-erased": "Đã xóa bản chụp giấy tờ",
  countersigned: "Cán bộ xác nhận phần người trực làm thay",
  "help-corrected": "Cán bộ sửa mức hỗ trợ",
  "duplicate-judged": "Cán bộ xem hồ sơ có trùng không",
  "declaration-entered": "Cán bộ nhập tờ khai giấy",
  accepted: "Cán bộ tiếp nhận",
  declined: "Không tiếp nhận",
  "supplement-requested": "Cán bộ yêu cầu bổ sung; thời hạn tạm dừng",
  supplemented: "Bà con bổ sung; thời hạn chạy tiếp",
  started: "Bắt đầu giải quyết",
  "galley-sent": "Cán bộ gửi bản nháp để bà con xem",
  "galley-confirmed": "Bản nháp được đồng ý",
  "galley-corrected": "Bà con xin sửa bản nháp",
  "correction-taken": "Cán bộ sửa theo lời bà con",
  "correction-answered": "Cán bộ trả lời chỗ bà con xin sửa",
  "galley-skipped": "Bà con đã xem tại chỗ, không chờ bản nháp",
  proposed: "Cán bộ trình lãnh đạo ký",
  "sent-back": "Lãnh đạo yêu cầu xem lại",
  signed: "Lãnh đạo đã ký, có kết quả",
  stopped: "Từ chối giải quyết",
  withdrawn: "Đã rút hồ sơ",
  "handed-over": "Đã trao kết quả",
  revoked: "Kết quả bị thu hồi",
  "fee-requested": "Cán bộ yêu cầu nộp phí, lệ phí; thời hạn tạm dừng",
  "fee-settled": "Đã nộp phí, lệ phí; thời hạn chạy tiếp",
  "withdrawal-asked": "Bà con xin rút hồ sơ",
  "withdrawal-declined": "Cán bộ chưa đồng ý cho rút",
  extended: "Gia hạn để xác minh",
  apologised: "Cơ quan xin lỗi và hẹn lại ngày khác",
  assigned: "Giao việc",
  noted: "Ghi chú nội bộ",
  "opinion-asked": "Cán bộ hỏi nơi khác để xác minh",
  "opinion-given": "Có ý kiến trả lời",
  transferred: "Chuyển đến cơ quan có thẩm quyền",
  "entry-linked": "Cán bộ tìm thấy việc đã đăng ký trong sổ",
  "entry-asked": "Cán bộ trình lãnh đạo ký vào sổ",
  "entry-ask-declined": "Lãnh đạo yêu cầu xem lại",
  corrected: "Đã cải chính trong sổ; giấy cũ có giấy khác thay",
  copied: "Đã cấp bản sao từ sổ",
  "refusal-signed": "Lãnh đạo đã ký văn bản từ chối",
};
