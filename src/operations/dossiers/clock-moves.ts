import { officeDay } from "../../base/clock.ts";
import { type Result, refuse } from "../../base/result.ts";
import { isWorkingDay } from "../../domain/deadlines/calendar.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import { fold } from "../../domain/dossier/fold.ts";
import { dayWithWeekday } from "../../domain/people/dates.ts";
import type { DossierKey } from "../../store/records/dossier-log.ts";
import { readLog } from "../../store/records/dossier-log.ts";
import { readOffice } from "../../store/records/offices.ts";
import { type Context, procedureOf } from "../context.ts";
import { officeCalendar } from "../offices/office-days.ts";
import { type Problem, problem } from "../problems.ts";
import { type Act, act, dueOf, dueWhenAwake } from "./act.ts";
import { withDayAtPoint } from "./due.ts";

// Moves that change what was promised: a payment ends a pause, verification extends the term once, an apology promises anew.

/** What was owed is paid: the clock goes on, and the promise is counted anew without the days of waiting. */
export function settleFee(context: Context, key: DossierKey, by: Act, receipt: string): Promise<Result<Dossier, Problem>> {
  return act(context, key, by, "settle-fee", async (dossier, office, sql) => {
    return { move: "settle-fee", receipt, due: await dueWhenAwake(context, sql, dossier, office) };
  });
}

/** The extension that the procedure's law gives for verification elsewhere; refused where it gives none. */
export async function extend(context: Context, key: DossierKey, by: Act, because: string): Promise<Result<Dossier, Problem>> {
  const log = await readLog(context.database.sql, key);
  if (log.length === 0) return refuse(problem("dossier-not-found"));
  const { procedure } = fold(log);
  const verification = procedureOf(context, procedure.code, procedure.version)?.deadline.verification;
  if (!verification) return refuse(problem("no-extension"));
  const { days } = verification;
  return act(context, key, by, "extend", async (dossier, office, sql) => {
    const extension = { days, because: because.trim() };
    return { move: "extend", ...extension, due: await dueOf(context, sql, { ...dossier, extension }, office) };
  });
}

/** Says sorry and promises another day, which must be a working day after the one that was promised. The slip of it is drawn from the event. */
export async function apologise(
  context: Context,
  key: DossierKey,
  by: Act,
  given: { readonly reasons: readonly string[]; readonly words: string; readonly day: string },
): Promise<Result<Dossier, Problem>> {
  const office = await readOffice(context.database.sql, key.office);
  if (!office) return refuse(problem("no-office"));
  const real = /^\d{4}-\d{2}-\d{2}$/.test(given.day) && given.day > officeDay(context.now());
  if (!real || !isWorkingDay(given.day, await officeCalendar(context, context.database.sql, office)))
    return refuse(problem("not-a-working-day"));
  return act(context, key, by, "apologise", async (dossier, _office, sql) => {
    const why = [...given.reasons, given.words.trim()].filter(Boolean).join("; ");
    const due = {
      day: given.day,
      time: dossier.due.time,
      explanation: [
        `Đã hẹn ${dayWithWeekday(dossier.due.day)}. Cơ quan xin lỗi vì chưa xong và hẹn lại ${dayWithWeekday(given.day)}. Lý do: ${why}.`,
      ],
    };
    const { reasons, words } = given;
    const atPoint = await withDayAtPoint(context, sql, { office: key.office, point: dossier.point }, due);
    return { move: "apologise", reasons, words, before: dossier.due, due: atPoint };
  });
}
