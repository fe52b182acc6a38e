/**
 * The ten national statuses of a dossier, with the number under which they are reported (synchronisation of the national portal, DongBoHoSoMC
 * TrangThaiHoSo) and the words that people read.
 */
export const STATUSES = {
  lodged: { number: 1, words: "Mới đăng ký", plain: "Đã gửi. Cán bộ chưa tiếp nhận." },
  accepted: { number: 2, words: "Được tiếp nhận", plain: "Cán bộ đã tiếp nhận hồ sơ." },
  "not-accepted": { number: 3, words: "Không được tiếp nhận", plain: "Hồ sơ không được tiếp nhận." },
  processing: { number: 4, words: "Đang xử lý", plain: "Cán bộ đang giải quyết." },
  "supplement-requested": {
    number: 5,
    words: "Yêu cầu bổ sung giấy tờ",
    plain: "Cán bộ cần bà con bổ sung. Thời hạn tạm dừng cho đến khi bổ sung xong.",
  },
  "fee-due": { number: 6, words: "Yêu cầu thực hiện nghĩa vụ tài chính", plain: "Cần nộp phí, lệ phí để làm tiếp." },
  withdrawn: { number: 7, words: "Công dân yêu cầu rút hồ sơ", plain: "Hồ sơ đã được rút theo yêu cầu." },
  stopped: { number: 8, words: "Dừng xử lý", plain: "Cơ quan dừng giải quyết hồ sơ này." },
  decided: { number: 9, words: "Đã xử lý xong", plain: "Đã có kết quả. Mời bà con đến nhận." },
  returned: { number: 10, words: "Đã trả kết quả", plain: "Đã trao kết quả." },
} as const satisfies Record<string, { number: number; words: string; plain: string }>;

export type Status = keyof typeof STATUSES;

/** Statuses after which nothing more happens to a dossier. A returned one can still see its result revoked. */
export const CLOSED: readonly Status[] = ["not-accepted", "withdrawn", "stopped", "returned"];

export function isClosed(status: Status): boolean {
  return CLOSED.includes(status);
}
