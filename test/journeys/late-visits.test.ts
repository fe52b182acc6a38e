import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { atOffice, officeDay } from "../../src/base/clock.ts";
import { addDays } from "../../src/domain/deadlines/days.ts";
import { formatDay } from "../../src/domain/people/dates.ts";
import { readDashboard } from "../../src/operations/measures/dashboard.ts";
import { silenceWords } from "../../src/operations/measures/trouble-words.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { insertShift } from "../../src/store/records/shifts.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

const PLACE = { office: "bac-khanh-vinh", point: "loc-vung" };

describe("visits while power or line are out", () => {
  let hub: TestHub;
  const today = officeDay(new Date());
  const [yesterday, tomorrow] = [addDays(today, -1), addDays(today, 1)];
  const days = `tu=${addDays(today, -6)}&den=${today}`;
  before(async () => {
    hub = await openHub();
  });
  after(() => hub.end());

  const signIn = async (username: string) => {
    const member = new Person(hub.url);
    await member.sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
    return member;
  };
  const sql = () => hub.context.database.sql;
  const hearings = () =>
    sql()<{ beganAt: Date; lastAt: Date }[]>`select began_at as "beganAt", last_at as "lastAt" from machine_hearings order by 1`;
  const visitsOn = async (day: string) => (await sql()<{ n: number }[]>`select count(*) as n from visits where day = ${day}`)[0]?.n;

  it("the point's machine says that it is there, keeps nobody's session awake by it, and other browsers are not heard", async () => {
    const helper = await signIn("truc");
    helper.seesNot("data-here");
    await helper.sends("/may-nay", {});
    assert.equal((await hearings()).length, 0, "a browser that stands nowhere");
    await helper.sends("/ban-truc/may-nay", { diem: PLACE.point });
    helper.sees('data-here="/may-nay"');
    const seenAt = async () => (await sql()<{ at: Date }[]>`select max(seen_at) as at from sessions`)[0]?.at;
    const before = await seenAt();
    for (let times = 0; times < 3; times += 1) assert.equal((await helper.sends("/may-nay", {})).status, 204);
    assert.equal((await hearings()).length, 1, "one machine, one hearing");
    assert.deepEqual(await seenAt(), before);
  });

  it("is silent where it should have been heard: the leader sees since when, and that figures may lack something", async () => {
    // yesterday it was heard until 9:10, and never since; today the point is closed, tomorrow it opens
    await sql()`update machine_hearings set began_at = ${atOffice(yesterday, "07:00")}, last_at = ${atOffice(yesterday, "09:10")}`;
    await sql()`update shifts set until_day = ${addDays(today, -2)} where weekday is not null`;
    for (const day of [yesterday, tomorrow]) {
      const shift = { shift: crypto.randomUUID(), on: { day }, opens: "07:30", closes: "10:40", from: day, until: day };
      await insertShift(sql(), PLACE, shift);
    }
    const leader = await signIn("lanhdao");
    await leader.goes(`/thong-ke?${days}`);
    leader.sees("Chuyện có thể làm số giảm");
    leader.sees(`${formatDay(yesterday)}: máy ở Điểm hỗ trợ`);
    leader.sees("im 9:10–10:40, chưa ghi bù: số có thể còn thiếu");
    const at = { ...hub.context, now: () => atOffice(tomorrow, "10:00") };
    const { troubles } = await readDashboard(
      at,
      { offices: [PLACE.office] },
      { from: yesterday, to: tomorrow },
      { units: [], since: null },
    );
    const [, now] = troubles.silences.map(silenceWords);
    assert.match(now ?? "", /^Hôm nay máy ở .* im từ 7:30: số có thể còn thiếu$/);
    const open = (await (await fetch(`${hub.url}/api/v1/statistics?unit=22615&from=${yesterday}&to=${yesterday}`)).json()) as Record<
      string,
      unknown
    >;
    assert.equal(open.incompleteDays, 1);
  });

  it("has a paper for the wall, one page, with the page's columns", async () => {
    const helper = await signIn("truc");
    await helper.goes("/ban-truc");
    await helper.goes(helper.link("Ghi bù</a>"));
    for (const column of ["Giờ đến", "Việc", "Số người", "Mức hỗ trợ"]) helper.sees(`<th scope="col">${column}</th>`);
    await helper.goes(helper.link("tờ giấy treo ở điểm"));
    assert.equal(helper.seen.headers.get("content-type"), "application/pdf");
    assert.equal((new TextDecoder("latin1").decode(helper.seen.bytes).match(/\/Type ?\/Page\b/g) ?? []).length, 1);
  });

  it("is typed in afterwards: what cannot be stays typed, then a preview, then counted once on its day, however often it is sent", async () => {
    const helper = await signIn("truc");
    await helper.goes("/ban-truc/ghi-bu");
    helper.sees("Những ngày máy im, chưa ghi bù");
    await helper.goes(helper.link("Ghi bù ngày này"));
    helper.sees(`value="${formatDay(yesterday)}"`);
    const form = { key: helper.hidden("key"), "so-dong": "6", ngay: formatDay(yesterday), lam: "xem" };
    await helper.sends("/ban-truc/ghi-bu", {
      ...form,
      ngay: formatDay(addDays(today, 1)),
      "gio-1": "chín giờ",
      "viec-1": "print",
      "nguoi-1": "2",
    });
    assert.equal(helper.seen.status, 422);
    for (const kept of ['value="chín giờ"', '<option value="print" selected', "Ngày này chưa đến", "Dòng 1: xin ghi giờ đến"])
      helper.sees(kept);
    await helper.sends("/ban-truc/ghi-bu", form);
    assert.equal(helper.seen.status, 422, "an empty sheet");
    const lines = {
      "gio-1": "9h15",
      "viec-1": "guided",
      "muc-1": "guided",
      "gio-2": "9h30",
      "viec-2": "print",
      "nguoi-2": "7",
      "gio-3": "10 giờ",
      "viec-3": "practice",
      "muc-3": "peer",
    };
    await helper.sends("/ban-truc/ghi-bu", { ...form, ...lines, lam: "them" });
    helper.sees('name="gio-12"');
    helper.sees('value="9h15"');
    await helper.sends("/ban-truc/ghi-bu", { ...form, ...lines });
    helper.sees("Ghi 9 lượt vào");
    assert.equal(await visitsOn(yesterday), 0, "a preview counts nothing");
    await Promise.all([1, 2, 3].map(() => helper.sends("/ban-truc/ghi-bu", { ...form, ...lines, lam: "ghi" })));
    helper.sees("Đã ghi 9 lượt");
    helper.seesNot("Những ngày máy im, chưa ghi bù");
    assert.equal(await visitsOn(yesterday), 9);
    const [visit] = await sql()<{ openedAt: Date; recordedAt: Date; name: string | null }[]>`
      select opened_at as "openedAt", recorded_at as "recordedAt", visitor_name as name from visits join late_visits using (office, visit) join late_sheets using (office, sheet)
      order by opened_at limit 1`;
    assert.equal(visit?.openedAt.getTime(), atOffice(yesterday, "09:15").getTime());
    assert.equal(officeDay(visit?.recordedAt ?? new Date(0)), today);
    assert.equal(visit?.name, null);
  });

  it("is said beside the figure, opens to the visits, and stands in open data with its definition", async () => {
    const leader = await signIn("lanhdao");
    await leader.goes(`/thong-ke?${days}`);
    leader.sees(`trong đó 9 lượt ghi muộn (ghi ngày ${formatDay(today)})`);
    leader.sees("im 9:10–10:40, đã ghi bù");
    await leader.goes(`/thong-ke/phia-sau?${days}&so=visits-late`);
    leader.sees("Lượt ghi muộn: 9");
    leader.sees(`<td>${formatDay(today)}</td>`);
    const open = await (await fetch(`${hub.url}/api/v1/statistics?unit=22615&from=${yesterday}&to=${yesterday}`)).json();
    const { visits, visitsLate, incompleteDays, definition } = open as Record<string, unknown>;
    assert.deepEqual([visits, visitsLate, incompleteDays], [9, 9, 0]);
    assert.match((definition as Record<string, string>).visitsLate ?? "", /tính vào ngày bà con đến/);
    assert.match((definition as Record<string, string>).incompleteDays ?? "", /chưa ghi bù/);
  });

  it("is taken back when it was typed in wrongly, and then owed again, unless nobody came", async () => {
    const helper = await signIn("truc");
    await helper.goes("/ban-truc/ghi-bu");
    const back = /action="(\/ban-truc\/ghi-bu\/[0-9a-f-]{36}\/rut)"/.exec(helper.seen.text)?.[1] ?? assert.fail();
    await helper.sends(back, {});
    assert.equal(await visitsOn(yesterday), 0);
    helper.sees("Những ngày máy im, chưa ghi bù");
    assert.equal((await helper.sends(back, {})).status, 404);
    await helper.sends("/ban-truc/ghi-bu/khong-co-ai", { ngay: yesterday, key: "khong-ai" });
    helper.seesNot("Những ngày máy im, chưa ghi bù");
    helper.sees("không có ai đến");
  });
});
