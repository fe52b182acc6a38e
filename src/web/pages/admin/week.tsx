import { Hono } from "hono";
import { isUuid } from "../../../base/ids.ts";
import type { Result } from "../../../base/result.ts";
import { formatDay, parseTypedDate } from "../../../domain/people/dates.ts";
import { weekdayWords } from "../../../domain/point/opening-words.ts";
import { parseTypedTime } from "../../../domain/point/typed-time.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { listPoints } from "../../../operations/offices/places.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { addShift, closeDay, dropShift, openDayAgain, setShiftPeople } from "../../../operations/roster/pattern.ts";
import { readWeekPage, type WeekPage } from "../../../operations/roster/week-page.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readFormData } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

type Point = Awaited<ReturnType<typeof listPoints>>[number];

/** What was posted: the fields by name, and the people that were ticked. */
interface Posted {
  readonly fields: Readonly<Record<string, string>>;
  readonly people: readonly string[];
}

/** The admin's page of a point's week: shifts and who stands by on them, extra days, days off. */
export const adminWeek = new Hono<Env>()
  .get("/quan-tri/diem/:point/lich", (request) => atPoint(request, (_member, point) => weekPage(request, point, null, null)))
  .post("/quan-tri/diem/:point/lich", (request) =>
    change(request, (point, { fields, people }) =>
      addShift(request.var.services, point, {
        on: { weekday: Number(fields.thu) },
        ...hoursOf(fields),
        from: fields.tu?.trim() ? dayOf(fields.tu) : null,
        people,
      }),
    ),
  )
  .post("/quan-tri/diem/:point/mo-them", (request) =>
    change(request, (point, { fields, people }) =>
      addShift(request.var.services, point, { on: { day: dayOf(fields.ngay) }, ...hoursOf(fields), from: null, people }),
    ),
  )
  .post("/quan-tri/diem/:point/lich/:shift/nguoi", (request) =>
    change(request, (point, { people }) => setShiftPeople(request.var.services, point, shiftOf(request), people)),
  )
  .post("/quan-tri/diem/:point/lich/:shift/bo", (request) =>
    change(request, (point) => dropShift(request.var.services, point, shiftOf(request))),
  )
  .post("/quan-tri/diem/:point/nghi", (request) =>
    change(request, (point, { fields }) => closeDay(request.var.services, point, dayOf(fields["ngay-nghi"]), fields["vi-sao"] ?? "")),
  )
  .post("/quan-tri/diem/:point/nghi/:day/bo", (request) =>
    atPoint(request, async (_member, point) => {
      const day = dayOf(request.req.param("day"));
      if (day) await openDayAgain(request.var.services, point, day);
      return request.redirect(paths.adminRoster(point.point), 303);
    }),
  );

/** No shift has this id: an address that was made up finds none. */
const NO_SHIFT = "00000000-0000-0000-0000-000000000000";

function shiftOf(request: Request): string {
  const shift = request.req.param("shift") ?? "";
  return isUuid(shift) ? shift : NO_SHIFT;
}

function hoursOf(fields: Posted["fields"]): { opens: string; closes: string } {
  return { opens: parseTypedTime(fields.mo ?? "") ?? "", closes: parseTypedTime(fields.dong ?? "") ?? "" };
}

function dayOf(typed: string | undefined): string {
  const day = parseTypedDate(typed ?? "");
  return day.ok ? day.value : "";
}

function atPoint(request: Request, handle: (member: StaffMember, point: Point) => Promise<Response> | Response) {
  return asStaff(request, ["admin"], async (member) => {
    const id = request.req.param("point");
    const point = (await listPoints(request.var.services)).find((known) => known.office === member.office && known.point === id);
    return point ? handle(member, point) : refused(request, problem("point-unknown"), paths.admin);
  });
}

function change(request: Request, work: (point: Point, posted: Posted) => Promise<Result<true, Problem>>) {
  return atPoint(request, async (_member, point) => {
    const form = await readFormData(request);
    const entries = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
    const posted = { fields: Object.fromEntries(entries), people: entries.filter(([name]) => name === "nguoi").map(([, staff]) => staff) };
    const done = await work(point, posted);
    return done.ok ? request.redirect(paths.adminRoster(point.point), 303) : weekPage(request, point, posted, done.reason);
  });
}

