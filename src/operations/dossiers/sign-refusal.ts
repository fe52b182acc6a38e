import { officeDay } from "../../base/clock.ts";
import { readableCode } from "../../base/ids.ts";
import type { Result } from "../../base/result.ts";
import { qrSvg } from "../../documents/qr.ts";
import type { IssuedResult } from "../../domain/dossier/events.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import { formatDay } from "../../domain/people/dates.ts";
import { numberWords } from "../../domain/registers/numbering.ts";
import { groundsSentence } from "../../domain/slips/stop-grounds.ts";
import { nextNumber } from "../../store/records/counters.ts";
import type { DossierKey } from "../../store/records/dossier-log.ts";
import type { Office } from "../../store/records/offices.ts";
import { insertRegisterEntry } from "../../store/records/registers.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import type { Problem } from "../problems.ts";
import { OUTGOING_BOOK } from "../registers/books.ts";
import { PAPER_CODE_LENGTH, signAndKeep, signing } from "../results/sign-paper.ts";
import { type Act, act } from "./act.ts";
import { placeAndDay, provinceWords } from "./office-words.ts";

/**
 * The leader signs the letter that says no (văn bản từ chối): numbered in the outgoing book, with the reason that the officer gave. The slip of the desk
 * stays beside it; the letter is what somebody can complain about (Law on complaints 02/2011/QH13).
 */
export function signRefusal(context: Context, key: DossierKey, by: Act, member: StaffMember): Promise<Result<Dossier, Problem>> {
  return signing(context, member, () =>
    act(context, key, by, "sign-refusal", async (dossier, office, sql) => {
      const now = context.now();
      const issuedOn = officeDay(now);
      const year = Number(issuedOn.slice(0, 4));
      const { register, name } = OUTGOING_BOOK;
      const number = await nextNumber(sql, key.office, `register:${register}:${year}`);
      const code = readableCode(PAPER_CODE_LENGTH);
      const letter = { code, name, register, year, number, signer: member.name, issuedOn, subject: dossier.applicant.name };
      const pdf = await drawLetter(context, office, member, dossier, letter);
      const sha256 = await signAndKeep(context, office, member, pdf, name);
      await insertRegisterEntry(sql, key, { register, year, number, resultCode: code, subject: letter.subject }, now);
      return { move: "sign-refusal", result: { ...letter, sha256 } };
    }),
  );
}

function drawLetter(context: Context, office: Office, member: StaffMember, dossier: Dossier, letter: Omit<IssuedResult, "sha256">) {
  const { applicant, procedure, dossierCode, trackingCode } = dossier;
  return context.documents.render({
    template: "letter",
    at: context.now(),
    data: {
      title: `Từ chối giải quyết hồ sơ ${dossierCode ?? trackingCode}`,
      practice: office.practice,
      office: office.name,
      above: provinceWords(context, office),
      number: `${numberWords(letter)}/TC-UBND`.replace("UBND", office.kind === "police" ? "CAX" : "UBND"),
      about: `V/v từ chối giải quyết hồ sơ ${procedure.name}`,
      placeAndDay: placeAndDay(context, office, letter.issuedOn),
      addressee: `Ông/bà ${applicant.name}`,
      paragraphs: [
        `${office.name} đã nhận hồ sơ ${procedure.name} của ông/bà ngày ${formatDay(officeDay(new Date(dossier.lodgedAt)))}, mã ${dossierCode ?? trackingCode}.`,
        ...[groundsSentence(dossier.grounds)].filter(Boolean),
        `Qua xem xét, ${office.name} không giải quyết được hồ sơ này. Lý do: ${(dossier.ending ?? "").replace(/[.\s]*$/, "")}.`,
        "Ông/bà nhận lại giấy tờ đã nộp khi cần, và nộp lại khi đã đủ điều kiện.",
        "Không đồng ý với văn bản này, ông/bà có quyền khiếu nại đến người ký văn bản, hoặc khởi kiện tại Tòa án, theo Luật Khiếu nại và Luật Tố tụng hành chính.",
        `Cần hỏi thêm, xin liên hệ ${office.name}${office.phone ? `, điện thoại ${office.phone}` : ""}.`,
      ],
      copyTo: ["Như trên", "Lưu: hồ sơ"],
      qr: qrSvg(`${context.publicUrl}/xac-thuc/${letter.code}`),
      code: letter.code,
      signerTitle: member.title,
      signerName: member.name,
    },
  });
}
