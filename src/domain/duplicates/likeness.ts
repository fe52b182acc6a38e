import type { LikePerson, Subject } from "./subject.ts";
import { type Alike, daysAlike, namesAlike, numbersAlike, swappable } from "./words.ts";

/** What a machine can say of two dossiers; a person decides. `maybe` is shown as "có thể": twins, a slip of the pen, one of a couple. */
export type Likeness = "same" | "maybe" | "different";

/**
 * Compares what two dossiers are about. The same, where those whom they register are the same people; maybe, where only part of it fits. The same both ways
 * round, and everything is the same as itself. Two children of one mother and one day who have other names are twins: maybe.
 */
export function likeness(one: Subject, other: Subject): Likeness {
  if (one.kind !== other.kind || !isNear(one, other) || !detailsFit(one, other)) return "different";
  const subjects = pairs(one, other, "subject").map(([a, b]) => ({ a, b, like: peopleAlike(a, b) }));
  const supports = pairs(one, other, "support").map(([a, b]) => supportAlike(a, b));
  const likes = subjects.map(({ like }) => like);
  if (likes.every((like) => like === "same"))
    return supports.length > 0 && supports.every((like) => like === "different") ? "maybe" : "same";
  if (likes.every((like) => like !== "different")) return "maybe";
  // one of a couple in two marriages
  if (likes.length > 1 && likes.includes("same")) return "maybe";
  return subjects.length === 1 && subjects.every(({ a, b }) => bornTogether(a, b)) && areTwins(supports) ? "maybe" : "different";
}

/**
 * Two people. One number is one person, whatever else is written; numbers that are far apart are two. Without numbers the name has to fit and the day of
 * birth not to contradict it.
 */
export function peopleAlike(one: LikePerson, other: LikePerson): Likeness {
  const number = numbersAlike(one.identityNumber, other.identityNumber);
  const name = namesAlike(one.name, other.name);
  if (number === "same") return name === "other" ? "maybe" : "same";
  if (number === "other") return "different";
  const day = daysAlike(one.birthDate, other.birthDate);
  const sexDiffers = one.sex !== "" && other.sex !== "" && one.sex !== other.sex;
  return softer(WITHOUT_NUMBER[name][day], sexDiffers);
}

/** By name, then by day of birth. */
const WITHOUT_NUMBER: Readonly<Record<Alike, Readonly<Record<Alike, Likeness>>>> = {
  same: { same: "same", near: "same", unknown: "maybe", other: "different" },
  near: { same: "maybe", near: "maybe", unknown: "maybe", other: "different" },
  unknown: { same: "maybe", near: "different", unknown: "different", other: "different" },
  other: { same: "different", near: "different", unknown: "different", other: "different" },
};

function softer(like: Likeness, doubt: boolean): Likeness {
  return like === "same" && doubt ? "maybe" : like;
}

/** A parent is known by the name alone, when nothing contradicts it; null where one side does not name them. */
function supportAlike(one: LikePerson, other: LikePerson): Likeness {
  if (one.name === "" || other.name === "") return "maybe";
  const like = peopleAlike(one, other);
  return like === "maybe" && namesAlike(one.name, other.name) === "same" ? "same" : like;
}

function areTwins(supports: readonly Likeness[]): boolean {
  return supports.includes("same") && !supports.includes("different");
}

function bornTogether(one: LikePerson, other: LikePerson): boolean {
  return one.birthDate !== "" && other.birthDate !== "" && swappable(one.birthDate) === swappable(other.birthDate);
}

function pairs(one: Subject, other: Subject, role: LikePerson["role"]): [LikePerson, LikePerson][] {
  const others = other.people.filter((person) => person.role === role);
  return one.people
    .filter((person) => person.role === role)
    .flatMap((person) => {
      const match = others.find(({ of }) => of === person.of) ?? (others.length === 1 ? others[0] : undefined);
      return match ? [[person, match] as [LikePerson, LikePerson]] : [];
    });
}

function detailsFit(one: Subject, other: Subject): boolean {
  return one.details.every((detail, index) => detail === "" || (other.details[index] ?? "") === "" || detail === other.details[index]);
}

const MS_PER_DAY = 86_400_000;

function isNear(one: Subject, other: Subject): boolean {
  const within = Math.max(one.withinDays ?? Number.POSITIVE_INFINITY, other.withinDays ?? Number.POSITIVE_INFINITY);
  return Math.abs(Date.parse(one.day) - Date.parse(other.day)) <= within * MS_PER_DAY;
}
