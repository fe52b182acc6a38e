import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { deleteFilter, insertFilter, listFilters, type SavedFilter } from "../../store/records/saved-filters.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import type { ListChoice } from "./work-list.ts";

/** More than this nobody finds again. */
const MOST_FILTERS = 20;
const LONGEST_NAME = 60;

/** Keeps a choice of the list under a name, for this member of staff alone. `filter` is its id, made where the form was drawn. */
export async function saveFilter(
  context: Context,
  member: StaffMember,
  wanted: SavedFilter<ListChoice>,
): Promise<Result<SavedFilter<ListChoice>, Problem>> {
  const name = wanted.name.trim().slice(0, LONGEST_NAME);
  if (name === "") return refuse(problem("filter-unnamed"));
  const kept = await savedFilters(context, member);
  if (kept.length >= MOST_FILTERS && !kept.some(({ filter }) => filter === wanted.filter)) return refuse(problem("filters-too-many"));
  const saved = { ...wanted, name };
  await insertFilter(context.database.sql, member, saved, context.now());
  return ok(saved);
}

export function savedFilters(context: Context, member: StaffMember): Promise<SavedFilter<ListChoice>[]> {
  return listFilters<ListChoice>(context.database.sql, member);
}

export async function dropFilter(context: Context, member: StaffMember, filter: string): Promise<Result<true, Problem>> {
  const dropped = isUuid(filter) && (await deleteFilter(context.database.sql, member, filter));
  return dropped ? ok(true) : refuse(problem("filter-unknown"));
}
