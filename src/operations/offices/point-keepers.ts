import { officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { keepsPoint } from "../../domain/point/keepers.ts";
import { listPoints } from "../../store/records/offices.ts";
import { listShiftPeople } from "../../store/records/shifts.ts";
import { listStaff } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";
import type { AtPoint } from "../visits/open-visit.ts";

/** So many names are enough to ask one of them. */
const NAMED = 4;

/** Whether this member may change the machines and outages of a point of their office; refused with whom to ask. */
export async function mayKeepPoint(context: Context, member: StaffMember, { office, point }: AtPoint): Promise<Result<true, Problem>> {
  const { sql } = context.database;
  if (member.office !== office) return refuse(problem("point-unknown"));
  const [all, people] = await Promise.all([listPoints(sql), listShiftPeople(sql, { office, point }, officeDay(context.now()))]);
  const points = all.filter((one) => one.office === office);
  const onRoster = new Set(people.map(({ staff }) => staff));
  if (keepsPoint(member, { onRoster, onlyPoint: points.length === 1 })) return ok(true);
  const name = points.find((one) => one.point === point)?.name ?? "điểm này";
  const names = (await listStaff(sql, office)).filter(({ staff }) => onRoster.has(staff)).map((one) => one.name);
  return refuse(problem("not-of-this-point", { sentence: whomToAsk(name, names) }));
}

function whomToAsk(point: string, names: readonly string[]): string {
  const these = names.length > 0 ? ` (${names.slice(0, NAMED).join(", ")})` : "";
  return `Máy và sổ sự cố của ${point} do người trực ở đó ghi, sửa. Xin nhờ người trong lịch trực của điểm${these}, hoặc lãnh đạo, quản trị của cơ quan.`;
}
