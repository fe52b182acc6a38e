import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { atOffice, officeDay } from "../../src/base/clock.ts";
import type { Procedure } from "../../src/domain/catalogue/procedure.ts";
import { isWorkingDay } from "../../src/domain/deadlines/calendar.ts";
import { reckonDue } from "../../src/domain/deadlines/due.ts";
import { fold } from "../../src/domain/dossier/fold.ts";
import type { Context } from "../../src/operations/context.ts";
import { accept } from "../../src/operations/dossiers/act.ts";
import { transfer } from "../../src/operations/dossiers/transfer.ts";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { officeCalendar } from "../../src/operations/offices/office-days.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { rebuildViews } from "../../src/operations/views/rebuild-views.ts";
import { readLog } from "../../src/store/records/dossier-log.ts";
import { listOffices } from "../../src/store/records/offices.ts";
import { aSubmission, submit } from "../support/api.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

/** 2026-12-07 is a Monday. A birth that comes at nine is due at five: six working hours, of which 10, 70 and 20 in a hundred are for the steps. */
describe("the time of dossiers in an office", () => {
  let hub: TestHub;
  let token: string;
  const ids: Record<string, string> = {};
  const codes: Record<string, string> = {};
  const clock = (day: string, time: string) => Object.assign(hub.context, { now: () => atOffice(day, time) });
  const move = (member: Person, dossier: string, name: string, more: Record<string, string> = {}) =>
    member.sends(`/mot-cua/${dossier}/${name}`, { key: crypto.randomUUID(), ...more });

  async function signIn(username: string): Promise<Person> {
    const member = new Person(hub.url);
    await member.sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
    return member;
  }

  before(async () => {
    hub = await openHub();
    clock("2026-12-07", "09:00");
    token = await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
    for (const name of ["Cao Thị Hỏi", "Cao Thị Chậm", "Cao Thị Nợ", "Cao Thị Nhiều", "Cao Thị Mới"]) {
      const reply = await submit(hub.url, token, aSubmission(500), { applicant: { name } });
      const { id, trackingCode } = (await reply.json()) as { id: string; trackingCode: string };
      ids[name] = id;
      codes[name] = trackingCode;
    }
  });
  after(() => hub.end());
  const id = (name: string) => ids[name] ?? "";

  it("is shared among the steps: the inbox and the dossier say until when, and a pause holds them", async () => {
    const officer = await signIn("canbo");
    officer.sees("Tiếp nhận: bước này đến 09:36 cùng ngày");
    clock("2026-12-07", "09:20");
    for (const name of ["Cao Thị Hỏi", "Cao Thị Chậm", "Cao Thị Nợ", "Cao Thị Nhiều"]) await move(officer, id(name), "accept");
    await officer.goes(`/mot-cua/${id("Cao Thị Chậm")}`);
    officer.sees("Bước giải quyết: bước này đến 15:48 thứ Hai 7/12/2026");
    officer.sees("Thời gian chia cho các bước: 6 giờ làm việc, tính đến 17:00 thứ Hai 7/12/2026.");
    await move(officer, id("Cao Thị Nợ"), "request-supplement", { reasons: "Ảnh mờ", "words-request-supplement": "Chụp lại" });
    officer.sees("Đang chờ bà con: thời hạn của các bước tạm dừng.");
    await move(officer, id("Cao Thị Hỏi"), "ask-opinion", {
      "hoi-ai": "noi:cong-an-bac-khanh-vinh",
      "words-ask": "Có đúng người này cư trú ở xã không?",
      "so-ngay": "2",
    });
    await officer.goes("/mot-cua?muc=dang-giai-quyet");
    officer.sees("Giải quyết: bước này đến 15:48 cùng ngày");
    assert.equal(officer.seen.text.match(/bước này đến/g)?.length, 3, "not for the one that waits for the citizen");
  });

  it("is the same to see after the lists were made anew", async () => {
    const officer = await signIn("canbo");
    const seen = async () => (await officer.goes("/mot-cua?muc=viec")).text.match(/[^>]*bước này đến[^<]*/g);
    const before = await seen();
    await rebuildViews(hub.context);
    assert.deepEqual(await seen(), before);
  });

  it("runs out: red for the officer and for the leader, and the slips are drafted, none for who owes a paper", async () => {
    clock("2026-12-08", "10:00");
    const [officer, leader] = await Promise.all([signIn("canbo"), signIn("lanhdao")]);
    await leader.goes("/lanh-dao?muc=viec");
    assert.match(leader.seen.text, /class="late">thứ Hai 7\/12\/2026, trễ 1 ngày/);
    officer.sees("Cần xin lỗi (4)");
    await officer.goes("/mot-cua/xin-loi");
    officer.seesNot("Cao Thị Nợ");
    officer.sees("Chưa tiếp nhận. Xin mở hồ sơ, tiếp nhận trước.");
    const ofAsked = officer.seen.text.slice(officer.seen.text.indexOf("Cao Thị Hỏi"));
    assert.match(ofAsked, /name="ly-do-[^"]+" value="Phải hỏi cơ quan khác, chưa có trả lời" checked/);
    assert.match(
      officer.seen.text,
      new RegExp(`name="ngay-${id("Cao Thị Hỏi")}"[^>]*value="10/12/2026"`),
      "the answer is due on the ninth",
    );
    assert.match(officer.seen.text, new RegExp(`name="ngay-${id("Cao Thị Chậm")}"[^>]*value="09/12/2026"`));
    await officer.goes(`/mot-cua/${id("Cao Thị Chậm")}`);
    officer.sees("Đã quá ngày hẹn. Phiếu xin lỗi viết sẵn");
    officer.sees('value="09/12/2026"');
  });

  it("is apologised for by one tap as drafted, once however often it is tapped; what is wrong stays on the page", async () => {
    const officer = await signIn("canbo");
    const name = "Cao Thị Chậm";
    const given = { mot: id(name), key: crypto.randomUUID(), [`ngay-${id(name)}`]: "13/12/2026", [`loi-${id(name)}`]: "Máy hỏng cả buổi" };
    await officer.sends("/mot-cua/xin-loi/ky", given);
    assert.equal(officer.seen.status, 422);
    officer.sees("Ngày hẹn lại phải là ngày làm việc");
    officer.sees("Máy hỏng cả buổi");
    officer.sees('value="13/12/2026"');
    const drafted = { ...given, [`ngay-${id(name)}`]: "9/12/2026", [`ly-do-${id(name)}`]: "Hồ sơ nhiều, không kịp" };
    for (const _tap of [1, 2]) await officer.sends("/mot-cua/xin-loi/ky", drafted);
    officer.sees("Đã ký 1 phiếu xin lỗi");
    const log = await readLog(hub.context.database.sql, { office: "bac-khanh-vinh", dossier: id(name) });
    assert.equal(log.filter(({ event }) => event.type === "apologised").length, 1);
    await officer.goes(officer.link("phiếu xin lỗi của"));
    assert.equal(Buffer.from(officer.seen.bytes.slice(0, 5)).toString(), "%PDF-");
    const citizen = new Person(hub.url);
    await citizen.goes(`/tra-cuu/${codes[name]}`);
    citizen.sees("9/12/2026");
    await officer.goes(`/mot-cua/${id(name)}`);
    officer.sees("thứ Tư 9/12/2026");
    officer.seesNot("lẽ ra xong");
  });

  it("is apologised for many at once, after they were looked at; what cannot be signed says why", async () => {
    const officer = await signIn("canbo");
    const [asked, many] = [id("Cao Thị Hỏi"), id("Cao Thị Nhiều")];
    const form = new FormData();
    for (const [field, value] of [
      ["key", "xin-loi-nhieu"],
      ["hs", asked],
      ["hs", many],
      ["hs", id("Cao Thị Nợ")],
      [`ngay-${asked}`, "10/12/2026"],
      [`ly-do-${asked}`, "Phải hỏi cơ quan khác, chưa có trả lời"],
      [`ngay-${many}`, "9/12/2026"],
      [`ly-do-${many}`, "Hồ sơ nhiều, không kịp"],
      [`ly-do-${many}`, "Lỗi của người xử lý"],
    ] as const)
      form.append(field, value);
    await officer.sends("/mot-cua/xin-loi/xem-truoc", form);
    officer.sees("Ký 2 phiếu xin lỗi");
    officer.sees("Đang chờ bà con, thời hạn tạm dừng. Chưa phải xin lỗi.");
    officer.sees("Hồ sơ nhiều, không kịp; Lỗi của người xử lý");
    await officer.sends("/mot-cua/xin-loi/ky", form);
    officer.sees("Đã ký 2 phiếu xin lỗi");
    assert.equal(officer.seen.status, 422, "the third was told");
    await officer.goes("/mot-cua/xin-loi");
    officer.seesNot("Cao Thị Nhiều");
    await officer.sends("/mot-cua/xin-loi/xem-truoc", {});
    officer.sees("Chưa chọn hồ sơ nào");
  });

  it("is counted by reason, month and step for the leader", async () => {
    const leader = await signIn("lanhdao");
    await leader.goes("/thong-ke?tu=2026-11-01&den=2026-12-31");
    await leader.goes(leader.link("Vì sao trễ hẹn"));
    leader.sees("3 phiếu xin lỗi");
    const rows = [...leader.seen.text.matchAll(/<th scope="row">([^<]+)<\/th><td>([^<]+)<\/td><td>([^<]+)<\/td><td><strong>(\d+)/g)];
    assert.deepEqual(
      rows.map(([, ...cells]) => cells.join(" | ")),
      [
        "Hồ sơ nhiều, không kịp | – | 2 | 2",
        "Phải hỏi cơ quan khác, chưa có trả lời | – | 1 | 1",
        "Lỗi của người xử lý | – | 1 | 1",
        "Số phiếu | – | 3 | 3",
        "Giải quyết | – | 3 | 3",
        "Số phiếu | – | 3 | 3",
      ],
    );
  });

  it("stands on the control sheet, step by step", async () => {
    const officer = await signIn("canbo");
    await officer.goes(`/mot-cua/${id("Cao Thị Chậm")}/kiem-soat.pdf`);
    assert.equal(Buffer.from(officer.seen.bytes.slice(0, 5)).toString(), "%PDF-");
  });

  it("keeps the promised day when a dossier is handed on, but where the law gives the other office a term of its own", async () => {
    const kept = await handedOn("Cao Thị Chậm", hub.context);
    assert.equal(kept.due.day, "2026-12-09");
    assert.equal(kept.countedFrom, kept.lodgedAt);
    clock("2026-12-09", "16:00");
    const anew = await handedOn("Cao Thị Nhiều", withOwnTerm(hub.context));
    const police = (await listOffices(hub.context.database.sql)).find(({ kind }) => kind === "police");
    assert.ok(police);
    const calendar = await officeCalendar(hub.context, hub.context.database.sql, police);
    const own = reckonDue({ kind: "same-day", cutoff: "15:00" }, atOffice("2026-12-09", "16:00"), calendar).due;
    assert.equal(own.day, "2026-12-10");
    assert.equal(anew.due.day, own.day, "counted from the transfer, by the calendar of the office that received it");
    assert.equal(anew.countedFrom, atOffice("2026-12-09", "16:00").toISOString());
    assert.equal(anew.promisedAnew, null, "what the first office promised with its apology does not bind the other");
    assert.ok(anew.due.explanation.includes("Luật cho nơi nhận một thời hạn riêng, tính từ lúc chuyển đến."));
    assert.equal(anew.lodgedAt, atOffice("2026-12-07", "09:00").toISOString(), "the day of lodging stays");
  });

  /** The dossier as it begins, and is accepted, at the police office. */
  async function handedOn(name: string, context: Context) {
    const by = { actor: { role: "officer" as const, id: null, name: "Bo Bo Văn Thử" }, key: crypto.randomUUID() };
    const [officer] = await hub.context.database.sql<{ staff: string }[]>`select staff from staff where username = 'canbo'`;
    const mine = { ...by, actor: { ...by.actor, id: officer?.staff ?? null } };
    const gone = await transfer(context, { office: "bac-khanh-vinh", dossier: id(name) }, mine, "cong-an-bac-khanh-vinh", "Thuộc công an");
    assert.ok(gone.ok, gone.ok ? "" : gone.reason.sentence);
    const there = { office: "cong-an-bac-khanh-vinh", dossier: gone.value.transferredTo?.dossier ?? "" };
    const taken = await accept(context, there, { ...by, key: crypto.randomUUID() });
    assert.ok(taken.ok, taken.ok ? "" : taken.reason.sentence);
    return fold(await readLog(hub.context.database.sql, there));
  }

  function withOwnTerm(context: Context): Context {
    const { catalogue } = context;
    const version = (code: string, wanted: string): Procedure | null => {
      const procedure = catalogue.version(code, wanted);
      return procedure && { ...procedure, deadline: { ...procedure.deadline, transfer: { term: "anew", words: "Thời hạn riêng" } } };
    };
    return { ...context, catalogue: Object.assign(Object.create(catalogue), { version }) };
  }

  it("stops on a day on which the police are closed, which their own admin says", async () => {
    clock("2026-12-09", "16:30");
    const admin = await signIn("quantrica");
    await admin.sends("/quan-tri/gio-lam-viec", { ngay: "10/12/2026", loai: "closed", "vi-sao": "họp toàn cơ quan" });
    assert.equal(admin.seen.status, 200);
    const working = async (kind: string) => {
      const office = (await listOffices(hub.context.database.sql)).find((each) => each.kind === kind);
      assert.ok(office);
      return isWorkingDay("2026-12-10", await officeCalendar(hub.context, hub.context.database.sql, office));
    };
    assert.deepEqual([await working("police"), await working("commune")], [false, true]);
    assert.equal(officeDay(hub.context.now()), "2026-12-09");
  });
});
