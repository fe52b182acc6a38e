import type { Rhythm } from "../../domain/reports/report-period.ts";

/** The reports that an office sends or shows, by the word of their address. */
export const REPORTS = {
  "hop-giao-ban": {
    name: "Báo cáo tháng cho cuộc họp xã",
    what: "Một trang: số chính, thay đổi so với tháng trước, mục tiêu, hồ sơ quá hạn, sự cố, góp ý.",
    rhythm: "month",
  },
  "ii-06a": {
    name: "Biểu II.06a: giải quyết thủ tục hành chính",
    what: "Theo lĩnh vực: tiếp nhận, đã giải quyết, đang giải quyết. Gửi hằng quý.",
    rhythm: "quarter",
  },
  "chi-so-766": {
    name: "Chỉ số phục vụ người dân (Quyết định 766)",
    what: "Sáu nhóm, 100 điểm: tính được bao nhiêu, làm gì thì tăng nhiều nhất.",
    rhythm: "month",
  },
  "so-theo-doi": {
    name: "Sổ theo dõi hồ sơ",
    what: "Mỗi hồ sơ một dòng, như sổ giấy. Có tên bà con nên chỉ của cơ quan mình.",
    rhythm: "month",
  },
} as const satisfies Record<string, { name: string; what: string; rhythm: Rhythm }>;

export type ReportKind = keyof typeof REPORTS;

export function isReportKind(word: string): word is ReportKind {
  return Object.hasOwn(REPORTS, word);
}