async function weekPage(request: Request, point: Point, posted: Posted | null, said: Problem | null): Promise<Response> {
  const week = await readWeekPage(request.var.services, point);
  return page(
    request,
    {
      title: "Lịch tuần",
      desk: true,
      back: paths.rosterOf(point.point),
      children: (
        <>
          <h1>Lịch tuần: {point.name}</h1>
          <ProblemSummary problem={said} />
          <h2>Các ca</h2>
          {week.shifts.length === 0 ? <p class="hint">Chưa có ca nào, nên bà con chưa thấy điểm mở cửa ngày nào.</p> : null}
          {week.shifts.map((shift) => (
            <ShiftPanel point={point} shift={shift} week={week} />
          ))}
          <div class="two">
            <AddShift point={point} week={week} posted={posted} said={said} />
            <Exceptions point={point} week={week} posted={posted} said={said} />
          </div>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

function ShiftPanel({ point, shift, week }: { point: Point; shift: WeekPage["shifts"][number]; week: WeekPage }) {
  return (
    <section class="panel">
      <h3>
        {shift.words}
        {shift.weekly ? "" : " (mở thêm)"}
      </h3>
      <div class="moves">
        <form method="post" action={paths.adminShiftPeople(point.point, shift.shift)}>
          <People id={shift.shift} week={week} chosen={shift.people} />
          <button class="quiet" type="submit">
            Lưu người trực<span class="sr"> {shift.words}</span>
          </button>
        </form>
        <form method="post" action={paths.adminShiftAway(point.point, shift.shift)}>
          <button class="quiet" type="submit">
            Bỏ ca này<span class="sr">: {shift.words}</span>
          </button>
        </form>
      </div>
    </section>
  );
}

function People({ id, week, chosen }: { id: string; week: WeekPage; chosen: readonly string[] }) {
  return (
    <fieldset>
      <legend>Ai trực</legend>
      {week.colleagues.map((one) => (
        <label class="choice" for={`${id}-${one.staff}`}>
          <input type="checkbox" id={`${id}-${one.staff}`} name="nguoi" value={one.staff} checked={chosen.includes(one.staff)} />
          {one.name}
        </label>
      ))}
    </fieldset>
  );
}

interface Parts {
  readonly point: Point;
  readonly week: WeekPage;
  readonly posted: Posted | null;
  readonly said: Problem | null;
}

function AddShift({ point, week, posted, said }: Parts) {
  const typed = posted?.fields ?? {};
  return (
    <form method="post" action={paths.adminRoster(point.point)}>
      <h2>Thêm ca</h2>
      <div class="field">
        <label for="thu">Mỗi tuần vào</label>
        <select id="thu" name="thu">
          {[1, 2, 3, 4, 5, 6, 7].map((number) => (
            <option value={number} selected={typed.thu === String(number)}>
              {weekdayWords(number)}
            </option>
          ))}
        </select>
      </div>
      <TextField id="mo" label="Mở cửa lúc" hint="Ví dụ 7:30" value={typed.mo ?? ""} error={said?.fields?.mo} short />
      <TextField id="dong" label="Đóng cửa lúc" hint="Ví dụ 11:00" value={typed.dong ?? ""} error={said?.fields?.dong} short />
      <TextField
        id="ngay"
        label="Nếu chỉ mở thêm một ngày: ngày nào"
        hint="Rồi bấm Mở thêm một ngày. Ví dụ 18/5/2027"
        value={typed.ngay ?? ""}
        error={said?.fields?.ngay}
        short
      />
      <TextField
        id="tu"
        label="Nếu mở mỗi tuần: bắt đầu từ ngày"
        hint="Để trống thì từ hôm nay."
        value={typed.tu ?? ""}
        error={said?.fields?.tu}
        short
      />
      <People id="moi" week={week} chosen={posted?.people ?? []} />
      <div class="row">
        <button type="submit">Thêm ca mỗi tuần</button>
        <button class="quiet" type="submit" formaction={paths.adminExtraDay(point.point)}>
          Mở thêm một ngày
        </button>
      </div>
    </form>
  );
}

function Exceptions({ point, week, posted, said }: Parts) {
  const typed = posted?.fields ?? {};
  return (
    <section>
      <h2>Ngày nghỉ của điểm</h2>
      <p class="hint">Ngày lễ điểm tự nghỉ theo lịch nghỉ lễ.</p>
      <ul>
        {week.daysOff.map(({ day, reason }) => (
          <li>
            {formatDay(day)}
            {reason ? `: ${reason}` : ""}
            <form method="post" action={paths.adminDayOffAway(point.point, day)}>
              <button class="plain" type="submit">
                Mở lại<span class="sr"> {formatDay(day)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={paths.adminDayOff(point.point)}>
        <TextField
          id="ngay-nghi"
          label="Đóng cửa ngày"
          hint="Ví dụ 15/5/2027"
          value={typed["ngay-nghi"] ?? ""}
          error={said?.fields?.["ngay-nghi"]}
          short
        />
        <TextField id="vi-sao" label="Vì sao (bà con đọc được)" hint="Ví dụ: họp thôn" value={typed["vi-sao"] ?? ""} />
        <button type="submit">Đóng cửa ngày này</button>
      </form>
    </section>
  );
}
