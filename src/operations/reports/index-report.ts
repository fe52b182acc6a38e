import { officeDay } from "../../base/clock.ts";
import { earlierDay } from "../../domain/deadlines/days.ts";
import { countIn } from "../../domain/measures/measures.ts";
import { type Gain, gainsOf } from "../../domain/reports/levers.ts";
import type { Report, ReportTable } from "../../domain/reports/report.ts";
import { GROUPS, type IndexInputs, type Score, scoreOf } from "../../domain/reports/service-index.ts";
import { countFeedback } from "../../store/records/feedback-counts.ts";
import { listOffices } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import { readFigures } from "../measures/read-figures.ts";
import { sumCells } from "../measures/sum-cells.ts";
import type { Viewpoint } from "../measures/viewpoint.ts";
import type { Frame } from "./frame.ts";

/** The index of Decision 766, as far as it can be told from here, and what would raise it. */
export async function indexReport(context: Context, view: Viewpoint, frame: Frame): Promise<Report> {
  const inputs = await readInputs(context, view);
  const score = scoreOf(inputs);
  const gains = gainsOf(inputs);
  const [best] = gains;
  return {
    ...frame,
    title: "Chỉ số phục vụ người dân, doanh nghiệp",
    form: "Bộ chỉ số theo Quyết định 766/QĐ-TTg ngày 23/6/2022",
    wide: false,
    facts: [
      {
        label: "Điểm tính được",
        value: points(score.points),
        note: `trong số ${score.outOf} điểm tính được từ dữ liệu ở đây; ${100 - score.outOf} điểm chưa tính được`,
      },
      ...(best ? [{ label: "Tăng nhiều nhất nhờ", value: `+${points(best.gain)} điểm`, note: best.words.toLowerCase() }] : []),
    ],
    charts: [],
    tables: [leversTable(gains), partsTable(score)],
    notes: [
      "Phần chưa tính được không phải là 0 điểm: dữ liệu nằm ở hệ thống khác, xem trên Cổng Dịch vụ công quốc gia.",
      "Hài lòng là lượt bấm mặt cười ở điểm hỗ trợ và khi nhận kết quả. Thủ tục là danh mục của cơ quan trên hệ thống này.",
      "Công thức chép theo trang công bố chỉ số; chưa đối chiếu văn bản (toàn văn Quyết định).",
    ],
  };
}

async function readInputs(context: Context, { scope, period }: Viewpoint): Promise<IndexInputs> {
  const { sql } = context.database;
  const day = earlierDay(period.to, officeDay(context.now()));
  const [figures, feedback, offices, cells] = await Promise.all([
    readFigures(context, scope, period),
    countFeedback(sql, scope, period),
    listOffices(sql),
    sumCells(context, { ...scope, ...period, kinds: ["received"], by: ["subject", "channel"] }),
  ]);
  const kinds = new Set<string>(offices.filter(({ office }) => scope.offices.includes(office)).map(({ kind }) => kind));
  const today = officeDay(context.now());
  const inForce = context.catalogue.all(day);
  const procedures = (inForce.length > 0 ? inForce : context.catalogue.all(today)).filter(({ officeKind }) => kinds.has(officeKind));
  const online = procedures.filter(({ level }) => level !== "direct");
  const filed = new Set(cells.filter(({ channel, n }) => channel === "online" && n > 0).map(({ subject }) => subject));
  return {
    settled: countIn(figures.settled),
    onTime: countIn(figures.settled) - countIn(figures.late),
    received: countIn(figures.received),
    online: countIn(figures.online),
    procedures: procedures.length,
    onlineProcedures: online.length,
    usedOnline: online.filter(({ code }) => filed.has(code)).length,
    rated: feedback.glad + feedback.fair + feedback.sad,
    glad: feedback.glad,
  };
}

function leversTable(gains: readonly Gain[]): ReportTable {
  return {
    title: "Làm gì thì điểm tăng nhiều nhất",
    columns: [
      { name: "Việc", share: 5 },
      { name: "Thêm điểm", numeric: true },
      { name: "Làm đủ cần", numeric: true },
      { name: "Được nhiều nhất", numeric: true },
    ],
    rows: gains.map(({ words, gain, enough, all }) => [words, `+${points(gain)}`, enough, `+${points(all)}`]),
    total: null,
  };
}

function partsTable({ parts, points: all, outOf }: Score): ReportTable {
  return {
    title: "Từng phần",
    columns: [
      { name: "Nhóm", share: 2 },
      { name: "Chỉ số", share: 3 },
      { name: "Cách tính", share: 4 },
      { name: "Tử số", numeric: true },
      { name: "Mẫu số", numeric: true },
      { name: "Điểm", share: 1.4, numeric: true },
      { name: "Tối đa", numeric: true },
    ],
    rows: parts.map(({ group, name, formula, why, numerator, denominator, points: got, most }) => [
      GROUPS[group].name,
      name,
      [formula, why].filter(Boolean).join(". "),
      numerator,
      denominator,
      got === null ? "chưa tính được" : points(got),
      most,
    ]),
    total: ["", "Tổng", `trong số ${outOf} điểm tính được`, null, null, points(all), 100],
  };
}

function points(value: number): string {
  return value.toLocaleString("vi-VN", { maximumFractionDigits: value < 0.1 ? 2 : 1 });
}
