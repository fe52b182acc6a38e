import { atOffice } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { addDays } from "../../domain/deadlines/days.ts";
import { formatDay } from "../../domain/people/dates.ts";
import { dossierRegisterForm, lineOfRegister, type RegisterOfDossiersLine } from "../../domain/slips/dossier-register.ts";
import { listLodged, readLogsLodged } from "../../store/records/dossier-log.ts";
import { readOffice } from "../../store/records/offices.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import { noteList } from "./looks.ts";
import { shortMoment } from "./slips.ts";

/** As many days as one register holds: a quarter. */
const MOST_DAYS = 92;

/**
 * The register of the dossiers that came in a period, as it stood at the end of `asOf` (all days YYYY-MM-DD): the same three days give the same bytes, once
 * `asOf` is over. Who drew it stands at each of its dossiers.
 */
export async function drawDossierRegister(
  context: Context,
  member: StaffMember,
  period: { from: string; until: string; asOf: string },
): Promise<Result<Uint8Array, Problem>> {
  const { from, until, asOf } = period;
  if (from === "" || until < from || asOf < until || addDays(from, MOST_DAYS) < until) return refuse(problem("period-wrong"));
  const office = await readOffice(context.database.sql, member.office);
  if (!office) return refuse(problem("no-office"));
  const startOf = (day: string) => atOffice(day, "00:00");
  const end = startOf(addDays(asOf, 1));
  const logs = await readLogsLodged(context.database.sql, member.office, startOf(from), startOf(addDays(until, 1)), end);
  const dossiers = await listLodged(context.database.sql, member.office, startOf(from), startOf(addDays(until, 1)));
  await noteList(context, member, dossiers, "pdf:dossier-book");
  const form = dossierRegisterForm(until);
  const pdf = await context.documents.render({
    template: "dossier-register",
    at: new Date(end.getTime() - 1_000),
    data: {
      title: form.title,
      form: form.words,
      practice: office.practice,
      office: until >= "2025-07-01" ? "Trung tâm Phục vụ hành chính công" : "Bộ phận Tiếp nhận và Trả kết quả",
      above: office.name,
      period: from === until ? `Ngày ${formatDay(from)}` : `Từ ngày ${formatDay(from)} đến ngày ${formatDay(until)}`,
      lines: logs.map((log, index) => cellsOf(index + 1, lineOfRegister(log), office.name)),
      footer: `Theo nhật ký hồ sơ trên hệ thống đến hết ngày ${formatDay(asOf)}. ${logs.length} hồ sơ.`,
    },
  });
  return ok(pdf);
}

function cellsOf(index: number, line: RegisterOfDossiersLine, office: string) {
  return {
    index: String(index),
    code: line.code,
    procedure: line.procedure,
    count: "1",
    applicant: line.applicant,
    contact: [line.address, line.phone].filter(Boolean).join("; "),
    office,
    received: shortMoment(line.receivedAt),
    due: `${line.due.time} ${formatDay(line.due.day)}`,
    forwarded: line.forwardedAt ? shortMoment(line.forwardedAt) : "",
    decided: line.decidedAt ? shortMoment(line.decidedAt) : "",
    returned: line.returnedAt ? shortMoment(line.returnedAt) : "",
    way: line.receivedBy,
    note: line.note,
  };
}
