import { officeMoment } from "../../../../base/clock.ts";
import type { Calendar } from "../../../../domain/deadlines/calendar.ts";
import type { OfficeMoment } from "../../../../domain/deadlines/opening.ts";
import { urgencyOf } from "../../../../domain/deadlines/urgency.ts";
import { durationWords, workingMinutes } from "../../../../domain/deadlines/working-time.ts";
import type { LoggedEvent } from "../../../../domain/dossier/events.ts";
import { type Dossier, fold } from "../../../../domain/dossier/fold.ts";
import { asDates, dueOfStep, planWords, stepStays } from "../../../../domain/dossier/step-plan.ts";
import { type StepParts, stepOf } from "../../../../domain/dossier/steps.ts";
import { dayWithWeekday } from "../../../../domain/people/dates.ts";

interface Shown {
  readonly log: readonly LoggedEvent[];
  readonly now: Date;
  readonly calendar: Calendar;
  readonly parts: StepParts;
}

/** The step in which the dossier is, and until when it should be over: red when that is past, a warning on the day and the working day before. */
export function StepNow({ dossier, now, calendar, parts }: { dossier: Dossier } & Omit<Shown, "log">) {
  const step = stepOf(dossier);
  if (step === null) return null;
  if (step === "citizen") return <p>Đang chờ bà con: thời hạn của các bước tạm dừng.</p>;
  const due = dueOfStep(dossier, step, parts, calendar);
  if (due === null) return null;
  const urgency = urgencyOf(due, now, calendar);
  return (
    <p class={urgency === "none" ? undefined : urgency}>
      Bước {parts[step].words.toLowerCase()}: {urgency === "late" ? "lẽ ra xong" : "bước này đến"} {momentWords(due)}
    </p>
  );
}

/** What was planned for each step and what came, and why these are the dues. */
export function StepTimes({ log, now, calendar, parts }: Shown) {
  const dossier = fold(log);
  const waited = asDates(dossier.pauses).reduce((sum, { from, to }) => sum + workingMinutes(from, to ?? now, calendar), 0);
  return (
    <details>
      <summary>Thời gian từng bước</summary>
      <section class="scroll" tabindex={0} aria-label="Thời gian từng bước">
        <table>
          <thead>
            <tr>
              <th scope="col">Bước</th>
              <th scope="col">Phải xong</th>
              <th scope="col">Xong lúc</th>
              <th scope="col">Đã dùng</th>
              <th scope="col">Trễ</th>
            </tr>
          </thead>
          <tbody>
            {stepStays(log, parts, calendar, now).map(({ step, due, ended, usedMinutes, lateMinutes }) => (
              <tr>
                <th scope="row">{parts[step].words}</th>
                <td>{due === null ? "tạm dừng" : momentWords(due)}</td>
                <td>{ended === null ? "đang làm" : momentWords(momentOf(ended))}</td>
                <td>{durationWords(usedMinutes, calendar)}</td>
                <td>{lateMinutes > 0 ? <span class="late">{durationWords(lateMinutes, calendar)}</span> : "không"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {planWords(dossier, parts, calendar).map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p class="hint">
        Tính theo giờ làm việc của cơ quan.{waited > 0 ? ` Đã chờ bà con ${durationWords(waited, calendar)}, không tính vào bước nào.` : ""}
      </p>
    </details>
  );
}

function momentOf(iso: string): OfficeMoment {
  return officeMoment(new Date(iso));
}

function momentWords({ day, time }: OfficeMoment): string {
  return `${time} ${dayWithWeekday(day)}`;
}
