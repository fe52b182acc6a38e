import { officeDay } from "../../base/clock.ts";
import { readableCode } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { qrSvg } from "../../documents/qr.ts";
import { signPdf } from "../../documents/signature.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import type { IssuedResult } from "../../domain/dossier/events.ts";
import { type Dossier, fold } from "../../domain/dossier/fold.ts";
import { holds } from "../../domain/forms/condition.ts";
import { fillText } from "../../domain/forms/fill-text.ts";
import { nextNumber } from "../../store/records/counters.ts";
import { type DossierKey, readLog } from "../../store/records/dossier-log.ts";
import type { Office } from "../../store/records/offices.ts";
import { insertRegisterEntry } from "../../store/records/registers.ts";
import { readSigner } from "../../store/records/signers.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import { type Context, procedureOf } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import { type Act, act } from "./act.ts";
import { placeAndDay, provinceWords } from "./office-words.ts";

/** Twelve readable characters on the paper: nobody can guess one to ask about. */
const RESULT_CODE_LENGTH = 12;

/**
 * The leader signs: the result gets its number in the register of the year, is drawn, signed with the office's key and stored, all before the
 * event says so. A failure at any step gives the number back.
 */
export async function signResult(context: Context, key: DossierKey, by: Act, member: StaffMember): Promise<Result<Dossier, Problem>> {
  const log = await readLog(context.database.sql, key);
  if (log.length === 0) return refuse(problem("dossier-not-found"));
  const procedure = procedureOf(context, fold(log).procedure.code, fold(log).procedure.version);
  if (!procedure?.result) return refuse(problem("procedure-unknown"));
  const signer = await readSigner(context.database.sql, key.office);
  if (!signer) return refuse(problem("no-signer"));

  return act(context, key, by, "sign", async (dossier, office, sql) => {
    const now = context.now();
    const issuedOn = officeDay(now);
    const year = Number(issuedOn.slice(0, 4));
    const { register, name, subject } = procedure.result ?? { register: "", name: "", subject: "" };
    const number = await nextNumber(sql, key.office, `register:${register}:${year}`);
    const code = readableCode(RESULT_CODE_LENGTH);
    const draft = { code, name, register, year, number, signer: member.name, issuedOn };
    const pdf = await drawResult(context, procedure, dossier, office, draft, member);
    const signed = await signPdf(pdf, signer, { reason: `Ban hành ${name}`, location: office.name, at: now });
    const stored = await context.files.putBytes(signed);
    if (!stored.ok) throw new Error("the signed result could not be stored");
    await insertRegisterEntry(
      sql,
      key,
      { register, year, number, resultCode: code, subject: fillText(subject, procedure, dossier.answers, context.lists) },
      now,
    );
    return { move: "sign", result: { ...draft, sha256: stored.value.sha256 } };
  });
}

function drawResult(
  context: Context,
  procedure: Procedure,
  dossier: Dossier,
  office: Office,
  result: Omit<IssuedResult, "sha256">,
  member: StaffMember,
) {
  const definition = procedure.result;
  const fill = (text: string) => fillText(text, procedure, dossier.answers, context.lists);
  return context.documents.render({
    template: "certificate",
    at: context.now(),
    data: {
      title: definition?.title ?? result.name,
      practice: office.practice,
      office: office.name,
      above: provinceWords(context, office),
      number: `${result.number}/${result.year}`,
      register: `${result.register} năm ${result.year}`,
      rows: (definition?.rows ?? [])
        .filter((row) => holds(row.when, dossier.answers, result.issuedOn))
        .map((row) => ({ label: row.label, value: fill(row.value) || "—" })),
      closing: fill(definition?.closing ?? ""),
      qr: qrSvg(`${context.publicUrl}/xac-thuc/${result.code}`),
      resultCode: result.code,
      placeAndDay: placeAndDay(context, office, result.issuedOn),
      signerTitle: member.title,
      signerName: member.name,
    },
  });
}

/** The signed PDF of a result, for those who may have it. */
export async function readResult(context: Context, dossier: Dossier): Promise<Result<Buffer, Problem>> {
  return dossier.result === null ? refuse(problem("result-not-found")) : ok(await context.files.read(dossier.result.sha256));
}
