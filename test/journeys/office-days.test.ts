import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { officeDay } from "../../src/base/clock.ts";
import { isWorkingDay } from "../../src/domain/deadlines/calendar.ts";
import { addDays } from "../../src/domain/deadlines/days.ts";
import { formatDay } from "../../src/domain/people/dates.ts";
import { calendarOf } from "../../src/operations/context.ts";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { aSubmission, submit } from "../support/api.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

describe("an office's hours and days", () => {
  let hub: TestHub;
  let admin: Person;
  before(async () => {
    hub = await openHub();
    admin = new Person(hub.url);
    await admin.sends("/dang-nhap", { ten: "quantri", secret: PRACTICE_SECRET });
  });
  after(() => hub.end());

  /** The day promised for a birth that is sent now, with its reasons. */
  async function promised(): Promise<{ day: string; why: string }> {
    const token = await createPartnerToken(hub.context, `thử ${crypto.randomUUID()}`, ["dossiers:write"]);
    const { id } = (await (await submit(hub.url, token, aSubmission(500))).json()) as { id: string };
    const [row] = await hub.context.database.sql<{ due: { day: string; explanation: string[] } }[]>`
      select data -> 'due' as due from dossier_events where dossier = ${id} and type = 'lodged'`;
    return { day: row?.due.day ?? "", why: row?.due.explanation.join(" ") ?? "" };
  }

  it("moves what is promised over a flooded day, says why, and goes back when the day is taken back", async () => {
    const usual = (await promised()).day;
    await admin.goes("/quan-tri");
    await admin.goes(admin.link("Giờ làm việc, ngày nghỉ của cơ quan"));
    await admin.sends("/quan-tri/gio-lam-viec", { ngay: formatDay(usual), loai: "closed", "vi-sao": "bão số mười hai" });
    admin.sees("bão số mười hai");
    const flooded = await promised();
    assert.ok(flooded.day > usual, `${flooded.day} is after ${usual}`);
    assert.match(flooded.why, /bão số mười hai/);

    await admin.sends(`/quan-tri/gio-lam-viec/${usual}/bo`, {});
    admin.seesNot("bão số mười hai");
    assert.equal((await promised()).day, usual);
  });

  it("asks for a reason and refuses a day that is off anyway; what was typed stays", async () => {
    const calendar = calendarOf(hub.context, "commune");
    let off = officeDay(hub.context.now());
    while (isWorkingDay(off, calendar)) off = addDays(off, 1);
    await admin.sends("/quan-tri/gio-lam-viec", { ngay: formatDay(off), loai: "closed", "vi-sao": "họp toàn xã" });
    assert.equal(admin.seen.status, 422);
    admin.sees("vốn là ngày nghỉ");
    admin.sees('value="họp toàn xã"');
    await admin.sends("/quan-tri/gio-lam-viec", { ngay: formatDay(off), loai: "extra", "vi-sao": "", mo: "7:30", dong: "10:00" });
    admin.sees("Xin ghi vì sao");
    await admin.sends("/quan-tri/gio-lam-viec", {
      ngay: formatDay(off),
      loai: "extra",
      "vi-sao": "cho thôn xa",
      mo: "10:00",
      dong: "7:30",
    });
    admin.sees("Xin ghi giờ mở và giờ đóng");
    await admin.sends("/quan-tri/gio-lam-viec", {
      ngay: formatDay(off),
      loai: "extra",
      "vi-sao": "cho thôn xa",
      mo: "7:30",
      dong: "10:00",
    });
    admin.sees("Mở thêm vào ngày nghỉ, 07:30–10:00");
  });

  it("promises by the office's own closing time", async () => {
    const hours = { "sang-mo": "7:00", "sang-dong": "11:00", "chieu-mo": "13:00", "chieu-dong": "16:30", "sang-thu-bay": "co" };
    await admin.sends("/quan-tri/gio-lam-viec/gio", { ...hours, "chieu-dong": "12:00" });
    assert.equal(admin.seen.status, 422);
    await admin.sends("/quan-tri/gio-lam-viec/gio", hours);
    admin.sees('value="16:30"');
    await promised();
    const [last] = await hub.context.database.sql<{ time: string }[]>`
      select due_time as time from dossier_list order by lodged_at desc limit 1`;
    assert.equal(last?.time, "16:30");
  });
});
