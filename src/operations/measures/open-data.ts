import { officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { hideSmall, type Shown, type Sums } from "../../domain/measures/disclosure.ts";
import { MEASURES, type MeasureId } from "../../domain/measures/measures.ts";
import { monthWords } from "../../domain/measures/periods.ts";
import { formatDay } from "../../domain/people/dates.ts";
import { DEGREES } from "../../domain/point/degree.ts";
import { type Hold, NATION } from "../../domain/units/territory.ts";
import { listListening } from "../../store/records/machine-hearings.ts";
import { listOfficeUnits } from "../../store/records/office-units.ts";
import { listOffices, listPoints } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import { readOpening } from "../roster/read-roster.ts";
import { unitTable } from "../units/unit-table.ts";
import { readCounts } from "./read-figures.ts";
import { communesServed, scopeOfUnit } from "./scope.ts";
import { readSilences } from "./silences.ts";
import { MOST_POINTS, pointsOf } from "./troubles.ts";

/** What may be asked of open data: one unit, some days, laid apart by one mark or not at all. */
export interface OpenQuestion {
  readonly unit: string;
  /** YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
  readonly by: OpenMark | null;
  readonly hold: Hold;
}

/** By what open data can be laid apart, with the words for it. */
export const OPEN_MARKS = {
  day: "ngày",
  month: "tháng",
  unit: "xã, phường",
  office: "cơ quan",
  point: "điểm hỗ trợ",
  procedure: "thủ tục",
  channel: "kênh nộp",
  degree: "mức hỗ trợ",
} as const satisfies Record<string, string>;

export type OpenMark = keyof typeof OPEN_MARKS;

/** The columns of open data: the field of the API → the measure that it is. */
export const OPEN_COLUMNS = {
  received: "received",
  online: "online",
  direct: "direct",
  post: "post",
  atPoint: "at-point",
  elsewhere: "elsewhere",
  settled: "settled",
  early: "early",
  onDay: "on-day",
  late: "late",
  visits: "visits",
  visitsLate: "visits-late",
  visitsGuided: "visits-guided",
  visitsSelfService: "visits-self-service",
  visitsPractice: "visits-practice",
  visitsInformation: "visits-information",
  visitsOther: "visits-other",
} as const satisfies Record<string, MeasureId>;

export type OpenColumn = keyof typeof OPEN_COLUMNS;

type OpenId = (typeof OPEN_COLUMNS)[OpenColumn];
type Counts = Readonly<Record<OpenId, number>>;

const OPEN_IDS: readonly OpenId[] = Object.values(OPEN_COLUMNS);
/** What visits are counted by; nothing of a procedure. */
const VISIT_IDS: readonly OpenId[] = OPEN_IDS.filter((id) => id.startsWith("visits"));

export type OpenRow = Readonly<Record<OpenColumn, Shown>> & {
  /** online ÷ received; null where there is nothing to divide by, or where one of the two is hidden. */
  readonly onlineRate: number | null;
  readonly onTimeRate: number | null;
};

export interface OpenData {
  readonly unit: { readonly code: string; readonly name: string };
  readonly from: string;
  readonly to: string;
  /** The unit became part of a larger one: some offices serve more than its ground. */
  readonly wider: boolean;
  /** On how many days of points a machine was silent and nothing was typed in yet; null where nobody can tell. */
  readonly incompleteDays: number | null;
  readonly total: OpenRow;
  readonly rows: readonly { readonly key: string; readonly name: string; readonly row: OpenRow }[];
}

/** Counts for everybody, without anything that names anybody: counts from one to four are hidden, and with them what would give them away. */
export async function readOpenData(context: Context, question: OpenQuestion): Promise<Result<OpenData, Problem>> {
  const scope = await scopeOfUnit(context, question.unit, question.to, question.hold);
  if (!scope.ok) return scope;
  const { offices, unit, wider } = scope.value;
  const period = { from: question.from, to: question.to };
  const total = sumOf([...(await readCounts(context, { offices }, period, { ids: OPEN_IDS, by: null })).values()]);
  const parts = question.by === null ? [] : await readParts(context, offices, period, question.by);
  const shown = hideSmall([total, ...parts.map(({ counts }) => counts)].map(countsOf), SUMS);
  const rowOf = (index: number): OpenRow => {
    const { visitsOnTime: _onTime, ...row } = shown[index] ?? {};
    return withRates(row as Record<OpenColumn, Shown>);
  };
  return ok({
    ...period,
    unit: { code: question.unit, name: unit?.name ?? "Cả nước" },
    wider,
    incompleteDays: await countIncomplete(context, offices, period),
    total: rowOf(0),
    rows: parts.map(({ key, name }, index) => ({ key, name, row: rowOf(index + 1) })),
  });
}

/** Of more points than a dashboard looks at, and of points whose machines nobody listens to, nobody can tell. */
async function countIncomplete(context: Context, offices: readonly string[], period: { from: string; to: string }): Promise<number | null> {
  const { sql } = context.database;
  const points = await pointsOf(context, { offices });
  if (points.length > MOST_POINTS || (await listListening(sql, points)).length < Math.max(1, points.length)) return null;
  const plans = await Promise.all(points.map(async (point) => ({ point, plan: await readOpening(context, sql, point, period.from) })));
  return (await readSilences(context, plans, period)).filter(({ made }) => !made).length;
}

/** What the field of the answer means. */
export const INCOMPLETE_WORDS =
  "Số ngày (cộng theo điểm) mà trong giờ mở cửa máy ở điểm im từ 15 phút trở lên và chưa ghi bù: số lượt đến của kỳ có thể còn thiếu. null: không biết (điểm chưa khai báo máy, hoặc hỏi quá nhiều điểm một lúc).";

/** The period that is meant when none is said: this year until today. */
export function thisYear(context: Pick<Context, "now">): { from: string; to: string } {
  const to = officeDay(context.now());
  return { from: `${to.slice(0, 4)}-01-01`, to };
}

const SUMS: Sums = {
  within: [
    { total: "received", parts: ["online", "direct", "post"] },
    { total: "received", parts: ["atPoint", "elsewhere"] },
    { total: "settled", parts: ["early", "onDay", "late"] },
    { total: "visits", parts: ["visitsOnTime", "visitsLate"] },
    { total: "visits", parts: ["visitsGuided", "visitsSelfService", "visitsPractice", "visitsInformation", "visitsOther"] },
  ],
  across: [...Object.keys(OPEN_COLUMNS), "visitsOnTime"],
};

/** With what was counted as it happened, which is published nowhere, but could be found by subtraction. */
function countsOf(counts: Counts): Record<OpenColumn | "visitsOnTime", number> {
  const columns = Object.entries(OPEN_COLUMNS).map(([column, id]): [string, number] => [column, counts[id]]);
  return { ...(Object.fromEntries(columns) as Record<OpenColumn, number>), visitsOnTime: counts.visits - counts["visits-late"] };
}

/** What is not among some of them counts as none. */
function sumOf(parts: readonly Partial<Counts>[]): Counts {
  const sum = (id: OpenId) => parts.reduce((before, counts) => before + (counts[id] ?? 0), 0);
  return Object.fromEntries(OPEN_IDS.map((id) => [id, sum(id)])) as Record<OpenId, number>;
}

function withRates(counts: Record<OpenColumn, Shown>): OpenRow {
  const { online, received, early, onDay, settled } = counts;
  const rate = (part: Shown, whole: Shown) => (part === null || whole === null || whole === 0 ? null : part / whole);
  return {
    ...counts,
    onlineRate: rate(online, received),
    onTimeRate: early === null || onDay === null ? null : rate(early + onDay, settled),
  };
}

interface Part {
  readonly key: string;
  readonly name: string;
  readonly counts: Counts;
}

async function readParts(
  context: Context,
  offices: readonly string[],
  period: { from: string; to: string },
  by: OpenMark,
): Promise<Part[]> {
  if (by === "unit") return readByUnit(context, offices, period);
  const asked =
    by === "procedure"
      ? ({ ids: OPEN_IDS.filter((id) => !VISIT_IDS.includes(id)), by: "subject" } as const)
      : ({ ids: OPEN_IDS, by } as const);
  const found = await readCounts(context, { offices }, period, asked);
  const names = await namesOf(context, by);
  return [...found]
    .filter(([key]) => belongs(by, key))
    .map(([key, counts]) => ({ key, name: names(key), counts: sumOf([counts]) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** Visits have no procedure and no channel: they are no row of theirs. */
function belongs(by: OpenMark, key: string): boolean {
  return by === "procedure" ? /^\d\.\d{6}$/.test(key) : by !== "channel" || key !== "";
}

/** Commune by commune: an office counts for the commune that it served on the last day, so that a merger does not split a row. */
async function readByUnit(context: Context, offices: readonly string[], period: { from: string; to: string }): Promise<Part[]> {
  const [table, served] = await Promise.all([unitTable(context), listOfficeUnits(context.database.sql)]);
  const communes = communesServed(served, table, period.to);
  const counted = await readCounts(context, { offices }, period, { ids: OPEN_IDS, by: "office" });
  const groups = Map.groupBy(offices, (office) => communes.get(office)?.code ?? NATION);
  return [...groups].sort().map(([key, those]) => ({
    key,
    name: [...communes.values()].find(({ code }) => code === key)?.name ?? "Đơn vị cũ",
    counts: sumOf(those.map((office) => counted.get(office) ?? {})),
  }));
}

async function namesOf(context: Context, by: OpenMark): Promise<(key: string) => string> {
  const { sql } = context.database;
  if (by === "office") {
    const offices = await listOffices(sql);
    return (key) => offices.find(({ office }) => office === key)?.name ?? key;
  }
  if (by === "point") {
    const points = await listPoints(sql);
    return (key) => (key === "" ? "Không tại điểm nào" : (points.find(({ point }) => point === key)?.name ?? key));
  }
  if (by === "month") return monthWords;
  if (by === "day") return formatDay;
  if (by === "procedure") return (key) => context.catalogue.find(key, officeDay(context.now()))?.name ?? key;
  return (key) => WORDS[key] ?? (key === "" ? "Không áp dụng" : key);
}

const WORDS: Readonly<Record<string, string>> = {
  ...DEGREES,
  peer: "Bà con bày nhau",
  unknown: "Không rõ",
  online: "Trực tuyến",
  direct: "Trực tiếp",
  post: "Bưu chính",
};

/** What each column means, for whoever reads the data: the field, its name, its definition. */
export function openDictionary(): readonly { field: string; name: string; definition: string }[] {
  return [
    ...Object.entries(OPEN_COLUMNS).map(([field, id]) => ({ field, name: MEASURES[id].name, definition: MEASURES[id].definition })),
    { field: "onlineRate", name: MEASURES["online-rate"].name, definition: `${MEASURES["online-rate"].definition} Từ 0 đến 1.` },
    { field: "onTimeRate", name: MEASURES["on-time-rate"].name, definition: `${MEASURES["on-time-rate"].definition} Từ 0 đến 1.` },
  ];
}

/** An unknown mark is a mistake of whoever asks. */
export function readMark(word: string | undefined): Result<OpenMark | null, Problem> {
  if (word === undefined || word === "") return ok(null);
  return Object.hasOwn(OPEN_MARKS, word)
    ? ok(word as OpenMark)
    : refuse(problem("question-refused", { fields: { by: `Một trong: ${Object.keys(OPEN_MARKS).join(", ")}` } }));
}
