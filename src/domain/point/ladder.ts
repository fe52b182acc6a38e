import type { Degree } from "./degree.ts";

/** How people of an office went from làm thay to tự làm: how they began, where they stand now, and how many went up or down. */
export interface LadderSummary {
  readonly people: number;
  /** Those who came more than once; only they can have moved. */
  readonly returned: number;
  readonly began: Readonly<Record<Degree, number>>;
  readonly now: Readonly<Record<Degree, number>>;
  readonly up: number;
  readonly down: number;
}

const RUNGS: Readonly<Record<Degree, number>> = { "done-for": 0, guided: 1, alone: 2 };

/** Fewer people than these are not summed up: with so few somebody could be made out. */
export const FEWEST_PEOPLE = 5;

/** Sums up the ways of people, each the degrees of their dossiers, the oldest first; null when there are too few. Empty ways are nobody's. */
export function summariseLadders(ways: readonly (readonly Degree[])[]): LadderSummary | null {
  const walked = ways.flatMap((way) => {
    const first = way[0];
    const last = way.at(-1);
    return first === undefined || last === undefined ? [] : [{ first, last, steps: way.length }];
  });
  if (walked.length < FEWEST_PEOPLE) return null;
  const moved = walked.map(({ first, last }) => Math.sign(RUNGS[last] - RUNGS[first]));
  return {
    people: walked.length,
    returned: walked.filter(({ steps }) => steps > 1).length,
    began: countDegrees(walked.map(({ first }) => first)),
    now: countDegrees(walked.map(({ last }) => last)),
    up: moved.filter((way) => way > 0).length,
    down: moved.filter((way) => way < 0).length,
  };
}

function countDegrees(degrees: readonly Degree[]): Record<Degree, number> {
  const count = (degree: Degree) => degrees.filter((other) => other === degree).length;
  return { "done-for": count("done-for"), guided: count("guided"), alone: count("alone") };
}
