import { ok, type Result, refuse } from "../../base/result.ts";
import { differences } from "../../domain/catalogue/differences.ts";
import { type FormProblems, whole } from "../../domain/catalogue/editing/lists.ts";
import type { OfficeKind, Procedure } from "../../domain/catalogue/procedure.ts";
import type { Sql } from "../../store/database/database.ts";
import { type Office, readOffice } from "../../store/records/offices.ts";
import { insertChange, knowsChange, type ProcedureAct } from "../../store/records/procedure-changes.ts";
import { deleteEdit, type ProcedureEdit, readEdit, saveEdit } from "../../store/records/procedure-edits.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";

/** A procedure at its admin's: the version that would be in force without the edit, and how it would become. */
export interface Editing {
  readonly code: string;
  /** The version that begins last; null for one that is not in the catalogue yet. */
  readonly base: Procedure | null;
  readonly edit: ProcedureEdit | null;
  /** What is shown and changed. */
  readonly body: Procedure;
}

/** From which state a form was drawn, and the key of what it does. */
export interface FormState {
  readonly revision: number;
  readonly key: string;
}

/** Opens a procedure to look at or change. The police look after the procedures of residence, the commune's office after all others. */
export async function openEditing(context: Context, member: StaffMember, code: string): Promise<Result<Editing, Problem>> {
  const edit = await readEdit(context.database.sql, member.office, code);
  const base = context.catalogue.versions(code)[0] ?? null;
  const body = edit?.body ?? base;
  if (body === null) return refuse(problem("procedure-unknown"));
  if (!(await looksAfter(context, member, [body, ...(base ? [base] : [])]))) return refuse(problem("procedure-not-yours"));
  return ok({ code, base, edit, body });
}

export async function looksAfter(context: Context, member: StaffMember, procedures: readonly Procedure[]): Promise<boolean> {
  const kind = await kindOf(context, member);
  return procedures.every(({ officeKind }) => isOwn(kind, officeKind));
}

export async function kindOf(context: Context, member: StaffMember): Promise<Office["kind"] | null> {
  return (await readOffice(context.database.sql, member.office))?.kind ?? null;
}

export function isOwn(office: Office["kind"] | null, procedure: OfficeKind): boolean {
  return office === "police" ? procedure === "police" : office === "commune" ? procedure !== "police" : office === procedure;
}

/**
 * Changes the edit, or begins one. Nothing of it is seen by anybody but the admins until it is published. A form that was drawn before somebody else's
 * change is refused; one that was sent twice is done once.
 */
export async function changeProcedure(
  context: Context,
  member: StaffMember,
  code: string,
  state: FormState,
  change: (procedure: Procedure) => Result<Procedure, FormProblems>,
): Promise<Result<true, Problem>> {
  const opened = await openEditing(context, member, code);
  if (!opened.ok) return opened;
  const { body, base, edit } = opened.value;
  const changed = change(body);
  if (!changed.ok) return refuse(problem("answers-refused", { fields: changed.reason }));
  const next = { ...changed.value, code: body.code };
  if (!(await looksAfter(context, member, [next]))) return refuse(problem("procedure-not-yours"));
  const words = differences(body, next);
  if (words.length === 0) return ok(true);
  return context.database.transaction(async (sql) => {
    const basedOn = edit?.basedOn ?? base?.version ?? null;
    const saved = await saveEdit(sql, { office: member.office, basedOn, revision: state.revision, body: next }, context.now());
    if (!saved) return doneBefore(sql, member, state);
    await note(context, sql, member, { procedure: code, act: "edit", version: null, words, key: state.key });
    return ok(true);
  });
}

/** Puts away everything that was changed since the last version. */
export async function discardEdit(context: Context, member: StaffMember, code: string, state: FormState): Promise<Result<true, Problem>> {
  const opened = await openEditing(context, member, code);
  if (!opened.ok) return opened;
  const { base, body } = opened.value;
  return context.database.transaction(async (sql) => {
    if (!(await deleteEdit(sql, member.office, code, state.revision))) return doneBefore(sql, member, state);
    const words = base ? differences(body, base) : [];
    await note(context, sql, member, { procedure: code, act: "discard", version: null, words, key: state.key });
    return ok(true);
  });
}

/** The same form again is no quarrel; another's change in between is. */
export async function doneBefore(sql: Sql, member: StaffMember, { key }: FormState): Promise<Result<true, Problem>> {
  return (await knowsChange(sql, member.office, key)) ? ok(true) : refuse(problem("procedure-edited"));
}

export async function note(
  context: Context,
  sql: Sql,
  member: StaffMember,
  what: { procedure: string; act: ProcedureAct; version: string | null; words: readonly string[]; key: string },
): Promise<void> {
  const { key, ...rest } = what;
  await insertChange(sql, {
    ...rest,
    office: member.office,
    change: context.newId(),
    actKey: key,
    staff: member.staff,
    staffName: member.name,
    at: context.now(),
  });
}

/** The whole procedure as it was written by hand in the advanced field; `data` is what readPart answered. */
export function replaceWhole(data: unknown): (procedure: Procedure) => Result<Procedure, FormProblems> {
  return (procedure) => {
    const read = whole(data, "yaml");
    return read.ok && read.value.code !== procedure.code ? refuse({ yaml: `Mã thủ tục phải là ${procedure.code}.` }) : read;
  };
}
