import { Hono } from "hono";
import { kindWords } from "../../../domain/messages/kinds.ts";
import { CHANNELS, isChannel } from "../../../domain/messages/reach.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { type Outbox, type OutboxLine, readOutbox, resend } from "../../../operations/messages/outbox.ts";
import { switchChannel } from "../../../operations/messages/switches.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { LinesTable } from "../../layout/lines-table.tsx";
import { moment } from "../../layout/moment.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";

const ROLES = ["officer", "admin"] as const;

/** What people were told, by which way, and what is stuck; for the admin also which ways are open. */
export const outbox = new Hono<Env>()
  .get(paths.outbox, (request) => asStaff(request, ROLES, (member) => outboxPage(request, member, null)))
  .post("/mot-cua/tin-nhan/kenh/:channel", (request) =>
    asStaff(request, ["admin"], async (member) => {
      const { channel } = request.req.param();
      const { on } = await readForm(request);
      if (isChannel(channel)) await switchChannel(request.var.services, member, channel, on === "yes");
      return request.redirect(paths.outbox, 303);
    }),
  )
  .post("/mot-cua/tin-nhan/:delivery/gui-lai", (request) =>
    asStaff(request, ROLES, async (member) => {
      const done = await resend(request.var.services, member, request.req.param("delivery"));
      return done.ok ? request.redirect(paths.outbox, 303) : outboxPage(request, member, done.reason);
    }),
  );

async function outboxPage(request: Request, member: StaffMember, said: Problem | null): Promise<Response> {
  const number = Math.max(0, Math.floor(Number(request.req.query("trang") ?? "0")) || 0);
  const box = await readOutbox(request.var.services, member, number);
  if (!box) return refused(request, problem("no-office"), homeOf(member));
  return page(
    request,
    {
      title: "Tin đã gửi",
      desk: true,
      back: homeOf(member),
      children: (
        <>
          <h1>Tin đã gửi</h1>
          <ProblemSummary problem={said} />
          <p role="status">
            Đã gửi <strong>{box.counts.sent ?? 0}</strong> · Đang chờ{" "}
            <strong>{(box.counts.waiting ?? 0) + (box.counts.sending ?? 0)}</strong> · Kẹt <strong>{box.counts.stuck ?? 0}</strong>
            {box.practice ? ` · Chỉ để xem ${box.counts.shown ?? 0}` : ""}
          </p>
          {box.practice ? <p class="notice">Bản thực hành: tin hiện ở đây để xem, không gửi cho ai, trừ khi quản trị bật kênh.</p> : null}
          <Channels box={box} isAdmin={member.role === "admin"} />
          {box.lines.length === 0 ? <p class="notice">Chưa có tin nào.</p> : <Lines lines={box.lines} />}
          <nav class="row" aria-label="Trang">
            {number > 0 ? <a href={`${paths.outbox}?trang=${number - 1}`}>Trang trước</a> : null}
            {box.more ? <a href={`${paths.outbox}?trang=${number + 1}`}>Trang sau</a> : null}
          </nav>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

function Channels({ box, isAdmin }: { box: Outbox; isAdmin: boolean }) {
  return (
    <details>
      <summary>Các kênh gửi tin</summary>
      <ul>
        {box.channels.map(({ channel, carried, on }) => (
          <li>
            <strong>{CHANNELS[channel]}</strong>: {carried ? (on ? "đang gửi" : "đang tắt") : "chưa có nơi gửi trong cấu hình máy chủ"}
            {isAdmin && carried ? (
              <form method="post" action={paths.channelSwitch(channel)}>
                <button class="plain" type="submit" name="on" value={on ? "no" : "yes"}>
                  {on ? "Tắt" : "Bật"}
                  <span class="sr"> {CHANNELS[channel]}</span>
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

const STATES = {
  waiting: { words: "Chờ gửi", tone: "" },
  sending: { words: "Đang gửi", tone: "" },
  sent: { words: "Đã gửi", tone: "" },
  stuck: { words: "Kẹt", tone: "late" },
  shown: { words: "Chỉ để xem", tone: "" },
} as const;

function Lines({ lines }: { lines: readonly OutboxLine[] }) {
  return (
    <LinesTable
      lines={lines}
      columns={[
        { head: "Lúc", cell: (line) => moment(line.madeAt.toISOString()) },
        { head: "Tin", cell: (line) => <Words line={line} /> },
        {
          head: "Gửi đến",
          cell: (line) => (
            <>
              {CHANNELS[line.channel]} <small>{line.to}</small>
            </>
          ),
        },
        { head: "Trạng thái", cell: (line) => <State line={line} /> },
      ]}
    />
  );
}

function Words({ line: { kind, words, channel } }: { line: OutboxLine }) {
  return (
    <>
      {words?.dossier ? <a href={paths.officeDossier(words.dossier)}>{kindWords(kind)}</a> : kindWords(kind)}
      {words ? (
        <details>
          <summary>Xem tin</summary>
          {channel === "email" ? <p>{words.subject}</p> : null}
          <p>{words.body}</p>
        </details>
      ) : null}
    </>
  );
}

/** More than one: the other side may have got it twice, and can tell by the key. */
function Handings({ handings }: { handings: OutboxLine["handings"] }) {
  return (
    <details>
      <summary>Các lần gửi ({handings.length})</summary>
      <ol>
        {handings.map(({ begunAt, endedAt, sent, error }) => (
          <li>
            {moment(begunAt.toISOString())}: {endedAt === null ? "đứt giữa chừng, không rõ đã đến chưa" : sent ? "đã gửi" : error}
          </li>
        ))}
      </ol>
      <p class="hint">Các lần mang cùng một mã tin, nên hộp thư biết mã thì bỏ bản trùng.</p>
    </details>
  );
}

function State({ line: { state, tries, error, to, delivery, handings } }: { line: OutboxLine }) {
  return (
    <>
      <span class={STATES[state].tone}>{STATES[state].words}</span>
      {tries > 0 ? <small> {tries} lần</small> : null}
      {error ? <small> · {error}</small> : null}
      {handings.length > 1 ? <Handings handings={handings} /> : null}
      {to === "" ? <small> · hết hạn lưu, đã xóa lời</small> : null}
      {state === "stuck" && to !== "" ? (
        <form method="post" action={paths.resend(delivery)}>
          <button class="quiet" type="submit">
            Gửi lại
          </button>
        </form>
      ) : null}
    </>
  );
}
