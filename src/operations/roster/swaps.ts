import { officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { Swap } from "../../domain/point/roster.ts";
import { type SwapProblem, swapProblem } from "../../domain/point/swap.ts";
import type { Sql } from "../../store/database/database.ts";
import type { Point } from "../../store/records/offices.ts";
import { listPoints } from "../../store/records/offices.ts";
import { type AskedSwap, insertSwap, lockSwap, answerSwap as saveAnswer } from "../../store/records/shift-swaps.ts";
import { lockShift } from "../../store/records/shifts.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";
import { colleaguesOf } from "./colleagues.ts";
import { readRoster } from "./read-roster.ts";

export type WantedSwap = Omit<Swap, "asker"> & { readonly words: string };

const WORDS_LIMIT = 300;

/** Asks a colleague to stand in, for a turn of theirs or for nothing. The roster stays as it is until they agree. */
export async function askSwap(context: Context, member: StaffMember, point: Point, wanted: WantedSwap): Promise<Result<true, Problem>> {
  const swap = { ...wanted, asker: member.staff };
  if (!(await colleaguesOf(context, member.office)).some((one) => one.staff === wanted.asked)) return refuse(problem("colleague-unknown"));
  return context.database.transaction(async (sql) => {
    const refusal = await refusalOf(context, sql, point, swap);
    if (refusal) return refuse(refusal);
    const words = wanted.words.trim().slice(0, WORDS_LIMIT);
    await insertSwap(sql, { ...swap, words, office: point.office, point: point.point, swap: context.newId() }, context.now());
    return ok(true);
  });
}

/** The asked agrees or declines, the asker takes it back; once. Agreeing changes the roster, so it is looked at anew: much may have changed since. */
export async function answerSwap(
  context: Context,
  member: StaffMember,
  id: string,
  answer: "agreed" | "declined" | "taken-back",
): Promise<Result<true, Problem>> {
  return context.database.transaction(async (sql) => {
    const swap = await lockSwap(sql, member.office, id);
    const whose = answer === "taken-back" ? swap?.asker : swap?.asked;
    if (swap?.state !== "asked" || whose !== member.staff) return refuse(problem("swap-answered"));
    const refusal = answer === "agreed" ? await refusalOfAgreed(context, sql, swap) : null;
    if (refusal) return refuse(refusal);
    await saveAnswer(sql, swap, answer, context.now());
    return ok(true);
  });
}

async function refusalOfAgreed(context: Context, sql: Sql, swap: AskedSwap): Promise<Problem | null> {
  const point = (await listPoints(sql)).find((known) => known.office === swap.office && known.point === swap.point);
  return point ? refusalOf(context, sql, point, swap) : problem("point-unknown");
}

/** Locks the shifts first, in one order, so that two swaps of the same turn are looked at one after the other. */
async function refusalOf(context: Context, sql: Sql, point: Point, swap: Swap): Promise<Problem | null> {
  const today = officeDay(context.now());
  const shifts = [swap.gives.shift, ...(swap.takes ? [swap.takes.shift] : [])];
  for (const shift of [...new Set(shifts)].sort()) await lockShift(sql, point.office, shift, today);
  const { roster } = await readRoster(context, sql, point);
  const found = swapProblem(roster, swap, today);
  return found ? problem("swap-refused", { sentence: SWAP_SENTENCES[found] }) : null;
}

const SWAP_SENTENCES = {
  "with-oneself": "Không đổi ca với chính mình được. Xin chọn người khác.",
  past: "Ca này đã qua. Xin chọn ca từ hôm nay trở đi.",
  closed: "Hôm đó điểm không mở cửa. Xin chọn ca khác.",
  "asker-not-on": "Người xin đổi không còn trực ca này. Xin xem lại lịch.",
  "asked-not-on": "Người được nhờ không trực ca muốn nhận. Xin xem lại lịch.",
  "asked-there-already": "Người được nhờ đã trực ca này rồi. Xin nhờ người khác.",
  "asker-there-already": "Người xin đổi đã trực ca muốn nhận rồi. Xin chọn ca khác.",
  away: "Hôm đó người nhận ca nghỉ. Xin nhờ người khác hoặc chọn ca khác.",
} as const satisfies Record<SwapProblem, string>;
