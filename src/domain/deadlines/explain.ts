import { dayWithWeekday } from "../people/dates.ts";
import type { DayOff } from "./calendar.ts";
import { dayRuns, shortDay } from "./day-runs.ts";

type Unit = "working" | "calendar";

/** One step of the reckoning of a due date, as data. Days are YYYY-MM-DD, times HH:MM. */
export type ExplainStep =
  | { readonly kind: "received"; readonly day: string; readonly time: string }
  | { readonly kind: "counted-from"; readonly day: string; readonly time: string; readonly because: DayOff | null }
  | { readonly kind: "same-day" | "after-cutoff"; readonly cutoff: string }
  | { readonly kind: "intake-only" }
  | { readonly kind: "term"; readonly days: number; readonly unit: Unit; readonly from: string }
  | { readonly kind: "extended"; readonly days: number; readonly unit: Unit; readonly because: string }
  | { readonly kind: "slept"; readonly days: number; readonly unit: Unit }
  | { readonly kind: "asleep" }
  | { readonly kind: "woke-late"; readonly day: string; readonly cutoff: string }
  | { readonly kind: "ends-on-day-off"; readonly day: string; readonly because: DayOff | null }
  | { readonly kind: "days-off"; readonly days: readonly { readonly day: string; readonly because: DayOff }[] }
  | { readonly kind: "worked-in-exchange"; readonly days: readonly string[] }
  | { readonly kind: "no-holidays" | "provisional-holidays"; readonly year: number }
  | { readonly kind: "due"; readonly day: string };

/** The steps as sentences for the person who asks "vì sao ngày này?". */
export function explain(steps: readonly ExplainStep[]): string[] {
  return steps.map(sentence);
}

function sentence(step: ExplainStep): string {
  switch (step.kind) {
    case "received":
      return `Nhận lúc ${step.time} ${dayWithWeekday(step.day)}.`;
    case "counted-from":
      return `${step.because ? `Hôm đó cơ quan nghỉ${inBrackets(step.because)}` : "Lúc đó đã hết giờ làm việc"}, nên tính như nhận lúc ${step.time} ${dayWithWeekday(step.day)}.`;
    case "same-day":
      return `Nhận không quá ${hour(step.cutoff)} nên trả trong ngày.`;
    case "after-cutoff":
      return `Nhận sau ${hour(step.cutoff)} nên tính sang ngày làm việc kế tiếp.`;
    case "intake-only":
      return "Buổi đó chỉ nhận hồ sơ, nên tính sang ngày làm việc kế tiếp.";
    case "term":
      return `Thời hạn ${step.days} ${UNIT_WORDS[step.unit]}, đếm từ ${dayWithWeekday(step.from)}.`;
    case "extended":
      return `Thêm ${step.days} ${UNIT_WORDS[step.unit]}: ${step.because}.`;
    case "slept":
      return `Trong lúc chờ bà con bổ sung, thời hạn dừng ${step.days} ${UNIT_WORDS[step.unit]}; số ngày ấy được cộng thêm.`;
    case "asleep":
      return "Thời hạn đang dừng, chờ bà con bổ sung. Ngày hẹn sẽ được tính lại khi nhận đủ.";
    case "woke-late":
      return `Bà con bổ sung sau ${hour(step.cutoff)} ${dayWithWeekday(step.day)} nên tính sang ngày làm việc kế tiếp.`;
    case "ends-on-day-off":
      return `Ngày cuối là ${dayWithWeekday(step.day)}, cơ quan nghỉ${inBrackets(step.because)}, nên chuyển sang ngày làm việc kế tiếp.`;
    case "days-off":
      return `Không tính ngày nghỉ: ${daysOffInWords(step.days)}.`;
    case "worked-in-exchange":
      return `${dayRuns(step.days)} là ngày làm bù nên có tính.`;
    case "no-holidays":
      return `Lịch nghỉ lễ năm ${step.year} chưa có, nên mới trừ thứ Bảy, Chủ nhật.`;
    case "provisional-holidays":
      return `Lịch nghỉ lễ năm ${step.year} là dự kiến, có thể thay đổi.`;
    case "due":
      return `Hẹn trả: ${dayWithWeekday(step.day)}.`;
  }
}

const UNIT_WORDS = { working: "ngày làm việc", calendar: "ngày" } as const satisfies Record<Unit, string>;

/** Days off with the same reason are told together: "27, 28/4 là cuối tuần; 29/4 nghỉ hoán đổi (làm bù 4/5); 30/4 nghỉ Ngày Chiến thắng". */
function daysOffInWords(days: readonly { day: string; because: DayOff }[]): string {
  const byReason = Map.groupBy(days, ({ because }) => reason(because));
  return [...byReason].map(([words, those]) => `${dayRuns(those.map(({ day }) => day))} ${words}`).join("; ");
}

function reason(off: DayOff): string {
  switch (off.kind) {
    case "weekend":
      return "là cuối tuần";
    case "holiday":
      return `nghỉ ${off.name}`;
    case "substitute":
      return `nghỉ bù ${off.name}`;
    case "swap":
      return `nghỉ hoán đổi (làm bù ${shortDay(off.worked)})`;
    case "own":
      return `cơ quan nghỉ: ${off.reason}`;
  }
}

function inBrackets(off: DayOff | null): string {
  return off ? ` (${off.kind === "own" ? off.reason : reason(off).replace(/^là /, "")})` : "";
}

/** 15:00 as "15 giờ", 16:30 as "16 giờ 30". */
function hour(time: string): string {
  const [hours, minutes] = time.split(":").map(Number);
  return minutes ? `${hours} giờ ${minutes}` : `${hours} giờ`;
}
