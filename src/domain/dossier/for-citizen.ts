import type { DossierEvent, LoggedEvent } from "./events.ts";

/** What everybody reads of what happened: the person whose dossier it is, and the office. */
const TOLD = {
  lodged: "Bà con gửi hồ sơ",
  "papers-erased": "Đã xóa bản chụp giấy tờ",
  countersigned: "Cán bộ đã đọc lại phần người trực làm thay",
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
  "opinion-asked": "Cán bộ hỏi nơi khác để xác minh",
  transferred: "Chuyển đến cơ quan có thẩm quyền",
  "entry-linked": "Cán bộ tìm thấy việc đã đăng ký trong sổ",
  corrected: "Đã cải chính trong sổ; giấy cũ có giấy khác thay",
  copied: "Đã cấp bản sao từ sổ",
  "refusal-signed": "Lãnh đạo đã ký văn bản từ chối",
} as const satisfies Partial<Record<EventKind, string>>;

/** What an office does among its own people; a kind of event that is not told stands here, or the program is not compiled. */
const INSIDE: Readonly<Record<Exclude<EventKind, keyof typeof TOLD>, string>> = {
  assigned: "Giao việc",
  noted: "Ghi chú nội bộ",
  "opinion-given": "Có ý kiến trả lời",
  "duplicate-judged": "Cán bộ xem hồ sơ có trùng không",
  "help-corrected": "Cán bộ sửa mức hỗ trợ",
  "entry-asked": "Cán bộ trình lãnh đạo ký vào sổ",
  "entry-ask-declined": "Lãnh đạo trả lại việc trình ký vào sổ",
};

export type EventKind = DossierEvent["type"];

/**
 * What happened in the words of the person whose dossier it is; null where it does not concern them: who has the work, notes, what colleagues think, what was
 * looked through and put right inside. That another office was asked, they do read: it is why they wait.
 */
export function citizenWords(event: DossierEvent): string | null {
  if (event.type === "lodged" && event.transfer) return "Nơi giải quyết nhận hồ sơ chuyển đến";
  if (event.type === "opinion-asked" && event.question.kind === "opinion") return null;
  return isTold(event.type) ? TOLD[event.type] : null;
}

/** What happened in the words of the office, which reads all of it. */
export function deskWords(event: DossierEvent): string {
  if (event.type === "opinion-asked" && event.question.kind === "opinion") return "Hỏi ý kiến đồng nghiệp";
  return citizenWords(event) ?? (isTold(event.type) ? TOLD[event.type] : INSIDE[event.type]);
}

/** The log without what stays inside: on no page and in no answer of the API does the person see it. */
export function forCitizen(log: readonly LoggedEvent[]): LoggedEvent[] {
  return log.filter(({ event }) => citizenWords(event) !== null);
}

function isTold(kind: EventKind): kind is keyof typeof TOLD {
  return Object.hasOwn(TOLD, kind);
}
