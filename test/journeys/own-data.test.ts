import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { officeDay } from "../../src/base/clock.ts";
import { writePrinterAddress } from "../../src/devices/printer/printer-address.ts";
import { addressNotices } from "../../src/operations/messages/address.ts";
import { sendDue } from "../../src/operations/messages/send.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { type SimulatedPrinter, startSimulatedPrinter } from "../support/ipp-printer.ts";
import { type KeptPeople, keptPeople, type SentDossier } from "../support/kept-people.ts";
import { type MailServer, openMailServer, openWebhookServer, type WebhookServer } from "../support/message-servers.ts";
import type { Person } from "../support/person.ts";
import { unzip } from "../support/unzip.ts";

const PHONE = "0905000123";
const YEAR = officeDay(new Date()).slice(0, 4);
const BIRTHS = `/mot-cua/so/so-dang-ky-khai-sinh/${YEAR}`;

describe("a person sees", () => {
  let hub: TestHub;
  let provider: WebhookServer;
  let mail: MailServer;
  let printer: SimulatedPrinter;
  let kept: KeptPeople;
  let officer: Person;
  let leader: Person;
  let helper: Person;
  before(async () => {
    [provider, mail, printer] = await Promise.all([
      openWebhookServer(),
      openMailServer(),
      startSimulatedPrinter({ formats: ["application/pdf"] }),
    ]);
    const email = { url: mail.url, from: "UBND xã Thử <motcua@xa.vidu.vn>" };
    hub = await openHub({ messages: { email, sms: { url: provider.url, secret: "bí mật", accents: false }, zalo: null } });
    kept = await keptPeople(hub);
    [officer, leader, helper] = await Promise.all([kept.signIn("canbo"), kept.signIn("lanhdao"), kept.signIn("truc")]);
    const admin = await kept.signIn("quantri");
    for (const channel of ["sms", "email"]) await admin.sends(`/mot-cua/tin-nhan/kenh/${channel}`, { on: "yes" });
    await helper.sends("/ban-truc/thiet-bi", { "dia-chi": writePrinterAddress(printer.address), ten: "Máy in bàn trực" });
  });
  after(async () => {
    await hub.end();
    await Promise.all([provider.close(), mail.close(), printer.close()]);
  });

  const move = (member: Person, { dossier }: SentDossier, name: string, more: Record<string, string> = {}) =>
    member.sends(`/mot-cua/${dossier}/${name}`, { key: crypto.randomUUID(), ...more });
  const withPhone = () => kept.sent({ applicant: { name: "Bo Bo Văn Thử", identityNumber: "056085004321", phone: PHONE } });
  /** The officer has the consent on paper in front of them. */
  const agreesOnPaper = ({ code }: SentDossier) =>
    officer.sends("/mot-cua/du-lieu/dong-y", { "ma-giay": code, purpose: "messages", whom: "self", "da-xem": "yes" });
  /** The program's own schedule may be at it in the same moment: what it holds then is waited for. */
  async function post(): Promise<void> {
    for (let round = 0; round < 40; round += 1) {
      await addressNotices(hub.context);
      await sendDue(hub.context);
      const [busy] = await kept.sql()<{ count: number }[]>`select
        (select count(*) from deliveries where state = 'sending') + (select count(*) from notices where addressed_at is null) as count`;
      if (busy?.count === 0) return;
      await sleep(50);
    }
  }
  async function looksOf(one: SentDossier): Promise<string> {
    const person = await kept.proven(one);
    return /Ai đã xem, đã in<\/summary>([\s\S]*?)<\/details>/.exec(person.seen.text)?.[1] ?? "";
  }

  it("who printed and opened which of their papers, by title; the office reads the same by name", async () => {
    const one = await kept.sent();
    await move(officer, one, "accept");
    await move(officer, one, "propose");
    await move(leader, one, "sign");
    for (const file of ["giay-to/giay-chung-sinh.pdf", "to-khai.pdf", "kiem-soat.pdf", "phieu-2.pdf", "ket-qua.pdf", "ket-qua.pdf"]) {
      await officer.goes(`/mot-cua/${one.dossier}/${file}`);
      assert.equal(officer.seen.headers.get("content-type"), "application/pdf", file);
    }
    await officer.goes(`${BIRTHS}/trang.pdf`);
    await officer.sends(BIRTHS, { tim: "Bo Bo Thi Mau" });
    officer.sees("Bo Bo Thị Mẫu");
    await helper.sends(`/mot-cua/${one.dossier}/ket-qua/in`, {});
    helper.sees("Giấy khai sinh");
    const looks = await looksOf(one);
    for (const words of [
      "Công chức tư pháp - hộ tịch xem giấy tờ: Giấy chứng sinh",
      "mở bản in tờ khai",
      "mở bản in phiếu kiểm soát quá trình giải quyết",
      "mở bản in phiếu: Giấy tiếp nhận và hẹn trả",
      "mở bản in kết quả: Giấy khai sinh, 2 lần",
      "mở bản in trang sổ có việc này",
      "thấy hồ sơ khi tìm kiếm trong sổ",
      "Người trực điểm hỗ trợ in kết quả: Giấy khai sinh",
    ])
      assert.ok(looks.includes(words), `${words} in ${looks}`);
    assert.ok(!looks.includes("Bo Bo Văn Thử") && !looks.includes("Mấu Thị Trực Thử"), "no names of those at work");
    await officer.goes(`/mot-cua/${one.dossier}`);
    officer.sees("Mấu Thị Trực Thử, Người trực điểm hỗ trợ, in kết quả: Giấy khai sinh");
    const print = await kept.sql()`select 1 from access_log where dossier = ${one.dossier} and what = 'print:result' and staff is not null`;
    assert.equal(print.length, 1);
  });

  it("who found them by a search, and why; who took them along in a list; and nobody else is named there", async () => {
    const [found, other] = [await kept.sent(), await kept.sent()];
    await officer.sends("/mot-cua/tim", { tim: other.code, "vi-sao": "asked" });
    await officer.sends("/mot-cua/tim", { tim: found.code, "vi-sao": "complaint" });
    officer.sees(found.code);
    const days = `tu=${officeDay(new Date())}&den=${officeDay(new Date())}`;
    await leader.goes(`/thong-ke/phia-sau?${days}&so=received`);
    await leader.goes(`/thong-ke/phia-sau.csv?${days}&so=received`);
    assert.match(leader.seen.text, new RegExp(found.code));
    await officer.goes(`/mot-cua/so/theo-doi.pdf`);
    assert.equal(officer.seen.headers.get("content-type"), "application/pdf");
    const looks = await looksOf(found);
    for (const words of [
      "thấy hồ sơ khi tìm kiếm, lý do: Trả lời khiếu nại, phản ánh",
      "Chủ tịch xem danh sách số liệu có hồ sơ này",
      "Chủ tịch tải danh sách có hồ sơ này",
      "Công chức tư pháp - hộ tịch mở bản in sổ theo dõi hồ sơ có hồ sơ này",
    ])
      assert.ok(looks.includes(words), `${words} in ${looks}`);
    assert.ok(!looks.includes("Người nộp hỏi tại quầy"), "the other search did not show this dossier");
    const inLog = await kept.sql()<{ what: string }[]>`
      select distinct what from access_log where dossier = ${found.dossier} and staff is not null order by what`;
    assert.deepEqual(
      inLog.map(({ what }) => what),
      ["export", "pdf:dossier-book", "search:complaint", "statistics"],
    );
  });

  it("that nothing goes out once they took their consent back: what waits is held, the point calls, sending again is stopped too", async () => {
    const one = await withPhone();
    await agreesOnPaper(one);
    await move(officer, one, "accept");
    await post();
    provider.answer = 503;
    await move(officer, one, "request-supplement", { "words-request-supplement": "Chụp lại" });
    await post();
    const stateOf = async () =>
      (
        await kept.sql()<{ delivery: string; state: string; error: string }[]>`
        select delivery, state, error from deliveries where dossier = ${one.dossier} and kind = 'supplement'`
      )[0];
    assert.equal((await stateOf())?.state, "waiting");
    const [consent] = await kept.sql()<{ consent: string }[]>`select consent from consents where dossier = ${one.dossier}`;
    const person = await kept.proven(one);
    await person.sends(`/du-lieu/dong-y/${consent?.consent}/rut`, {});
    provider.answer = 200;
    assert.deepEqual([(await stateOf())?.state, (await stateOf())?.error], ["stuck", "Bà con đã rút lời đồng ý nhận tin"]);
    const before = provider.received.length;
    await officer.sends(`/mot-cua/tin-nhan/${(await stateOf())?.delivery}/gui-lai`, {});
    await post();
    assert.deepEqual([(await stateOf())?.state, provider.received.length], ["stuck", before]);
    await helper.goes("/ban-truc/goi");
    const calls = await kept.sql()`select 1 from calls where dossier = ${one.dossier} and kind = 'supplement' and closed_at is null`;
    assert.equal(calls.length, 1);
  });

  it("on the receipt by which way news comes: printed the same again, whatever they say afterwards", async () => {
    const one = await withPhone();
    await agreesOnPaper(one);
    await move(officer, one, "accept");
    const person = await kept.proven(one);
    const receipt = async () => {
      await person.goes(`/tra-cuu/${one.code}/phieu.pdf`);
      assert.equal(person.seen.headers.get("content-type"), "application/pdf");
      return Buffer.from(person.seen.bytes);
    };
    const first = await receipt();
    const said = await kept.sql()<{ words: string }[]>`select words from slip_news where dossier = ${one.dossier}`;
    assert.deepEqual(
      said.map(({ words }) => words),
      ["Tin nhắn SMS đến 09••••••23. Lúc nào cũng xem được bằng mã tra cứu."],
    );
    await person.sends(`/tra-cuu/${one.code}/tin`, { "khong-nhan": "yes", "thu-dien-tu": "" });
    assert.ok((await receipt()).equals(first));
    const [quiet, silent] = [await withPhone(), await kept.sent()];
    for (const each of [quiet, silent]) await move(officer, each, "accept");
    const words = async ({ dossier }: SentDossier) =>
      (await kept.sql()<{ words: string }[]>`select words from slip_news where dossier = ${dossier}`)[0]?.words ?? "";
    assert.match(await words(quiet), /^Không nhắn tin.*điểm hỗ trợ gọi 09••••••23\.$/);
    assert.match(await words(silent), /^Không nhắn tin.*trưởng thôn báo\.$/);
  });

  it("their account's address and number change only by a code that went there, with the password; the old one is told", async () => {
    const citizen = kept.somebody();
    const secret = "mot-cau-de-nho";
    const made = { name: "Tro Thị Thí Dụ", identityNumber: "056190004321", secret, birthDate: "15/8/1990" };
    await citizen.sends("/tai-khoan/moi", { ...made, phone: "0905000111", "thu-dien-tu": "cu@vidu.vn" });
    const here = "/tai-khoan/lien-lac";
    const asks = (what: "email" | "phone", to: string, more: Record<string, string> = {}) =>
      citizen.sends(here, { loai: what, [what]: to, [`mat-khau-${what}`]: secret, key: crypto.randomUUID(), ...more });
    const proves = (what: "email" | "phone", ma: string) => citizen.sends(`${here}/ma`, { loai: what, ma });
    const stored = async () =>
      (
        await kept.sql()<{ phone: string; email: string | null }[]>`
        select phone, email from accounts left join account_emails using (account) where identity_number = ${made.identityNumber}`
      )[0];
    const letters = (to: string) => mail.letters.filter((letter) => letter.to.includes(to)).map(({ text }) => text);
    const codeIn = (text: string | undefined) => /(?:Mã|Ma) (\d{6})/.exec(text ?? "")?.[1] ?? "";

    await asks("email", "moi@vidu.vn", { "mat-khau-email": "sai" });
    assert.equal(citizen.seen.status, 422);
    citizen.sees("Mật khẩu chưa đúng");
    citizen.sees("moi@vidu.vn");
    await asks("email", "moi@@vidu");
    assert.equal(citizen.seen.status, 422);
    citizen.sees("Thư điện tử có dạng");
    const key = crypto.randomUUID();
    for (let click = 0; click < 2; click += 1) await asks("email", "Moi@vidu.vn", { key });
    citizen.sees("Đã gửi mã đến m•••@vidu.vn");
    await post();
    assert.equal(letters("moi@vidu.vn").length, 1, "a second click sends no second code");
    const code = codeIn(letters("moi@vidu.vn")[0]);
    await proves("email", code === "000000" ? "000001" : "000000");
    assert.equal(citizen.seen.status, 403);
    await proves("phone", code);
    assert.equal(citizen.seen.status, 403, "the code of an address proves no number");
    assert.equal((await stored())?.email, "cu@vidu.vn", "nothing changes before");
    await proves("email", `${code.slice(0, 3)} ${code.slice(3)}`);
    citizen.sees("Đang dùng: moi@vidu.vn");
    assert.equal((await stored())?.email, "moi@vidu.vn");
    await post();
    assert.match(letters("cu@vidu.vn")[0] ?? "", /nay dùng m•••@vidu\.vn[\s\S]*Không phải bà con đổi thì xin báo/);
    await proves("email", code);
    assert.equal(citizen.seen.status, 403, "a code is good once");

    await asks("phone", "0905000222");
    await post();
    const texts = (to: string) =>
      provider.received.map(({ body }) => JSON.parse(body) as { to: string; text: string }).filter((one) => one.to === to);
    await proves("phone", codeIn(texts("+84905000222")[0]?.text));
    assert.equal((await stored())?.phone, "0905000222");
    await post();
    assert.match(texts("+84905000111")[0]?.text ?? "", /nay dung 09\*{6}22 thay cho noi nay/);
    await asks("phone", "02583123456");
    assert.equal(citizen.seen.status, 409, "a landline shows no code");
    await asks("email", "");
    citizen.sees("Chưa có.");
    await post();
    assert.match(letters("moi@vidu.vn")[1] ?? "", /không còn dùng nơi này/);

    const office = async (practice: boolean) => kept.sql()`update offices set practice = ${practice} where office = 'bac-khanh-vinh'`;
    await office(false);
    await officer.goes("/mot-cua/tin-nhan");
    officer.sees("Mã đổi nơi nhận tin");
    officer.seesNot(code);
    await office(true);
    const stranger = kept.somebody();
    await stranger.sends(here, { loai: "email", email: "toi@vidu.vn", "mat-khau-email": secret });
    assert.equal(stranger.seen.url, "/tai-khoan");
  });

  it("every message and call about their dossiers, with its words and what became of it; the copy holds them too", async () => {
    const one = await withPhone();
    await agreesOnPaper(one);
    await move(officer, one, "accept");
    await move(officer, one, "request-supplement", { "words-request-supplement": "Chụp lại giấy chứng sinh" });
    await post();
    const quiet = await kept.sent();
    await move(officer, quiet, "accept");
    await move(officer, quiet, "request-supplement", { "words-request-supplement": "Chụp lại" });
    await post();
    const [call] = await kept.sql()<{ call: string }[]>`select call from calls where dossier = ${quiet.dossier} and closed_at is null`;
    await helper.sends(`/ban-truc/goi/${call?.call}`, { outcome: "village-head", words: "Trưởng thôn nhận lời" });

    const told = await kept.proven(one);
    told.sees("Cần bổ sung: Tin nhắn SMS đến 09••••••23, đã gửi");
    told.sees("can bo sung");
    told.seesNot(PHONE);
    const called = await kept.proven(quiet);
    called.sees("Người trực điểm hỗ trợ gọi điện, nhờ trưởng thôn báo");
    called.sees("Trưởng thôn nhận lời");
    called.seesNot("Mấu Thị Trực Thử");
    called.seesNot("09••••••23");

    await told.sends("/du-lieu/ban-sao", {});
    const files = unzip(told.seen.bytes);
    const json = files.get("du-lieu.json")?.toString() ?? "";
    const data = JSON.parse(json) as { messages: Record<string, unknown>[]; calls: unknown[] };
    const supplement = data.messages.find(({ kind }) => kind === "supplement");
    assert.deepEqual(
      [supplement?.trackingCode, supplement?.channel, supplement?.to, supplement?.state, typeof supplement?.sentAt],
      [one.code, "sms", PHONE, "sent", "string"],
    );
    assert.match(String(supplement?.text), /can bo sung/);
    assert.match(files.get("doc-duoc.html")?.toString() ?? "", /Tin nhắn SMS đến 0905000123, đã gửi/);
    await called.sends("/du-lieu/ban-sao", {});
    const theirs = JSON.parse(unzip(called.seen.bytes).get("du-lieu.json")?.toString() ?? "") as { messages: unknown[]; calls: unknown[] };
    assert.deepEqual(
      theirs.calls.map((each) => ({ ...(each as object), at: "" })),
      [
        {
          trackingCode: quiet.code,
          kind: "supplement",
          at: "",
          title: "Người trực điểm hỗ trợ",
          outcome: "village-head",
          note: "Trưởng thôn nhận lời",
        },
      ],
    );
    assert.equal(theirs.messages.length, 0);
    await kept.daysGoBy(91);
    const later = await kept.proven(one);
    later.sees("Cần bổ sung: Tin nhắn SMS, đã gửi; lời đã xóa");
    await later.goes("/du-lieu");
    later.seesNot("can bo sung");
    const after = await kept.proven(quiet);
    after.sees("nhờ trưởng thôn báo");
    after.seesNot("Trưởng thôn nhận lời");
  });
});
