import type { DossierEvent, LoggedEvent } from "../dossier/events.ts";
import { NEW_FORMS_FROM, type SlipForm } from "./forms.ts";

/**
 * The sheet that goes with a dossier through the office and says who had it when: form 05 of Circular 01/2018, form 06 of Circular 03/2025 (number
 * and title checked against the list of forms). The law's sheet has a line and two signatures each time the dossier goes from one hand to another; ours has a line a
 * step out of the log, which nobody signs twice (unverified whether that will do).
 */
export function controlSheetForm(day: string): SlipForm {
  const words = day >= NEW_FORMS_FROM ? "(Mẫu số 06, Phụ lục I, Thông tư 03/2025/TT-VPCP)" : "(Mẫu số 05, Thông tư 01/2018/TT-VPCP)";
  return { title: "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", words };
}

/** A line of the sheet. */
export interface ControlLine {
  readonly step: string;
  readonly by: string;
  /** ISO 8601 */
  readonly at: string;
}

/** What happened to the dossier, step by step, in the office's words. Looks and corrections of how much somebody helped are none of the sheet's. */
export function controlLines(log: readonly LoggedEvent[]): ControlLine[] {
  return log.flatMap(({ event, actor, at }) => {
    const step = event.type === "lodged" && event.transfer ? `Nhận hồ sơ chuyển từ ${event.transfer.officeName}` : STEPS[event.type];
    return step === null ? [] : [{ step, by: actor.name || (actor.role === "citizen" ? "Người nộp" : "Hệ thống"), at }];
  });
}

const STEPS: Readonly<Record<DossierEvent["type"], string | null>> = {
  lodged: "Nộp hồ sơ",
  countersigned: "Ký xác nhận phần làm thay",
  "help-corrected": null,
  "papers-erased": null,
  "duplicate-judged": null,
  "declaration-entered": "Nhập tờ khai giấy",
  accepted: "Tiếp nhận",
  declined: "Từ chối tiếp nhận",
  "supplement-requested": "Yêu cầu bổ sung, tạm dừng thời hạn",
  supplemented: "Bổ sung, tính tiếp thời hạn",
  "fee-requested": "Yêu cầu nghĩa vụ tài chính, tạm dừng thời hạn",
  "fee-settled": "Đã thực hiện nghĩa vụ tài chính, tính tiếp thời hạn",
  started: "Giải quyết",
  "galley-sent": "Gửi bản nháp cho người nộp xem",
  "galley-confirmed": "Bản nháp được đồng ý",
  "galley-corrected": "Người nộp xin sửa bản nháp",
  "correction-taken": "Sửa theo yêu cầu của người nộp",
  "correction-answered": "Trả lời yêu cầu sửa, không sửa",
  "galley-skipped": "Không chờ bản nháp",
  proposed: "Trình ký",
  "sent-back": "Trả lại để xem lại",
  extended: "Gia hạn để xác minh",
  apologised: "Xin lỗi, hẹn lại",
  assigned: "Giao người giải quyết",
  noted: null,
  "opinion-asked": "Lấy ý kiến, xác minh",
  "opinion-given": "Có ý kiến trả lời",
  transferred: "Chuyển cơ quan có thẩm quyền",
  "withdrawal-asked": "Người nộp xin rút",
  "withdrawal-declined": "Chưa đồng ý cho rút",
  withdrawn: "Rút hồ sơ",
  stopped: "Dừng giải quyết",
  signed: "Ký, ban hành kết quả",
  "handed-over": "Trả kết quả",
  revoked: "Thu hồi kết quả",
  "entry-linked": "Gắn với sổ đã đăng ký",
  "entry-asked": "Trình cải chính hoặc cấp bản sao",
  "entry-ask-declined": "Trả lại việc cải chính, cấp bản sao",
  corrected: "Cải chính vào sổ",
  copied: "Cấp bản sao từ sổ",
  "refusal-signed": "Ký văn bản từ chối",
};
