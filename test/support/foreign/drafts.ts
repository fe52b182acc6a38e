import assert from "node:assert/strict";
import { officeDay } from "../../../src/base/clock.ts";
import type { Context } from "../../../src/operations/context.ts";
import { openDraft } from "../../../src/operations/drafts/open-draft.ts";
import { offerToPhone } from "../../../src/operations/drafts/phone-links.ts";
import { whoIs } from "../../../src/operations/identity/session.ts";
import { insertScanJob } from "../../../src/store/records/scan-jobs.ts";
import { answerAll, photographBirthNotice } from "../birth.ts";
import type { Person } from "../person.ts";
import { act } from "./desk.ts";
import { idOf, OWN, TELLTALE, type TwoOffices } from "./two-offices.ts";

const PAPER = "giay-chung-sinh";

/** A declaration of the citizen on its way, with a photographed paper, a file half sent, a scan, and a phone that lends its camera; and one that was sent. */
export async function theirDrafts(two: TwoOffices): Promise<Record<string, string>> {
  const { hub, owners } = two;
  const { citizen, phone } = owners;
  const sent = await telling(citizen);
  const draft = await begunLike(two, sent);
  await photographBirthNotice(citizen, sent);
  await citizen.sends(`/ho-so/${sent}/gui`, {});
  citizen.sees("Đã gửi hồ sơ");
  const code = /class="code">([^<]+)</.exec(citizen.seen.text)?.[1] ?? "";
  await photographBirthNotice(citizen, draft);
  const page = await idOf(hub, "draft_pages", "page", "added_at");
  const upload = await beginUpload(hub.url, `/ho-so/${draft}/giay-to/${PAPER}/gui`, citizen.cookie);
  const token = await tokenFor(hub.context, citizen, draft);
  await phone.sends(`/dien-thoai/${token}`, {});
  phone.sees("Đã có 1 trang");
  const ofPhone = await beginUpload(hub.url, "/dien-thoai/gui", phone.cookie);
  const job = crypto.randomUUID();
  const device = await idOf(hub, "devices", "device", "added_at");
  const scan = { office: OWN, job, device, visit: null, staff: null, draft, paper: PAPER, copies: null, askedAt: new Date() };
  await insertScanJob(hub.context.database.sql, scan);
  return {
    "/ho-so/:id": draft,
    "/ho-so/:id in /ho-so/:id/da-gui": sent,
    "/ho-so/:id in /ho-so/:id/da-gui/in": sent,
    "/ho-so/:id in /ho-so/:id/da-gui/bac-thang": sent,
    ...(await inItsGalley(two, code)),
    "/ho-so/:id/tep/:upload": upload,
    "/ho-so/:id/trang/:page": page,
    "/ho-so/:id/giay-to/:paper/quet/:job": job,
    "/dien-thoai/:token": token,
    "/dien-thoai/tep/:upload": ofPhone,
  };
}

/** What was sent is accepted, and its certificate waits for the citizen's word. */
async function inItsGalley({ hub, owners: { officer } }: TwoOffices, code: string): Promise<Record<string, string>> {
  const [row] = await hub.context.database.sql<{ dossier: string }[]>`select dossier from dossiers where tracking_code = ${code}`;
  const dossier = row?.dossier ?? "";
  await act(officer, dossier, "accept");
  await act(officer, dossier, "send-galley");
  return {
    "/tra-cuu/:code": code,
    "/mot-cua/:id in /mot-cua/:id/ban-nhap.pdf": dossier,
    "/mot-cua/:id in /mot-cua/:id/giay-to/:paper/:page": dossier,
  };
}

/** Another declaration of the citizen with the same answers. */
async function begunLike({ hub, owners: { citizen } }: TwoOffices, other: string): Promise<string> {
  await citizen.sends("/thu-tuc/1.001193", {});
  const draft = /\/ho-so\/([0-9a-f-]{36})/.exec(citizen.seen.url)?.[1] ?? "";
  await hub.context.database.sql`update drafts set answers = (select answers from drafts where draft = ${other}) where draft = ${draft}`;
  return draft;
}

async function telling(citizen: Person): Promise<string> {
  const draft = await answerAll(citizen);
  await citizen.sends(`/ho-so/${draft}/cau/ten-be`, { "con.hoTen": `Bo Bo Thị ${TELLTALE}` });
  await citizen.sends(`/ho-so/${draft}/cau/ten-me`, { "me.hoTen": `Cao Thị ${TELLTALE}`, "me.ngaySinh": "15/8/1990" });
  await citizen.sends(`/ho-so/${draft}/cau/ngay-sinh-be`, { "con.ngaySinh": officeDay(new Date()) });
  return draft;
}

/** The token of the code on the counter's screen. */
async function tokenFor(context: Context, citizen: Person, draft: string): Promise<string> {
  const open = await openDraft(context, await whoIs(context, /loc_vung=([^;]+)/.exec(citizen.cookie)?.[1]), draft);
  assert.ok(open.ok);
  const token = await offerToPhone(context, open.value, PAPER);
  assert.ok(token.ok);
  return token.value;
}

/** Answers the id of a file that was announced and has not come. */
async function beginUpload(url: string, path: string, cookie: string): Promise<string> {
  const reply = await fetch(new URL(path, url), { method: "POST", headers: { cookie, origin: url, "upload-length": "1000" } });
  return reply.headers.get("location")?.split("/").at(-1) ?? "";
}
