import { officeDay } from "../../base/clock.ts";
import type { Context } from "../context.ts";
import type { DeskDossier } from "./desk.ts";
import { placeAndDay } from "./office-words.ts";

/** The declaration as a paper: what was frozen when the dossier was lodged, nothing newer. */
export function drawDeclaration(context: Context, { dossier, office }: DeskDossier): Promise<Uint8Array> {
  const at = new Date(dossier.lodgedAt);
  return context.documents.render({
    template: "declaration",
    at,
    data: {
      title: dossier.declaration.title,
      practice: office.practice,
      addressee: office.name,
      sections: dossier.declaration.sections.map((section) => ({
        title: section.title,
        rows: section.rows.map((row) => ({ label: row.label, value: row.value || "—" })),
      })),
      oath: dossier.declaration.oath,
      placeAndDay: placeAndDay(context, office, officeDay(at)),
      signedHow: dossier.channel === "online" ? "(Gửi trực tuyến, đã cam đoan khi gửi)" : "(Ký, ghi rõ họ tên)",
      applicant: dossier.applicant.name,
    },
  });
}
