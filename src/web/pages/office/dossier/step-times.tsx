import type { Calendar } from "../../../../domain/deadlines/calendar.ts";
import { minutesOfDay } from "../../../../domain/deadlines/working-time.ts";
import type { LoggedEvent } from "../../../../domain/dossier/events.ts";
import { STEPS, type Step, stepTimes } from "../../../../domain/dossier/step-times.ts";

/** How much working time each step took, beside the part of the whole that it should take. */
export function StepTimes({ log, now, calendar }: { log: readonly LoggedEvent[]; now: Date; calendar: Calendar }) {
  const times = stepTimes(log, now, calendar);
  const office = times.reception + times.work + times.signing;
  const day = minutesOfDay(calendar);
  return (
    <details>
      <summary>Thời gian từng bước</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Bước</th>
              <th scope="col">Đã dùng</th>
              <th scope="col">Phần trong thời gian của cơ quan</th>
              <th scope="col">Nên chiếm</th>
            </tr>
          </thead>
          <tbody>
            {(Object.keys(STEPS) as Step[]).map((step) => (
              <tr>
                <th scope="row">{STEPS[step].words}</th>
                <td>{durationWords(times[step], day)}</td>
                <td>{STEPS[step].share === null || office === 0 ? "–" : percent(times[step] / office)}</td>
                <td>{STEPS[step].share === null ? "không tính" : percent(STEPS[step].share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">Giờ làm việc của cơ quan. Phần nên chiếm là mức chung, chưa đối chiếu với quy trình nội bộ.</p>
    </details>
  );
}

/** "1 ngày 2 giờ 10 phút", in working days. */
function durationWords(minutes: number, day: number): string {
  const parts = [
    { count: Math.floor(minutes / day), unit: "ngày" },
    { count: Math.floor((minutes % day) / 60), unit: "giờ" },
    { count: Math.floor((minutes % day) % 60), unit: "phút" },
  ].filter(({ count }) => count > 0);
  return parts.map(({ count, unit }) => `${count} ${unit}`).join(" ") || "chưa đến một phút";
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}
