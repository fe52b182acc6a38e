import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { atOffice } from "../../src/base/clock.ts";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { aSubmission, submit } from "../support/api.ts";
import { answerAll, photographBirthNotice } from "../support/birth.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { type ReadEvent, readCalendar } from "../support/icalendar.ts";
import { Person } from "../support/person.ts";

// Tuesday; the point is open on Monday, Wednesday and Friday
const TUESDAY = "2026-12-08";
const WEDNESDAY = "thứ Tư 9/12, 7:30–11:00";
const FRIDAY = "thứ Sáu 11/12, 7:30–11:00";
const ROSTER = "/ban-truc/lich";
const WEEK = "/quan-tri/diem/loc-vung/lich";

describe("the roster of a point", () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
  });
  after(() => hub.end());
  beforeEach(() => clock(TUESDAY, "09:00"));

  function clock(day: string, time: string): void {
    Object.assign(hub.context, { now: () => atOffice(day, time) });
  }

  async function signIn(username: string): Promise<Person> {
    const member = new Person(hub.url);
    await member.sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
    return member;
  }

  async function door(day: string, time: string): Promise<Person> {
    clock(day, time);
    const visitor = new Person(hub.url);
    await visitor.goes("/");
    return visitor;
  }

  /** The value of the choice with these words, of the page in front of them. */
  function choice(person: Person, words: string): string {
    const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const value = new RegExp(`<option value="([^"]*)"[^>]*>[^<]*${escaped}`).exec(person.seen.text)?.[1];
    assert.ok(value !== undefined, `a choice "${words}" at ${person.seen.url}`);
    return value;
  }

  /** Makes an address as that person and answers its path. */
  async function feedOf(person: Person, whose: "toi" | "diem"): Promise<string> {
    await person.sends(`${ROSTER}/dia-chi`, { diem: "loc-vung", "cua-ai": whose });
    return /href="http:\/\/point\.example(\/lich\/[^"]+\.ics)"/.exec(person.seen.text)?.[1] ?? "";
  }

  async function turnsIn(path: string): Promise<ReadEvent[]> {
    const reader = await fetch(new URL(path, hub.url));
    assert.equal(reader.status, 200);
    assert.equal(reader.headers.get("content-type"), "text/calendar; charset=utf-8");
    return readCalendar(await reader.text());
  }

  const starts = (events: readonly ReadEvent[]) => events.map((event) => event.start);

  async function askForWednesday(helper: Person, inReturn: string): Promise<void> {
    await helper.goes(ROSTER);
    await helper.sends(`${ROSTER}/doi`, {
      diem: "loc-vung",
      ca: choice(helper, WEDNESDAY),
      voi: choice(helper, inReturn),
      "loi-doi": "Nhà có việc",
    });
    helper.sees("Đang chờ trả lời");
  }

  function answerPath(person: Person, answer: string): string {
    return new RegExp(`/ban-truc/lich/doi/[0-9a-f-]{36}/${answer}`).exec(person.seen.text)?.[0] ?? "";
  }

  it("says on the first page whether the point is open today, or when it opens again", async () => {
    (await door(TUESDAY, "09:00")).sees("Hôm nay điểm nghỉ. Mở lại thứ Tư 9/12, 7:30–11:00 và 13:30–16:30.");
    (await door("2026-12-09", "07:00")).sees("Hôm nay điểm mở cửa 7:30–11:00 và 13:30–16:30.");
    (await door("2026-12-09", "12:00")).sees("Hôm nay điểm mở cửa 13:30–16:30.");
    (await door("2026-12-09", "17:00")).sees("Hôm nay điểm đã đóng cửa. Mở lại thứ Sáu 11/12");
    (await door("2027-01-01", "08:00")).sees("Mở lại thứ Hai 4/1");
  });

  it("a swap is asked and agreed, and both calendars change", async () => {
    const [helper, officer] = [await signIn("truc"), await signIn("canbo")];
    const [hers, his] = [await feedOf(helper, "toi"), await feedOf(officer, "toi")];
    const before = { hers: await turnsIn(hers), his: await turnsIn(his) };
    assert.ok(starts(before.hers).includes("20261209T073000"));
    assert.ok(starts(before.his).includes("20261211T073000"));

    await askForWednesday(helper, `đổi lấy ${FRIDAY}`);
    assert.deepEqual(starts(await turnsIn(hers)), starts(before.hers), "nothing changes before it is agreed");
    await officer.goes(ROSTER);
    officer.sees("Mấu Thị Trực Thử</strong> nhờ trực thay: thứ Tư 9/12, 7:30–11:00.");
    officer.sees("Nhà có việc");
    const agree = answerPath(officer, "dong-y");
    await helper.sends(agree, {});
    assert.equal(helper.seen.status, 409, "nobody agrees with themselves");
    await officer.sends(agree, { diem: "loc-vung" });
    assert.equal(officer.seen.status, 200);
    await officer.sends(agree, {});
    assert.equal(officer.seen.status, 409, "once");

    const after = { hers: await turnsIn(hers), his: await turnsIn(his) };
    assert.ok(!starts(after.hers).includes("20261209T073000") && starts(after.hers).includes("20261211T073000"));
    assert.ok(starts(after.his).includes("20261209T073000") && !starts(after.his).includes("20261211T073000"));
    assert.ok(starts(after.hers).includes("20261216T073000"), "the week after is as ever");
    assert.equal(after.hers.length + after.his.length, before.hers.length + before.his.length);
    const kept = before.hers.find(({ start }) => start === "20261216T073000")?.uid;
    assert.equal(after.hers.find(({ start }) => start === "20261216T073000")?.uid, kept, "a turn keeps its id");
  });

  it("a swap that was declined or taken back changes nothing", async () => {
    const [helper, officer] = [await signIn("truc"), await signIn("canbo")];
    const Wednesday = "thứ Tư 16/12, 7:30–11:00";
    for (const [who, answer] of [
      [officer, "tu-choi"],
      [helper, "rut"],
    ] as const) {
      await helper.goes(ROSTER);
      await helper.sends(`${ROSTER}/doi`, { ca: choice(helper, Wednesday), voi: choice(helper, "Bo Bo Văn Thử trực thay") });
      await who.goes(ROSTER);
      await who.sends(answerPath(who, answer), {});
      await helper.goes(ROSTER);
      helper.seesNot("Đang chờ trả lời");
      await officer.goes(ROSTER);
      officer.seesNot("nhờ trực thay");
    }
    const turns = await turnsIn(await feedOf(helper, "toi"));
    assert.ok(starts(turns).includes("20261216T073000"));
  });

  it("a turn is given away once, also when two answers come at the same moment", async () => {
    const [helper, officer] = [await signIn("truc"), await signIn("canbo")];
    for (let times = 0; times < 2; times += 1) {
      await helper.goes(ROSTER);
      await helper.sends(`${ROSTER}/doi`, {
        ca: choice(helper, "thứ Tư 23/12, 7:30–11:00"),
        voi: choice(helper, "Bo Bo Văn Thử trực thay"),
      });
    }
    await officer.goes(ROSTER);
    const answers = [...officer.seen.text.matchAll(/\/ban-truc\/lich\/doi\/[0-9a-f-]{36}\/dong-y/g)].map(([path]) => path);
    assert.equal(answers.length, 2);
    const headers = { cookie: officer.cookie, origin: hub.url };
    const replies = await Promise.all(
      answers.map((path) => fetch(new URL(path, hub.url), { method: "POST", headers, body: "", redirect: "manual" })),
    );
    assert.deepEqual(replies.map(({ status }) => status).sort(), [303, 409]);
    await officer.goes(ROSTER);
    await officer.sends(answerPath(officer, "tu-choi"), {});
  });

  it("leave makes a gap, warned of at the desk too, until they come after all or somebody else is on", async () => {
    const helper = await signIn("truc");
    await helper.goes("/ban-truc");
    helper.seesNot("chưa có ai trực");
    await helper.sends(`${ROSTER}/nghi`, { tu: "hôm nào", den: "" });
    assert.equal(helper.seen.status, 422);
    helper.sees("Xin ghi ngày nghỉ");
    await helper.sends(`${ROSTER}/nghi`, { tu: "14/12/2026", den: "15/12/2026", loi: "Đám cưới" });
    helper.sees("2 ca chưa có ai trực");
    helper.sees("thứ Hai 14/12, 7:30–11:00; thứ Hai 14/12, 13:30–16:30");
    await helper.goes("/ban-truc");
    helper.sees("2 ca chưa có ai trực");
    await helper.goes(helper.link("Xem lịch trực"));
    await helper.sends(/\/ban-truc\/lich\/nghi\/[0-9a-f-]{36}\/bo/.exec(helper.seen.text)?.[0] ?? "", {});
    helper.seesNot("chưa có ai trực");
  });

  it("an admin says leave for somebody who telephoned, and puts another on", async () => {
    const admin = await signIn("quantri");
    await admin.goes(ROSTER);
    await admin.sends(`${ROSTER}/nghi`, { ai: choice(admin, "Mấu Thị Trực Thử"), tu: "16/12/2026" });
    admin.sees("2 ca chưa có ai trực");
    await admin.goes(WEEK);
    const section = admin.seen.text.slice(admin.seen.text.indexOf("thứ Tư, 7:30–11:00"));
    const [path = ""] = /\/quan-tri\/diem\/loc-vung\/lich\/[0-9a-f-]{36}\/nguoi/.exec(section) ?? [];
    const people = [...section.slice(0, section.indexOf("</fieldset>")).matchAll(/name="nguoi" value="([^"]+)"/g)].map(
      ([, staff = ""]) => staff,
    );
    assert.equal(people.length, 2);
    const form = new FormData();
    for (const staff of people) form.append("nguoi", staff);
    await admin.sends(path, form);
    await admin.goes(ROSTER);
    admin.sees("1 ca chưa có ai trực");
    await admin.sends(/\/ban-truc\/lich\/nghi\/[0-9a-f-]{36}\/bo/.exec(admin.seen.text)?.[0] ?? "", {});
    admin.seesNot("chưa có ai trực");
  });

  it("the calendar has an address that cannot be guessed, shown once, ended at will", async () => {
    const officer = await signIn("canbo");
    const first = await feedOf(officer, "diem");
    const events = await turnsIn(first);
    assert.ok(events.length > 70, `${events.length} turns`);
    assert.ok(events.every(({ summary, location }) => summary.startsWith("Trực: ") && location.includes("thôn Suối Cau")));
    assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);
    clock(TUESDAY, "10:00");
    const later = await turnsIn(first);
    assert.deepEqual(
      later.map(({ uid }) => uid),
      events.map(({ uid }) => uid),
    );
    assert.equal(later[0]?.stamp, "20261208T030000Z");

    const second = await feedOf(officer, "diem");
    const status = async (path: string) => (await fetch(new URL(path, hub.url))).status;
    assert.equal(await status(first), 404, "the earlier address ends with the new one");
    assert.equal(await status(second), 200);
    assert.equal(await status(`/lich/${"A".repeat(43)}.ics`), 404);
    await officer.goes(ROSTER);
    officer.seesNot(".ics");
    const ends = [...officer.seen.text.matchAll(/\/ban-truc\/lich\/dia-chi\/[0-9a-f-]{36}\/bo/g)].map(([path]) => path);
    const helper = await signIn("truc");
    for (const path of ends) await helper.sends(path, {});
    assert.equal(await status(second), 200, "nobody ends another's");
    for (const path of ends) await officer.sends(path, {});
    assert.equal(await status(second), 404);
  });

  it("the admin changes the week, opens a day more, closes one: what is wrong is said field by field, and the door follows", async () => {
    const admin = await signIn("quantri");
    await admin.sends(WEEK, { thu: "6", mo: "sáng sớm", dong: "", tu: "mai" });
    assert.equal(admin.seen.status, 422);
    for (const words of ["Xin ghi giờ mở cửa", "Xin ghi giờ đóng cửa", "Xin ghi ngày bắt đầu"]) admin.sees(words);
    await admin.sends(WEEK, { thu: "6", mo: "8h", dong: "10 giờ 30", tu: "" });
    admin.sees("thứ Bảy, 8:00–10:30");
    (await door("2026-12-12", "09:00")).sees("Hôm nay điểm mở cửa 8:00–10:30.");
    clock(TUESDAY, "09:00");
    await admin.sends("/quan-tri/diem/loc-vung/mo-them", { ngay: "8/12/2026", mo: "14:00", dong: "16:00" });
    (await door(TUESDAY, "09:00")).sees("Hôm nay điểm mở cửa 14:00–16:00.");
    await admin.sends("/quan-tri/diem/loc-vung/nghi", { "ngay-nghi": "8/12/2026", "vi-sao": "họp thôn" });
    (await door(TUESDAY, "09:00")).sees("Hôm nay điểm nghỉ (họp thôn). Mở lại thứ Tư 9/12");
    await admin.sends("/quan-tri/diem/loc-vung/nghi/2026-12-08/bo", {});
    (await door(TUESDAY, "09:00")).sees("Hôm nay điểm mở cửa 14:00–16:00.");
    await admin.goes(WEEK);
    for (const words of ["thứ Bảy, 8:00", "thứ Ba 8/12, 14:00"]) {
      const [drop = ""] =
        /\/quan-tri\/diem\/loc-vung\/lich\/[0-9a-f-]{36}\/bo/.exec(admin.seen.text.slice(admin.seen.text.indexOf(words))) ?? [];
      await admin.sends(drop, {});
    }
    (await door(TUESDAY, "09:00")).sees("Hôm nay điểm nghỉ. Mở lại thứ Tư 9/12");
  });

  it("a due date shows both days: the office's, and the point's next open one; on the receipt, when tracking, and for good in the log", async () => {
    const citizen = new Person(hub.url);
    const draft = await answerAll(citizen);
    await photographBirthNotice(citizen, draft);
    await citizen.sends(`/ho-so/${draft}/gui`, {});
    citizen.sees("Hẹn trả kết quả: <strong>thứ Ba 8/12/2026");
    citizen.sees("Tại điểm hỗ trợ: trả kết quả từ thứ Tư 9/12, điểm mở cửa.");
    await citizen.goes(citizen.link("Theo dõi hồ sơ"));
    citizen.sees("trả kết quả từ thứ Tư 9/12, điểm mở cửa");
    citizen.sees("Hôm nay điểm nghỉ. Mở lại thứ Tư 9/12");
    const [event] = await hub.context.database.sql<{ due: { day: string; atPoint: string } }[]>`
      select data -> 'due' as due from dossier_events where type = 'lodged' order by at desc limit 1`;
    assert.deepEqual([event?.due.day, event?.due.atPoint], [TUESDAY, "2026-12-09"]);
  });

  it("a dossier that came in at no point names no point", async () => {
    const token = await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
    const { trackingCode } = (await (await submit(hub.url, token, aSubmission(500))).json()) as { trackingCode: string };
    const citizen = new Person(hub.url);
    await citizen.goes(`/tra-cuu/${trackingCode}`);
    citizen.seesNot("điểm mở cửa");
    citizen.seesNot("Hôm nay điểm");
  });

  it("a new point has the week of the one it is a copy of, and nobody on yet", async () => {
    const admin = await signIn("quantri");
    await admin.sends("/quan-tri/diem/loc-vung/chep", { ten: "Điểm hỗ trợ Suối Sâu", noi: "thôn Suối Sâu", ngay: "14/12/2026" });
    await admin.goes(`${ROSTER}?diem=suoi-sau`);
    admin.sees("Lịch trực: Điểm hỗ trợ Suối Sâu");
    admin.sees("8 ca chưa có ai trực");
    admin.seesNot("Mấu Thị Trực Thử</td>");
    await admin.goes("/quan-tri/diem/suoi-sau/ap-phich.pdf");
    assert.equal(admin.seen.status, 200);
  });
});
