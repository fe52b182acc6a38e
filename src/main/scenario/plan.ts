import { type Calendar, isWorkingDay } from "../../domain/deadlines/calendar.ts";
import { addDays, eachDay, weekday } from "../../domain/deadlines/days.ts";
import { timeOf } from "../../domain/deadlines/minutes.ts";
import type { Channel } from "../../domain/dossier/events.ts";
import type { Degree } from "../../domain/point/degree.ts";
import type { Purpose } from "../../domain/point/visit.ts";
import type { Wish } from "./answers.ts";
import { type Chance, chanceOf } from "./chance.ts";

/** The days of the report: from before the opening to the day that its figures were counted. */
export const FIRST_DAY = "2023-06-01";
export const OPENING_DAY = "2023-11-21";
export const LAST_DAY = "2024-04-12";

export interface PlannedDossier {
  readonly index: number;
  readonly day: string;
  /** HH:MM at the office */
  readonly time: string;
  readonly wish: Wish;
  readonly channel: Channel;
  readonly atPoint: boolean;
  /** How much somebody helps; only at the point somebody does. */
  readonly degree: Degree;
  readonly mishap: "none" | "supplement" | "late";
}

export interface PlannedVisit {
  readonly day: string;
  readonly time: string;
  readonly minutes: number;
  readonly purpose: Purpose;
  /** Who stands by: a helper, a neighbour, nobody; or the person leaves before anybody has time. */
  readonly standing: "helped" | "peer" | "alone" | "left";
  readonly dossier: PlannedDossier | null;
}

export interface Plan {
  /** Filed without the point. */
  readonly elsewhere: readonly PlannedDossier[];
  readonly visits: readonly PlannedVisit[];
}

/** How many come in which way. People filed on paper before; then most of them came to the café. */
const BEFORE = { online: 53, direct: 109, post: 6 };
const AFTER = { atPoint: 103, online: 6, direct: 55, post: 6 };
/** Visits of an opening day. */
const VISITS = { fewest: 44, most: 54 };

/** The whole story as data: the same seed plans the same. */
export function planOf(calendar: Calendar, seed: number): Plan {
  const chance = chanceOf(seed);
  const working = (from: string, to: string) => eachDay(from, to).filter((day) => isWorkingDay(day, calendar));
  const before = working(FIRST_DAY, addDays(OPENING_DAY, -1));
  const after = working(OPENING_DAY, LAST_DAY);
  const open = after.filter((day) => day === OPENING_DAY || [1, 3, 5].includes(weekday(day)));
  let index = 0;
  const dossiers = (days: readonly string[], channel: Channel, count: number): PlannedDossier[] =>
    Array.from({ length: count }, () =>
      aDossier(chance, { index: index++, day: chance.oneOf(days), channel, atPoint: false, degree: "alone" }),
    );
  const elsewhere = [
    ...Object.entries(BEFORE).flatMap(([channel, count]) => dossiers(before, channel as Channel, count)),
    ...(["online", "direct", "post"] as const).flatMap((channel) => dossiers(after, channel, AFTER[channel])),
  ];
  const atPoint = Array.from({ length: AFTER.atPoint }, () => {
    const day = chance.oneOf(open);
    return aDossier(chance, {
      index: index++,
      day,
      channel: "online",
      atPoint: true,
      degree: degreeOn(chance, open.indexOf(day) / open.length),
    });
  });
  return {
    elsewhere,
    visits: open.flatMap((day) =>
      visitsOf(
        chance,
        day,
        atPoint.filter((dossier) => dossier.day === day),
      ),
    ),
  };
}

function aDossier(chance: Chance, known: Pick<PlannedDossier, "index" | "day" | "channel" | "atPoint" | "degree">): PlannedDossier {
  return {
    ...known,
    time: aTime(chance),
    wish: chance.weighted([
      ["birth", 40],
      ["marital-status", 30],
      ["copies", 22],
      ["death", 8],
    ]),
    mishap: chance.weighted([
      ["none", 88],
      ["supplement", known.degree === "alone" && !known.atPoint ? 12 : 6],
      ["late", 4],
    ]),
  };
}

/** At first much is done for people; by and by they do it themselves. `share` is how much of the time has passed, 0 to 1. */
function degreeOn(chance: Chance, share: number): Degree {
  const alone = Math.round(10 + 45 * share);
  const doneFor = Math.round(18 - 14 * share);
  return chance.weighted([
    ["alone", alone],
    ["done-for", doneFor],
    ["guided", 100 - alone - doneFor],
  ]);
}

function visitsOf(chance: Chance, day: string, dossiers: readonly PlannedDossier[]): PlannedVisit[] {
  const others = Math.max(0, chance.between(VISITS.fewest, VISITS.most) - dossiers.length);
  const visits = [
    ...dossiers.map((dossier) => ({
      day,
      time: dossier.time,
      minutes: chance.between(20, 45),
      purpose: dossier.degree === "alone" ? ("self-service" as const) : ("guided" as const),
      standing: dossier.degree === "alone" ? ("alone" as const) : ("helped" as const),
      dossier,
    })),
    ...Array.from({ length: others }, () => anotherVisit(chance, day)),
  ];
  return visits.sort((one, other) => (one.time < other.time ? -1 : 1));
}

function anotherVisit(chance: Chance, day: string): PlannedVisit {
  const purpose = chance.weighted<Purpose>([
    ["guided", 26],
    ["practice", 24],
    ["look-up", 20],
    ["print", 14],
    ["payment", 5],
    ["post", 4],
    ["utility", 4],
    ["other", 3],
  ]);
  const standing = chance.weighted<PlannedVisit["standing"]>(
    purpose === "guided"
      ? [["helped", 100]]
      : [
          ["helped", 30],
          ["peer", 15],
          ["alone", 54],
          ["left", 1],
        ],
  );
  return { day, time: aTime(chance), minutes: chance.between(5, 40), purpose, standing, dossier: null };
}

/** In office hours, early enough that what is filed is looked at on that day. */
function aTime(chance: Chance): string {
  const minute = chance.weighted([
    [chance.between(7 * 60 + 40, 11 * 60), 60],
    [chance.between(13 * 60 + 35, 16 * 60), 40],
  ]);
  return timeOf(minute);
}
