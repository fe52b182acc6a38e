import { officeDay } from "../../base/clock.ts";
import { readableCode } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { checkProcedure, type Finding } from "../../domain/catalogue/check-procedure.ts";
import { differences } from "../../domain/catalogue/differences.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { parseTypedDate } from "../../domain/people/dates.ts";
import { hint } from "../../store/database/hints.ts";
import { deleteEdit, saveEdit } from "../../store/records/procedure-edits.ts";
import { insertVersion, listVersions, withdrawVersion } from "../../store/records/procedure-versions.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";
import { doneBefore, type Editing, type FormState, note, openEditing } from "./editing.ts";
import { PROCEDURES_TOPIC } from "./living-catalogue.ts";

/** What the check finds in the procedure as it would become. */
export function findingsOf(context: Pick<Context, "pictures">, procedure: Procedure): Finding[] {
  return checkProcedure(procedure, new Set(context.pictures.keys()));
}

/** What people would see differently from the version that is in force on that day. */
export function changesOf(context: Pick<Context, "catalogue">, { code, body, base }: Editing, day: string): string[] {
  const before = context.catalogue.find(code, day) ?? base;
  return before ? differences(before, body) : ["Thủ tục mới."];
}

/** Characters of chance in the name of a version: it is unique without asking anybody. */
const MARK_LENGTH = 6;

/**
 * Makes the edit a version that begins on that day (as typed), today or later. It is never changed again; dossiers that were filed before keep theirs.
 * Refused while the check finds an error.
 */
export async function publishEdit(
  context: Context,
  member: StaffMember,
  code: string,
  state: FormState,
  typedDay: string,
): Promise<Result<true, Problem>> {
  const opened = await openEditing(context, member, code);
  if (!opened.ok) return opened;
  const day = parseTypedDate(typedDay);
  const now = context.now();
  if (!day.ok || day.value < officeDay(now))
    return refuse(problem("procedure-day", { fields: { ngay: problem("procedure-day").sentence } }));
  const { body } = opened.value;
  const version: Procedure = { ...body, version: `${day.value}.${readableCode(MARK_LENGTH)}`, validFrom: day.value };
  const errors = findingsOf(context, version).filter(({ level }) => level === "error");
  if (errors.length > 0) return refuse(problem("procedure-wrong", { details: errors.map(({ words }) => words) }));
  const changes = changesOf(context, opened.value, day.value);
  if (changes.length === 0) return refuse(problem("procedure-unchanged"));
  const published = await context.database.transaction(async (sql) => {
    if (!(await deleteEdit(sql, member.office, code, state.revision))) return doneBefore(sql, member, state);
    await insertVersion(sql, member.office, version, { staff: member.staff, changes }, now);
    await note(context, sql, member, { procedure: code, act: "publish", version: version.version, words: changes, key: state.key });
    await hint(sql, PROCEDURES_TOPIC);
    return ok(true as const);
  });
  await context.reloadProcedures();
  return published;
}

/**
 * Takes back a version that has not begun yet; one that has stays for ever, because somebody may have filed under it. What it said becomes the edit again,
 * unless somebody has begun another.
 */
export async function withdrawPublished(
  context: Context,
  member: StaffMember,
  code: string,
  version: string,
  key: string,
): Promise<Result<true, Problem>> {
  const opened = await openEditing(context, member, code);
  if (!opened.ok) return opened;
  const now = context.now();
  const body = context.catalogue.version(code, version);
  const withdrawn = await context.database.transaction(async (sql) => {
    if (!(await withdrawVersion(sql, member.office, { procedure: code, version }, officeDay(now), now))) {
      const before = await doneBefore(sql, member, { revision: 0, key });
      if (before.ok) return before;
      const found = (await listVersions(sql, code)).find((known) => known.version === version);
      return refuse(problem(found && found.office !== member.office ? "version-of-other-office" : "procedure-begun"));
    }
    if (body) await saveEdit(sql, { office: member.office, basedOn: version, revision: 0, body }, now);
    await note(context, sql, member, { procedure: code, act: "withdraw", version, words: [], key });
    await hint(sql, PROCEDURES_TOPIC);
    return ok(true as const);
  });
  await context.reloadProcedures();
  return withdrawn;
}
