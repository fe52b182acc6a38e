/**
 * What a printer says of itself, in words for whoever stands before it: what is the matter, what to do. Keywords after RFC 8011 §5.4.12 (printer) and
 * §5.3.7–8 (job). `outage` names the line of the outages log it belongs to; null where nothing is out of order. `stops` tells whether paper still
 * comes out.
 */
export interface PrinterReasonWords {
  readonly sentence: string;
  readonly stops: boolean;
  readonly outage: Outage | null;
}

/** "line" is not said by a printer: it is its silence. */
export const OUTAGES = ["paper", "toner", "jam", "cover", "device", "line"] as const;
export type Outage = (typeof OUTAGES)[number];

const needs = (outage: Outage, sentence: string) => ({ sentence, stops: true, outage }) as const;
const warns = (outage: Outage | null, sentence: string) => ({ sentence, stops: false, outage }) as const;

export const PRINTER_REASONS = {
  "media-empty": needs("paper", "Máy in hết giấy. Xin cho giấy A4 vào khay, máy sẽ in tiếp."),
  "media-needed": needs("paper", "Máy in đang đợi giấy. Xin cho giấy A4 vào khay, máy sẽ in tiếp."),
  "media-low": warns(null, "Giấy trong khay sắp hết. Xin để sẵn giấy A4."),
  "media-jam": needs("jam", "Giấy kẹt trong máy in. Xin mở nắp, kéo nhẹ tờ giấy ra, rồi đóng nắp lại."),
  "input-tray-missing": needs("paper", "Khay giấy chưa vào chỗ. Xin đẩy khay vào hết."),
  "input-manual-input-request": needs("paper", "Máy in đợi đưa giấy bằng tay. Xin đặt một tờ A4 vào khe tay."),
  "input-media-size-change": needs("paper", "Giấy trong khay không phải A4. Xin thay giấy A4 vào khay."),
  "output-tray-missing": needs("cover", "Khay đón giấy chưa vào chỗ. Xin lắp khay lại."),
  "output-area-full": needs("paper", "Khay đón giấy đầy rồi. Xin lấy bớt giấy ra, máy sẽ in tiếp."),
  "output-area-almost-full": warns(null, "Khay đón giấy sắp đầy. Xin lấy bớt giấy ra."),
  "cover-open": needs("cover", "Nắp máy in đang mở. Xin đóng nắp lại."),
  "door-open": needs("cover", "Cửa máy in đang mở. Xin đóng cửa lại."),
  "interlock-open": needs("cover", "Máy in chưa đóng kín. Xin đóng các nắp và cửa cho khít."),
  "toner-low": warns(null, "Mực in sắp hết, vẫn còn in được. Xin báo quản trị để có mực mới."),
  "toner-empty": needs("toner", "Máy in hết mực. Xin thay hộp mực, hoặc báo quản trị."),
  "marker-supply-low": warns(null, "Mực in sắp hết, vẫn còn in được. Xin báo quản trị để có mực mới."),
  "marker-supply-empty": needs("toner", "Máy in hết mực. Xin thay mực, hoặc báo quản trị."),
  "marker-waste-almost-full": warns(null, "Hộp mực thải sắp đầy, vẫn còn in được. Xin báo quản trị."),
  "marker-waste-full": needs("toner", "Hộp mực thải đầy rồi. Xin báo quản trị thay hộp."),
  "developer-low": warns(null, "Bột từ sắp hết, vẫn còn in được. Xin báo quản trị."),
  "developer-empty": needs("toner", "Máy in hết bột từ. Xin báo quản trị."),
  "opc-near-eol": warns(null, "Trống in sắp mòn, vẫn còn in được. Xin báo quản trị."),
  "opc-life-over": needs("device", "Trống in đã mòn. Xin báo quản trị thay trống."),
  "fuser-over-temp": needs("device", "Máy in nóng quá. Xin chờ vài phút cho máy nguội."),
  "fuser-under-temp": warns(null, "Máy in đang làm nóng. Xin chờ một chút."),
  paused: needs("device", "Máy in đang tạm dừng. Xin bấm nút tiếp tục trên máy in."),
  "moving-to-paused": needs("device", "Máy in sắp tạm dừng. Xin xem màn hình của máy in."),
  "stopped-partly": needs("device", "Một phần máy in đang dừng. Xin xem màn hình của máy in."),
  stopping: needs("device", "Máy in đang dừng lại. Xin xem màn hình của máy in."),
  "hold-new-jobs": needs("device", "Máy in đang giữ lại việc mới. Xin bấm nút tiếp tục trên máy in."),
  deactivated: needs("device", "Máy in đang bị khóa. Xin báo quản trị."),
  "spool-area-full": needs("device", "Bộ nhớ máy in đầy. Xin tắt máy in, chờ mười giây rồi bật lại."),
  "interpreter-resource-unavailable": needs("device", "Máy in không đủ bộ nhớ cho trang này. Xin in ít trang hơn mỗi lần."),
  shutdown: needs("device", "Máy in đang tắt. Xin bật máy in lên."),
  "power-down": needs("device", "Máy in đang ngủ. Xin bấm nút nguồn trên máy in."),
  "connecting-to-device": warns(null, "Máy in đang kết nối. Xin chờ một chút."),
  "timed-out": needs("device", "Máy in chưa trả lời. Xin xem dây và nguồn của máy in."),
  offline: needs("device", "Máy in chưa nối được. Xin xem dây và nguồn của máy in."),
  "identify-printer-requested": warns(null, "Máy in đang nháy đèn để bà con nhận ra máy."),
  other: warns(null, "Máy in báo có việc lạ. Xin xem màn hình của máy in."),
} as const satisfies Record<string, PrinterReasonWords>;

