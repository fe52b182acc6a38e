import assert from "node:assert/strict";
import { officeDay } from "../../src/base/clock.ts";
import { lodgePaper } from "../../src/operations/dossiers/lodge-paper.ts";
import { printSlip } from "../../src/operations/drafts/slip.ts";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { addressNotices } from "../../src/operations/messages/address.ts";
import { sendDue } from "../../src/operations/messages/send.ts";
import { PRACTICE_CITIZEN, PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { readDraft } from "../../src/store/records/drafts.ts";
import { insertOffice, listOffices } from "../../src/store/records/offices.ts";
import { aSubmission, PARTNER_ANSWERS, submit } from "./api.ts";
import { answerAll, photographBirthNotice } from "./birth.ts";
import { CORRECTION } from "./correction.ts";
import type { TestHub } from "./hub.ts";
import { Person } from "./person.ts";

const OFFICE = "bac-khanh-vinh";
const POLICE = "cong-an-bac-khanh-vinh";
const NEIGHBOUR = "xa-mau";
const CLERK = { role: "officer", id: null, name: "Bo Bo Văn Thử" } as const;

/** A hub in which every page of the desk, of the admin and of the citizen has something to show; by name, the ids that addresses need. */
export interface Everything {
  readonly ids: Readonly<Record<EverythingId, string>>;
  /** The citizen whose galley waits, in the session that proved the slip. */
  readonly citizen: Person;
  /** Somebody signed in to their account, who wants their letters elsewhere. */
  readonly owner: Person;
  /** Somebody who has answered every question of `draft` and not sent it. */
  readonly waiting: Person;
}

export type EverythingId =
  | "asked"
  | "twin"
  | "twinOf"
  | "owing"
  | "galley"
  | "gone"
  | "signed"
  | "correcting"
  | "tracking"
  | "question"
  | "call"
  | "intake"
  | "key"
  | "draft"
  | "request"
  | "visit";

export async function prepareEverything(hub: TestHub): Promise<Everything> {
  const { sql } = hub.context.database;
  const token = await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
  const [own] = await listOffices(sql);
  assert.ok(own);
  await insertOffice(sql, { ...own, office: NEIGHBOUR, name: "UBND xã Mẫu", commune: "22621", identifier: "000.15.24.H32" }, new Date());
  const [officer, leader] = await Promise.all(["canbo", "lanhdao"].map((name) => signedIn(hub, name)));
  assert.ok(officer && leader);

  const lodged = async (change: object = {}, papers: readonly string[] = ["giay-chung-sinh"]) =>
    ((await (await submit(hub.url, token, aSubmission(600, papers), change)).json()) as { id: string }).id;
  const move = async (member: Person, dossier: string, name: string, more: Record<string, string> = {}) => {
    await member.sends(`/mot-cua/${dossier}/${name}`, { key: crypto.randomUUID(), ...more });
    assert.equal(member.seen.status, 200, `${name}: ${/class="notice[^>]*>([^<]*)/.exec(member.seen.text)?.[1]}`);
  };

  const asked = await lodged();
  await move(officer, asked, "accept");
  await move(officer, asked, "note", { "words-note": "Đã gọi điện cho người nộp" });
  const question = { "hoi-ai": `noi:${POLICE}`, "words-ask": "Cha bé có cư trú ở xã không?", "so-ngay": "2", phan: "Người cha" };
  await move(officer, asked, "ask-opinion", question);

  const gone = await lodged();
  await move(officer, gone, "accept");
  await move(officer, gone, "transfer", { "chuyen-den": NEIGHBOUR, "words-transfer": "Mẹ bé cư trú ở xã Mẫu" });

  const signed = await lodged({ answers: { ...PARTNER_ANSWERS, "con.hoTen": "Cao Thị Mẫu Một" } });
  for (const [member, name] of [
    [officer, "accept"],
    [officer, "propose"],
    [leader, "sign"],
  ] as const)
    await move(member, signed, name);
  const entry = `/mot-cua/so/so-dang-ky-khai-sinh/${officeDay(new Date()).slice(0, 4)}/1`;
  await officer.sends(`${entry}/ban-sao`, { "nguoi-xin": "Cao Thị Mẫu", "so-ban": "2", "de-lam-gi": "nộp trường", key: "copies" });
  await leader.sends(`${entry}/ky`, { key: "copies-signed" });

  const correcting = await lodged({ procedure: "1.004859", answers: CORRECTION }, ["giay-chung-minh"]);
  await move(officer, correcting, "accept");

  const owing = await lodged();
  await move(officer, owing, "request-supplement", { giay: "giay-chung-sinh", "words-request-supplement": "Mang bản chính đến quầy" });

  const [twinOf, twin] = [await twinLodged(hub, "Bo Bo Thị Hòa"), await twinLodged(hub, "Bo Bo Thị Hoà")];

  await officer.sends("/mot-cua/nhan-ho-so", { tim: "khai sinh", lam: "xem" });
  const intake = uuidIn(/nhan-ho-so\/([0-9a-f-]{36})/, officer.seen.url + officer.seen.text);
  const filter = { id: crypto.randomUUID(), ten: "Chưa ai nhận, trực tuyến", muc: "viec", kenh: "online" };
  await officer.sends("/mot-cua/loc", filter);

  const { citizen, galley, tracking, secret } = await galleySent(hub, officer);
  const { owner, request, visit } = await ownData(hub, citizen, tracking, secret);
  for (let waiting = 0; waiting < 1; waiting += 1) await lodged();
  await addressNotices(hub.context);
  await sendDue(hub.context);
  const [call] = await sql<{ id: string }[]>`select call as id from calls where dossier = ${galley} and closed_at is null limit 1`;
  const [first] = await sql<{ id: string }[]>`select question as id from question_list limit 1`;

  const waiting = new Person(hub.url, "10.1.0.2");
  const draft = await answerAll(waiting);
  await leader.sends("/thong-ke/muc-tieu", TARGET);

  const ids = { asked, twin, twinOf, owing, galley, gone, signed, correcting, tracking, intake, draft, request, visit };
  const [key] = await sql<{ id: string }[]>`select key as id from signing_keys where office = ${OFFICE}`;
  return { ids: { ...ids, question: first?.id ?? "", call: call?.id ?? "", key: key?.id ?? "" }, citizen, owner, waiting };
}

async function signedIn(hub: TestHub, ten: string): Promise<Person> {
  const person = new Person(hub.url);
  await person.sends("/dang-nhap", { ten, secret: PRACTICE_SECRET });
  return person;
}

/** A birth that was sent from home and whose certificate waits for the citizen's word. */
async function galleySent(hub: TestHub, officer: Person): Promise<{ citizen: Person; galley: string; tracking: string; secret: string }> {
  const { sql } = hub.context.database;
  const citizen = new Person(hub.url, "10.1.0.1");
  const draft = await answerAll(citizen);
  await photographBirthNotice(citizen, draft);
  const stored = await readDraft(sql, draft);
  assert.ok(stored);
  const { secret } = await printSlip(hub.context, stored);
  await citizen.sends(`/ho-so/${draft}/gui`, {});
  const tracking = /class="code">([^<]+)</.exec(citizen.seen.text)?.[1] ?? "";
  const [row] = await sql<{ dossier: string }[]>`select dossier from dossiers where tracking_code = ${tracking}`;
  const galley = row?.dossier ?? "";
  for (const name of ["accept", "send-galley"]) await officer.sends(`/mot-cua/${galley}/${name}`, { key: crypto.randomUUID() });
  officer.sees("Bản nháp đang chờ bà con xem");
  await citizen.sends(`/tra-cuu/${tracking}/ban-nhap/mo`, { "so-ban-nhap": secret });
  return { citizen, galley, tracking, secret };
}

/** What somebody sees of their own data: consents, a request that waits; another with an account; a visit in which a helper writes a request down. */
async function ownData(hub: TestHub, citizen: Person, ma: string, so: string) {
  const { sql } = hub.context.database;
  const [row] = await sql<{ dossier: string }[]>`select dossier from dossiers where tracking_code = ${ma}`;
  const text = hub.context.consents.find(({ purpose }) => purpose === "copy")?.text ?? "";
  await citizen.sends("/du-lieu", { ma, so });
  await citizen.sends("/du-lieu/dong-y", { purpose: "copy", dossier: row?.dossier ?? "", text, "dong-y": "yes", whom: "self" });
  const asked = { kind: "correct", words: "Sai chữ trong tên", dossier: row?.dossier ?? "", key: crypto.randomUUID() };
  await citizen.sends("/du-lieu/yeu-cau", asked);
  const [request] = await sql<{ id: string }[]>`select request as id from personal_requests limit 1`;
  const owner = new Person(hub.url, "10.1.0.3");
  await owner.sends("/tai-khoan", { so: PRACTICE_CITIZEN.identityNumber, secret: PRACTICE_SECRET });
  await owner.sends("/tai-khoan/lien-lac", {
    loai: "email",
    email: "mau@vidu.vn",
    "mat-khau-email": PRACTICE_SECRET,
    key: crypto.randomUUID(),
  });
  const helper = await signedIn(hub, "truc");
  await helper.sends("/ban-truc/luot", { purpose: "other" });
  const [visit] = await sql<{ id: string }[]>`select visit as id from visits where opened_by = 'helper' limit 1`;
  return { owner, request: request?.id ?? assert.fail("a request"), visit: visit?.id ?? assert.fail("a visit") };
}

async function twinLodged(hub: TestHub, child: string): Promise<string> {
  const done = await lodgePaper(hub.context, CLERK, {
    office: OFFICE,
    procedure: "1.001193",
    channel: "direct",
    point: null,
    applicant: { name: "Cao Thị Mẫu" },
    answers: {
      loaiKhaiSinh: "du-cha-me",
      chungSinh: "co",
      "con.hoTen": child,
      "con.ngaySinh": "2026-11-01",
      "con.gioiTinh": "nu",
      "me.hoTen": "Cao Thị Mẫu",
      "cha.hoTen": "Bo Bo Văn Thử",
    },
    papers: [],
    outcome: { kind: "accept", because: "Đối chiếu sau" },
    actKey: crypto.randomUUID(),
  });
  assert.ok(done.ok, done.ok ? "" : done.reason.sentence);
  return done.value.dossier;
}

const TARGET = { unit: "22615", measure: "on-time-rate", percent: "95", from: "2026-11-01", to: "2026-12-31" };

function uuidIn(pattern: RegExp, text: string): string {
  return pattern.exec(text)?.[1] ?? assert.fail(`an id after ${pattern}`);
}
