import { atOffice, officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { addDays, earlierDay } from "../../domain/deadlines/days.ts";
import { formatDay } from "../../domain/people/dates.ts";
import type { Report } from "../../domain/reports/report.ts";
import { dossierRegisterForm, lineOfRegister } from "../../domain/slips/dossier-register.ts";
import { listLodged, readLogsLodged } from "../../store/records/dossier-log.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import { noteList } from "../dossiers/looks.ts";
import { momentWords } from "../dossiers/slips.ts";
import type { Viewpoint } from "../measures/viewpoint.ts";
import { type Problem, problem } from "../problems.ts";
import type { Frame } from "./frame.ts";

/** As many days as one book holds: a quarter. */
const MOST_DAYS = 92;

/** The book of dossiers as a table; on paper it is drawn in the law's form (operations/dossiers/dossier-register.ts). Who takes it along is written down. */
export async function dossierBook(
  context: Context,
  member: StaffMember,
  { period }: Viewpoint,
  frame: Frame,
  exported: boolean,
): Promise<Result<Report, Problem>> {
  if (addDays(period.from, MOST_DAYS) < period.to) return refuse(problem("period-wrong"));
  const today = officeDay(context.now());
  const asOf = earlierDay(period.to, today);
  const startOf = (day: string) => atOffice(day, "00:00");
  const { sql } = context.database;
  const [from, until] = [startOf(period.from), startOf(addDays(period.to, 1))];
  const logs = await readLogsLodged(sql, member.office, from, until, startOf(addDays(today, 1)));
  await noteList(context, member, await listLodged(sql, member.office, from, until), exported ? "export" : "statistics");
  const form = dossierRegisterForm(asOf);
  return ok({
    ...frame,
    title: form.title,
    form: form.words,
    wide: true,
    facts: [],
    charts: [],
    tables: [
      {
        title: form.title,
        columns: [
          { name: "TT", share: 0.5 },
          { name: "Mã hồ sơ", share: 2 },
          { name: "Thủ tục", share: 3 },
          { name: "Tên cá nhân, tổ chức", share: 2 },
          { name: "Địa chỉ, số điện thoại", share: 3 },
          { name: "Nhận hồ sơ", share: 1.5 },
          { name: "Hẹn trả", share: 1.5 },
          { name: "Trả kết quả", share: 1.5 },
          { name: "Nơi nhận", share: 1.5 },
          { name: "Ghi chú", share: 2 },
        ],
        rows: logs.map((log, index) => {
          const line = lineOfRegister(log);
          return [
            index + 1,
            line.code,
            line.procedure,
            line.applicant,
            [line.address, line.phone].filter(Boolean).join("; "),
            momentWords(line.receivedAt),
            `${line.due.time} ${formatDay(line.due.day)}`,
            line.returnedAt ? momentWords(line.returnedAt) : "",
            line.receivedBy,
            line.note,
          ];
        }),
        total: null,
      },
    ],
    notes: [`Theo nhật ký hồ sơ trên hệ thống đến hết ngày ${formatDay(today)}. ${logs.length} hồ sơ.`],
  });
}