export type PrinterReason = keyof typeof PRINTER_REASONS;

/** The reason that a keyword names, whatever its severity at the end; a word that nobody knows is "other", `none` is nothing. */
export function printerReason(keyword: string): PrinterReason | null {
  const bare = keyword.replace(/-(report|warning|error)$/, "");
  if (bare === "none") return null;
  return Object.hasOwn(PRINTER_REASONS, bare) ? (bare as PrinterReason) : "other";
}

/** RFC 8011 §5.3.7: the number on the wire, whether it is over, and the words. */
export const JOB_STATES = {
  pending: { number: 3, over: false, sentence: "Đang chờ máy in." },
  held: { number: 4, over: false, sentence: "Máy in đang giữ lại, chưa in." },
  processing: { number: 5, over: false, sentence: "Đang in." },
  stopped: { number: 6, over: false, sentence: "Máy in dừng giữa chừng. Xin xem máy in." },
  canceled: { number: 7, over: true, sentence: "Đã hủy, không in nữa." },
  aborted: { number: 8, over: true, sentence: "Máy in bỏ dở. Xin xem tờ nào đã ra." },
  completed: { number: 9, over: true, sentence: "Đã in xong. Xin lấy giấy ở máy in." },
} as const satisfies Record<string, { readonly number: number; readonly over: boolean; readonly sentence: string }>;

export type JobState = keyof typeof JOB_STATES;

export function jobState(number: number): JobState | null {
  return (Object.keys(JOB_STATES) as JobState[]).find((state) => JOB_STATES[state].number === number) ?? null;
}

/** RFC 8011 §5.3.8. Those without words say what the state already said. */
export const JOB_REASONS = {
  "job-incoming": null,
  "job-data-insufficient": null,
  "submission-interrupted": "Đường truyền tới máy in bị ngắt khi đang gửi.",
  "document-access-error": "Máy in không đọc được tệp.",
  "document-format-error": "Máy in không hiểu tệp này.",
  "unsupported-document-format": "Máy in không hiểu tệp này.",
  "document-unprintable-error": "Máy in không in được tệp này.",
  "job-hold-until-specified": "Máy in đang giữ lại. Xin bấm in trên máy in.",
  "job-password-wait": "Máy in đợi mã số. Xin bấm mã trên máy in.",
  "resources-are-not-ready": "Máy in đang đợi giấy hoặc mực. Xin xem khay giấy.",
  "printer-stopped": "Máy in đang dừng. Xin xem màn hình của máy in.",
  "printer-stopped-partly": "Một phần máy in đang dừng. Xin xem màn hình của máy in.",
  "processing-to-stop-point": "Máy in đang dừng việc này lại.",
  "job-queued": null,
  "job-printing": null,
  "job-canceled-by-user": null,
  "job-canceled-by-operator": "Có người hủy việc in này trên máy in.",
  "job-canceled-at-device": "Có người bấm hủy trên máy in.",
  "aborted-by-system": null,
  "service-off-line": "Máy in đang ngừng nhận việc.",
  "job-completed-successfully": null,
  "job-completed-with-warnings": "In xong, nhưng máy in có lời nhắc. Xin xem lại tờ giấy.",
  "job-completed-with-errors": "In xong, nhưng máy in báo lỗi. Xin xem lại tờ giấy.",
} as const satisfies Record<string, string | null>;

export type JobReason = keyof typeof JOB_REASONS;

/** The reason that a keyword names; many more exist, and those that mean nothing to people are left out. */
export function jobReason(keyword: string): JobReason | null {
  return Object.hasOwn(JOB_REASONS, keyword) ? (keyword as JobReason) : null;
}
