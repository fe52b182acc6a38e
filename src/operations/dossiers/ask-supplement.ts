import { officeDay } from "../../base/clock.ts";
import type { Result } from "../../base/result.ts";
import { askablePapers } from "../../domain/catalogue/at-counter.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import type { DossierKey } from "../../store/records/dossier-log.ts";
import { type Context, procedureOf } from "../context.ts";
import type { Problem } from "../problems.ts";
import { type Act, act } from "./act.ts";

/** Asks the citizen for more, everything at once: papers of the procedure by their ids, reasons, words. The clock sleeps from then on. */
export function askSupplement(
  context: Context,
  key: DossierKey,
  by: Act,
  wanted: { readonly papers: readonly string[]; readonly reasons: readonly string[]; readonly words: string },
): Promise<Result<Dossier, Problem>> {
  return act(context, key, by, "request-supplement", (dossier) => {
    const procedure = procedureOf(context, dossier.procedure.code, dossier.procedure.version);
    const askable = procedure ? askablePapers(procedure, dossier.answers, officeDay(context.now())) : [];
    const asked = askable.filter(({ id }) => wanted.papers.includes(id)).map(({ id, name }) => ({ paper: id, name }));
    return { move: "request-supplement", reasons: wanted.reasons, words: wanted.words, asked };
  });
}
