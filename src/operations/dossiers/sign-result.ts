import { officeDay } from "../../base/clock.ts";
import { readableCode } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { ResultDefinition } from "../../domain/catalogue/procedure.ts";
import type { IssuedResult } from "../../domain/dossier/events.ts";
import { type Dossier, fold } from "../../domain/dossier/fold.ts";
import { fillText } from "../../domain/forms/fill-text.ts";
import { changeWords, type EntryPaper, type EntryRow, MOST_COPIES } from "../../domain/registers/entry.ts";
import { entryWords } from "../../domain/registers/numbering.ts";
import { nextNumber } from "../../store/records/counters.ts";
import { type DossierKey, readLog } from "../../store/records/dossier-log.ts";
import type { Office } from "../../store/records/offices.ts";
import { insertRegisterEntry } from "../../store/records/registers.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import { type Context, procedureOf } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import { entryStillFits, lockOriginal, markOriginal } from "../registers/mark-original.ts";
import { resultRows } from "../registers/read-entry.ts";
import { drawCopies } from "../registers/sign-ask.ts";
import { issuePaper, PAPER_CODE_LENGTH, signing } from "../results/sign-paper.ts";
import { type Act, act } from "./act.ts";

/**
 * The leader signs: the result gets its number in the register of the year, is drawn, signed and stored, all before the event says so. What it does to an
 * entry that stands in a register already is written there in the same transaction. A failure at any step gives the number back.
 */
export async function signResult(context: Context, key: DossierKey, by: Act, member: StaffMember): Promise<Result<Dossier, Problem>> {
  const log = await readLog(context.database.sql, key);
  if (log.length === 0) return refuse(problem("dossier-not-found"));
  const before = fold(log);
  const definition = procedureOf(context, before.procedure.code, before.procedure.version)?.result;
  if (!definition) return refuse(problem("procedure-unknown"));
  if (definition.onEntry !== undefined) {
    const fits = await entryStillFits(context, key.office, before, definition.onEntry);
    if (!fits.ok) return fits;
  }
  return signing(context, member, () =>
    act(context, key, by, "sign", async (dossier, office, sql) => {
      const now = context.now();
      const numbered = await numberOf(context, definition, dossier, member);
      numbered.number = await nextNumber(sql, key.office, `register:${numbered.register}:${numbered.year}`);
      const original = definition.onEntry === undefined ? null : await lockOriginal(sql, key.office, dossier);
      const issued = await issue(context, definition, { dossier, office, member, original }, numbered);
      const result = { ...numbered, sha256: issued.sha256 };
      await insertRegisterEntry(sql, key, { ...numbered, resultCode: numbered.code, subject: numbered.subject ?? "" }, now);
      if (original) await markOriginal(context, sql, key.office, by, { id: key.dossier, dossier, original, result, copies: issued.copies });
      return { move: "sign", result };
    }),
  );
}

type Numbered = { -readonly [Name in keyof Omit<IssuedResult, "sha256">]: IssuedResult[Name] };

/** The result before its number is known: what will stand in the register. */
async function numberOf(context: Context, definition: ResultDefinition, dossier: Dossier, member: StaffMember): Promise<Numbered> {
  const issuedOn = officeDay(context.now());
  const procedure = procedureOf(context, dossier.procedure.code, dossier.procedure.version);
  return {
    code: readableCode(PAPER_CODE_LENGTH),
    name: definition.name,
    register: definition.register,
    year: Number(issuedOn.slice(0, 4)),
    number: 0,
    signer: member.name,
    issuedOn,
    rows: [...resultRows(context, dossier, issuedOn), ...entryRows(dossier)],
    subject: procedure ? fillText(definition.subject, procedure, dossier.answers, context.lists) : "",
  };
}

/** What the result says of the entry that it is about. */
function entryRows({ entry }: Dossier): EntryRow[] {
  if (entry === null) return [];
  return [
    { label: "Đã ghi trong sổ", value: entryWords(entry.of) },
    ...entry.changes.map((change) => ({ label: "Nội dung ghi vào sổ", value: changeWords(change) })),
  ];
}

interface Place {
  readonly dossier: Dossier;
  readonly office: Office;
  readonly member: StaffMember;
  readonly original: Dossier | null;
}

/** Draws and signs the result. A copy is drawn from the entry itself, as many as were asked for; the first is the result of the dossier. */
async function issue(
  context: Context,
  definition: ResultDefinition,
  { dossier, office, member, original }: Place,
  numbered: Numbered,
): Promise<{ sha256: string; copies: readonly EntryPaper[] | null }> {
  if (original && definition.onEntry === "copies") {
    const wanted = Math.min(Math.max(Number(dossier.answers.soLuong ?? 1) || 1, 1), MOST_COPIES);
    const codes = [numbered.code, ...Array.from({ length: wanted - 1 }, () => readableCode(PAPER_CODE_LENGTH))];
    const copies = await drawCopies(context, { dossier: original, office, member }, numbered, codes);
    return { sha256: copies[0]?.sha256 ?? "", copies };
  }
  const procedure = procedureOf(context, dossier.procedure.code, dossier.procedure.version);
  const closing = procedure ? fillText(definition.closing ?? "", procedure, dossier.answers, context.lists) : "";
  const paper = { ...numbered, title: definition.title, rows: numbered.rows ?? [], closing, notes: [] };
  return { sha256: await issuePaper(context, office, member, paper), copies: null };
}

/** The signed PDF of a result, for those who may have it. */
export async function readResult(context: Context, dossier: Dossier): Promise<Result<Buffer, Problem>> {
  return dossier.result === null ? refuse(problem("result-not-found")) : ok(await context.files.read(dossier.result.sha256));
}
