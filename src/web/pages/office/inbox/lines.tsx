import { officeDay } from "../../../../base/clock.ts";
import { daysBetween } from "../../../../domain/deadlines/days.ts";
import type { OfficeMoment } from "../../../../domain/deadlines/opening.ts";
import type { Urgency } from "../../../../domain/deadlines/urgency.ts";
import type { Channel } from "../../../../domain/dossier/events.ts";
import { isClosed, STATUSES } from "../../../../domain/dossier/status.ts";
import { dayWithWeekday } from "../../../../domain/people/dates.ts";
import { MANY, type ManyMove, manyMovesOf } from "../../../../operations/dossiers/many.ts";
import type { ShownStep, ShownWork } from "../../../../operations/dossiers/work-list.ts";
import type { StaffMember } from "../../../../operations/identity/member.ts";
import type { ListedDossier } from "../../../../store/views/dossier-list.ts";
import type { ListedWork } from "../../../../store/views/dossier-work.ts";
import { LinesTable } from "../../../layout/lines-table.tsx";
import { paths } from "../../../paths.ts";
import { CHANNEL_WORDS } from "../dossier/summary.tsx";
import { DossierLink } from "../dossier-link.tsx";
import { type ChosenList, listQuery } from "../list-choice.ts";

interface Shown {
  readonly lines: readonly ListedDossier[];
  readonly work: ReadonlyMap<string, ShownWork>;
  readonly list: ChosenList;
  readonly member: StaffMember;
  readonly now: Date;
  readonly nearness: (due: OfficeMoment) => Urgency;
}

/** The dossiers of a list, each with when it is due, whose it is and what it waits for; several can be marked and done together. */
export function Lines(shown: Shown) {
  const { lines, list, member } = shown;
  if (lines.length === 0) return <p class="notice">Không có hồ sơ nào ở mục này.</p>;
  const many = manyMovesOf(member.role, list.choice.tab);
  if (many.length === 0) return <Table {...shown} marks={false} />;
  return (
    <form method="post" action={paths.officeMany}>
      <input type="hidden" name="tu" value={listQuery(list)} />
      <Table {...shown} marks />
      <ManyButtons moves={many} />
    </form>
  );
}

function ManyButtons({ moves }: { moves: readonly ManyMove[] }) {
  return (
    <div class="row many">
      <span>Với hồ sơ đã đánh dấu:</span>
      {moves.map((move) => (
        <button class="quiet" type="submit" name="viec" value={move} data-key={MANY[move].key} aria-keyshortcuts={MANY[move].key}>
          Xem trước rồi {MANY[move].words.toLowerCase()} <kbd>{MANY[move].key}</kbd>
        </button>
      ))}
    </div>
  );
}

function Table({ lines, work, list, member, now, nearness, marks }: Shown & { marks: boolean }) {
  const today = officeDay(now);
  const query = listQuery(list);
  const isMine = ({ dossier }: ListedDossier) => work.get(dossier)?.work.owner === member.staff;
  return (
    <LinesTable
      lines={lines}
      rowClass={(line) => (isMine(line) ? "mine" : undefined)}
      mark={marks ? markBoxes() : undefined}
      columns={[
        {
          head: "Hẹn trả",
          cell: (line) => (
            <>
              <Due line={line} today={today} urgency={nearness({ day: line.dueDay, time: line.dueTime })} />
              <Step step={work.get(line.dossier)?.step} promised={line.dueDay} />
            </>
          ),
        },
        { head: "Người nộp", cell: (line) => <DossierLink dossier={line.dossier} words={line.applicant} list={query} /> },
        { head: "Thủ tục", cell: (line) => line.procedureName },
        {
          head: "Mã",
          cell: (line) => (
            <>
              {line.dossierCode ?? line.trackingCode}
              <small>{CHANNEL_WORDS[line.channel as Channel]}</small>
            </>
          ),
        },
        { head: "Trạng thái", cell: (line) => (line.proposed ? "Chờ ký" : STATUSES[line.status].words) },
        {
          head: "Của ai",
          cell: (line) =>
            isMine(line) ? <strong>Của tôi</strong> : (work.get(line.dossier)?.work.ownerName ?? <span class="soft">chưa ai nhận</span>),
        },
        { head: "Đang chờ", cell: (line) => <Waiting of={work.get(line.dossier)?.work} today={today} /> },
      ]}
    />
  );
}

/** The box that marks a line, and the one for all, which only a script can press. */
function markBoxes() {
  return {
    all: <input type="checkbox" data-mark-all data-key="a" aria-label="Đánh dấu tất cả" hidden />,
    cell: (line: ListedDossier) => (
      <input type="checkbox" name="hs" value={line.dossier} aria-label={`Đánh dấu hồ sơ của ${line.applicant}`} />
    ),
  };
}

/** Red when the hour is over, a warning on the day and the working day before, while the clock runs; how late stands in words too. */
function Due({ line, today, urgency }: { line: ListedDossier; today: string; urgency: Urgency }) {
  const day = dayWithWeekday(line.dueDay);
  const over = isClosed(line.status) || ["decided", "supplement-requested", "fee-due"].includes(line.status);
  if (over || urgency === "none") return <span>{day}</span>;
  if (urgency === "soon") return <span class="soon">{day}</span>;
  return (
    <span class="late">{line.dueDay < today ? `${day}, trễ ${daysBetween(line.dueDay, today)} ngày` : `${day}, vừa quá giờ hẹn`}</span>
  );
}

/** Until when the step in which it is should be over. */
function Step({ step, promised }: { step: ShownStep | null | undefined; promised: string }) {
  if (!step) return null;
  const { words, due, urgency } = step;
  const until = `${words}: bước này đến ${due.time} ${due.day === promised ? "cùng ngày" : dayWithWeekday(due.day)}`;
  return (
    <small>
      {until}
      {urgency === "late" ? <strong>, đã quá</strong> : null}
    </small>
  );
}

/** Somebody else's answer, and whether it is there. */
function Waiting({ of, today }: { of: ListedWork | undefined; today: string }) {
  if (of === undefined) return null;
  if (of.askedDue !== null && of.askedDue < today) return <span class="late">trả lời, trễ từ {dayWithWeekday(of.askedDue)}</span>;
  if (of.askedDue !== null) return <>trả lời, hạn {dayWithWeekday(of.askedDue)}</>;
  return of.answered > 0 ? <>đã có trả lời</> : null;
}
