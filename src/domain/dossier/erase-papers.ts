import { ok, type Result, refuse } from "../../base/result.ts";
import type { DossierEvent, ErasedBecause, LoggedEvent } from "./events.ts";
import { heldPaperFiles } from "./files.ts";
import { fold } from "./fold.ts";

/**
 * Lets the papers of a finished dossier go: their bytes leave the disk, the log stays as it is, with its seals. Nobody moves the dossier by it, so it stands
 * beside MOVES: the clock does it when their time is over, or an officer when the person asks.
 */
export function erasePapers(log: readonly LoggedEvent[], because: ErasedBecause): Result<DossierEvent, "still-open" | "nothing-there"> {
  if (fold(log).endedAt === null) return refuse("still-open");
  const files = heldPaperFiles(log.map(({ event }) => event));
  return files.length === 0 ? refuse("nothing-there") : ok({ type: "papers-erased", files, because });
}
