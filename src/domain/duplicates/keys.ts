import type { LikePerson, Subject } from "./subject.ts";
import { joined, namePartsOf, swappable, withoutOne } from "./words.ts";

/**
 * Words under which a dossier is looked up among the others of its kind, so that not all have to be compared: two dossiers that are the same share at least
 * one. Numbers; names in which accents, places of letters and one middle part are lost; days of birth in which day and month are not told apart.
 */
export function keysOfSubject({ people }: Subject): string[] {
  return [...new Set(people.filter(({ role }) => role === "subject").flatMap(keysOfPerson))];
}

function keysOfPerson({ name, birthDate, identityNumber }: LikePerson): string[] {
  const parts = namePartsOf(name);
  return [
    ...(identityNumber === "" ? [] : [`number ${identityNumber}`]),
    ...(birthDate === "" ? [] : [`day ${swappable(birthDate)}`]),
    ...(parts.length === 0 ? [] : [parts, ...withoutOne(parts)].map((left) => `name ${joined(left)}`)),
  ];
}
