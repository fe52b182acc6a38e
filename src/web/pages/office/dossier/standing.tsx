import type { Child } from "hono/jsx";
import { officeDay } from "../../../../base/clock.ts";
import type { Calendar } from "../../../../domain/deadlines/calendar.ts";
import { daysLate, type Urgency, urgencyOf } from "../../../../domain/deadlines/urgency.ts";
import type { Dossier } from "../../../../domain/dossier/fold.ts";
import { isClosed, STATUSES } from "../../../../domain/dossier/status.ts";
import { stepOf } from "../../../../domain/dossier/steps.ts";
import { dayWithWeekday } from "../../../../domain/people/dates.ts";

interface StandingProps {
  readonly dossier: Dossier;
  readonly now: Date;
  readonly calendar: Calendar;
  /** Until when the step in which it is should be over. */
  readonly step: Child;
  /** Whose work it is, and how that changes. */
  readonly owner: Child;
}

/** Where a dossier stands, until when, and in whose hands: what whoever opens it looks for first. */
export function Standing({ dossier, now, calendar, step, owner }: StandingProps) {
  return (
    <div class="standing">
      <div>
        <small>Trạng thái</small>
        <strong>{dossier.proposed ? "Chờ lãnh đạo ký" : STATUSES[dossier.status].words}</strong>
      </div>
      <div>
        <small>Hẹn trả</small>
        <DueDay dossier={dossier} now={now} calendar={calendar} />
        {step}
      </div>
      <div>
        <small>{dossier.dossierCode === null ? "Mã tra cứu, chưa có mã hồ sơ" : "Mã hồ sơ"}</small>
        <strong>{dossier.dossierCode ?? dossier.trackingCode}</strong>
      </div>
      {owner}
    </div>
  );
}

function DueDay({ dossier, now, calendar }: Pick<StandingProps, "dossier" | "now" | "calendar">) {
  const { due, status } = dossier;
  const words = `${dayWithWeekday(due.day)}, ${due.time}`;
  const urgency: Urgency = isClosed(status) || status === "decided" ? "none" : urgencyOf(due, now, calendar);
  if (urgency !== "late" || stepOf(dossier) === "citizen")
    return <strong>{urgency === "soon" ? <span class="soon">{words}</span> : words}</strong>;
  const days = daysLate(due.day, officeDay(now), calendar);
  return (
    <strong class="late">
      {words}, {days === 0 ? "vừa quá giờ hẹn" : `trễ ${days} ngày làm việc`}
    </strong>
  );
}
