import { qrSvg } from "../../documents/qr.ts";
import { signPdf } from "../../documents/signature.ts";
import type { MarkedRow } from "../../domain/registers/entry.ts";
import { numberWords } from "../../domain/registers/numbering.ts";
import type { Office } from "../../store/records/offices.ts";
import { readSigner } from "../../store/records/signers.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import { placeAndDay, provinceWords } from "../dossiers/office-words.ts";

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

/** Can this member sign papers of the office now? Asked before anything is numbered. */
export async function maySign(context: Context, member: StaffMember): Promise<boolean> {
  return (await readSigner(context.database.sql, member.office)) !== null;
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
  const signer = await readSigner(context.database.sql, member.office);
  if (!signer) throw new Error("the key was taken away while signing");
  const signed = await signPdf(pdf, signer, { reason: `Ban hành ${name}`, location: office.name, at: context.now() });
  const stored = await context.files.putBytes(signed);
  if (!stored.ok) throw new Error("the signed paper could not be stored");
  return stored.value.sha256;
}
