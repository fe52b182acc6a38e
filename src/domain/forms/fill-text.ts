import type { Procedure } from "../catalogue/procedure.ts";
import { dateInWords } from "../people/dates.ts";
import type { Answers } from "./answers.ts";
import { displayAnswer } from "./display.ts";
import type { Field } from "./field.ts";
import { sectionsOf } from "./journey.ts";
import type { Lists } from "./lists.ts";

/**
 * Fills the places of a sentence from answers: "{con.hoTen}", "{con.hoTen|upper}", "{con.ngaySinh|date-in-words}". A place without an
 * answer becomes empty. That is the whole language of result rows; whatever needs more belongs into the program.
 */
export function fillText(text: string, procedure: Procedure, answers: Answers, lists: Lists): string {
  const fields = fieldsById(procedure);
  return text.replace(PLACE, (_whole, id: string, way: string | undefined) => {
    const field = fields.get(id);
    if (!field) return "";
    if (way === "date-in-words") return answers[id] ? dateInWords(answers[id]) : "";
    const shown = displayAnswer(field, answers, lists);
    return way === "upper" ? shown.toLocaleUpperCase("vi") : shown;
  });
}

/** The field ids that a text names, and the ways it names them; the catalogue's check looks for names that lead nowhere. */
export function placesOf(text: string): { id: string; way: string | null }[] {
  return [...text.matchAll(PLACE)].map((match) => ({ id: match[1] ?? "", way: match[2] ?? null }));
}

export const FILL_WAYS = ["upper", "date-in-words"];

const PLACE = /\{([A-Za-z][\w.]*)(?:\|([a-z-]+))?\}/g;

export function fieldsById(procedure: Procedure): Map<string, Field> {
  return new Map(
    sectionsOf(procedure).flatMap((section) => section.pages.flatMap((page) => page.fields.map((field) => [field.id, field] as const))),
  );
}
