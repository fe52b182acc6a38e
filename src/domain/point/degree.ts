/**
 * How much somebody was helped with a dossier. An online rate is honest only beside it: a dossier that a volunteer typed is not one that a
 * citizen filed alone.
 */
export const DEGREES = {
  alone: "Tự làm",
  guided: "Được bày",
  "done-for": "Làm thay",
} as const satisfies Record<string, string>;

export type Degree = keyof typeof DEGREES;

export function isDegree(word: string): word is Degree {
  return Object.hasOwn(DEGREES, word);
}

/** Who answered a page of the declaration. */
export interface FilledPage {
  readonly page: string;
  readonly who: "citizen" | "helper";
}

/** One page that a helper filled in makes it làm thay; somebody standing by makes it được bày. A neighbour counts as standing by. */
export function degreeOf(pages: readonly FilledPage[], standingBy: boolean): Degree {
  if (pages.some(({ who }) => who === "helper")) return "done-for";
  return standingBy ? "guided" : "alone";
}

/** What a dossier carries of it: the degree, whose help, whether a volunteer's work still waits for an officer's counter-signature. */
export interface Help {
  readonly degree: Degree;
  /** Who helped, by name; empty when nobody did. */
  readonly helpers: readonly string[];
  /** A volunteer filled it in, so an officer looks it over before it is accepted. */
  readonly byVolunteer: boolean;
  /** The mandate under which it was filled in. */
  readonly mandate: string | null;
}

export const NO_HELP: Help = { degree: "alone", helpers: [], byVolunteer: false, mandate: null };
