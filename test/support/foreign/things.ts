import assert from "node:assert/strict";
import { ACTING } from "../acting.ts";
import { addressOf, plainRoute } from "../routes.ts";
import { theirDesk } from "./desk.ts";
import { theirDrafts } from "./drafts.ts";
import { theirOffice } from "./office.ts";
import { theirPeople } from "./people.ts";
import { theirPoint } from "./point.ts";
import type { TwoOffices } from "./two-offices.ts";
import { WORDS } from "./words.ts";

/** Place of an address ("/mot-cua/:id"; for one route alone "/mot-cua/:id in /mot-cua/:id/ket-qua.pdf") → the id of a real thing of the first office. */
export type Things = Readonly<Record<string, string>>;

/** Fills the first office with one of everything that stands in an address. */
export async function fillFirstOffice(two: TwoOffices): Promise<Things> {
  const point = await theirPoint(two);
  const desk = await theirDesk(two);
  const things = {
    ...point,
    ...desk,
    ...(await theirDrafts(two)),
    ...(await theirOffice(two)),
    ...(await theirPeople(two, desk["/api/v1/tracking/:code"] ?? "")),
  };
  for (const [place, id] of Object.entries(things)) assert.ok(id, `${place}: the thing was not made`);
  return things;
}

export function isTheirs(route: string, things: Things): boolean {
  return placesOf(route).some((place) => thingAt(place, route, things) !== undefined);
}

/** Places for which there is neither a thing nor a word. */
export function unknownPlaces(route: string, things: Things): string[] {
  return placesOf(route).filter((place) => thingAt(place, route, things) === undefined && WORDS[place] === undefined);
}

/** The address behind a route with things of the first office in it. */
export function theirAddress(route: string, things: Things): string {
  return addressOf(pathOf(route), (_name, place) => encodeURIComponent(thingAt(place, route, things) ?? WORDS[place] ?? ""));
}

/** The same with keys that nobody was given: what the address alone opens must be guessed. */
export function guessedAddress(route: string, things: Things): string {
  return addressOf(pathOf(route), (_name, place) => {
    const known = thingAt(place, route, things);
    return known === undefined ? (WORDS[place] ?? "") : `${known.slice(0, -1)}${known.endsWith("2") ? "3" : "2"}`;
  });
}

/** What would act, were it let in: every field that some form has, those too that are named after the thing. */
export function actingForm(route: string, things: Things): Record<string, string> {
  const ofTheThing = placesOf(route).flatMap((place) => {
    const id = thingAt(place, route, things);
    return id === undefined ? [] : [`words-${id}`, `ly-do-${id}`, `to-${id}`, `loi-${id}`].map((field) => [field, "Thử"] as const);
  });
  return { ...ACTING, key: crypto.randomUUID(), ...Object.fromEntries(ofTheThing) };
}

/** Names of things and words that no address has a place for. */
export function unusedNames(routes: readonly string[], things: Things): string[] {
  const used = new Set(routes.flatMap((route) => placesOf(route).flatMap((place) => [place, `${place} in ${plainRoute(pathOf(route))}`])));
  return [...Object.keys(things), ...Object.keys(WORDS)].filter((name) => !used.has(name));
}

export function placesOf(route: string): string[] {
  const places: string[] = [];
  addressOf(pathOf(route), (_name, place) => String(places.push(place)));
  return places;
}

function thingAt(place: string, route: string, things: Things): string | undefined {
  return things[`${place} in ${plainRoute(pathOf(route))}`] ?? things[place];
}

function pathOf(route: string): string {
  return route.slice(route.indexOf(" ") + 1);
}
