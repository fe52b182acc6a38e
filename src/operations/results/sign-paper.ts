import { type Result, refuse } from "../../base/result.ts";
import { readCertificate } from "../../documents/keys/certificate.ts";
import { TokenFailed } from "../../documents/keys/signer.ts";
import type { SigningKey } from "../../documents/keys/signing-key.ts";
import { qrSvg } from "../../documents/qr.ts";
import { signPdf } from "../../documents/signature.ts";
import type { MarkedRow } from "../../domain/registers/entry.ts";
import { numberWords } from "../../domain/registers/numbering.ts";
import type { Office } from "../../store/records/offices.ts";
import { listKeysFor, type StoredKey } from "../../store/records/signers.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import { placeAndDay, provinceWords } from "../dossiers/office-words.ts";
import { openKey } from "../keys/kept-keys.ts";
import { type Problem, problem } from "../problems.ts";

/** Twelve readable characters on the paper: nobody can guess one to ask about. */
export const PAPER_CODE_LENGTH = 12;

/** A certificate, an extract or a copy before it is drawn. */
export interface Paper {
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly register: string;
  readonly year: number;
  readonly number: number;
  /** YYYY-MM-DD */
  readonly issuedOn: string;
  readonly rows: readonly Pick<MarkedRow, "label" | "value">[];
  readonly closing: string;
  /** What stands beside the entry: corrections, in the law's words. */
  readonly notes: readonly string[];
}

/**
 * Signs something, when this member has a key that is valid today: the work is done with `issuePaper` and `signAndKeep`. A token that fails in the middle is
 * told in words; everything that was numbered meanwhile is given back.
 */
export async function signing<Done>(
  context: Context,
  member: StaffMember,
  work: () => Promise<Result<Done, Problem>>,
): Promise<Result<Done, Problem>> {
  if (member.role !== "leader") return refuse(problem("move-not-yours"));
  const key = await keyOf(context, member);
  if (!key.ok) return key;
  try {
    return await work();
  } catch (error) {
    if (error instanceof TokenFailed) return refuse(problem(error.problem));
    throw error;
  }
}

/** Draws a paper, signs it with the key and keeps it; answers where it lies. A failure is an exception: whoever numbers papers must give the number back. */
export async function issuePaper(context: Context, office: Office, member: StaffMember, paper: Paper): Promise<string> {
  const pdf = await context.documents.render({
    template: "certificate",
    at: context.now(),
    data: {
      title: paper.title,
      practice: office.practice,
      office: office.name,
      above: provinceWords(context, office),
      number: numberWords(paper),
      register: `${paper.register} năm ${paper.year}`,
      rows: paper.rows.map(({ label, value }) => ({ label, value: value || "—" })),
      closing: paper.closing,
      notes: paper.notes,
      qr: qrSvg(`${context.publicUrl}/xac-thuc/${paper.code}`),
      resultCode: paper.code,
      placeAndDay: placeAndDay(context, office, paper.issuedOn),
      signerTitle: member.title,
      signerName: member.name,
    },
  });
  return signAndKeep(context, office, member, pdf, paper.name);
}

/** Signs any PDF of the office and keeps it; answers its SHA-256. */
export async function signAndKeep(context: Context, office: Office, member: StaffMember, pdf: Uint8Array, name: string): Promise<string> {
  const at = context.now();
  const key = await keyOf(context, member);
  if (!key.ok) throw new Error("the key was taken away while signing");
  const signed = await signPdf(pdf, key.value, { reason: `Ban hành ${name}`, location: office.name, at }, context.signing);
  const stored = await context.files.putBytes(signed);
  if (!stored.ok) throw new Error("the signed paper could not be stored");
  return stored.value.sha256;
}

/** The key with which this member signs today: the first that is valid and can be opened. */
async function keyOf(context: Context, member: StaffMember): Promise<Result<SigningKey, Problem>> {
  const keys = await listKeysFor(context.database.sql, member.office, member.staff);
  if (keys.length === 0) return refuse(problem("no-signer"));
  const valid = keys.filter((key) => isValid(key, context.now()));
  for (const key of valid) {
    const opened = await openKey(context, key);
    if (opened.ok) return opened;
  }
  return refuse(problem(valid.length > 0 ? "key-locked" : "signer-expired"));
}

function isValid({ certificate }: StoredKey, now: Date): boolean {
  const facts = readCertificate(certificate);
  return facts !== null && facts.from <= now && now <= facts.until;
}
