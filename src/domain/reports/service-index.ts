/**
 * The index of serving people and businesses (Decision 766/QĐ-TTg of 23/6/2022): six groups, 100 points. What this system's data can tell is reckoned by the
 * decision's formulas; what they cannot tell is said as such and counts neither for nor against.
 */
export interface IndexInputs {
  /** Dossiers settled in the period, and how many of them before or on their day. */
  readonly settled: number;
  readonly onTime: number;
  /** Dossiers received in the period, and how many of them online. */
  readonly received: number;
  readonly online: number;
  /** Procedures of the office, those that can be filed online, those of them that were. */
  readonly procedures: number;
  readonly onlineProcedures: number;
  readonly usedOnline: number;
  /** Who said how they were received, and how many of them were glad. */
  readonly rated: number;
  readonly glad: number;
}

export const GROUPS = {
  openness: { name: "Công khai, minh bạch", most: 18 },
  progress: { name: "Tiến độ giải quyết", most: 20 },
  online: { name: "Dịch vụ công trực tuyến", most: 12 },
  payment: { name: "Thanh toán trực tuyến", most: 10 },
  digital: { name: "Số hóa hồ sơ", most: 22 },
  satisfaction: { name: "Mức độ hài lòng", most: 18 },
} as const;
export type Group = keyof typeof GROUPS;

/** One of the parts that a group is made of. `points` is null where the data cannot tell; `why` then says why. */
export interface Part {
  readonly group: Group;
  readonly name: string;
  readonly most: number;
  readonly formula: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly points: number | null;
  readonly why: string;
}

export interface Score {
  readonly parts: readonly Part[];
  readonly points: number;
  /** How many of the 100 points could be reckoned. */
  readonly outOf: number;
}

export function scoreOf(inputs: IndexInputs): Score {
  const parts = [...KNOWN.map((part) => reckoned(part, inputs)), ...UNKNOWN.map(untold)];
  const inOrder = (Object.keys(GROUPS) as Group[]).flatMap((group) => parts.filter((part) => part.group === group));
  const told = inOrder.filter(({ points }) => points !== null);
  return {
    parts: inOrder,
    points: told.reduce((sum, { points }) => sum + (points ?? 0), 0),
    outOf: told.reduce((sum, { most }) => sum + most, 0),
  };
}

interface KnownPart extends Pick<Part, "group" | "name" | "most" | "formula"> {
  readonly of: (inputs: IndexInputs) => readonly [numerator: number, denominator: number];
  readonly points: (rate: number) => number;
  /** What counts where there is nothing to divide by; null: cannot be told. */
  readonly empty: number | null;
  readonly nothing: string;
}

const KNOWN: readonly KnownPart[] = [
  {
    group: "progress",
    name: "Hồ sơ xử lý trước hạn và đúng hạn",
    most: 20,
    formula: "20 × (hồ sơ xong trước hạn + đúng hạn) ÷ hồ sơ đã giải quyết",
    of: ({ onTime, settled }) => [onTime, settled],
    points: (rate) => 20 * rate,
    empty: null,
    nothing: "Trong kỳ chưa có hồ sơ nào giải quyết xong.",
  },
  {
    group: "online",
    name: "Thủ tục có dịch vụ công trực tuyến",
    most: 2,
    formula: "2 × (thủ tục trực tuyến ÷ tất cả thủ tục) ÷ 0,80; nhiều nhất 2",
    of: ({ onlineProcedures, procedures }) => [onlineProcedures, procedures],
    points: (rate) => Math.min(2, (2 * rate) / 0.8),
    empty: null,
    nothing: "Chưa có thủ tục nào của cơ quan trong danh mục.",
  },
  {
    group: "online",
    name: "Dịch vụ công trực tuyến có phát sinh hồ sơ",
    most: 4,
    formula: "4 × thủ tục trực tuyến có hồ sơ nộp qua mạng ÷ thủ tục trực tuyến",
    of: ({ usedOnline, onlineProcedures }) => [usedOnline, onlineProcedures],
    points: (rate) => 4 * rate,
    empty: null,
    nothing: "Chưa có thủ tục nào nộp trực tuyến được.",
  },
  {
    group: "online",
    name: "Tỷ lệ hồ sơ trực tuyến",
    most: 6,
    formula: "6 × (hồ sơ trực tuyến ÷ tất cả hồ sơ tiếp nhận) ÷ 0,50; nhiều nhất 6",
    of: ({ online, received }) => [online, received],
    points: (rate) => Math.min(6, (6 * rate) / 0.5),
    empty: null,
    nothing: "Trong kỳ không có hồ sơ.",
  },
  {
    group: "satisfaction",
    name: "Hài lòng trong tiếp nhận, giải quyết",
    most: 6,
    formula: "6 × (lượt đánh giá hài lòng ÷ lượt đánh giá) ÷ 0,90; nhiều nhất 6; không có đánh giá nào thì 0",
    of: ({ glad, rated }) => [glad, rated],
    points: (rate) => Math.min(6, (6 * rate) / 0.9),
    empty: 0,
    nothing: "Chưa có lượt đánh giá nào.",
  },
];

