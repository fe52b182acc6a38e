import { Hono } from "hono";
import { officeDay } from "../../../base/clock.ts";
import { addDays } from "../../../domain/deadlines/days.ts";
import { STATUSES } from "../../../domain/dossier/status.ts";
import { dayWithWeekday } from "../../../domain/people/dates.ts";
import { INBOX_TABS, type Inbox, type InboxTab, MOST_COUNTED, inbox as readInbox } from "../../../operations/dossiers/desk.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";

/** The list by due date: for officers all tabs, for leaders what waits for their signature first, for helpers what can be handed over. */
export const inbox = new Hono<Env>()
  .get(paths.office, (request) => asStaff(request, ["officer"], (member) => listPage(request, member, "cho-tiep-nhan", paths.office)))
  .post(paths.office, (request) => asStaff(request, ["officer"], (member) => listPage(request, member, "cho-tiep-nhan", paths.office)))
  .post(paths.leader, (request) => asStaff(request, ["leader"], (member) => listPage(request, member, "cho-ky", paths.leader)))
  .post(paths.helperResults, (request) =>
    asStaff(request, ["helper"], (member) => listPage(request, member, "cho-tra", paths.helperResults)),
  )
  .get(paths.leader, (request) => asStaff(request, ["leader"], (member) => listPage(request, member, "cho-ky", paths.leader)))
  .get(paths.helperResults, (request) =>
    asStaff(request, ["helper"], (member) => listPage(request, member, "cho-tra", paths.helperResults)),
  );

async function listPage(request: Request, member: StaffMember, first: InboxTab, here: string) {
  // what is looked for is posted: a name has no place in an address
  const asked: Record<string, string> = request.req.method === "POST" ? await readForm(request) : request.req.query();
  const tab = asked.muc && asked.muc in INBOX_TABS ? (asked.muc as InboxTab) : first;
  const words = asked.tim ?? "";
  const found = await readInbox(request.var.services, member, tab, words, placeOf(asked.sau));
  const tabs = member.role === "helper" ? (["cho-tra"] as const) : (Object.keys(INBOX_TABS) as InboxTab[]);
  return page(request, {
    title: INBOX_TABS[tab].words,
    desk: true,
    scripts: ["desk.js"],
    children: (
      <>
        <h1>{member.role === "helper" ? "Kết quả chờ trao" : "Hồ sơ theo ngày hẹn"}</h1>
        {member.role === "helper" ? null : (
          <nav class="row tight" aria-label="Việc khác">
            {member.role === "officer" ? (
              <a href={paths.officeIntake} data-new aria-keyshortcuts="n">
                Nhận hồ sơ giấy
              </a>
            ) : null}
            <a href={paths.registers}>Sổ</a>
            <a href={paths.officeFeedback}>Góp ý của bà con</a>
            <a href={paths.officeVoices}>Giọng đọc chờ duyệt</a>
            {member.role === "officer" ? (
              <>
                <a href={paths.officeGalleys}>Bản nháp</a>
                <a href={paths.calls}>Gọi cho bà con</a>
                <a href={paths.outbox}>Tin đã gửi</a>
              </>
            ) : null}
          </nav>
        )}
        <ul class="tabs">
          {tabs.map((name) => (
            <li>
              <a href={`${here}?muc=${name}`} aria-current={name === tab ? "page" : undefined}>
                {INBOX_TABS[name].words} <span>({countWords(found.counts[name])})</span>
              </a>
            </li>
          ))}
        </ul>
        <form method="post" action={here} class="row">
          <input type="hidden" name="muc" value={tab} />
          <label class="sr" for="tim">
            Tìm tên, mã, số
          </label>
          <input type="search" id="tim" name="tim" value={words} placeholder="Tên, mã hồ sơ, số định danh" />
          <button class="quiet" type="submit">
            Tìm
          </button>
          <span class="hint">
            Phím: <kbd>j</kbd> <kbd>k</kbd> chọn, <kbd>Enter</kbd> mở, <kbd>/</kbd> tìm
          </span>
        </form>
        <Lines found={found} today={officeDay(request.var.services.now())} open={tab !== "xong"} />
        {found.next ? (
          <form method="post" action={here}>
            <input type="hidden" name="muc" value={tab} />
            <input type="hidden" name="tim" value={words} />
            <button class="quiet" type="submit" name="sau" value={`${found.next.dueDay} ${found.next.dueTime} ${found.next.dossier}`}>
              Trang sau
            </button>
          </form>
        ) : null}
      </>
    ),
  });
}

/** The last line of the page before, as the button of the next page carries it. */
function placeOf(written: string | undefined) {
  const [, dueDay, dueTime, dossier] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d) ([0-9a-f-]{36})$/.exec(written ?? "") ?? [];
  return dueDay && dueTime && dossier ? { dueDay, dueTime, dossier } : undefined;
}

function countWords(count: number): string {
  return count < MOST_COUNTED ? String(count) : `hơn ${MOST_COUNTED - 1}`;
}

function Lines({ found, today, open }: { found: Inbox; today: string; open: boolean }) {
  if (found.lines.length === 0) return <p class="notice">Không có hồ sơ nào ở mục này.</p>;
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Hẹn trả</th>
            <th scope="col">Người nộp</th>
            <th scope="col">Thủ tục</th>
            <th scope="col">Mã</th>
            <th scope="col">Trạng thái</th>
          </tr>
        </thead>
        <tbody>
          {found.lines.map((line) => (
            <tr>
              <td>
                <span class={open ? dueClass(line.dueDay, today) : ""}>{dayWithWeekday(line.dueDay)}</span>
              </td>
              <td>
                <a href={paths.officeDossier(line.dossier)} data-row>
                  {line.applicant}
                </a>
              </td>
              <td>{line.procedureName}</td>
              <td>{line.dossierCode ?? line.trackingCode}</td>
              <td>{line.proposed ? "Chờ ký" : STATUSES[line.status].words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Red when the day is over, a warning on the day and the day before. */
function dueClass(due: string, today: string): string {
  if (due < today) return "late";
  return addDays(due, -1) <= today ? "soon" : "";
}
