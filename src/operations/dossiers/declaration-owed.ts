import type { Dossier } from "../../domain/dossier/fold.ts";
import { owedForResult } from "../../domain/forms/result-needs.ts";
import { type Context, parseContext, procedureOf } from "../context.ts";

/** What of a declaration on paper nobody has typed in yet though the result needs it, in the form's words; empty for everything declared here. */
export function declarationOwed(context: Context, dossier: Dossier): string[] {
  if (dossier.intake === null) return [];
  const procedure = procedureOf(context, dossier.procedure.code, dossier.procedure.version);
  return procedure ? owedForResult(procedure, dossier.answers, parseContext(context)).map((field) => field.label) : [];
}
