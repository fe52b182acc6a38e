import { ok, type Result, refuse } from "../../base/result.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import { fold as foldText } from "../../domain/people/names.ts";
import { changesOf, type EntryChange, type EntryRef, type MarkedRow, markedRows } from "../../domain/registers/entry.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import { findEntries, listEntries, type RegisterLine } from "../../store/views/register-list.ts";
import { type Context, procedureOf } from "../context.ts";
import { type Act, act } from "../dossiers/act.ts";
import { type DeskDossier, openAtDesk } from "../dossiers/desk.ts";
import { type Problem, problem } from "../problems.ts";
import { dossierOfEntry, refOf, writtenRows } from "./read-entry.ts";

const MOST_CANDIDATES = 12;

/** A dossier that asks something about an entry of a register, with the entries that it may mean, or the one that was chosen. */
export interface LinkPage extends DeskDossier {
  readonly onEntry: "corrects" | "copies";
  readonly candidates: readonly RegisterLine[];
  readonly chosen: { readonly of: EntryRef; readonly rows: readonly MarkedRow[] } | null;
  /** What the citizen wrote of the paper that they mean. */
  readonly said: readonly { readonly label: string; readonly value: string }[];
}

/** The page on which an officer finds the entry: by the name in the request, and its number where the citizen knew it. */
export async function readLinkPage(context: Context, member: StaffMember, id: string, words: string): Promise<Result<LinkPage, Problem>> {
  const opened = await openAtDesk(context, member, id, "dossier");
  if (!opened.ok) return opened;
  const { dossier } = opened.value;
  const onEntry = procedureOf(context, dossier.procedure.code, dossier.procedure.version)?.result?.onEntry;
  if (onEntry === undefined) return refuse(problem("entry-not-found"));
  const { answers } = dossier;
  const name = foldText(words || String(answers["chuThe.hoTen"] ?? ""));
  const number = Number(String(answers["giayTo.so"] ?? answers["dangKy.so"] ?? "").match(/\d+/)?.[0] ?? Number.NaN);
  const found = await findEntries(
    context.database.sql,
    member.office,
    { words: name, number: Number.isInteger(number) ? number : null },
    MOST_CANDIDATES,
  );
  const said = dossier.declaration.sections
    .flatMap((section) => section.rows)
    .filter(({ field, value }) => value !== "" && /^(chuThe|giayTo|dangKy|tu$|thanh$|lyDo|loai$)/.test(field));
  const chosen = dossier.entry ? await chosenEntry(context, member.office, dossier.entry.of) : null;
  const candidates = found.filter((line) => line.dossier !== id && line.revokedOn === null);
  return ok({ ...opened.value, onEntry, candidates, chosen, said });
}

async function chosenEntry(context: Context, office: string, of: EntryRef) {
  const original = await dossierOfEntry(context, office, of);
  return original ? { of, rows: markedRows(writtenRows(context, original), original.corrections) } : null;
}

/** The officer says which entry the dossier is about; for a correction also what each line should say. */
export async function linkEntry(
  context: Context,
  member: StaffMember,
  by: Act,
  id: string,
  chosen: { register: string; year: number; number: number; lines: readonly (string | undefined)[] },
): Promise<Result<Dossier, Problem>> {
  const book = { office: member.office, register: chosen.register, year: chosen.year };
  const [line] = await listEntries(context.database.sql, book, { number: chosen.number, limit: 1, offset: 0 });
  const original = line ? await dossierOfEntry(context, member.office, { ...line }) : null;
  const ref = line && original ? refOf(line.dossier, original) : null;
  if (!line || !original || !ref || ref.resultCode !== line.resultCode || line.dossier === id) return refuse(problem("entry-not-found"));
  const rows = markedRows(writtenRows(context, original), original.corrections);
  const changes: EntryChange[] = changesOf(rows, chosen.lines);
  return act(context, { office: member.office, dossier: id }, by, "link-entry", () => ({ move: "link-entry", entry: ref, changes }));
}
