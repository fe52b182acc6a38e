import { officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { countOf, KINDS, type Mark, type Selection } from "../../domain/measures/cells.ts";
import { isMeasure, MEASURES, type Measure, type MeasureId } from "../../domain/measures/measures.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import { listVisitsBehind, type VisitBehind } from "../../store/records/visits-behind.ts";
import { type Behind, countBehind, type DossierBehind, listBehind } from "../../store/views/dossier-facts.ts";
import type { Context } from "../context.ts";
import { noteList } from "../dossiers/looks.ts";
import { type Problem, problem } from "../problems.ts";
import { sumCells } from "./sum-cells.ts";
import type { Viewpoint } from "./viewpoint.ts";

/** What stands behind a figure: the very dossiers or visits that it counts. */
export type Found = { readonly measure: BehindId; readonly name: string; readonly definition: string; readonly count: number } & (
  | { readonly of: "dossiers"; readonly lines: readonly DossierBehind[] }
  | { readonly of: "visits"; readonly lines: readonly VisitBehind[] }
);

export type BehindId = MeasureId | keyof typeof STANDING;

/** What stands now, whatever the period: it is no sum of cells, but what is open. */
export const STANDING = {
  open: { name: "Đang giải quyết", definition: "Hồ sơ chưa xong tính đến lúc này.", of: { kinds: ["open"] } },
  overdue: {
    name: "Đang quá hạn",
    definition: "Hồ sơ chưa xong, đã qua ngày hẹn trả mà thời hạn không tạm dừng.",
    of: { kinds: ["overdue"] },
  },
  asleep: { name: "Chờ bà con", definition: "Hồ sơ chờ bà con bổ sung hoặc nộp phí; thời hạn tạm dừng.", of: { kinds: ["asleep"] } },
} as const satisfies Record<string, Pick<Measure, "name" | "definition" | "of">>;

function isBehindId(word: string): word is BehindId {
  return Object.hasOwn(STANDING, word) || isMeasure(word);
}

const PAGE_LINES = 100;
/** A file holds this many lines at most; longer periods are fetched in parts. */
const FILE_LINES = 20_000;

/** A page of what stands behind a figure. Only for whoever answers for it; names only of the member's own office, and then it is written down who looked. */
export async function readBehind(
  context: Context,
  member: StaffMember,
  view: Viewpoint,
  asked: { readonly word: string; readonly procedure: string; readonly page: number | "all" },
): Promise<Result<Found, Problem>> {
  const { word, page } = asked;
  if (!view.mayOpen) return refuse(problem("move-not-yours"));
  if (!isBehindId(word)) return refuse(problem("question-refused"));
  const measure: Pick<Measure, "name" | "definition" | "of"> = { ...MEASURES, ...STANDING }[word];
  const selection: Selection = asked.procedure === "" ? measure.of : { ...measure.of, subjects: [asked.procedure] };
  const wanted: Behind = { ...view.scope, ...view.period, selection, today: officeDay(context.now()) };
  const rows = page === "all" ? { limit: FILE_LINES, offset: 0 } : { limit: PAGE_LINES, offset: PAGE_LINES * page };
  const { sql } = context.database;
  const found = { measure: word, name: measure.name, definition: measure.definition };
  if (wanted.selection.kinds.some((kind) => kind === "visit" || kind === "left" || kind === "late-visit"))
    return ok({ ...found, of: "visits", count: await countOfCells(context, wanted), lines: await listVisitsBehind(sql, wanted, rows) });
  const [count, lines] = await Promise.all([
    word in STANDING ? countBehind(sql, wanted) : countOfCells(context, wanted),
    listBehind(sql, wanted, rows),
  ]);
  const own = lines.filter(({ office }) => office === member.office).map(({ dossier }) => dossier);
  if (view.own) await noteList(context, member, own, page === "all" ? "export" : "statistics");
  return ok({ ...found, of: "dossiers", count, lines: view.own ? lines : lines.map(nameless) });
}

/** The figure itself, from the same cells: lines are looked at as far as a page goes, never all of them to count them. */
async function countOfCells(context: Context, { selection, offices, point, from, to }: Behind): Promise<number> {
  const kinds = KINDS.filter((kind) => selection.kinds.includes(kind));
  const visits = kinds.some((kind) => kind === "visit" || kind === "left");
  const by: Mark[] = [
    ...(selection.channel === undefined ? [] : (["channel"] as const)),
    ...(selection.atPoint === undefined ? [] : (["at-point"] as const)),
    ...(selection.degrees === undefined ? [] : (["degree"] as const)),
    ...(selection.subjects === undefined ? [] : ([visits ? "purpose" : "subject"] as const)),
  ];
  return countOf(await sumCells(context, { offices, point, from, to, kinds, by }), selection);
}

function nameless(line: DossierBehind): DossierBehind {
  return { ...line, applicant: "" };
}

export const BEHIND_PAGE_LINES = PAGE_LINES;
