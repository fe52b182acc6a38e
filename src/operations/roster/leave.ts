import { officeDay } from "../../base/clock.ts";
import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { insertLeave, takeLeaveBack as takeBack } from "../../store/records/leaves.ts";
import { listStaff } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";

/** Days are YYYY-MM-DD, both with it; empty where what was typed is no day. `staff` is whose leave it is: only an admin says it for others. */
export interface WantedLeave {
  readonly staff: string;
  readonly from: string;
  readonly until: string;
  readonly words: string;
}

const WORDS_LIMIT = 300;

/** Somebody will not be there. It counts at once: the roster warns where nobody is left, and somebody else is found. */
export async function sayLeave(context: Context, member: StaffMember, wanted: WantedLeave): Promise<Result<true, Problem>> {
  const today = officeDay(context.now());
  const fields: Record<string, string> = {};
  if (wanted.from < today) fields.tu = "Xin ghi ngày nghỉ, từ hôm nay trở đi. Ví dụ 15/5/2027.";
  else if (wanted.until < wanted.from) fields.den = "Ngày cuối phải là ngày đầu hoặc sau đó.";
  if (Object.keys(fields).length > 0) return refuse(problem("answers-refused", { fields }));
  const staff = member.role === "admin" ? wanted.staff : member.staff;
  if (!(await listStaff(context.database.sql, member.office)).some((one) => one.staff === staff))
    return refuse(problem("colleague-unknown"));
  const leave = { ...wanted, staff, leave: context.newId(), words: wanted.words.trim().slice(0, WORDS_LIMIT) };
  await insertLeave(context.database.sql, member.office, leave, member.staff, context.now());
  return ok(true);
}

/** They come after all. One's own; an admin takes back anybody's. */
export async function takeLeaveBack(context: Context, member: StaffMember, leave: string): Promise<Result<true, Problem>> {
  const whose = member.role === "admin" ? null : member.staff;
  const taken = isUuid(leave) && (await takeBack(context.database.sql, member.office, leave, whose, context.now()));
  return taken ? ok(true) : refuse(problem("leave-unknown"));
}
