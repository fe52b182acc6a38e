import type { Dossier } from "../../domain/dossier/fold.ts";
import type { Office } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";

/** "Bắc Khánh Vĩnh, ngày 23 tháng 11 năm 2026", as papers begin. `day` is YYYY-MM-DD. */
export function placeAndDay(context: Pick<Context, "lists">, office: Office, day: string): string {
  const [year, month, date] = day.split("-");
  const commune = (context.lists.communeName(office.commune) ?? office.name).replace(/^(Xã|Phường|Đặc khu) /, "");
  return `${commune}, ngày ${Number(date)} tháng ${Number(month)} năm ${year}`;
}

/** What stands at the top of every sheet about a dossier: which form of the law it is, whose, of which dossier, where and when. `day` is YYYY-MM-DD. */
export function sheetHead(context: Pick<Context, "lists">, office: Office, dossier: Dossier, { title, words }: SheetForm, day: string) {
  return {
    title,
    form: words,
    practice: office.practice,
    office: day >= "2025-07-01" ? "Trung tâm Phục vụ hành chính công" : "Bộ phận Tiếp nhận và Trả kết quả",
    above: office.name,
    number: dossier.dossierCode ?? dossier.trackingCode,
    placeAndDay: placeAndDay(context, office, day),
  };
}

interface SheetForm {
  readonly title: string;
  readonly words: string;
}

/** The province above the office, for the heading of papers. */
export function provinceWords(context: Pick<Context, "lists">, office: Office): string {
  return context.lists.provinceName(office.province) ?? "";
}
