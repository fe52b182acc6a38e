import type { Dossier } from "../dossier/fold.ts";
import { numberWords } from "./numbering.ts";

/** What the public check says of a paper. Nothing of it tells who the paper is about. */
export interface PaperCheck {
  readonly state: "genuine" | "corrected" | "revoked";
  readonly name: string;
  readonly register: string;
  /** "12/2026" */
  readonly number: string;
  /** YYYY-MM-DD */
  readonly issuedOn: string;
  readonly revokedOn: string | null;
  /** The paper that stands instead since then; only of one that was corrected. */
  readonly replacedBy: { readonly name: string; readonly number: string; readonly day: string } | null;
}

/**
 * A paper of this dossier, by its code, as things stand now; null when the dossier has none with this code. A certificate is corrected by any correction
 * of its entry, a copy or an extract by those that came after it. Revoking takes the entry's papers with it; a letter of refusal stands by itself.
 */
export function checkPaper(dossier: Dossier, code: string): PaperCheck | null {
  const found = findPaper(dossier, code);
  if (found === null) return null;
  const { seen, standsAlone, ...paper } = found;
  const later = standsAlone ? undefined : dossier.corrections.slice(seen).at(-1);
  const revokedOn = standsAlone ? null : dossier.revokedOn;
  return {
    ...paper,
    state: revokedOn ? "revoked" : later ? "corrected" : "genuine",
    revokedOn,
    replacedBy: later ? { name: later.paper.name, number: numberWords(later), day: later.day } : null,
  };
}

interface Found {
  readonly name: string;
  readonly register: string;
  readonly number: string;
  readonly issuedOn: string;
  /** How many corrections the paper shows already. */
  readonly seen: number;
  readonly standsAlone: boolean;
}

function findPaper(dossier: Dossier, code: string): Found | null {
  const { result, refusal } = dossier;
  if (result?.code === code) return { ...head(result.name, result), issuedOn: result.issuedOn, seen: 0, standsAlone: false };
  if (refusal?.code === code) return { ...head(refusal.name, refusal), issuedOn: refusal.issuedOn, seen: 0, standsAlone: true };
  const copies = dossier.copies.find(({ papers }) => papers.some((paper) => paper.code === code));
  if (copies) return { ...head(copies.name, copies), issuedOn: copies.day, seen: copies.seen, standsAlone: false };
  const place = dossier.corrections.findIndex(({ paper }) => paper.code === code);
  const correction = dossier.corrections[place];
  return correction ? { ...head(correction.paper.name, correction), issuedOn: correction.day, seen: place + 1, standsAlone: false } : null;
}

function head(name: string, numbered: { register: string; year: number; number: number }) {
  return { name, register: numbered.register, number: numberWords(numbered) };
}
