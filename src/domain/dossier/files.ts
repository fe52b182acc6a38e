import type { DossierEvent, PaperRef } from "./events.ts";

/** The content (SHA-256) that an event brings into its dossier: papers and their pictures, the result, the signature of whoever received it. */
export function filesOf(event: DossierEvent): string[] {
  switch (event.type) {
    case "lodged":
    case "supplemented":
      return event.papers.flatMap(filesOfPaper);
    case "signed":
    case "refusal-signed":
      return [event.result.sha256];
    case "corrected":
      return [event.correction.paper.sha256];
    case "copied":
      return event.copies.papers.map(({ sha256 }) => sha256);
    case "handed-over":
      return event.proof?.kind === "signature" ? [event.proof.sha256] : [];
    default:
      return [];
  }
}

function filesOfPaper({ sha256, previews = [] }: PaperRef): string[] {
  return [sha256, ...previews];
}

/** The content that a dossier still holds: what its events brought, less what was erased. */
export function heldFiles(log: readonly DossierEvent[]): string[] {
  const erased = new Set(log.flatMap((event) => (event.type === "papers-erased" ? event.files : [])));
  return [...new Set(log.flatMap(filesOf))].filter((sha256) => !erased.has(sha256));
}

/** The papers among it, earlier ones of the same kind too; results and the receiver's signature are none. */
export function heldPaperFiles(log: readonly DossierEvent[]): string[] {
  const held = new Set(heldFiles(log));
  return [...new Set(log.flatMap((event) => ("papers" in event ? event.papers.flatMap(filesOfPaper) : [])))].filter((sha256) =>
    held.has(sha256),
  );
}
