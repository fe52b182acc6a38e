import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { type Answers, placeKeys } from "../../domain/forms/answers.ts";
import { fieldsById } from "../../domain/forms/fill-text.ts";
import { listOffices, type Office } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";

/**
 * The offices that can receive a dossier of this procedure, the likeliest first: of the right kind, and there the one whose commune the
 * applicant named as residence. Somebody of another commune still chooses their own.
 */
export async function receiversFor(context: Context, procedure: Procedure, answers: Answers): Promise<Office[]> {
  const offices = (await listOffices(context.database.sql)).filter((office) => office.kind === procedure.officeKind);
  const communes = [...fieldsById(procedure).values()]
    .filter((field) => field.type === "place")
    .map((field) => answers[placeKeys(field.id).commune] ?? "");
  const rank = (office: Office) => {
    const named = communes.indexOf(office.commune);
    return named < 0 ? communes.length : named;
  };
  return [...offices].sort((a, b) => rank(a) - rank(b));
}
