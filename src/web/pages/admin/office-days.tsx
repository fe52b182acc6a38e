import { Hono } from "hono";
import type { Result } from "../../../base/result.ts";
import type { WorkingHours } from "../../../domain/deadlines/calendar.ts";
import { OWN_DAY_WORDS, type OwnDay, type OwnDayKind } from "../../../domain/deadlines/own-days.ts";
import { dayWithWeekday, parseTypedDate } from "../../../domain/people/dates.ts";
import { parseTypedTime } from "../../../domain/point/typed-time.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { readOfficeDays, sayOfficeHours, sayOwnDay, takeOwnDayBack } from "../../../operations/offices/office-days.ts";
import type { Problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

/** When the admin's office works: its hours, and the days on which it does otherwise. The legal clock counts by them. */
export const adminOfficeDays = new Hono<Env>()
  .get(paths.adminOfficeDays, (request) => asStaff(request, ["admin"], (member) => daysPage(request, member, {}, null)))
  .post(paths.adminOfficeDays, (request) => change(request, (member, form) => sayOwnDay(request.var.services, member, ownDayOf(form))))
  .post(paths.adminOfficeHours, (request) => change(request, (member, form) => sayOfficeHours(request.var.services, member, hoursOf(form))))
  .post("/quan-tri/gio-lam-viec/:day/bo", (request) =>
    asStaff(request, ["admin"], async (member) => {
      const taken = await takeOwnDayBack(request.var.services, member, dayOf(request.req.param("day")));
      return taken.ok ? request.redirect(paths.adminOfficeDays, 303) : daysPage(request, member, {}, taken.reason);
    }),
  );

type Form = Readonly<Record<string, string>>;

function change(request: Request, work: (member: StaffMember, form: Form) => Promise<Result<true, Problem>>) {
  return asStaff(request, ["admin"], async (member) => {
    const form = await readForm(request);
    const done = await work(member, form);
    return done.ok ? request.redirect(paths.adminOfficeDays, 303) : daysPage(request, member, form, done.reason);
  });
}

function ownDayOf(form: Form): OwnDay {
  const day = dayOf(form.ngay);
  const reason = form["vi-sao"] ?? "";
  const kind = form.loai && form.loai in OWN_DAY_WORDS ? (form.loai as OwnDayKind) : "closed";
  return kind === "extra" ? { day, reason, kind, opens: timeOf(form.mo), closes: timeOf(form.dong) } : { day, reason, kind };
}

function hoursOf(form: Form): WorkingHours {
  return {
    weekdays: [1, 2, 3, 4, 5],
    mornings: form["sang-thu-bay"] ? [6] : [],
    morning: { opens: timeOf(form["sang-mo"]), closes: timeOf(form["sang-dong"]) },
    afternoon: { opens: timeOf(form["chieu-mo"]), closes: timeOf(form["chieu-dong"]) },
  };
}

function timeOf(typed = ""): string {
  return parseTypedTime(typed) ?? "";
}

function dayOf(typed = ""): string {
  const day = parseTypedDate(typed);
  return day.ok ? day.value : "";
}

async function daysPage(request: Request, member: StaffMember, typed: Form, said: Problem | null): Promise<Response> {
  const { office, hours, days } = await readOfficeDays(request.var.services, member);
  return page(
    request,
    {
      title: "Giờ làm việc, ngày nghỉ",
      desk: true,
      back: paths.admin,
      children: (
        <>
          <h1>Giờ làm việc, ngày nghỉ: {office}</h1>
          <p>
            Ngày hẹn trả được tính theo lịch này, cùng với lịch nghỉ lễ chung. Hồ sơ đã hẹn rồi thì giữ ngày hẹn cũ; không kịp thì xin lỗi
            và hẹn lại.
          </p>
          <ProblemSummary problem={said} />
          <div class="two">
            <Days days={days} typed={typed} said={said} />
            <Hours hours={hours} typed={typed} said={said} />
          </div>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

function Days({ days, typed, said }: { days: readonly OwnDay[]; typed: Form; said: Problem | null }) {
  return (
    <section>
      <h2>Ngày riêng của cơ quan</h2>
      {days.length === 0 ? <p class="hint">Chưa ghi ngày nào.</p> : null}
      <ul>
        {days.map((own) => (
          <li>
            <strong>{dayWithWeekday(own.day)}</strong>: {OWN_DAY_WORDS[own.kind]}
            {own.kind === "extra" ? `, ${own.opens}–${own.closes}` : ""}. {own.reason}
            <form method="post" action={paths.adminOfficeDayAway(own.day)}>
              <button class="plain" type="submit">
                Bỏ<span class="sr"> {dayWithWeekday(own.day)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={paths.adminOfficeDays}>
        <TextField
          id="ngay"
          label="Ngày"
          hint="Ví dụ 15/5/2027. Ngày đã qua trong một tháng cũng ghi được."
          value={typed.ngay ?? ""}
          error={said?.fields?.ngay}
          short
        />
        <div class="field">
          <label for="loai">Hôm đó</label>
          <select id="loai" name="loai">
            {Object.entries(OWN_DAY_WORDS).map(([kind, words]) => (
              <option value={kind} selected={typed.loai === kind}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <TextField
          id="vi-sao"
          label="Vì sao (bà con đọc được)"
          hint="Ví dụ: nước lũ ngập trụ sở"
          value={typed["vi-sao"] ?? ""}
          error={said?.fields?.["vi-sao"]}
        />
        <TextField id="mo" label="Nếu mở thêm: mở lúc" hint="Ví dụ 7:30" value={typed.mo ?? ""} error={said?.fields?.mo} short />
        <TextField id="dong" label="Nếu mở thêm: đóng lúc" hint="Ví dụ 11:00" value={typed.dong ?? ""} error={said?.fields?.dong} short />
        <button type="submit">Ghi ngày này</button>
      </form>
    </section>
  );
}

function Hours({ hours, typed, said }: { hours: WorkingHours; typed: Form; said: Problem | null }) {
  const { morning, afternoon, mornings } = hours;
  return (
    <section>
      <h2>Giờ làm việc</h2>
      <p class="hint">Thứ Hai đến thứ Sáu.</p>
      <form method="post" action={paths.adminOfficeHours}>
        <TextField id="sang-mo" label="Sáng mở lúc" value={typed["sang-mo"] ?? morning.opens} error={said?.fields?.["sang-mo"]} short />
        <TextField id="sang-dong" label="Sáng đóng lúc" value={typed["sang-dong"] ?? morning.closes} short />
        <TextField id="chieu-mo" label="Chiều mở lúc" value={typed["chieu-mo"] ?? afternoon.opens} short />
        <TextField id="chieu-dong" label="Chiều đóng lúc" value={typed["chieu-dong"] ?? afternoon.closes} short />
        <label class="choice" for="sang-thu-bay">
          <input type="checkbox" id="sang-thu-bay" name="sang-thu-bay" value="co" checked={mornings.includes(6)} />
          Sáng thứ Bảy nhận hồ sơ (không tính vào thời hạn)
        </label>
        <button type="submit">Lưu giờ làm việc</button>
      </form>
    </section>
  );
}
