import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { hashSecret } from "../../src/operations/identity/secrets.ts";
import { PRACTICE_CITIZEN, PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { rebuildViews } from "../../src/operations/views/rebuild-views.ts";
import { insertOffice, listOffices } from "../../src/store/records/offices.ts";
import { insertStaff } from "../../src/store/records/staff.ts";
import { aSubmission, submit } from "../support/api.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

describe("work in an office", () => {
  let hub: TestHub;
  let token: string;
  let officer: Person;
  let colleague: Person;
  let police: Person;
  let neighbour: Person;
  let secondId: string;
  before(async () => {
    hub = await openHub();
    const { context } = hub;
    token = await createPartnerToken(context, "thử", ["dossiers:write"]);
    const [own] = await listOffices(context.database.sql);
    assert.ok(own);
    const there = { ...own, office: "xa-mau", name: "UBND xã Mẫu", commune: "22621", identifier: "000.15.24.H32" };
    await insertOffice(context.database.sql, there, new Date());
    const secretHash = await hashSecret(PRACTICE_SECRET);
    secondId = context.newId();
    for (const [office, staff, username, name] of [
      [own.office, secondId, "canbo2", "Pi Năng Thị Thí"],
      ["xa-mau", context.newId(), "canbo3", "Mấu Văn Thí Dụ"],
    ] as const)
      await insertStaff(
        context.database.sql,
        { office, staff, username, name, title: "Công chức", role: "officer", secretHash },
        new Date(),
      );
    [officer, colleague, police, neighbour] = (await Promise.all(["canbo", "canbo2", "congan", "canbo3"].map(signIn))) as [
      Person,
      Person,
      Person,
      Person,
    ];
  });
  after(() => hub.end());

  async function signIn(username: string): Promise<Person> {
    const member = new Person(hub.url);
    await member.sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
    return member;
  }
  async function lodged(change: object = {}): Promise<{ id: string; trackingCode: string }> {
    return (await (await submit(hub.url, token, aSubmission(500), change)).json()) as { id: string; trackingCode: string };
  }
  const move = (member: Person, dossier: string, name: string, more: Record<string, string> = {}) =>
    member.sends(`/mot-cua/${dossier}/${name}`, { key: crypto.randomUUID(), ...more });
  async function fromCitizen(trackingCode: string): Promise<string> {
    const citizen = new Person(hub.url);
    await citizen.goes(`/tra-cuu/${trackingCode}`);
    const page = citizen.seen.text;
    await citizen.goes(`/api/v1/tracking/${trackingCode}`);
    return page + citizen.seen.text;
  }

  it("is one officer's at a time: accepting makes it theirs, a colleague takes it over with a word, and only then goes on", async () => {
    const { id } = await lodged();
    await move(officer, id, "accept");
    await officer.goes(`/mot-cua/${id}`);
    officer.sees("Việc của tôi");
    await move(colleague, id, "propose");
    assert.equal(colleague.seen.status, 409);
    colleague.sees("Hồ sơ này là việc của Bo Bo Văn Thử");
    await move(colleague, id, "assign", { cho: secondId, loi: "" });
    assert.equal(colleague.seen.status, 422, "not without a word");
    await move(colleague, id, "assign", { cho: secondId, loi: "Anh Thử nghỉ phép, tôi làm tiếp" });
    await move(colleague, id, "propose");
    colleague.sees("Chờ lãnh đạo ký");
    await colleague.goes("/mot-cua?muc=viec&cua=toi");
    colleague.sees("Của tôi");
    await officer.goes("/mot-cua?muc=viec&cua=toi");
    officer.seesNot(id);
  });

  it("tells the second one who opens a dossier that the first has it open, and lets them go on all the same", async () => {
    const { id } = await lodged();
    await officer.goes(`/mot-cua/${id}`);
    officer.seesNot("đang mở hồ sơ này");
    await colleague.goes(`/mot-cua/${id}`);
    colleague.sees("Bo Bo Văn Thử đang mở hồ sơ này");
    colleague.seesNot("Làm gì tiếp");
    await colleague.sends(`/mot-cua/${id}/lam-tiep`, {});
    colleague.sees("Làm gì tiếp");
    await officer.sends(`/mot-cua/${id}/dang-mo`, {});
    officer.sees("Pi Năng Thị Thí");
    const before = hub.context.now;
    Object.assign(hub.context, { now: () => new Date(Date.now() + 5 * 60_000) });
    await officer.goes(`/mot-cua/${id}`);
    officer.seesNot("đang mở hồ sơ này");
    Object.assign(hub.context, { now: before });
  });

  it("keeps notes inside: the citizen sees them on no page, in no answer of the API", async () => {
    const { id, trackingCode } = await lodged();
    await move(officer, id, "note", { "words-note": "Bí mật nội bộ số bảy" });
    officer.sees("Bí mật nội bộ số bảy");
    await move(officer, id, "assign", { cho: secondId, loi: "Việc giao kín" });
    const seen = await fromCitizen(trackingCode);
    for (const words of ["Bí mật nội bộ", "Ghi chú nội bộ", "Việc giao kín", "Giao việc", "Pi Năng"])
      assert.ok(!seen.includes(words), words);
    const { controlLines } = await import("../../src/domain/slips/control-sheet.ts");
    const { readLog } = await import("../../src/store/records/dossier-log.ts");
    const log = await readLog(hub.context.database.sql, { office: "bac-khanh-vinh", dossier: id });
    assert.ok(!JSON.stringify(controlLines(log)).includes("Bí mật"));
  });

  it("asks another office with a due date: it sees what was named and no more, answers, and the asker reads it", async () => {
    const { id, trackingCode } = await lodged();
    await move(officer, id, "accept");
    await move(officer, id, "ask-opinion", { "hoi-ai": "noi:cong-an-bac-khanh-vinh", "words-ask": "", "so-ngay": "2" });
    assert.equal(officer.seen.status, 422);
    await move(officer, id, "ask-opinion", {
      "hoi-ai": "noi:cong-an-bac-khanh-vinh",
      "words-ask": "Cha bé có cư trú ở xã không?",
      "so-ngay": "2",
      phan: "Người cha",
    });
    officer.sees("Chưa có trả lời");
    officer.sees("Gia hạn 3 ngày để xác minh");
    await police.goes("/mot-cua/hoi");
    const question = police.link("Đăng ký khai sinh");
    await police.goes(question);
    police.sees("Cha bé có cư trú ở xã không?");
    police.sees("Người cha");
    police.seesNot("Cao Thị Mẫu");
    police.seesNot("giay-chung-sinh");
    await police.goes(`${question}/giay-to/giay-chung-sinh.pdf`);
    assert.equal(police.seen.status, 404);
    await police.goes(`/mot-cua/${id}`);
    assert.equal(police.seen.status, 404, "the dossier itself stays shut");
    for (const stranger of [officer, neighbour]) assert.equal((await stranger.goes(question)).status, 404);

    const before = hub.context.now;
    Object.assign(hub.context, { now: () => new Date(Date.now() + 12 * 86_400_000) });
    const late = await signIn("congan");
    await late.goes("/mot-cua/hoi");
    late.sees("đã trễ");
    Object.assign(hub.context, { now: before });

    await police.goes(question);
    await police.sends(question, { key: police.hidden("key"), words: "Có, từ năm 2010", dung: "yes" });
    await police.sends(question, { key: crypto.randomUUID(), words: "Lần nữa", dung: "no" });
    assert.equal(police.seen.status, 409);
    await officer.goes(`/mot-cua/${id}`);
    officer.sees("Có, từ năm 2010");
    const seen = await fromCitizen(trackingCode);
    assert.ok(!seen.includes("từ năm 2010") && !seen.includes("Cha bé có cư trú"));
    const [look] = await hub.context.database.sql<{ count: number }[]>`
      select count(*) from access_log where dossier = ${id} and what like 'question:%'`;
    assert.ok((look?.count ?? 0) > 0, "that the police looked is written down");
  });

  it("hands a dossier on to the competent office: one code, one promise, readable and no more where it came from", async () => {
    const { id, trackingCode } = await lodged();
    await move(officer, id, "accept");
    const { dossierCode, due } = JSON.parse((await officer.goes(`/api/v1/tracking/${trackingCode}`)).text);
    await move(officer, id, "note", { "words-note": "Ghi chú ở nơi cũ" });
    await move(officer, id, "transfer", { "chuyen-den": "xa-mau", "words-transfer": "" });
    assert.equal(officer.seen.status, 422);
    await move(officer, id, "transfer", { "chuyen-den": "xa-mau", "words-transfer": "Mẹ bé cư trú ở xã Mẫu" });
    officer.sees("Đã chuyển đến UBND xã Mẫu");
    for (const name of ["propose", "note", "assign"])
      assert.equal((await move(officer, id, name, { "words-note": "x", cho: secondId })).status, 409, name);
    await officer.goes("/mot-cua/da-chuyen");
    officer.sees(dossierCode);

    await neighbour.goes("/mot-cua");
    const [row] = await hub.context.database.sql<{ dossier: string }[]>`select dossier from dossier_list where office = 'xa-mau'`;
    const here = row?.dossier ?? assert.fail("it lies in the neighbour's list");
    neighbour.sees(here);
    await neighbour.goes(`/mot-cua/${here}`);
    neighbour.sees("Chuyển từ UBND xã Bắc Khánh Vĩnh");
    neighbour.sees("ngày làm việc");
    neighbour.seesNot("Ghi chú ở nơi cũ");
    assert.equal((await neighbour.goes(`/mot-cua/${id}`)).status, 404);
    await move(neighbour, here, "accept");
    const after = JSON.parse((await officer.goes(`/api/v1/tracking/${trackingCode}`)).text);
    assert.deepEqual(
      { code: after.dossierCode, day: after.due.day, office: after.office, tracking: after.trackingCode },
      { code: dossierCode, day: due.day, office: "UBND xã Mẫu", tracking: trackingCode },
    );
    const seen = await fromCitizen(trackingCode);
    assert.match(seen, /chuyển/i);
    assert.ok(seen.includes("UBND xã Bắc Khánh Vĩnh") && seen.includes("UBND xã Mẫu"), "from where to where");
    assert.ok(!seen.includes("Ghi chú ở nơi cũ"));
    const { sql } = hub.context.database;
    const lists = async () => ({
      work: await sql`select * from dossier_work order by office, dossier`,
      transferred: await sql`select * from transferred_list order by office, dossier`,
      questions: await sql`select * from question_list order by office, question`,
      dossiers: await sql`select * from dossier_list order by office, dossier`,
    });
    const kept = JSON.stringify(await lists());
    await rebuildViews(hub.context);
    assert.equal(JSON.stringify(await lists()), kept, "the lists of work come from the log alone");
  });

  it("keeps filters by name for one member of staff; a list narrowed by them stays so from dossier to dossier", async () => {
    await officer.sends("/mot-cua/loc", { id: crypto.randomUUID(), ten: "", muc: "viec", kenh: "online" });
    assert.equal(officer.seen.status, 422);
    await officer.sends("/mot-cua/loc", {
      id: crypto.randomUUID(),
      ten: "Chưa ai nhận, trực tuyến",
      muc: "cho-tiep-nhan",
      kenh: "online",
      cua: "chua-ai",
      tim: "Bo Bo",
    });
    officer.sees("Chưa ai nhận, trực tuyến");
    assert.ok(!officer.seen.url.includes("Bo"), "no word of it stands in the address");
    assert.match(officer.seen.url, /loc=/);
    await colleague.goes("/mot-cua");
    colleague.seesNot("Chưa ai nhận, trực tuyến");
    await lodged();
    await lodged();
    await officer.goes(officer.seen.url);
    const [first = "", second = ""] = [...officer.seen.text.matchAll(/href="(\/mot-cua\/[0-9a-f-]{36}\?[^"]*)" data-row/g)].map(
      ([, href]) => href ?? "",
    );
    await officer.goes(first.replaceAll("&amp;", "&"));
    await move(officer, first.slice(9, 45), "accept", { tu: officer.hidden("tu") });
    assert.equal(officer.seen.url.split("?")[0], second.split("?")[0], "the next one of the list stands there");
    officer.sees("Đây là hồ sơ tiếp theo trong danh sách");
  });

  it("does many at once after a preview that says what cannot be done; sent twice it is done once", async () => {
    const [one, two, three] = [await lodged(), await lodged(), await lodged()];
    await officer.sends("/mot-cua/nhieu", { viec: "accept" });
    assert.equal(officer.seen.status, 422);
    await move(colleague, three.id, "decline", { "words-decline": "Đã đăng ký nơi khác" });
    const form = new FormData();
    form.append("viec", "accept");
    for (const { id } of [one, two, three]) form.append("hs", id);
    await officer.sends("/mot-cua/nhieu", form);
    officer.sees("Tiếp nhận 2 hồ sơ");
    officer.sees("1 hồ sơ không làm được");
    form.append("key", officer.hidden("key"));
    await officer.sends("/mot-cua/nhieu/lam", form);
    officer.sees("Đã tiếp nhận 2 trên 3 hồ sơ");
    await officer.sends("/mot-cua/nhieu/lam", form);
    officer.sees("Đã tiếp nhận 2 trên 3 hồ sơ");
    const { sql } = hub.context.database;
    const accepted = await sql`select 1 from dossier_events where type = 'accepted' and dossier in ${sql([one.id, two.id])}`;
    assert.equal(accepted.length, 2);
  });

  it("hands many results over at once: whose cards were seen, each to a name of their own, and once", async () => {
    const leader = await signIn("lanhdao");
    const ids = [(await lodged()).id, (await lodged()).id];
    for (const id of ids) {
      await move(officer, id, "accept");
      await move(officer, id, "propose");
      await move(leader, id, "sign");
    }
    const form = new FormData();
    form.append("viec", "hand-over");
    for (const id of ids) form.append("hs", id);
    await officer.sends("/mot-cua/nhieu", form);
    officer.sees("Trao kết quả 2 hồ sơ");
    form.append("key", officer.hidden("key"));
    form.append(`to-${ids[0]}`, "Bo Bo Văn Thử");
    form.append(`to-${ids[1]}`, "Cao Thị Mẫu");
    await officer.sends("/mot-cua/nhieu/lam", form);
    officer.sees("Đã trao 0 trên 2 hồ sơ");
    officer.sees("Xin xem thẻ căn cước");
    form.append("the", "1");
    for (let time = 0; time < 2; time += 1) {
      await officer.sends("/mot-cua/nhieu/lam", form);
      officer.sees("Đã trao 2 trên 2 hồ sơ");
    }
    const { sql } = hub.context.database;
    const rows = await sql<{ to: string }[]>`
      select data->>'to' as to from dossier_events where type = 'handed-over' and dossier in ${sql(ids)} order by 1`;
    assert.deepEqual(
      rows.map(({ to }) => to),
      ["Bo Bo Văn Thử", "Cao Thị Mẫu"],
    );
  });

  it("keeps its citizen when it is handed on: their account opens it, and what they say of it reaches the office that has it", async () => {
    const { sql } = hub.context.database;
    const citizen = new Person(hub.url, "10.1.0.9");
    await citizen.sends("/tai-khoan", { so: PRACTICE_CITIZEN.identityNumber, secret: PRACTICE_SECRET });
    const { id, trackingCode } = await lodged();
    await sql`update dossiers set account = (select account from accounts limit 1) where dossier = ${id}`;
    await move(officer, id, "accept");
    await move(officer, id, "transfer", { "chuyen-den": "xa-mau", "words-transfer": "Mẹ bé cư trú ở xã Mẫu" });
    const text = hub.context.consents.find(({ purpose }) => purpose === "messages")?.text ?? "";
    const agreed = { "dong-y-tin": "yes", "loi-dong-y": text };
    await citizen.sends(`/tra-cuu/${trackingCode}/tin`, { ...agreed, "thu-dien-tu": "mau@vidu.vn" });
    assert.equal(citizen.seen.status, 200);
    const stranger = new Person(hub.url, "10.1.0.10");
    await stranger.sends(`/tra-cuu/${trackingCode}/tin`, { ...agreed, "thu-dien-tu": "khac@vidu.vn" });
    assert.equal(stranger.seen.status, 403);
    await citizen.sends("/gop-y", { face: "glad", ma: trackingCode });
    const said = await sql<{ office: string }[]>`select office from feedback where dossier is not null`;
    assert.deepEqual(
      said.map(({ office }) => office),
      ["xa-mau"],
    );
  });

  it("finds in all dossiers, those that are over too, by name, number, phone and code; why is asked and written down, what for is not", async () => {
    const { id, trackingCode } = await lodged({
      applicant: { name: "Tro Thị Mận Thử", identityNumber: "056190009999", phone: "0905123456" },
    });
    await move(colleague, id, "decline", { "words-decline": "Không thuộc xã" });
    await officer.sends("/mot-cua/tim", { tim: "tro thi man", "vi-sao": "" });
    assert.equal(officer.seen.status, 422);
    officer.sees("tro thi man");
    await officer.sends("/mot-cua/tim", { tim: "tro thi man", "vi-sao": "other", "ghi-them": "" });
    assert.equal(officer.seen.status, 422);
    for (const words of ["tro thi man", "Tro Thị Mận", "mận tro", "056190009999", "0905 123 456", "+84905123456", trackingCode]) {
      await officer.sends("/mot-cua/tim", { tim: words, "vi-sao": "asked" });
      officer.sees(id);
      assert.equal(officer.seen.url, "/mot-cua/tim");
    }
    await police.sends("/mot-cua/tim", { tim: "tro thi man", "vi-sao": "asked" });
    police.seesNot(id);
    const { sql } = hub.context.database;
    const [book] = await sql<{ count: number }[]>`select count(*) from dossier_searches where reason = 'asked' and found > 0`;
    assert.equal(book?.count, 7);
    const [looks] = await sql<{ count: number }[]>`select count(*) from access_log where dossier = ${id} and what = 'search:asked'`;
    assert.equal(looks?.count, 7);
    const written = JSON.stringify(await sql`select * from dossier_searches`);
    assert.ok(!/man|9999|905123/i.test(written.replace(/"office":"[^"]*"/g, "")), "what was looked for stands nowhere");
  });
});
