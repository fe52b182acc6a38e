import { Hono } from "hono";
import { countOwed } from "../../../operations/dossiers/apologies.ts";
import { INBOX_TABS, type InboxTab } from "../../../operations/dossiers/desk.ts";
import { questionsOf } from "../../../operations/dossiers/questions.ts";
import { savedFilters } from "../../../operations/dossiers/saved-filters.ts";
import { choicesOf, codeOf, glance, linesOf, workOf } from "../../../operations/dossiers/work-list.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { keyWarning } from "../../../operations/keys/keys.ts";
import type { Problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";
import { LastDone } from "./dossier/last-done.tsx";
import { FilterForm, SavedFilters } from "./inbox/filters.tsx";
import { Glance } from "./inbox/glance.tsx";
import { KeyNotice } from "./inbox/key-notice.tsx";
import { Lines } from "./inbox/lines.tsx";
import { Menu } from "./inbox/menu.tsx";
import { listFields, readList } from "./list-choice.ts";

/** The list by due date: for officers all tabs, for leaders what waits for their signature first, for helpers what can be handed over. */
export const inbox = new Hono<Env>()
  .get(paths.office, (request) => asStaff(request, ["officer"], (member) => listPage(request, member)))
  .post(paths.office, (request) => asStaff(request, ["officer"], (member) => listPage(request, member)))
  .get(paths.leader, (request) => asStaff(request, ["leader"], (member) => listPage(request, member)))
  .post(paths.leader, (request) => asStaff(request, ["leader"], (member) => listPage(request, member)))
  .get(paths.helperResults, (request) => asStaff(request, ["helper"], (member) => listPage(request, member)))
  .post(paths.helperResults, (request) => asStaff(request, ["helper"], (member) => listPage(request, member)));

const FIRST_TAB = { officer: "cho-tiep-nhan", leader: "cho-ky", helper: "cho-tra", admin: "xong" } as const;

/** The list as it was asked for; what is looked for is posted, for a name has no place in an address. */
export async function listPage(request: Request, member: StaffMember, said: Problem | null = null, given?: Record<string, string>) {
  const { services } = request.var;
  const asked: Record<string, string> = given ?? (request.req.method === "POST" ? await readForm(request) : request.req.query());
  const helper = member.role === "helper";
  const here = helper ? paths.helperResults : homeOf(member);
  const list = await readList(request, member, helper ? { ...asked, muc: "cho-tra" } : asked, FIRST_TAB[member.role]);
  const { choice } = list;
  const [{ lines, next, counts }, seen, choices, filters, lastCode, questions, warning] = await Promise.all([
    linesOf(services, member, choice, placeOf(asked.sau)),
    glance(services, member),
    choicesOf(services, member),
    savedFilters(services, member),
    asked.vua ? codeOf(services, member, asked.vua) : null,
    questionsOf(services, member),
    member.role === "leader" ? keyWarning(services, member) : null,
  ]);
  const [{ work, nearness }, sorry] = await Promise.all([
    workOf(services, member, lines),
    member.role === "officer" ? countOwed(services, member) : 0,
  ]);
  const tabs = helper ? (["cho-tra"] as const) : (Object.keys(INBOX_TABS) as InboxTab[]);
  return page(
    request,
    {
      title: INBOX_TABS[choice.tab].words,
      desk: true,
      scripts: ["desk.js"],
      children: (
        <>
          <h1>{helper ? "Kết quả chờ trao" : "Hồ sơ theo ngày hẹn"}</h1>
          <ProblemSummary problem={said} />
          <LastDone move={asked.viec} dossier={asked.vua} code={lastCode} list={list} next={false} />
          {helper ? null : <Menu member={member} questions={questions.open.length} sorry={sorry} />}
          <KeyNotice warning={warning} />
          {helper ? null : <Glance seen={seen} here={here} member={member} questions={questions.open.length} sorry={sorry} />}
          <ul class="tabs">
            {tabs.map((name) => (
              <li>
                <a href={`${here}?muc=${name}`} aria-current={name === choice.tab ? "page" : undefined}>
                  {INBOX_TABS[name].words} {counts[name] === null ? null : <span>({counts[name]})</span>}
                </a>
              </li>
            ))}
          </ul>
          <FilterForm here={here} list={list} choices={choices} short={helper} />
          {helper ? null : <SavedFilters here={here} list={list} filters={filters} />}
          <Lines lines={lines} work={work} list={list} member={member} now={services.now()} nearness={nearness} />
          {next ? (
            <form method="post" action={here}>
              {Object.entries(listFields(list)).map(([name, value]) => (
                <input type="hidden" name={name} value={value} />
              ))}
              <button class="quiet" type="submit" name="sau" value={`${next.dueDay} ${next.dueTime} ${next.dossier}`}>
                Trang sau
              </button>
            </form>
          ) : null}
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

/** The last line of the page before, as the button of the next page carries it. */
function placeOf(written: string | undefined) {
  const [, dueDay, dueTime, dossier] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d) ([0-9a-f-]{36})$/.exec(written ?? "") ?? [];
  return dueDay && dueTime && dossier ? { dueDay, dueTime, dossier } : undefined;
}
