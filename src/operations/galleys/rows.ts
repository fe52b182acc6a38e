import type { Procedure } from "../../domain/catalogue/procedure.ts";
import type { Answers } from "../../domain/forms/answers.ts";
import { holds } from "../../domain/forms/condition.ts";
import type { Field } from "../../domain/forms/field.ts";
import { fieldsById, fillText, placesOf } from "../../domain/forms/fill-text.ts";
import type { Lists } from "../../domain/forms/lists.ts";

/** A line of the certificate as it will be, and the question of the declaration that it comes from, where it comes from one. */
export interface GalleyRow {
  readonly label: string;
  readonly value: string;
  readonly field: Field | null;
}

/** What the certificate would say. A question that feeds two lines is corrected at the first. `day` is YYYY-MM-DD. */
export function galleyRows(procedure: Procedure, answers: Answers, lists: Lists, day: string): GalleyRow[] {
  const fields = fieldsById(procedure);
  const used = new Set<string>();
  return (procedure.result?.rows ?? [])
    .filter((row) => holds(row.when, answers, day))
    .map((row) => {
      const places = placesOf(row.value);
      const id = places.length === 1 ? (places[0]?.id ?? "") : "";
      const field = fields.get(id);
      const mine = field !== undefined && field.derive === undefined && !used.has(id);
      used.add(id);
      return { label: row.label, value: fillText(row.value, procedure, answers, lists), field: mine ? field : null };
    });
}
