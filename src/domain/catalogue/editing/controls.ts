/**
 * A part of a procedure as a form: which fields the form has and where in the data each one stands. The same table draws the form, fills it in from the data
 * and reads it back (typed.ts), so that what is not on the form stays as it was.
 */
export interface Control {
  /** The name of the field in the form; its data stands at the same path: words.purpose. */
  readonly at: string;
  readonly kind: "line" | "text" | "lines" | "number" | "money" | "check" | "select" | "picture" | "number-field" | "condition";
  readonly label: string;
  readonly hint?: string;
  /** May be left empty; then the data has no such key. */
  readonly optional?: true;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

const WHEN: Control = { at: "when", kind: "condition", label: "Khi nào", optional: true };
const UNVERIFIED: Control = {
  at: "unverified",
  kind: "check",
  label: "Chưa đối chiếu với văn bản",
  optional: true,
};

export const WORDS_CONTROLS: readonly Control[] = [
  { at: "name", kind: "line", label: "Tên thủ tục, như bà con gọi" },
  { at: "formalName", kind: "line", label: "Tên đầy đủ theo danh mục quốc gia" },
  { at: "words.purpose", kind: "text", label: "Dùng để làm gì", hint: "Một, hai câu ngắn." },
  { at: "words.before", kind: "lines", label: "Cần biết trước", hint: "Mỗi dòng một ý.", optional: true },
  { at: "words.whereToFile", kind: "text", label: "Nộp ở đâu" },
  { at: "words.afterwards", kind: "text", label: "Sau khi gửi thì thế nào", optional: true },
  { at: "words.search", kind: "lines", label: "Bà con hay hỏi bằng lời nào", hint: "Mỗi dòng một câu. Càng nhiều càng dễ tìm." },
  {
    at: "supplementReasons",
    kind: "lines",
    label: "Lý do yêu cầu bổ sung",
    hint: "Cán bộ đánh dấu khi hồ sơ thiếu. Mỗi dòng một lý do.",
    optional: true,
  },
];

export const PAPER_CONTROLS: readonly Control[] = [
  { at: "name", kind: "line", label: "Tên giấy tờ", hint: "Ví dụ: Giấy chứng sinh" },
  { at: "plain", kind: "text", label: "Giải thích cho bà con", hint: "Ai cấp, trông thế nào, không có thì làm sao." },
  {
    at: "kind",
    kind: "select",
    label: "Nộp hay chỉ cho xem",
    choices: [
      { value: "submit", label: "Nộp cùng hồ sơ" },
      { value: "show", label: "Chỉ cho cán bộ xem" },
    ],
  },
  { at: "originals", kind: "number", label: "Số bản chính" },
  { at: "copies", kind: "number", label: "Số bản sao" },
  { at: "required", kind: "check", label: "Bắt buộc phải có" },
  { at: "picture", kind: "picture", label: "Hình mẫu", optional: true },
  { ...WHEN, label: "Khi nào cần giấy này" },
];

export const FEE_CONTROLS: readonly Control[] = [
  {
    at: "amountDong",
    kind: "money",
    label: "Số tiền, đồng",
    hint: "Ví dụ 15.000. Không mất tiền thì ghi 0. Chưa biết thì để trống.",
    optional: true,
  },
  {
    at: "onPaperDong",
    kind: "number",
    label: "Số tiền khi nộp giấy tại quầy, đồng",
    hint: "Chỉ khi khác với nộp trực tuyến.",
    optional: true,
  },
  { at: "words", kind: "text", label: "Lời cho bà con" },
  {
    at: "times",
    kind: "number-field",
    label: "Nhân với câu trả lời",
    hint: "Ví dụ số bản sao. Không nhân thì để trống.",
    optional: true,
  },
  { ...WHEN, label: "Khi nào tính mức này" },
];

export const FEE_PART_CONTROLS: readonly Control[] = [
  { at: "fee.note", kind: "text", label: "Ghi chú thêm về lệ phí", optional: true },
  { ...UNVERIFIED, at: "fee.unverified" },
];

export const DEADLINE_CONTROLS: readonly Control[] = [
  {
    at: "rule.kind",
    kind: "select",
    label: "Tính theo",
    choices: [
      { value: "same-day", label: "Trong ngày" },
      { value: "working-days", label: "Ngày làm việc" },
      { value: "calendar-days", label: "Ngày lịch, kể cả ngày nghỉ" },
    ],
  },
  { at: "rule.days", kind: "number", label: "Số ngày", hint: "Trong ngày thì để trống.", optional: true },
  {
    at: "rule.cutoff",
    kind: "line",
    label: "Nhận sau giờ nào thì sang hôm sau",
    hint: "Chỉ khi làm trong ngày. Ví dụ 15:00",
    optional: true,
  },
  { at: "words", kind: "text", label: "Lời cho bà con" },
  UNVERIFIED,
  { ...WHEN, label: "Khi nào theo thời hạn này" },
];

export const DEADLINE_PART_CONTROLS: readonly Control[] = [
  { at: "deadline.note", kind: "text", label: "Ghi chú thêm về thời hạn", optional: true },
  {
    at: "deadline.verification.days",
    kind: "number",
    label: "Được thêm mấy ngày khi phải xác minh",
    hint: "Luật không cho thêm thì để trống.",
    optional: true,
  },
  { at: "deadline.verification.words", kind: "line", label: "Xác minh việc gì", optional: true },
];

export const RESULT_ROW_CONTROLS: readonly Control[] = [
  { at: "label", kind: "line", label: "Chữ in trước", hint: "Ví dụ: Họ, chữ đệm, tên" },
  { at: "value", kind: "text", label: "Nội dung", hint: "Chỗ lấy câu trả lời viết trong ngoặc nhọn, ví dụ {con.hoTen}." },
  { ...WHEN, label: "Khi nào có dòng này" },
];

export const RESULT_PART_CONTROLS: readonly Control[] = [{ at: "resultName", kind: "line", label: "Bà con nhận được gì" }];

export const RESULT_PAPER_CONTROLS: readonly Control[] = [
  { at: "result.title", kind: "line", label: "Tên in trên giấy, chữ hoa" },
  { at: "result.register", kind: "line", label: "Ghi vào sổ nào" },
  { at: "result.subject", kind: "line", label: "Tên người ghi trong sổ", hint: "Ví dụ {con.hoTen}" },
  { at: "result.closing", kind: "text", label: "Lời cuối giấy", optional: true },
];

export const PAGE_CONTROLS: readonly Control[] = [
  { at: "ask", kind: "line", label: "Lời hỏi", hint: "Một câu hỏi như nói chuyện. Ví dụ: Bé tên là gì?" },
  { at: "hint", kind: "text", label: "Lời gợi ý dưới câu hỏi", optional: true },
  { ...WHEN, label: "Khi nào hỏi câu này" },
];

export const FIELD_CONTROLS: readonly Control[] = [
  { at: "label", kind: "line", label: "Nhãn, như in trên tờ khai" },
  {
    at: "type",
    kind: "select",
    label: "Kiểu trả lời",
    choices: [
      { value: "text", label: "Một dòng chữ" },
      { value: "paragraph", label: "Nhiều dòng chữ" },
      { value: "choice", label: "Chọn một trong vài câu" },
      { value: "yes-no", label: "Có hoặc không" },
      { value: "name", label: "Họ tên" },
      { value: "date", label: "Ngày" },
      { value: "number", label: "Con số" },
      { value: "identity-number", label: "Số định danh, 12 chữ số" },
      { value: "phone", label: "Số điện thoại" },
      { value: "email", label: "Thư điện tử" },
      { value: "ethnic-group", label: "Dân tộc" },
      { value: "nationality", label: "Quốc tịch" },
      { value: "place", label: "Nơi chốn: tỉnh, xã, thôn" },
    ],
  },
  { at: "required", kind: "check", label: "Bắt buộc trả lời" },
  { at: "ask", kind: "line", label: "Lời hỏi riêng của ô này", hint: "Chỉ khi trang có nhiều ô.", optional: true },
  { at: "hint", kind: "text", label: "Lời gợi ý của ô", optional: true },
  { ...WHEN, label: "Khi nào có ô này" },
];
