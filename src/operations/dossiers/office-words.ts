import type { Office } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";

/** "Bắc Khánh Vĩnh, ngày 23 tháng 11 năm 2026", as papers begin. `day` is YYYY-MM-DD. */
export function placeAndDay(context: Pick<Context, "lists">, office: Office, day: string): string {
  const [year, month, date] = day.split("-");
  const commune = (context.lists.communeName(office.commune) ?? office.name).replace(/^(Xã|Phường|Đặc khu) /, "");
  return `${commune}, ngày ${Number(date)} tháng ${Number(month)} năm ${year}`;
}

/** The province above the office, for the heading of papers. */
export function provinceWords(context: Pick<Context, "lists">, office: Office): string {
  return context.lists.provinceName(office.province) ?? "";
}
