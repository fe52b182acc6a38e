import { officeDay } from "../../../src/base/clock.ts";
import { insertPrintJob } from "../../../src/store/records/print-jobs.ts";
import { insertScanJob } from "../../../src/store/records/scan-jobs.ts";
import { formTo } from "../form-on-page.ts";
import { idOf, OWN, TELLTALE, type TwoOffices } from "./two-offices.ts";

/** A stroke of a finger, long enough to be a signature. */
export const SIGNATURE = `M10 10${Array.from({ length: 20 }, (_, index) => `L${10 + index * 5} ${20 + (index % 5) * 7}`).join("")}`;

const ROSTER = "/ban-truc/lich";

/** At the first office's point: a machine and one that is out of order, a visit with a mandate, visits noted on paper, what is printed and copied, leave, a swap, an address for calendars. */
export async function theirPoint({ hub, owners: { helper, officer } }: TwoOffices): Promise<Record<string, string>> {
  const { sql } = hub.context.database;
  await helper.sends("/ban-truc/thiet-bi", { loai: "printer", "dia-chi": "ipp://127.0.0.1:9/ipp", ten: `Máy in ${TELLTALE}` });
  const device = await idOf(hub, "devices", "device", "added_at");
  await helper.sends("/ban-truc/su-co", { loai: "power", note: TELLTALE });
  const outage = await idOf(hub, "outages", "outage", "began_at");
  await helper.sends("/ban-truc/luot", { purpose: "guided" });
  const visit = await idOf(hub, "visits", "visit", "opened_at");
  await helper.sends(`/ban-truc/luot/${visit}`, { purpose: "guided", ten: `Cao Thị ${TELLTALE}` });
  const mandate = `/ban-truc/luot/${visit}/uy-quyen`;
  await helper.sends(mandate, { ten: `Cao Thị ${TELLTALE}` });
  await helper.sends(mandate, {
    ...formTo(helper, mandate),
    ten: `Cao Thị ${TELLTALE}`,
    text: helper.hidden("text"),
    "dong-y": "yes",
    "chu-ky": SIGNATURE,
  });
  helper.sees("Đang làm thay bà con");

  await helper.sends("/ban-truc/ghi-bu/khong-co-ai", { ngay: officeDay(new Date()), key: crypto.randomUUID() });
  const sheet = await idOf(hub, "late_sheets", "sheet", "recorded_at");
  const [printed, copied] = [crypto.randomUUID(), crypto.randomUUID()];
  const job = { office: OWN, device, visit, staff: null, askedAt: new Date() };
  await insertPrintJob(sql, { ...job, job: printed, what: "Phiếu quay lại", copies: 1 });
  await insertScanJob(sql, { ...job, job: copied, draft: null, paper: null, copies: 2 });

  await helper.sends(`${ROSTER}/nghi`, { tu: "15/1/2027", loi: TELLTALE });
  const leave = await idOf(hub, "leaves", "leave", "said_at");
  await helper.goes(ROSTER);
  const [other] = await sql<{ staff: string }[]>`select staff from staff where office = ${OWN} and username = 'canbo'`;
  await helper.sends(`${ROSTER}/doi`, { ...formTo(helper, `${ROSTER}/doi`), voi: other?.staff ?? "", "loi-doi": TELLTALE });
  const swap = await idOf(hub, "shift_swaps", "swap", "asked_at");
  await officer.sends(`${ROSTER}/dia-chi`, { diem: "loc-vung", "cua-ai": "diem" });
  const feed = await idOf(hub, "roster_feeds", "feed", "made_at");
  const file = /\/lich\/([^"/]+\.ics)/.exec(officer.seen.text)?.[1] ?? "";
  return {
    "/ban-truc/thiet-bi/:device": device,
    "/ban-truc/su-co/:outage": outage,
    "/ban-truc/luot/:id": visit,
    "/ban-truc/ghi-bu/:sheet": sheet,
    "/in/:job": printed,
    "/sao-chup/:job": copied,
    "/ban-truc/lich/nghi/:id": leave,
    "/ban-truc/lich/doi/:id": swap,
    "/ban-truc/lich/dia-chi/:id": feed,
    "/lich/:file": file,
  };
}
