import { ok, type Result, refuse } from "../../base/result.ts";
import { type Dossier, fold } from "../../domain/dossier/fold.ts";
import { holds } from "../../domain/forms/condition.ts";
import { fillText } from "../../domain/forms/fill-text.ts";
import { type EntryRef, type EntryRow, type MarkedRow, markedRows } from "../../domain/registers/entry.ts";
import { readLog } from "../../store/records/dossier-log.ts";
import type { Office } from "../../store/records/offices.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import { listEntries, type RegisterLine } from "../../store/views/register-list.ts";
import { type Context, procedureOf } from "../context.ts";
import { openAtDesk } from "../dossiers/desk.ts";
import { type Problem, problem } from "../problems.ts";

/** An entry of a register, opened: as it was written, and as it reads today. */
export interface OpenEntry {
  readonly line: RegisterLine;
  readonly dossier: Dossier;
  readonly office: Office;
  readonly written: readonly EntryRow[];
  readonly rows: readonly MarkedRow[];
  /** Is it the dossier's own result, or something issued from it: a copy, an extract, a letter? Only the first is corrected or copied. */
  readonly own: boolean;
}

/** Opens an entry of the member's office by its number; that it was looked at is written down. */
export async function openEntry(
  context: Context,
  member: StaffMember,
  place: { register: string; year: number; number: number },
): Promise<Result<OpenEntry, Problem>> {
  const { register, year, number } = place;
  const [line] = await listEntries(context.database.sql, { office: member.office, register, year }, { number, limit: 1, offset: 0 });
  if (!line) return refuse(problem("entry-not-found"));
  const opened = await openAtDesk(context, member, line.dossier, "entry");
  if (!opened.ok) return opened;
  const { dossier, office } = opened.value;
  const written = writtenRows(context, dossier);
  const own = dossier.result?.code === line.resultCode;
  return ok({ line, dossier, office, written, rows: markedRows(written, own ? dossier.corrections : []), own });
}

/** What was entered for a result, line by line: frozen when it was signed; for results of before that, as the procedure's version says. */
export function writtenRows(context: Context, dossier: Dossier): readonly EntryRow[] {
  if (dossier.result === null) return [];
  return dossier.result.rows ?? resultRows(context, dossier, dossier.result.issuedOn);
}

/** The lines of a dossier's result on that day, of its procedure's own words and the answers. */
export function resultRows(context: Context, dossier: Dossier, day: string): EntryRow[] {
  const procedure = procedureOf(context, dossier.procedure.code, dossier.procedure.version);
  if (!procedure?.result) return [];
  return procedure.result.rows
    .filter((row) => holds(row.when, dossier.answers, day))
    .map((row) => ({ label: row.label, value: fillText(row.value, procedure, dossier.answers, context.lists) }));
}

/** How an entry is named in what refers to it; null for a dossier without a result. */
export function refOf(id: string, { result }: Dossier): EntryRef | null {
  if (result === null) return null;
  const { code: resultCode, name, register, year, number } = result;
  return { dossier: id, resultCode, name, register, year, number };
}

/** The dossier behind an entry of this office, without a look being written down: for what is done to it in passing. */
export async function dossierOfEntry(context: Context, office: string, { dossier }: EntryRef): Promise<Dossier | null> {
  const log = await readLog(context.database.sql, { office, dossier });
  return log.length === 0 ? null : fold(log);
}
