import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { officeDay } from "../../src/base/clock.ts";
import { isWorkingDay } from "../../src/domain/deadlines/calendar.ts";
import { addDays } from "../../src/domain/deadlines/days.ts";
import { formatDay } from "../../src/domain/people/dates.ts";
import { calendarOf } from "../../src/operations/context.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { answerAll, photographBirthNotice } from "../support/birth.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

describe("a dossier on its way, as the citizen and the officer see it", () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
  });
  after(() => hub.end());

  const signIn = async (username: string) => {
    const member = new Person(hub.url);
    await member.sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
    return member;
  };
  const move = (member: Person, dossier: string, name: string, more: Record<string, string> = {}) =>
    member.sends(`/mot-cua/${dossier}/${name}`, { key: crypto.randomUUID(), ...more });
  /** An accepted birth registration, with the citizen who knows the slip's four digits. */
  async function accepted() {
    const { printSlip } = await import("../../src/operations/drafts/slip.ts");
    const { readDraft } = await import("../../src/store/records/drafts.ts");
    const citizen = new Person(hub.url);
    const draft = await answerAll(citizen);
    await photographBirthNotice(citizen, draft);
    const stored = await readDraft(hub.context.database.sql, draft);
    assert.ok(stored);
    const { secret } = await printSlip(hub.context, stored);
    await citizen.sends(`/ho-so/${draft}/gui`, {});
    const tracking = `/tra-cuu/${/class="code">([^<]+)</.exec(citizen.seen.text)?.[1] ?? ""}`;
    const [row] = await hub.context.database.sql<
      { dossier: string }[]
    >`select lodged_dossier as dossier from drafts where draft = ${draft}`;
    const dossier = row?.dossier ?? "";
    const officer = await signIn("canbo");
    await move(officer, dossier, "accept");
    return { citizen, officer, dossier, tracking, secret };
  }
  /** A working day of the office, so many days ahead or soon after, as people type it. */
  const dayIn = (days: number) => {
    let day = addDays(officeDay(new Date()), days);
    while (!isWorkingDay(day, calendarOf(hub.context, "commune"))) day = addDays(day, 1);
    return formatDay(day);
  };

  it("owes money: the amount and until when stand on the tracking page, the clock sleeps, and goes on with the receipt's number", async () => {
    const { citizen, officer, dossier, tracking } = await accepted();
    await move(officer, dossier, "request-fee", { "so-tien": "mười sáu nghìn", "words-request-fee": "Hai bản sao" });
    assert.equal(officer.seen.status, 422);
    officer.sees("Xin ghi số tiền bằng chữ số");
    await move(officer, dossier, "request-fee", {
      "so-tien": "16.000",
      "words-request-fee": "Hai bản sao, nộp tại quầy",
      "han-nop": dayIn(9),
    });
    officer.sees("Yêu cầu thực hiện nghĩa vụ tài chính");
    await citizen.goes(tracking);
    citizen.sees("Nộp 16.000 đồng trước ngày");
    await move(officer, dossier, "propose");
    assert.equal(officer.seen.status, 409, "nothing goes on before it is paid");
    await move(officer, dossier, "settle-fee", { "bien-lai": "" });
    assert.equal(officer.seen.status, 422);
    await move(officer, dossier, "settle-fee", { "bien-lai": "BL-0042" });
    officer.sees("Đã nộp phí, lệ phí; thời hạn chạy tiếp");
    await citizen.goes(tracking);
    citizen.sees("Được tiếp nhận");
  });

  it("is withdrawn at the citizen's wish with the officer's answer once it is accepted; meanwhile nobody signs", async () => {
    const { citizen, officer, dossier, tracking, secret } = await accepted();
    await move(officer, dossier, "propose");
    await citizen.sends(`${tracking}/rut`, { key: crypto.randomUUID(), so: secret, reason: "Làm ở nơi khác" });
    citizen.sees("Bà con đã xin rút hồ sơ này");
    const leader = await signIn("lanhdao");
    await move(leader, dossier, "sign");
    assert.equal(leader.seen.status, 409);
    await officer.goes(`/mot-cua/${dossier}`);
    officer.sees("Bà con xin rút hồ sơ: Làm ở nơi khác");
    await move(officer, dossier, "decline-withdrawal", { "words-decline-withdrawal": "" });
    assert.equal(officer.seen.status, 422);
    await move(officer, dossier, "grant-withdrawal");
    officer.sees("Công dân yêu cầu rút hồ sơ");
    await citizen.goes(tracking);
    citizen.sees("Hồ sơ đã được rút theo yêu cầu");
  });

  it("is extended once for verification, by the days that the procedure names", async () => {
    const { citizen, officer, dossier, tracking } = await accepted();
    await move(officer, dossier, "extend", { "words-extend": "" });
    assert.equal(officer.seen.status, 422);
    await move(officer, dossier, "extend", { "words-extend": "Hỏi xã cũ về việc kết hôn của cha mẹ" });
    officer.sees("Gia hạn để xác minh");
    await citizen.goes(tracking);
    citizen.sees("Hỏi xã cũ về việc kết hôn của cha mẹ");
    await move(officer, dossier, "extend", { "words-extend": "Hỏi lần nữa" });
    assert.equal(officer.seen.status, 409);
  });

  it("is late: the office says sorry with a later working day and a reason, as a slip; no earlier day is taken", async () => {
    const { citizen, officer, dossier, tracking } = await accepted();
    await move(officer, dossier, "apologise", { "ngay-hen": "1/1/2020", reasons: "Hồ sơ nhiều, không kịp" });
    assert.equal(officer.seen.status, 422);
    officer.sees("Ngày hẹn lại phải là ngày làm việc");
    await move(officer, dossier, "apologise", { "ngay-hen": dayIn(14) });
    assert.equal(officer.seen.status, 422, "without a reason nobody says sorry");
    await move(officer, dossier, "apologise", { "ngay-hen": dayIn(14), reasons: "Hồ sơ nhiều, không kịp" });
    officer.sees("Phiếu xin lỗi và hẹn lại");
    const slip = /href="(\/mot-cua\/[0-9a-f-]{36}\/phieu-3\.pdf)"/.exec(officer.seen.text)?.[1] ?? "";
    await officer.goes(slip);
    assert.equal(Buffer.from(officer.seen.bytes.slice(0, 5)).toString(), "%PDF-");
    const once = Buffer.from(officer.seen.bytes);
    await officer.goes(slip);
    assert.deepEqual(Buffer.from(officer.seen.bytes), once, "the same bytes however often it is printed");
    await officer.goes(`/mot-cua/${dossier}/kiem-soat.pdf`);
    assert.equal(Buffer.from(officer.seen.bytes.slice(0, 5)).toString(), "%PDF-");
    await citizen.goes(tracking);
    citizen.sees("Cơ quan xin lỗi");
  });

  it("tells the person whose it is who looked at it, by title and not by name; and nobody else", async () => {
    const { citizen, officer, dossier, tracking } = await accepted();
    await officer.goes(`/mot-cua/${dossier}`);
    await citizen.goes(tracking);
    citizen.sees("Ai đã xem, đã in hồ sơ này");
    citizen.sees("Công chức tư pháp - hộ tịch xem hồ sơ");
    citizen.seesNot("Bo Bo Văn Thử");
    const stranger = new Person(hub.url);
    await stranger.goes(tracking);
    stranger.seesNot("Ai đã xem");
  });
});
