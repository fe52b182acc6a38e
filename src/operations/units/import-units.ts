import { z } from "zod";
import { ok, type Result, refuse } from "../../base/result.ts";
import { formerRowSchema, mapRowSchema, mergeNationalLists, todayRowSchema } from "../../domain/units/national-lists.ts";
import type { FormerUnits, UnitsToday } from "../../domain/units/units.ts";
import { saveUnitLists } from "../../store/records/unit-lists.ts";
import type { Context } from "../context.ts";

export interface ImportedUnits {
  readonly today: number;
  readonly former: number;
  readonly split: number;
  readonly remarks: readonly string[];
}

/** Takes the national lists in, whole or not at all: `files` are the parsed JSON of the old list, the new list and the map. Answers how many, and what did not fit. */
export async function importUnits(
  context: Pick<Context, "database" | "now">,
  content: { today: UnitsToday; former: FormerUnits },
  files: { readonly former: unknown; readonly today: unknown; readonly map: unknown },
): Promise<Result<ImportedUnits, string>> {
  const former = z.array(formerRowSchema).min(1).safeParse(files.former);
  const today = z.array(todayRowSchema).min(1).safeParse(files.today);
  const map = z.array(mapRowSchema).min(1).safeParse(files.map);
  if (!former.success) return refuse(`Danh mục cũ chưa đúng: ${firstComplaint(former.error)}`);
  if (!today.success) return refuse(`Danh mục mới chưa đúng: ${firstComplaint(today.error)}`);
  if (!map.success) return refuse(`Bảng chuyển đổi chưa đúng: ${firstComplaint(map.error)}`);
  const lists = mergeNationalLists(content, { former: former.data, today: today.data, map: map.data });
  await context.database.transaction((sql) => saveUnitLists(sql, lists, context.now()));
  return ok({ today: today.data.length, former: former.data.length, split: lists.split, remarks: lists.remarks });
}

function firstComplaint(error: z.ZodError): string {
  const [issue] = error.issues;
  return `dòng ${String(issue?.path[0] ?? "?")}, cột ${String(issue?.path[1] ?? "?")}: ${issue?.message ?? ""}`;
}
