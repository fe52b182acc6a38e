import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { atOffice, officeDay } from "../../src/base/clock.ts";
import { isWorkingDay } from "../../src/domain/deadlines/calendar.ts";
import { addDays } from "../../src/domain/deadlines/days.ts";
import { calendarOf } from "../../src/operations/context.ts";
import { printSlip } from "../../src/operations/drafts/slip.ts";
import { closeSilent } from "../../src/operations/galleys/galleys.ts";
import { addressNotices } from "../../src/operations/messages/address.ts";
import { sendDue } from "../../src/operations/messages/send.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { readDraft } from "../../src/store/records/drafts.ts";
import { answerAll, photographBirthNotice } from "../support/birth.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { type MailServer, openMailServer, openWebhookServer, type WebhookServer } from "../support/message-servers.ts";
import { Person } from "../support/person.ts";

describe("people are told of their dossier", () => {
  let hub: TestHub;
  let mail: MailServer;
  let provider: WebhookServer;
  /** Each asks from an address of their own: one that asks so much is stopped. */
  let people = 0;
  before(async () => {
    [mail, provider] = await Promise.all([openMailServer(), openWebhookServer()]);
    hub = await openHub({
      messages: {
        email: { url: mail.url, from: "UBND xã Thử <motcua@xa.vidu.vn>" },
        sms: { url: provider.url, secret: "bí mật", accents: false },
        zalo: null,
      },
    });
    const admin = await signIn("quantri");
    for (const channel of ["email", "sms"]) await admin.sends(`/mot-cua/tin-nhan/kenh/${channel}`, { on: "yes" });
  });
  after(async () => {
    await hub.end();
    await Promise.all([mail.close(), provider.close()]);
  });

  const signIn = async (username: string) => {
    const member = new Person(hub.url);
    await member.sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
    return member;
  };
  /** The tick under the words of the consent. */
  const agreed = () => ({
    "dong-y-tin": "yes",
    "loi-dong-y": hub.context.consents.find(({ purpose }) => purpose === "messages")?.text ?? "",
  });
  const move = (member: Person, dossier: string, name: string, more: Record<string, string> = {}) =>
    member.sends(`/mot-cua/${dossier}/${name}`, { key: crypto.randomUUID(), ...more });
  /** The program's own schedule may be at it in the same moment: what it holds then is waited for. */
  const post = async () => {
    for (let round = 0; round < 40; round += 1) {
      await addressNotices(hub.context);
      await sendDue(hub.context);
      await sleep(100);
      const [busy] = await hub.context.database.sql<{ count: number }[]>`select count(*) from deliveries where state = 'sending'`;
      if (round >= 2 && busy?.count === 0) return;
    }
  };

  interface Sent {
    readonly citizen: Person;
    readonly dossier: string;
    readonly tracking: string;
    readonly code: string;
    readonly secret: string;
  }

  /** A birth that was sent from home, with what was ticked and typed on the last page. */
  async function sent(wish: Record<string, string>, phone = ""): Promise<Sent> {
    people += 1;
    const citizen = new Person(hub.url, `10.1.0.${people}`);
    const draft = await answerAll(citizen);
    if (phone) await citizen.sends(`/ho-so/${draft}/cau/dien-thoai`, { "nyc.soDienThoai": phone });
    await photographBirthNotice(citizen, draft);
    const stored = await readDraft(hub.context.database.sql, draft);
    assert.ok(stored);
    const { secret } = await printSlip(hub.context, stored);
    await citizen.sends(`/ho-so/${draft}/gui`, wish);
    const code = /class="code">([^<]+)</.exec(citizen.seen.text)?.[1] ?? "";
    assert.ok(code, "it was sent");
    const [row] = await hub.context.database.sql<{ dossier: string }[]>`select dossier from dossiers where tracking_code = ${code}`;
    return { citizen, dossier: row?.dossier ?? "", tracking: `/tra-cuu/${code}`, code, secret };
  }

  it("gets letters at the address given on the last page; one that is none is said there, and nothing typed is lost", async () => {
    const citizen = new Person(hub.url);
    const draft = await answerAll(citizen);
    await photographBirthNotice(citizen, draft);
    await citizen.sends(`/ho-so/${draft}/gui`, { ...agreed(), "thu-dien-tu": "mau@@vidu" });
    assert.equal(citizen.seen.status, 422);
    citizen.sees("Thư điện tử có dạng ten@noi.vn");
    citizen.sees("mau@@vidu");
    await citizen.sends(`/ho-so/${draft}/gui`, { "thu-dien-tu": "mau@vidu.vn" });
    assert.equal(citizen.seen.status, 422);
    citizen.sees("đánh dấu đồng ý ở trên");
    assert.ok(!/name="dong-y-tin"[^>]*checked/.test(citizen.seen.text), "nothing is ticked beforehand");
    await citizen.sends(`/ho-so/${draft}/gui`, { ...agreed(), "thu-dien-tu": "mau@vidu.vn" });
    citizen.sees("Đã gửi hồ sơ");
    await post();
    const [letter] = mail.letters;
    assert.deepEqual(letter?.to, ["mau@vidu.vn"]);
    assert.match(letter?.text ?? "", /đã nhận hồ sơ/);
    for (const name of ["Bo Bo", "056085004321"]) assert.ok(!letter?.raw.includes(name) && !letter?.text.includes(name), name);
    await post();
    assert.equal(mail.letters.length, 1, "once");
    const [said] = await hub.context.database.sql<{ words: string }[]>`select words from slip_news`;
    assert.match(said?.words ?? "", /^Thư điện tử đến m•••@vidu\.vn/, "the receipt in their hand says so");
  });

  it("gets short messages at the number of the declaration, without accents; and none any more once they say no", async () => {
    const { citizen, dossier, tracking } = await sent(agreed(), "0905000123");
    const officer = await signIn("canbo");
    await move(officer, dossier, "accept");
    await post();
    const texts = provider.received.map(({ body }) => JSON.parse(body) as { to: string; text: string });
    assert.deepEqual(new Set(texts.map(({ to }) => to)), new Set(["+84905000123"]));
    assert.equal(texts.length, 2);
    for (const { text } of texts) assert.match(text, /^[\n -~]{1,160}$/);
    await citizen.goes(tracking);
    citizen.sees("09••••••23");
    citizen.seesNot("0905000123");
    const consents = async () =>
      (
        await hub.context.database.sql<{ way: string; withdrawn: boolean }[]>`
          select way, withdrawn_at is not null as withdrawn from consents where dossier = ${dossier} and purpose = 'messages'`
      ).map((row) => ({ ...row }));
    assert.deepEqual(await consents(), [{ way: "screen", withdrawn: false }]);
    await citizen.sends(`${tracking}/tin`, { "khong-nhan": "yes" });
    citizen.sees("Bà con đã chọn không nhận tin");
    assert.deepEqual(await consents(), [{ way: "screen", withdrawn: true }]);
    await move(officer, dossier, "request-supplement", { "words-request-supplement": "Chụp lại giấy chứng sinh" });
    await post();
    assert.equal(provider.received.length, 2);
    await citizen.goes(tracking);
    citizen.sees("cần bổ sung. Xin cầm phiếu");
    await citizen.sends(`${tracking}/tin`, { "dong-y-tin": "yes", "loi-dong-y": "Lời khác" });
    assert.equal(citizen.seen.status, 409);
    await citizen.sends(`${tracking}/tin`, agreed());
    citizen.sees("09••••••23");
    const stranger = new Person(hub.url);
    await stranger.goes(tracking);
    stranger.sees("Tin cho bà con");
    stranger.seesNot("09••••••23");
    await stranger.sends(`${tracking}/tin`, { "so-tin": "sai", "khong-nhan": "" });
    assert.equal(stranger.seen.status, 403);
  });

  it("gets none without having agreed, though a number is there: news that matters is told by a call", async () => {
    const { citizen, dossier, tracking } = await sent({}, "0905000125");
    const before = provider.received.length;
    const officer = await signIn("canbo");
    await move(officer, dossier, "accept");
    await move(officer, dossier, "request-supplement", { "words-request-supplement": "Chụp lại giấy chứng sinh" });
    await post();
    assert.equal(provider.received.length, before);
    assert.equal((await hub.context.database.sql`select 1 from calls where dossier = ${dossier}`).length, 1);
    await citizen.goes(tracking);
    citizen.sees("Bà con chưa đồng ý nhận tin");
    await citizen.sends(`${tracking}/tin`, agreed());
    await citizen.goes("/du-lieu");
    const [consent] = await hub.context.database.sql<{ consent: string }[]>`select consent from consents where dossier = ${dossier}`;
    const [waiting] = await hub.context.database.sql<{ cause: string }[]>`select cause from notices where dossier = ${dossier} limit 1`;
    await hub.context.database.sql`
      insert into deliveries (office, delivery, cause, kind, dossier, channel, recipient, subject, body, state, next_try_at, made_at)
      values ('bac-khanh-vinh', gen_random_uuid(), ${waiting?.cause ?? ""}, 'received', ${dossier}, 'sms', '0905000125', 's', 'b', 'waiting', now(), now())`;
    await citizen.sends(`/du-lieu/dong-y/${consent?.consent}/rut`, {});
    await post();
    assert.equal(provider.received.length, before, "what waited is held when the consent is taken back");
  });

  it("agrees by a helper's hand under a mandate, and the consent says so", async () => {
    const helper = await signIn("truc");
    await helper.sends("/ban-truc/luot", { purpose: "other" });
    const [visit] = await hub.context.database.sql<
      { visit: string }[]
    >`select visit from visits where opened_by = 'helper' order by opened_at desc limit 1`;
    const at = `/ban-truc/luot/${visit?.visit}/uy-quyen`;
    await helper.sends(at, { ten: "Bo Bo Văn Mẫu" });
    const text = helper.hidden("text").replaceAll("&quot;", '"');
    const stroke = `M10 10${Array.from({ length: 20 }, (_, index) => `L${10 + index * 5} ${20 + (index % 5) * 7}`).join("")}`;
    await helper.sends(at, { ten: "Bo Bo Văn Mẫu", text, "dong-y": "yes", "chu-ky": stroke });
    const draft = await answerAll(helper);
    const noticed = await Promise.all(
      ["dan-toc-me", "dan-toc-cha", "dan-toc-be"].map(async (page) => {
        const seen = await fetch(new URL(`/ho-so/${draft}/cau/${page}`, hub.url), { headers: { cookie: helper.cookie } });
        return (await seen.text()).includes('id="nhay-cam"');
      }),
    );
    assert.deepEqual(noticed, [true, false, false], "sensitive data are spoken of once");
    await photographBirthNotice(helper, draft);
    await helper.sends(`/ho-so/${draft}/gui`, agreed());
    await helper.sends(`/ho-so/${draft}/da-gui/bac-thang`, { "dong-y": "yes" });
    const rows = await hub.context.database.sql<{ purpose: string; way: string; name: string }[]>`
      select purpose, way, staff.name from consents join drafts on lodged_dossier = dossier
      join staff on staff.office = consents.office and staff = witness where draft = ${draft} order by purpose`;
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      ["ladder", "messages"].map((purpose) => ({ purpose, way: "mandate", name: "Mấu Thị Trực Thử" })),
    );
    await helper.sends(`/ban-truc/luot/${visit?.visit}/finish`, {});
  });

  it("is called by the point when there is no phone to write to: village and address for the village head, what to say, who ticked it", async () => {
    const { dossier } = await sent({});
    const officer = await signIn("canbo");
    await move(officer, dossier, "accept");
    await move(officer, dossier, "request-supplement", { "words-request-supplement": "Chụp lại giấy chứng sinh" });
    await post();
    const helper = await signIn("truc");
    await helper.goes("/ban-truc/goi");
    helper.sees("Không có điện thoại");
    helper.sees("Thôn Suối Thơm");
    const [row] = await hub.context.database.sql<
      { call: string }[]
    >`select call from calls where dossier = ${dossier} and closed_at is null`;
    await helper.goes(`/ban-truc/goi/${row?.call}`);
    helper.sees("còn thiếu giấy tờ, mời bà con cầm phiếu ra điểm");
    await helper.sends(`/ban-truc/goi/${row?.call}`, { words: "?" });
    assert.equal(helper.seen.status, 422);
    await helper.sends(`/ban-truc/goi/${row?.call}`, { outcome: "no-answer" });
    helper.sees("Không nghe máy");
    await helper.sends(`/ban-truc/goi/${row?.call}`, { outcome: "village-head", words: "Trưởng thôn nhận lời" });
    await helper.goes(`/ban-truc/goi/${row?.call}`);
    helper.sees("Trưởng thôn nhận lời");
    helper.sees("Mấu Thị Trực Thử");
    const looks = await hub.context.database.sql`select 1 from access_log where dossier = ${dossier} and what = 'call'`;
    assert.ok(looks.length >= 2, "who looked at the number is written down");
    const elsewhere = await signIn("congan");
    await elsewhere.goes(`/ban-truc/goi/${row?.call}`);
    assert.equal(elsewhere.seen.status, 404);
  });

  it("has an outbox that shows what is stuck and sends it again; the admin of a real office would see no words", async () => {
    provider.answer = 422;
    const { dossier } = await sent(agreed(), "0905000124");
    await post();
    provider.answer = 200;
    const officer = await signIn("canbo");
    await officer.goes("/mot-cua/tin-nhan");
    officer.sees("HTTP 422");
    officer.sees("09••••••24");
    officer.seesNot("0905000124");
    const again = /action="(\/mot-cua\/tin-nhan\/[0-9a-f-]{36}\/gui-lai)"/.exec(officer.seen.text)?.[1] ?? "";
    const before = provider.received.length;
    await officer.sends(again, {});
    await post();
    assert.equal(provider.received.length, before + 1);
    await officer.sends(again, {});
    assert.equal(officer.seen.status, 409);
    await hub.context.database.sql`update offices set practice = false where office = 'bac-khanh-vinh'`;
    const admin = await signIn("quantri");
    await admin.goes("/mot-cua/tin-nhan");
    admin.sees("Đã nhận hồ sơ");
    admin.seesNot("Xem tin");
    admin.seesNot(dossier);
    await hub.context.database.sql`update offices set practice = true where office = 'bac-khanh-vinh'`;
  });

  describe("a certificate that is shown before it is signed", () => {
    it("is confirmed by the citizen with the slip's secret; nothing is signed meanwhile", async () => {
      const { dossier, tracking, secret } = await sent({});
      const [officer, leader] = await Promise.all([signIn("canbo"), signIn("lanhdao")]);
      await move(officer, dossier, "accept");
      officer.sees("bà con được xem bản nháp trước khi ký");
      await move(officer, dossier, "send-galley");
      officer.sees("Bản nháp đang chờ bà con xem");
      await move(officer, dossier, "propose");
      assert.equal(officer.seen.status, 409);
      await move(leader, dossier, "sign");
      assert.equal(leader.seen.status, 409);
      const elsewhere = new Person(hub.url);
      await elsewhere.goes(tracking);
      elsewhere.sees("Xin xem lại bản nháp");
      await elsewhere.goes(`${tracking}/ban-nhap`);
      elsewhere.seesNot("BO BO THỊ MẪU");
      await elsewhere.sends(`${tracking}/ban-nhap/mo`, { "so-ban-nhap": "sai" });
      assert.equal(elsewhere.seen.status, 403);
      await elsewhere.sends(`${tracking}/ban-nhap/mo`, { "so-ban-nhap": secret });
      elsewhere.sees("BO BO THỊ MẪU");
      assert.ok(!elsewhere.seen.text.replace(/<\/summary>[^<]*<\/details>/g, "").includes("056085004321"), "masked until it is opened");
      await elsewhere.goes(`${tracking}/ban-nhap.pdf`);
      assert.equal(Buffer.from(elsewhere.seen.bytes.slice(0, 5)).toString(), "%PDF-");
      await elsewhere.sends(`${tracking}/ban-nhap/dung`, { key: crypto.randomUUID() });
      elsewhere.sees("Bản nháp được đồng ý");
      await move(officer, dossier, "propose");
      await move(leader, dossier, "sign");
      leader.sees("Giấy khai sinh số");
    });

    it("is corrected line by line: what cannot be is said at its line, the officer sees old and new and takes it over", async () => {
      const { citizen, dossier, tracking } = await sent({});
      const officer = await signIn("canbo");
      await move(officer, dossier, "accept");
      await move(officer, dossier, "send-galley");
      await citizen.sends(`${tracking}/ban-nhap/dung`, { key: crypto.randomUUID(), "sua-con.hoTen": "Bo Bo Thị Mẩu" });
      assert.equal(citizen.seen.status, 422);
      citizen.sees("vừa ghi chỗ sửa vừa bấm Đúng hết rồi");
      assert.match(
        citizen.seen.text,
        /<details open[^>]*><summary>Sửa<span class="sr"> [^<]*tên/,
        "the line that was put right stays open",
      );
      await citizen.sends(`${tracking}/ban-nhap/sua`, { "sua-con.hoTen": "B3", "loi-nhan": "Tên bé sai" });
      assert.equal(citizen.seen.status, 422);
      citizen.sees("Tên chỉ gồm chữ cái");
      citizen.sees("Tên bé sai");
      await citizen.sends(`${tracking}/ban-nhap/sua`, {
        key: crypto.randomUUID(),
        "sua-con.hoTen": "Bo Bo Thị Mận",
        "sua-con.gioiTinh": "nam",
      });
      citizen.sees("Cán bộ đang xem chỗ bà con xin sửa");
      await officer.goes("/mot-cua/ban-nhap");
      officer.sees("Bà con xin sửa");
      await officer.goes(`/mot-cua/${dossier}`);
      officer.sees("<s>Bo Bo Thị Mẫu</s> → <strong>Bo Bo Thị Mận</strong>");
      officer.sees("<s>Nữ</s> → <strong>Nam</strong>");
      await move(officer, dossier, "propose");
      assert.equal(officer.seen.status, 409, "a correction gets an answer first");
      await move(officer, dossier, "take-correction");
      officer.sees("Bo Bo Thị Mận");
      await move(officer, dossier, "propose");
      officer.sees("Chờ lãnh đạo ký");
    });

    it("is read on the phone by a helper, who writes down what was said; the call is over with it", async () => {
      const { dossier } = await sent({});
      const [officer, helper] = await Promise.all([signIn("canbo"), signIn("truc")]);
      await move(officer, dossier, "accept");
      await move(officer, dossier, "send-galley");
      await post();
      const calls = await hub.context.database.sql<
        { call: string }[]
      >`select call from calls where dossier = ${dossier} and kind = 'galley'`;
      await helper.goes(`/ban-truc/goi/${calls[0]?.call}`);
      helper.sees("Bà con nói đúng hết");
      await move(helper, dossier, "correct-galley", { "words-correct-galley": "Quê quán phải là Khánh Đông" });
      await officer.goes(`/mot-cua/${dossier}`);
      officer.sees("Quê quán phải là Khánh Đông");
      await move(officer, dossier, "take-correction");
      assert.equal(officer.seen.status, 422, "words alone are taken over by hand");
      await move(officer, dossier, "answer-correction", { "words-answer-correction": "Quê quán theo quê cha, đã ghi đúng" });
      officer.sees("Đã trả lời chỗ bà con xin sửa");
      const left = await hub.context.database.sql`select 1 from calls where dossier = ${dossier} and kind = 'galley' and closed_at is null`;
      assert.equal(left.length, 0);
    });

    it("is agreed to by silence when the next working day is over, and the log says so", async () => {
      const { citizen, dossier, tracking } = await sent({});
      const officer = await signIn("canbo");
      await move(officer, dossier, "accept");
      await move(officer, dossier, "send-galley");
      const [row] = await hub.context.database.sql<
        { until: string }[]
      >`select until_day as until from galley_list where dossier = ${dossier}`;
      const until = row?.until ?? "";
      assert.ok(until > officeDay(new Date()) && isWorkingDay(until, calendarOf(hub.context, "commune")));
      const at = (day: string, time: string) => ({ ...hub.context, now: () => atOffice(day, time) });
      await closeSilent(at(until, "23:59"));
      await citizen.goes(tracking);
      citizen.sees("Xin xem lại bản nháp");
      assert.ok((await closeSilent(at(addDays(until, 1), "00:00"))) >= 1);
      await closeSilent(at(addDays(until, 1), "00:05"));
      await citizen.goes(tracking);
      citizen.sees("im lặng là đồng ý");
      await citizen.sends(`${tracking}/ban-nhap/dung`, { key: crypto.randomUUID() });
      assert.equal(citizen.seen.status, 409);
    });

    it("is not waited for when the citizen stands at the counter, with the reason written down", async () => {
      const { dossier } = await sent({});
      const officer = await signIn("canbo");
      await move(officer, dossier, "accept");
      await move(officer, dossier, "send-galley");
      await move(officer, dossier, "skip-galley", { "words-skip-galley": "" });
      assert.equal(officer.seen.status, 422);
      await move(officer, dossier, "skip-galley", { "words-skip-galley": "Cha bé đọc tại quầy" });
      officer.sees("Cha bé đọc tại quầy");
      await move(officer, dossier, "close-galley");
      assert.equal(officer.seen.status, 403, "only the clock closes by silence");
      await move(officer, dossier, "propose");
      officer.sees("Chờ lãnh đạo ký");
    });
  });
});
