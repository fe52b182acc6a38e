import type { DossierEvent, LoggedEvent } from "./events.ts";

/**
 * What an office does among its own people: who has the work, notes, what colleagues think. The person whose dossier it is does not see it, on no page and in
 * no answer of the API. That another office was asked, they do see: it is why they wait.
 */
function isInside(event: DossierEvent): boolean {
  switch (event.type) {
    case "assigned":
    case "noted":
    case "opinion-given":
      return true;
    case "opinion-asked":
      return event.question.kind === "opinion";
    default:
      return false;
  }
}

/** The log without what stays inside. */
export function forCitizen(log: readonly LoggedEvent[]): LoggedEvent[] {
  return log.filter(({ event }) => !isInside(event));
}
