import { atOffice } from "../../base/clock.ts";
import { minutesOf, timeOf } from "../../domain/deadlines/minutes.ts";
import { type Context, calendarOf } from "../../operations/context.ts";
import { whoIs } from "../../operations/identity/session.ts";
import { foldTallies } from "../../operations/measures/fold-tallies.ts";
import { noteVisitor } from "../../operations/visits/desk.ts";
import { endOwnVisit, moveAsHelper } from "../../operations/visits/move-visit.ts";
import { greet, takeTicket, visitAnyway } from "../../operations/visits/open-visit.ts";
import { beginHistory, endHistory } from "../../store/records/histories.ts";
import { listOffices } from "../../store/records/offices.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Visit } from "../../store/records/visits.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { runTasks, type Task, tasksOf } from "./deciding.ts";
import { contextAt, type Filed, fileOnline, fileOnPaper, guest, mandated, sure } from "./filing.ts";
import { aVillager, type Villager } from "./people.ts";
import { type Cast, makePlaces, OFFICE, POINT } from "./places.ts";
import { FIRST_DAY, LAST_DAY, type PlannedDossier, type PlannedVisit, planOf } from "./plan.ts";

/**
 * The commune of the report of 14 April 2024, lived through once more: from half a year before the café opened to the day that its figures were counted, every dossier
 * and every visit goes through the operations that people use, at its own moment. The same seed lives the same life.
 */
export async function playKhanhDong(
  context: Context,
  progress: (sentence: string) => void,
  { seed = 20231121, officeWorksUntil = LAST_DAY }: { seed?: number; officeWorksUntil?: string } = {},
): Promise<{ dossiers: number; visits: number } | "there-already"> {
  const { sql } = context.database;
  if ((await listOffices(sql)).some(({ office }) => office === OFFICE)) return "there-already";
  const calendar = calendarOf(context, "commune");
  const plan = planOf(calendar, seed);
  const cast = await makePlaces(context, atOffice(FIRST_DAY, "00:00"));
  await beginHistory(sql, OFFICE, context.now());

  const tasks: Task[] = [];
  const filed = (key: Filed, planned: PlannedDossier) => tasks.push(...tasksOf(cast, key, planned, calendar, officeWorksUntil));
  const story = { context, cast, seed, filed };
  await each(
    plan.elsewhere,
    (planned) => fileElsewhere(story, planned),
    (done) => progress(`${done}/${plan.elsewhere.length} hồ sơ nộp nơi khác`),
  );
  const days = [...Map.groupBy(plan.visits, ({ day }) => day).values()];
  await each(
    days,
    async (visits) => {
      for (const visit of visits) await liveVisit(story, visit);
    },
    (done) => progress(`${done}/${days.length} ngày ở điểm`),
  );
  await runTasks(context, tasks, (count, all) => count % 20 === 0 && progress(`${count}/${all} việc của cơ quan`));
  await endHistory(sql, OFFICE, context.now());
  await foldTallies(context);
  return { dossiers: plan.elsewhere.length + plan.visits.filter(({ dossier }) => dossier).length, visits: plan.visits.length };
}

interface Story {
  readonly context: Context;
  readonly cast: Cast;
  readonly seed: number;
  readonly filed: (key: Filed, planned: PlannedDossier) => void;
}

async function fileElsewhere({ context, cast, seed, filed }: Story, planned: PlannedDossier): Promise<void> {
  const there = contextAt(context, planned.day, planned.time);
  const [person, chance] = whoFiles(seed, planned);
  const { channel } = planned;
  const key =
    channel === "online"
      ? await fileOnline(there, await guest(there, null), planned, person, chance)
      : await fileOnPaper(there, cast.officer, { ...planned, channel }, person, chance);
  filed(key, planned);
}

/** One person's time at the point: greeted, or sat down alone, or left again; perhaps a dossier; and "Xong". */
async function liveVisit(story: Story, planned: PlannedVisit): Promise<void> {
  const there = contextAt(story.context, planned.day, planned.time);
  const end = contextAt(story.context, planned.day, timeOf(minutesOf(planned.time) + planned.minutes));
  const helper = story.cast.helpers[planned.minutes % story.cast.helpers.length] ?? story.cast.officer;
  if (planned.standing === "helped") {
    const visit = await greet(there, helper, PLACE, planned.purpose, null);
    if (planned.dossier) await fileInVisit(story, there, planned.dossier, helper, visit);
    sure(await moveAsHelper(end, helper, visit.visit, "finish"), "the visit ends");
    return;
  }
  const { visit, token } =
    planned.standing === "left"
      ? await takeTicket(there, { kind: "nobody" }, PLACE, planned.purpose)
      : await visitAnyway(there, { kind: "nobody" }, PLACE, planned.purpose);
  const visitor = await whoIs(there, token ?? undefined);
  if (visit && planned.standing === "peer")
    await noteVisitor(there, helper, visit.visit, { name: "", purpose: planned.purpose, peer: true });
  if (planned.dossier)
    story.filed(await fileOnline(there, visitor, planned.dossier, ...whoFiles(story.seed, planned.dossier)), planned.dossier);
  await endOwnVisit(end, visitor);
}

/** With a helper beside: the citizen types on the screen that was handed over, or the helper types under a mandate. */
async function fileInVisit(story: Story, there: Context, planned: PlannedDossier, helper: StaffMember, visit: Visit): Promise<void> {
  const [person, chance] = whoFiles(story.seed, planned);
  const visitor = planned.degree === "done-for" ? await mandated(there, helper, visit, person) : await guest(there, visit);
  story.filed(await fileOnline(there, visitor, planned, person, chance), planned);
}

/** Who files it; drawn from the dossier's own number, so that the order in which things are played does not matter. */
function whoFiles(seed: number, { index }: PlannedDossier): [Villager, Chance] {
  const chance = chanceOf(seed + 7919 * (index + 1));
  return [aVillager(chance, index), chance];
}

const PLACE = { office: OFFICE, point: POINT };

/** So many at once: the database and the two cores are busy, and nobody waits in vain. */
const AT_ONCE = 6;

async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>, progress: (done: number) => void): Promise<void> {
  const left = items.values();
  let done = 0;
  const worker = async () => {
    for (const item of left) {
      await work(item);
      done += 1;
      progress(done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
