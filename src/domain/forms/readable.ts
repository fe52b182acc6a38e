import type { Procedure } from "../catalogue/procedure.ts";
import type { Answers } from "./answers.ts";
import { holds } from "./condition.ts";
import { displayAnswer } from "./display.ts";
import { journey } from "./journey.ts";
import type { ParseContext } from "./parse-answer.ts";

/**
 * The declaration as it is read and kept: section → rows of label and answer. It is frozen beside the data when a dossier is lodged, so that
 * what the citizen stood by can be read for ever, whatever becomes of the form.
 */
export interface ReadableDeclaration {
  readonly title: string;
  readonly sections: readonly { readonly title: string; readonly rows: readonly ReadableRow[] }[];
  readonly oath: string;
}

export interface ReadableRow {
  readonly field: string;
  /** The page on which the answer can be changed while it is a draft. */
  readonly page: string;
  readonly label: string;
  readonly value: string;
}

/** Made from effective answers (see journey.ts); an optional field left blank keeps its row with an empty value. */
export function readable(procedure: Procedure, answers: Answers, context: ParseContext): ReadableDeclaration {
  const sections = new Map<string, { title: string; rows: ReadableRow[] }>();
  for (const { section, page } of journey(procedure, answers, context).steps) {
    const shown = sections.get(section.id) ?? { title: section.title, rows: [] };
    for (const field of page.fields) {
      if (!holds(field.when, answers, context.today)) continue;
      shown.rows.push({ field: field.id, page: page.id, label: field.label, value: displayAnswer(field, answers, context.lists) });
    }
    sections.set(section.id, shown);
  }
  return {
    title: procedure.declaration?.title ?? procedure.name,
    sections: [...sections.values()],
    oath: procedure.declaration?.oath ?? "",
  };
}

/** Only what was answered: of a declaration on paper that nobody has typed in whole. */
export function withoutBlanks(declaration: ReadableDeclaration): ReadableDeclaration {
  const sections = declaration.sections.map((section) => ({ ...section, rows: section.rows.filter((row) => row.value !== "") }));
  return { ...declaration, sections: sections.filter((section) => section.rows.length > 0) };
}
