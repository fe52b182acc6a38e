import { assert } from "../../base/assert.ts";
import { officeDay } from "../../base/clock.ts";
import { deadlineFor } from "../../domain/catalogue/applies.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import type { Calendar } from "../../domain/deadlines/calendar.ts";
import { dueDate } from "../../domain/deadlines/due.ts";
import type { DueDate } from "../../domain/dossier/events.ts";
import type { Answers } from "../../domain/forms/answers.ts";
import type { Sql } from "../../store/database/database.ts";
import type { Context } from "../context.ts";
import { collectDay } from "../roster/opening.ts";

/** The day promised by the office's calendar for a dossier that came in at that moment, with the stretches in which the citizen owed something. */
export function promise(
  calendar: Calendar,
  procedure: Procedure,
  answers: Answers,
  lodgedAt: Date,
  pauses: readonly { from: string; to: string | null }[] = [],
  extension: { readonly days: number; readonly because: string } | null = null,
): DueDate {
  const deadline = deadlineFor(procedure, answers, officeDay(lodgedAt));
  assert(deadline !== null, "a procedure that is filed here has a deadline");
  const asDates = pauses.map((pause) => ({ from: new Date(pause.from), to: pause.to === null ? null : new Date(pause.to) }));
  const due = dueDate(extension === null ? deadline.rule : { ...deadline.rule, extension }, lodgedAt, calendar, asDates);
  return { day: due.day, time: due.time, explanation: [deadline.words, ...due.explanation] };
}

/** The promise with the day on which the result can be had at the point where the dossier came in: points open on other days than offices. */
export async function withDayAtPoint(
  context: Pick<Context, "holidays" | "now">,
  sql: Sql,
  dossier: { readonly office: string; readonly point: string | null },
  due: DueDate,
): Promise<DueDate> {
  const atPoint = await collectDay(context, sql, dossier, due);
  return atPoint === null ? due : { ...due, atPoint };
}
