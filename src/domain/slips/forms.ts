import type { LoggedEvent } from "../dossier/events.ts";

/** From this day the forms of Circular 03/2025/TT-VPCP (appendix I); before it those of Circular 01/2018/TT-VPCP. YYYY-MM-DD. */
export const NEW_FORMS_FROM = "2025-09-15";

export type SlipKind = "receipt" | "supplement" | "supplemented" | "refusal" | "apology" | "stop";

/** A form as it stands on the paper. */
export interface SlipForm {
  readonly title: string;
  /** "(Mẫu số 04, Phụ lục I, Thông tư 03/2025/TT-VPCP)" */
  readonly words: string;
}

/** What slips are called among people at work and on their own pages. */
export const SLIP_NAMES = {
  receipt: "Giấy tiếp nhận và hẹn trả",
  supplement: "Phiếu yêu cầu bổ sung",
  supplemented: "Giấy nhận bổ sung và hẹn lại",
  refusal: "Phiếu từ chối",
  apology: "Phiếu xin lỗi và hẹn lại",
  stop: "Thông báo dừng giải quyết",
} as const satisfies Record<SlipKind, string>;

interface Form {
  readonly title: string;
  readonly number: string;
  /** How the form was called under Circular 01/2018, where that was otherwise. */
  readonly before?: string;
  /** What stands behind the number of the slip: "Số: …/HDHS". */
  readonly mark?: string;
}

/**
 * Numbers, titles, marks and what each form tells: checked against the list of forms of Circular 01/2018/TT-VPCP (01 to 06) and of Circular 03/2025/TT-VPCP,
 * annex I (01 to 07). The sentences between and where each thing stands on the sheet are from memory (unverified). The notice of a stop is new; before, a
 * stop was told by the form of refusal.
 */
const FORMS: Readonly<Record<SlipKind, Form>> = {
  receipt: { title: "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", number: "01" },
  supplement: { title: "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", number: "02", mark: "/HDHS" },
  // no form of its own: the receipt again, with the new day (that it is this one: unverified)
  supplemented: { title: "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", number: "01" },
  refusal: { title: "PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ", number: "03" },
  apology: {
    title: "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN",
    before: "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
    number: "04",
    mark: "/PXL",
  },
  stop: { title: "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", number: "05" },
};

export function slipForm(kind: SlipKind, day: string): SlipForm {
  const { title, before = title, number } = FORMS[kind];
  return day >= NEW_FORMS_FROM
    ? { title, words: `(Mẫu số ${number}, Phụ lục I, Thông tư 03/2025/TT-VPCP)` }
    : { title: before, words: `(Mẫu số ${number}, Thông tư 01/2018/TT-VPCP)` };
}

/** The number of a slip: the dossier's, with the form's mark. */
export function slipNumber(kind: SlipKind, code: string): string {
  return `${code}${FORMS[kind].mark ?? ""}`;
}

/** The slip that an event calls for on its day (YYYY-MM-DD at the office); null where it calls for none. */
export function slipOf({ event }: Pick<LoggedEvent, "event">, day: string): SlipKind | null {
  switch (event.type) {
    case "lodged":
      // what was taken in on paper is accepted, or not, at the same moment: that has its slip
      return event.intake ? null : "receipt";
    case "accepted":
      return "receipt";
    case "supplement-requested":
      return "supplement";
    case "supplemented":
      return "supplemented";
    case "declined":
      return "refusal";
    case "stopped":
      return day >= NEW_FORMS_FROM ? "stop" : "refusal";
    case "apologised":
      return "apology";
    default:
      return null;
  }
}