const UNKNOWN: readonly Pick<Part, "group" | "name" | "most" | "why">[] = [
  { group: "openness", name: "Công bố thủ tục đúng hạn", most: 6, why: "Bộ, tỉnh công bố; hệ thống này không giữ ngày công bố." },
  { group: "openness", name: "Cập nhật, công khai đúng hạn", most: 4, why: "Ngày cập nhật nằm ở Cơ sở dữ liệu quốc gia về thủ tục." },
  { group: "openness", name: "Công khai đủ nội dung", most: 2, why: "Chấm trên Cổng Dịch vụ công quốc gia." },
  { group: "openness", name: "Đồng bộ hồ sơ lên Cổng quốc gia", most: 6, why: "Cơ quan này chưa nối với Cổng Dịch vụ công quốc gia." },
  {
    group: "payment",
    name: "Thủ tục và hồ sơ thanh toán trực tuyến",
    most: 10,
    why: "Chưa nối cổng thanh toán: phí, lệ phí thu tại quầy, không biết hồ sơ nào trả qua mạng.",
  },
  { group: "digital", name: "Kết quả bản điện tử", most: 6, why: "Chấm trên kho kết quả của tỉnh; hệ thống này chưa nối kho." },
  { group: "digital", name: "Số hóa giấy tờ khi tiếp nhận", most: 4, why: "Chưa đếm giấy tờ nào được số hóa từ bản giấy." },
  { group: "digital", name: "Tái sử dụng dữ liệu đã số hóa", most: 2, why: "Chưa nối kho dữ liệu để khai thác lại." },
  { group: "digital", name: "Đồng bộ kho dữ liệu cá nhân", most: 4, why: "Chưa nối kho quản lý dữ liệu điện tử của tổ chức, cá nhân." },
  { group: "digital", name: "Khai thác dữ liệu dân cư", most: 4, why: "Chưa nối Cơ sở dữ liệu quốc gia về dân cư." },
  { group: "digital", name: "Bản sao điện tử có chứng thực", most: 2, why: "Chưa cấp bản sao điện tử có chứng thực qua hệ thống này." },
  { group: "satisfaction", name: "Xử lý phản ánh, kiến nghị đúng hạn", most: 6, why: "Phản ánh gửi qua Cổng quốc gia, không qua đây." },
  { group: "satisfaction", name: "Hài lòng với xử lý phản ánh", most: 6, why: "Phản ánh gửi qua Cổng quốc gia, không qua đây." },
];

function reckoned({ of, points, empty, nothing, ...part }: KnownPart, inputs: IndexInputs): Part {
  const [numerator, denominator] = of(inputs);
  return denominator === 0
    ? { ...part, numerator, denominator, points: empty, why: nothing }
    : { ...part, numerator, denominator, points: points(numerator / denominator), why: "" };
}

function untold(part: (typeof UNKNOWN)[number]): Part {
  return { ...part, formula: "", numerator: null, denominator: null, points: null };
}
