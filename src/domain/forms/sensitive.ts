import type { Field } from "./field.ts";
import type { Journey } from "./journey.ts";

/** Ethnicity, health, disability, poverty, belief: sensitive personal data (Decree 356/2025/NĐ-CP, article 4; unverified). */
const SENSITIVE = /dân tộc|khuyết tật|hộ nghèo|cận nghèo|tôn giáo|ốm đau/i;

/** Does the question ask for sensitive data? It does by its type, or by what can be chosen. */
export function isSensitive({ type, options = [] }: Pick<Field, "type" | "options">): boolean {
  return type === "ethnic-group" || options.some(({ label }) => SENSITIVE.test(label));
}

/** The first page of a declaration that asks for sensitive data: there people are told, once. */
export function firstSensitivePage({ steps }: Pick<Journey, "steps">): string | null {
  return steps.find((step) => step.fields.some(isSensitive))?.page.id ?? null;
}
