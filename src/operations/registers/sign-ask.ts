import { officeDay } from "../../base/clock.ts";
import { readableCode } from "../../base/ids.ts";
import { type Result, refuse } from "../../base/result.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import { changesFit, type EntryAsk, type EntryPaper, type IssuedCopies, markedRows } from "../../domain/registers/entry.ts";
import type { Sql } from "../../store/database/database.ts";
import { nextNumber } from "../../store/records/counters.ts";
import type { Office } from "../../store/records/offices.ts";
import { insertRegisterEntry } from "../../store/records/registers.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import { type Context, procedureOf } from "../context.ts";
import { type Act, act } from "../dossiers/act.ts";
import { type Problem, problem } from "../problems.ts";
import { issuePaper, PAPER_CODE_LENGTH, signing } from "../results/sign-paper.ts";
import { keyOf } from "./ask.ts";
import { type Book, bookFor, correctionNotes } from "./books.ts";
import { type OpenEntry, writtenRows } from "./read-entry.ts";

/** The leader signs what an officer prepared at an entry: a correction with the extract that stands instead, or copies. */
export function signAsk(context: Context, by: Act, member: StaffMember, entry: OpenEntry): Promise<Result<Dossier, Problem>> {
  return signing(context, member, () => signNow(context, by, member, entry));
}

async function signNow(context: Context, by: Act, member: StaffMember, entry: OpenEntry): Promise<Result<Dossier, Problem>> {
  const ask = entry.dossier.entryAsk;
  if (ask === null) return refuse(problem("entry-ask-gone"));
  if (ask.kind === "copies")
    return act(context, keyOf(entry), by, "copy", async (dossier, office, sql) => ({
      move: "copy",
      copies: await copiesOf(context, sql, { dossier, office, member, id: entry.line.dossier }, stillAsked(dossier, "copies")),
    }));
  if (!changesFit(entry.rows, ask.changes)) return refuse(problem("entry-changed"));
  return act(context, keyOf(entry), by, "correct", async (dossier, office, sql) => ({
    move: "correct",
    correction: await correctionOf(context, sql, { dossier, office, member, id: entry.line.dossier }, stillAsked(dossier, "correction")),
  }));
}

interface Place {
  readonly dossier: Dossier;
  readonly office: Office;
  readonly member: StaffMember;
  readonly id: string;
}

type Asked<Kind extends EntryAsk["kind"]> = Extract<EntryAsk, { kind: Kind }>;

/** What was asked when the page was drawn may have been answered since; then nothing is signed. */
function stillAsked<Kind extends EntryAsk["kind"]>(dossier: Dossier, kind: Kind): Asked<Kind> {
  if (dossier.entryAsk?.kind !== kind) throw new Error("what was asked was answered meanwhile");
  return dossier.entryAsk as Asked<Kind>;
}

async function correctionOf(context: Context, sql: Sql, place: Place, { changes, reason }: Asked<"correction">) {
  const { dossier, member } = place;
  const procedure = procedureOf(context, dossier.procedure.code, dossier.procedure.version);
  const day = officeDay(context.now());
  const book = bookFor(context, "corrects", procedure, day);
  const numbered = { ...(await numberIn(context, sql, place, book, 1)), day };
  const code = numbered.codes[0] ?? "";
  const corrections = [...dossier.corrections, { changes, ...numbered }];
  const rows = markedRows(writtenRows(context, dossier), corrections);
  const sha256 = await issuePaper(context, place.office, member, {
    ...numbered,
    ...book,
    code,
    issuedOn: day,
    rows,
    closing: "",
    notes: correctionNotes(corrections),
  });
  const { register, year, number } = numbered;
  return { day, register, year, number, reason, changes, signer: member.name, paper: { code, sha256, name: book.name } };
}

async function copiesOf(context: Context, sql: Sql, place: Place, { asker, count, purpose }: Asked<"copies">): Promise<IssuedCopies> {
  const { dossier, member } = place;
  const procedure = procedureOf(context, dossier.procedure.code, dossier.procedure.version);
  const day = officeDay(context.now());
  const book = bookFor(context, "copies", procedure, day);
  const { codes, ...numbered } = await numberIn(context, sql, place, book, count);
  const papers = await drawCopies(context, place, { ...numbered, issuedOn: day }, codes);
  return { ...numbered, name: book.name, day, asker, purpose, signer: member.name, papers };
}

/** Draws a copy for each code: the entry as it reads today, with what stands beside it. */
export async function drawCopies(
  context: Context,
  { dossier, office, member }: Omit<Place, "id">,
  numbered: { register: string; year: number; number: number; issuedOn: string },
  codes: readonly string[],
): Promise<EntryPaper[]> {
  const procedure = procedureOf(context, dossier.procedure.code, dossier.procedure.version);
  const title = procedure?.result?.copyTitle ?? `${procedure?.result?.title ?? dossier.result?.name ?? ""} (BẢN SAO)`;
  const rows = markedRows(writtenRows(context, dossier), dossier.corrections);
  const from = dossier.result ? `Theo ${dossier.result.register}, số ${dossier.result.number}/${dossier.result.year}.` : "";
  const papers: EntryPaper[] = [];
  for (const code of codes) {
    const paper = { ...numbered, code, name: "bản sao", title, rows, closing: from, notes: correctionNotes(dossier.corrections) };
    papers.push({ code, sha256: await issuePaper(context, office, member, paper) });
  }
  return papers;
}

/** Takes the next number of the book for something issued from the entry itself, with as many paper codes as it needs. */
async function numberIn(context: Context, sql: Sql, { office, id, dossier }: Place, { register }: Book, papers: number) {
  const now = context.now();
  const year = Number(officeDay(now).slice(0, 4));
  const number = await nextNumber(sql, office.office, `register:${register}:${year}`);
  const codes = Array.from({ length: papers }, () => readableCode(PAPER_CODE_LENGTH));
  const subject = dossier.result?.subject ?? dossier.applicant.name;
  await insertRegisterEntry(
    sql,
    { office: office.office, dossier: id },
    { register, year, number, resultCode: codes[0] ?? "", subject },
    now,
  );
  return { register, year, number, codes };
}
