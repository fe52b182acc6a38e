import { atOffice } from "../../../src/base/clock.ts";
import type { DossierEvent, DueDate, LoggedEvent } from "../../../src/domain/dossier/events.ts";
import { aDossier } from "./life.ts";

/** "2026-11-16 09:00" at the office. */
export function instantOf(moment: string): Date {
  const [day = "", time = ""] = moment.split(" ");
  return atOffice(day, time);
}

export function dueOn(day: string): DueDate {
  return { day, time: "17:00", explanation: [] };
}

/** A log of what happened when; the first is the lodging, with the day that was promised. */
export function told(lodgedAt: string, due: string, events: readonly (readonly [string, DossierEvent])[]): LoggedEvent[] {
  const [lodged] = aDossier().log;
  if (lodged?.event.type !== "lodged") throw new Error("a dossier begins with being lodged");
  const first: LoggedEvent = { ...lodged, at: instantOf(lodgedAt).toISOString(), event: { ...lodged.event, due: dueOn(due) } };
  const later = events.map(
    ([moment, event], place): LoggedEvent => ({
      ...lodged,
      sequence: place + 2,
      key: `k${place}`,
      at: instantOf(moment).toISOString(),
      event,
    }),
  );
  return [first, ...later];
}

export const accepted = (due: string): DossierEvent => ({ type: "accepted", dossierCode: "000.15.22.H32-261116-0001", due: dueOn(due) });
