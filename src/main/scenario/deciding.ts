import { type Calendar, isWorkingDay } from "../../domain/deadlines/calendar.ts";
import { addDays } from "../../domain/deadlines/days.ts";
import { minutesOf, timeOf } from "../../domain/deadlines/minutes.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import { fold } from "../../domain/dossier/fold.ts";
import type { Move } from "../../domain/dossier/moves.ts";
import type { Context } from "../../operations/context.ts";
import { type Act, accept, act, type MakeCommand, supplement } from "../../operations/dossiers/act.ts";
import { handOver } from "../../operations/dossiers/hand-over.ts";
import { signResult } from "../../operations/dossiers/sign-result.ts";
import { readLog } from "../../store/records/dossier-log.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import { contextAt, type Filed, sure } from "./filing.ts";
import type { Cast } from "./places.ts";
import type { PlannedDossier } from "./plan.ts";

/** Something that the office does with a dossier at a moment. */
export interface Task {
  readonly day: string;
  /** HH:MM */
  readonly time: string;
  readonly run: (context: Context) => Promise<void>;
}

/** What the office does with a dossier until it is given back, step by step with the moment of each; steps that lie behind `until` are left undone. */
export function tasksOf(cast: Cast, key: Filed, planned: PlannedDossier, calendar: Calendar, until: string): Task[] {
  const { officer, leader } = cast;
  const move = (member: StaffMember, name: Move, make: MakeCommand) => async (context: Context) =>
    void sure(await act(context, key, by(member, name, planned), name, make), name);
  const online = planned.channel === "online";
  const accepted = later(planned.day, planned.time, 35);
  const waited = planned.mishap === "supplement" ? workdaysAfter(planned.day, 2, calendar) : planned.day;
  const signedOn = workdaysAfter(waited, planned.mishap === "late" ? LATE_WORKDAYS : slowness(planned), calendar);
  const tasks: Task[] = [
    ...(planned.degree === "done-for"
      ? [
          {
            day: planned.day,
            time: later(planned.day, planned.time, 30).time,
            run: move(officer, "countersign", () => ({ move: "countersign" })),
          },
        ]
      : []),
    ...(online
      ? [{ ...accepted, run: async (context: Context) => void sure(await accept(context, key, by(officer, "accept", planned)), "accept") }]
      : []),
    ...(planned.mishap === "supplement" ? asked(key, officer, planned, waited, move) : []),
    { day: signedOn, time: later(signedOn, planned.time, 60).time, run: move(officer, "propose", () => ({ move: "propose", note: "" })) },
    {
      day: signedOn,
      time: later(signedOn, planned.time, 75).time,
      run: async (context) => void sure(await signResult(context, key, by(leader, "sign", planned), leader), "sign"),
    },
    { day: workdaysAfter(signedOn, 1, calendar), time: planned.time, run: (context) => handOverTo(context, key, officer, planned) },
  ];
  return tasks.filter(({ day }) => day <= until);
}

/** Later than any term of these procedures. */
const LATE_WORKDAYS = 9;

/** Working days that the office takes over it: a confirmation of marital status has three, the others are done on the day. */
function slowness({ wish, index }: PlannedDossier): number {
  return wish === "marital-status" ? index % 3 : 0;
}

function asked(
  key: Filed,
  officer: StaffMember,
  planned: PlannedDossier,
  answeredOn: string,
  move: (member: StaffMember, name: Move, make: MakeCommand) => Task["run"],
): Task[] {
  const request: MakeCommand = () => ({ move: "request-supplement", reasons: ["Ảnh mờ, không đọc được"], words: "" });
  return [
    { day: planned.day, time: later(planned.day, planned.time, 45).time, run: move(officer, "request-supplement", request) },
    {
      day: answeredOn,
      time: "08:00",
      run: async (context) =>
        void sure(
          await supplement(
            context,
            key,
            { actor: { role: "citizen", id: null, name: "" }, key: `scenario:supplement:${planned.index}` },
            { papers: [], words: "Đã chụp lại" },
          ),
          "supplement",
        ),
    },
  ];
}

async function handOverTo(context: Context, key: Filed, officer: StaffMember, planned: PlannedDossier): Promise<void> {
  const dossier = await dossierOf(context, key);
  const place = planned.atPoint ? ("point" as const) : ("office" as const);
  sure(
    await handOver(context, key, by(officer, "hand-over", planned), {
      to: dossier.applicant.name,
      place,
      proof: "card",
      slipSecret: "",
      signature: "",
    }),
    "hand over",
  );
}

async function dossierOf(context: Context, key: Filed): Promise<Dossier> {
  return fold(await readLog(context.database.sql, key));
}

/** All tasks in the order of their moments, one after the other: numbers of registers follow the days. */
export async function runTasks(context: Context, tasks: readonly Task[], progress: (done: number, all: number) => void): Promise<void> {
  const inOrder = [...tasks].sort((one, other) => (`${one.day} ${one.time}` < `${other.day} ${other.time}` ? -1 : 1));
  for (const [index, { day, time, run }] of inOrder.entries()) {
    await run(contextAt(context, day, time));
    progress(index + 1, inOrder.length);
  }
}

function by(member: StaffMember, move: string, { index }: PlannedDossier): Act {
  return { actor: { role: member.role, id: member.staff, name: member.name }, key: `scenario:${move}:${index}` };
}

/** Some minutes later on the same day, at the latest when the office closes. */
function later(day: string, time: string, minutes: number): { day: string; time: string } {
  return { day, time: timeOf(Math.min(minutesOf(time) + minutes, LAST_MINUTE)) };
}

const LAST_MINUTE = 17 * 60 - 1;

function workdaysAfter(day: string, count: number, calendar: Calendar): string {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
}
