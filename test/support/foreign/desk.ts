import assert from "node:assert/strict";
import { officeDay } from "../../../src/base/clock.ts";
import { lodgePaper } from "../../../src/operations/dossiers/lodge-paper.ts";
import { addressNotices } from "../../../src/operations/messages/address.ts";
import { sendDue } from "../../../src/operations/messages/send.ts";
import { CORRECTION } from "../correction.ts";
import type { Person } from "../person.ts";
import { CITIZEN, idOf, lodgeTheirs, OWN, TELLING_ANSWERS, TELLTALE, type TwoOffices } from "./two-offices.ts";

export const REGISTER = "so-dang-ky-khai-sinh";

/** Dossiers of the first office at every stage, and what hangs on them: an entry with its copies, a question, an intake, a saved filter, a call, a message. */
export async function theirDesk(two: TwoOffices): Promise<Record<string, string>> {
  const { hub, owners } = two;
  const { officer, leader } = owners;
  const { sql } = hub.context.database;
  const lodged = await lodgeTheirs(two);
  const twin = await lodgeTheirs(two);
  const declined = await lodgeTheirs(two);
  await act(officer, declined.id, "decline", { "words-decline": TELLTALE });
  await act(leader, declined.id, "sign-refusal");
  const signed = await lodgeTheirs(two, { answers: { ...TELLING_ANSWERS, "con.hoTen": `Bo Bo Thị ${TELLTALE} Một` } });
  await act(officer, signed.id, "accept");
  await act(officer, signed.id, "note", { "words-note": TELLTALE });
  await act(officer, signed.id, "propose");
  await act(leader, signed.id, "sign");
  const year = officeDay(new Date()).slice(0, 4);
  const entry = `/mot-cua/so/${REGISTER}/${year}/1`;
  await officer.sends(`${entry}/ban-sao`, { "nguoi-xin": TELLTALE, "so-ban": "1", "de-lam-gi": "nộp trường", key: "foreign-copies" });
  await leader.sends(`${entry}/ky`, { key: "foreign-copies-signed" });
  const [copy] = await sql<
    { code: string }[]
  >`select code from paper_codes where dossier = ${signed.id} and code not in (select result_code from result_list)`;
  const [result] = await sql<{ code: string }[]>`select result_code as code from result_list where dossier = ${signed.id}`;

  const asked = await lodgeTheirs(two);
  await act(officer, asked.id, "accept");
  const [colleague] = await sql<{ staff: string }[]>`select staff from staff where office = ${OWN} and role = 'leader'`;
  await act(officer, asked.id, "ask-opinion", {
    "hoi-ai": `nguoi:${colleague?.staff}`,
    "words-ask": TELLTALE,
    "so-ngay": "2",
    giay: "giay-chung-sinh",
  });
  await act(officer, asked.id, "request-supplement", { "words-request-supplement": TELLTALE });
  const correcting = await lodgeTheirs(two, { procedure: "1.004859", answers: CORRECTION }, ["giay-chung-minh"]);
  await act(officer, correcting.id, "accept");
  const paper = await takenInOnPaper(two);
  await officer.sends("/mot-cua/nhan-ho-so", { tim: "khai sinh", lam: "xem", "ho-ten": TELLTALE });
  await officer.sends("/mot-cua/loc", { id: crypto.randomUUID(), ten: TELLTALE, muc: "viec" });
  for (let rounds = 0; rounds < 3; rounds += 1) {
    await addressNotices(hub.context);
    await sendDue(hub.context);
  }
  return {
    "/mot-cua/:id": lodged.id,
    ...Object.fromEntries(OF_THE_SIGNED.map((route) => [`/mot-cua/:id in /mot-cua/:id/${route}`, signed.id])),
    "/mot-cua/:id in /mot-cua/:id/van-ban-tu-choi.pdf": declined.id,
    "/mot-cua/:id in /mot-cua/:id/gan-so": correcting.id,
    "/mot-cua/:id in /mot-cua/:id/bo-sung": asked.id,
    "/mot-cua/:id in /mot-cua/:id/to-khai": paper,
    "/mot-cua/:id in /mot-cua/:id/giay-hen.pdf": paper,
    "/mot-cua/:id/giong/:other": twin.id,
    "/mot-cua/hoi/:question": await idOf(hub, "question_list", "question", "asked_at"),
    "/mot-cua/nhan-ho-so/:intake": await idOf(hub, "paper_intakes", "draft", "begun_at"),
    "/mot-cua/loc/:filter": await idOf(hub, "saved_filters", "filter", "created_at"),
    "/mot-cua/so/:register/:year/:number": "1",
    "/mot-cua/so/:register/:year/:number/giay/:code": copy?.code ?? "",
    "/xac-thuc/:code": result?.code ?? "",
    "/api/v1/tracking/:code": lodged.trackingCode,
    "/ban-truc/goi/:call": await idOf(hub, "calls", "call", "opened_at"),
    "/mot-cua/tin-nhan/:delivery": await aStuckMessage(two, asked.id),
  };
}

/** What there is only once a certificate was issued. */
const OF_THE_SIGNED = ["ket-qua.pdf", "ket-qua/in", "kiem-soat.pdf", ":slip"];

/** An act on a dossier that must go well. */
export async function act(member: Person, dossier: string, move: string, fields: Record<string, string> = {}): Promise<void> {
  await member.sends(`/mot-cua/${dossier}/${move}`, { key: crypto.randomUUID(), ...fields });
  assert.equal(member.seen.status, 200, `${move}: ${/class="notice[^>]*>([\s\S]{0,300})/.exec(member.seen.text)?.[1]}`);
}

/** What came to the counter on paper, with no more typed than its heads. */
async function takenInOnPaper({ hub }: TwoOffices): Promise<string> {
  const done = await lodgePaper(
    hub.context,
    { role: "officer", id: null, name: "Bo Bo Văn Thử" },
    {
      office: OWN,
      procedure: "1.001193",
      channel: "direct",
      point: null,
      applicant: { name: CITIZEN.name },
      answers: { "con.hoTen": `Bo Bo Thị ${TELLTALE}`, "con.ngaySinh": "2026-11-01" },
      papers: [],
      outcome: { kind: "accept", because: "Đối chiếu sau" },
      actKey: crypto.randomUUID(),
    },
  );
  assert.ok(done.ok);
  return done.value.dossier;
}

/** A message that nobody could carry out: providers that fail are for test/journeys/messages. */
async function aStuckMessage({ hub }: TwoOffices, dossier: string): Promise<string> {
  const { sql } = hub.context.database;
  const delivery = crypto.randomUUID();
  await sql`
    insert into deliveries (office, delivery, cause, kind, dossier, channel, recipient, subject, body, state, error, next_try_at, made_at)
    select office, ${delivery}, cause, kind, dossier, 'zalo', '0905000199', ${TELLTALE}, ${TELLTALE}, 'stuck', 'HTTP 422', '2100-01-01', now()
    from notices where office = ${OWN} and dossier = ${dossier} limit 1`;
  return delivery;
}
