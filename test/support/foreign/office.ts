import { formTo } from "../form-on-page.ts";
import { idOf, OWN, TELLTALE, type TwoOffices } from "./two-offices.ts";

export const BIRTH = "/quan-tri/thu-tuc/1.001193";

/** What the admin of the first office set up: its days, keys, shifts, links, a version of a procedure to come; and the figures that its people follow. */
export async function theirOffice({ hub, owners: { admin, leader } }: TwoOffices): Promise<Record<string, string>> {
  const { sql } = hub.context.database;
  await admin.sends("/quan-tri/gio-lam-viec", { ngay: "15/12/2026", loai: "closed", "vi-sao": TELLTALE });
  await admin.sends("/quan-tri/diem/loc-vung/nghi", { "ngay-nghi": "16/12/2026", "vi-sao": TELLTALE });
  await admin.sends("/quan-tri/diem/loc-vung/dich-vu", { ten: TELLTALE, loi: TELLTALE, "dia-chi": "https://vidu.vn/", viec: "other" });
  const [link] = await sql<{ link: string }[]>`select link from launch_links where office = ${OWN} order by position desc limit 1`;
  const [shift] = await sql<{ shift: string }[]>`select shift from shifts where office = ${OWN} limit 1`;
  const [key] = await sql<{ key: string }[]>`select key from signing_keys where office = ${OWN} limit 1`;
  await publishedFor("31/12/2099", admin);
  await leader.sends("/thong-ke/muc-tieu", { unit: "22615", measure: "online-rate", percent: "50", from: "2026-11-01", to: "2026-12-31" });
  await leader.sends("/thong-ke/bao-cao-qua-thu", { "bao-cao": "hop-giao-ban", ky: "month", "thu-dien-tu": "lo.tay@vidu.vn" });
  const token = /\/xac-nhan\/([\w-]+)/.exec(leader.seen.text)?.[1] ?? "";
  return {
    "/quan-tri/gio-lam-viec/:day": "2026-12-15",
    "/quan-tri/chu-ky/:key": key?.key ?? "",
    "/quan-tri/diem/:point": "loc-vung",
    "/quan-tri/diem/:point/nghi/:day": "2026-12-16",
    "/quan-tri/diem/:point/lich/:shift": shift?.shift ?? "",
    "/quan-tri/diem/:point/dich-vu/:link": link?.link ?? "",
    "/dich-vu/:link": link?.link ?? "",
    "/quan-tri/thu-tuc/:code/lich-su/:version": await idOf(hub, "procedure_versions", "version", "published_at"),
    "/thong-ke/muc-tieu/:target": await idOf(hub, "targets", "target", "set_at"),
    "/thong-ke/bao-cao-qua-thu/:subscription": await idOf(hub, "report_subscriptions", "subscription", "asked_at"),
    "/thong-ke/bao-cao-qua-thu/xac-nhan/:token": token,
  };
}

/** A version of the birth registration that begins on that day, for all offices; and an edit after it, which nobody else is to see yet. */
async function publishedFor(day: string, admin: TwoOffices["owners"]["admin"]): Promise<void> {
  const deadline = `${BIRTH}/phan/thoi-han`;
  await admin.goes(deadline);
  await admin.sends(deadline, { ...formTo(admin, deadline), "deadline.note": "Lời cho mọi cơ quan." });
  await admin.goes(`${BIRTH}/ap-dung`);
  await admin.sends(`${BIRTH}/ap-dung`, { ...formTo(admin, `${BIRTH}/ap-dung`), ngay: day });
  await admin.goes(deadline);
  await admin.sends(deadline, { ...formTo(admin, deadline), "deadline.note": `Lời của ${TELLTALE}.` });
}
