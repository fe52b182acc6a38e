import { officeDay } from "../../base/clock.ts";
import { dayWithWeekday } from "../people/dates.ts";
import type { Transfer } from "./work.ts";

/** How the time of a dossier that was handed on is reckoned, in sentences. */
export function transferWords({ officeName, lodgedAt, countedFrom, time }: Transfer): string[] {
  const before = `Hồ sơ gửi ${officeName} ${dayWithWeekday(officeDay(new Date(lodgedAt)))}; nơi đó đã dùng ${time.usedDays} ngày làm việc rồi chuyển đi.`;
  if (countedFrom !== lodgedAt) return [before, "Luật cho nơi nhận một thời hạn riêng, tính từ lúc chuyển đến."];
  if (time.leftDays === 0) return [before, "Ngày đã hẹn với bà con không đổi. Nơi trước đã dùng hết thời hạn."];
  return [before, `Ngày đã hẹn với bà con không đổi: nơi nhận còn ${time.leftDays} ngày làm việc.`];
}
