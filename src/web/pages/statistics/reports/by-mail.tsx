import { Hono } from "hono";
import { officeDay } from "../../../../base/clock.ts";
import { formatDay } from "../../../../domain/people/dates.ts";
import { RHYTHMS } from "../../../../domain/reports/report-period.ts";
import type { StaffMember } from "../../../../operations/identity/member.ts";
import type { Problem } from "../../../../operations/problems.ts";
import { isReportKind, REPORTS, type ReportKind } from "../../../../operations/reports/kinds.ts";
import {
  confirm,
  readSubscriptions,
  subscribe,
  unsubscribe,
  type Wanted,
  type Wishes,
} from "../../../../operations/reports/subscriptions.ts";
import { asStaff } from "../../../http/as-staff.tsx";
import { STATUS_OF } from "../../../http/refusals.ts";
import { refused } from "../../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../../http/request.ts";
import { page } from "../../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../../layout/parts.tsx";
import { paths } from "../../../paths.ts";

const ROLES = ["officer", "leader"] as const;
const NOTHING = { report: "hop-giao-ban", rhythm: "month", email: "" };

/** Reports by e-mail: asked for, confirmed from the mailbox, ended. */
export const reportMailPages = new Hono<Env>()
  .get(paths.reportMail, (request) => asStaff(request, ROLES, (member) => draw(request, member, null, NOTHING)))
  .post(paths.reportMail, (request) =>
    asStaff(request, ROLES, async (member) => {
      const form = await readForm(request);
      const typed = { report: form["bao-cao"] ?? "", rhythm: form.ky ?? "", email: form["thu-dien-tu"] ?? "" };
      const done = await subscribe(request.var.services, member, typed);
      return done.ok ? request.redirect(paths.reportMail, 303) : draw(request, member, done.reason, typed);
    }),
  )
  .get("/thong-ke/bao-cao-qua-thu/xac-nhan/:token", (request) =>
    asStaff(request, ROLES, () => confirmPage(request, request.req.param("token"))),
  )
  .post("/thong-ke/bao-cao-qua-thu/xac-nhan/:token", (request) =>
    asStaff(request, ROLES, async (member) => {
      const done = await confirm(request.var.services, member, request.req.param("token"));
      return done.ok ? request.redirect(paths.reportMail, 303) : refused(request, done.reason, paths.reportMail);
    }),
  )
  .post("/thong-ke/bao-cao-qua-thu/:subscription/bo", (request) =>
    asStaff(request, ROLES, async (member) => {
      const ended = await unsubscribe(request.var.services, member, request.req.param("subscription"));
      return ended.ok ? request.redirect(paths.reportMail, 303) : draw(request, member, ended.reason, NOTHING);
    }),
  );

/** A letter that some machine opens by itself must not say yes: a person does. */
function confirmPage(request: Request, token: string) {
  return page(request, {
    title: "Xác nhận nhận báo cáo",
    desk: true,
    back: paths.reportMail,
    children: (
      <>
        <h1>Nhận báo cáo vào hộp thư này?</h1>
        <form method="post" action={paths.reportMailConfirm(encodeURIComponent(token))}>
          <button type="submit">Đúng, gửi vào đây</button>
        </form>
      </>
    ),
  });
}

async function draw(request: Request, member: StaffMember, said: Problem | null, typed: typeof NOTHING) {
  const wishes = await readSubscriptions(request.var.services, member);
  return page(
    request,
    {
      title: "Báo cáo qua thư",
      desk: true,
      back: paths.reports,
      children: (
        <>
          <h1>Nhận báo cáo qua thư</h1>
          <ProblemSummary problem={said} />
          <p>
            Hết kỳ thì có thư báo, kèm báo cáo PDF chỉ có số liệu: không có tên ai, mã hồ sơ nào. Bản đủ mở bằng đường dẫn, cần đăng nhập.
            Sổ theo dõi có tên bà con nên chỉ gửi đường dẫn.
          </p>
          <Way way={wishes.way} />
          <ul class="items">
            {wishes.wanted.map((one) => (
              <li>
                <Line one={one} />
              </li>
            ))}
          </ul>
          <Form said={said} typed={typed} />
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

function Way({ way }: { way: Wishes["way"] }) {
  if (way === "send") return null;
  return (
    <p class="notice">
      {way === "show"
        ? "Bản thực hành: thư không gửi đi đâu, hiện ở trang này và ở Tin đã gửi."
        : "Cơ quan chưa có nơi gửi thư điện tử. Xin báo quản trị."}
    </p>
  );
}

function Line({ one }: { one: Wanted }) {
  const { report, rhythm, email, confirmedAt, practiceLetter, subscription } = one;
  return (
    <>
      <strong>{isReportKind(report) ? REPORTS[report].name : report}</strong>, {RHYTHMS[rhythm].toLowerCase()}, đến {email}:{" "}
      {confirmedAt ? `đang gửi, từ ${formatDay(officeDay(confirmedAt))}` : "chờ xác nhận từ hộp thư"}
      {practiceLetter ? (
        <details>
          <summary>Xem thư xác nhận</summary>
          <p>{linked(practiceLetter)}</p>
        </details>
      ) : null}
      <form method="post" action={paths.reportMailEnd(subscription)}>
        <button class="plain" type="submit">
          Thôi nhận<span class="sr"> {isReportKind(report) ? REPORTS[report].name : ""}</span>
        </button>
      </form>
    </>
  );
}

/** In practice the letter is read here, and its link works here. */
function linked(letter: string) {
  const token = /\/xac-nhan\/([\w-]+)/.exec(letter)?.[1];
  return (
    <>
      {letter} {token ? <a href={paths.reportMailConfirm(token)}>Mở đường dẫn trong thư</a> : null}
    </>
  );
}

function Form({ said, typed }: { said: Problem | null; typed: typeof NOTHING }) {
  return (
    <form method="post" action={paths.reportMail}>
      <h2>Đăng ký thêm</h2>
      <p>
        <label for="bao-cao">Báo cáo</label>
        <select id="bao-cao" name="bao-cao">
          {(Object.keys(REPORTS) as ReportKind[]).map((kind) => (
            <option value={kind} selected={kind === typed.report}>
              {REPORTS[kind].name}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="ky">Kỳ</label>
        <select id="ky" name="ky">
          {Object.entries(RHYTHMS).map(([rhythm, words]) => (
            <option value={rhythm} selected={rhythm === typed.rhythm}>
              {words}
            </option>
          ))}
        </select>
      </p>
      <TextField id="thu-dien-tu" label="Hộp thư nhận" value={typed.email} error={said?.fields?.["thu-dien-tu"]} autocomplete="email" />
      <button type="submit">Đăng ký</button>
    </form>
  );
}
