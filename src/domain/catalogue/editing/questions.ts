import { type Result, refuse } from "../../../base/result.ts";
import type { Condition } from "../../forms/condition.ts";
import { conditionInWords } from "../../forms/condition-words.ts";
import type { Field, FormPage } from "../../forms/field.ts";
import { fieldsById } from "../../forms/fill-text.ts";
import { sectionsOf } from "../../forms/journey.ts";
import type { Procedure } from "../procedure.ts";
import { FIELD_CONTROLS, PAGE_CONTROLS } from "./controls.ts";
import { type FormProblems, moved, whole } from "./lists.ts";
import { fieldIdOf, slugOf } from "./slug.ts";
import { type Data, readTyped, type Typed, typedOf } from "./typed.ts";

/** The questions of a procedure, section by section, as a list to edit. */
export interface ListedSection {
  readonly id: string;
  readonly title: string;
  readonly when: string | null;
  readonly pages: readonly { readonly id: string; readonly title: string; readonly when: string | null }[];
}

export function questionsOf(procedure: Procedure): ListedSection[] {
  const fields = fieldsById(procedure);
  const words = (when: Condition | undefined) => (when === undefined ? null : conditionInWords(when, fields));
  return sectionsOf(procedure).map(({ id, title, when, pages }) => ({
    id,
    title,
    when: words(when),
    pages: pages.map((page) => ({ id: page.id, title: page.ask, when: words(page.when) })),
  }));
}

/** Blank fields for further answers to choose from. */
const FURTHER_OPTIONS = 3;

/** What the form of a question shows: the page, its fields (o0., o1., …), their options (o0.c0., …). `further` adds a blank field. */
export function typedQuestion(procedure: Procedure, id: string | null, further: boolean): Typed | null {
  const page = id === null ? null : findPage(procedure, id);
  if (id !== null && page === null) return null;
  const fields = fieldsById(procedure);
  const shown: Data[] = [...(page?.fields ?? []), ...(further || page === null ? [{ type: "text", required: true }] : [])];
  return Object.assign(
    {},
    typedOf(PAGE_CONTROLS, page ?? {}, fields),
    ...shown.map((field, index) => typedField(field, fields, `o${index}.`)),
  );
}

function typedField(field: Data, fields: ReadonlyMap<string, Field>, prefix: string): Typed {
  const options = (field.options ?? []) as readonly { value: string; label: string; hint?: string }[];
  const blanks = Array.from({ length: FURTHER_OPTIONS }, () => ({ value: "", label: "", hint: "" }));
  return Object.assign(
    { [`${prefix}id`]: String(field.id ?? "") },
    typedOf(FIELD_CONTROLS, field, fields, prefix),
    ...[...options, ...blanks].map((option, index) => ({
      [`${prefix}c${index}.value`]: option.value,
      [`${prefix}c${index}.label`]: option.label,
      [`${prefix}c${index}.hint`]: option.hint ?? "",
    })),
  );
}

/** How many things with that name a form holds: o0.label, o1.label, … */
export function countTyped(typed: Typed, name: (index: number) => string): number {
  let count = 0;
  while (typed[name(count)] !== undefined) count += 1;
  return count;
}

/** The procedure with that question as the form says, or with a new one at the end of `section`. */
export function putQuestion(procedure: Procedure, id: string | null, section: string, typed: Typed): Result<Procedure, FormProblems> {
  const page = id === null ? null : findPage(procedure, id);
  if (id !== null && page === null) return refuse({});
  const read = readTyped(PAGE_CONTROLS, typed, (page ?? {}) as Data);
  const fields = readFields(procedure, page, typed);
  const problems = { ...read.problems, ...fields.problems };
  if (Object.keys(problems).length > 0) return refuse(problems);
  const taken = new Set(sectionsOf(procedure).flatMap(({ pages }) => pages.map((other) => other.id)));
  const made = {
    id: page?.id ?? slugOf(String(read.data.ask ?? ""), taken, "cau"),
    ...read.data,
    fields: fields.list,
  } as unknown as FormPage;
  return whole(
    withPages(procedure, (pages, of) =>
      id === null ? (of === section ? [...pages, made] : pages) : pages.map((other) => (other.id === id ? made : other)),
    ),
    "ask",
  );
}

function readFields(procedure: Procedure, page: FormPage | null, typed: Typed): { list: Data[]; problems: FormProblems } {
  const list: Data[] = [];
  const problems: Record<string, string> = {};
  const taken = new Set(fieldsById(procedure).keys());
  const count = countTyped(typed, (index) => `o${index}.id`);
  for (let index = 0; index < count; index += 1) {
    const prefix = `o${index}.`;
    const old = page?.fields.find((field) => field.id === typed[`${prefix}id`]);
    if (old?.derive) list.push(old);
    if (old?.derive || typed[`${prefix}remove`] === "yes") continue;
    if (!old && (typed[`${prefix}label`] ?? "").trim() === "" && list.length > 0) continue;
    const read = readTyped(FIELD_CONTROLS, typed, (old ?? {}) as Data, prefix);
    Object.assign(problems, read.problems);
    const id = old?.id ?? fieldIdOf(String(read.data.label ?? ""), taken);
    taken.add(id);
    list.push(withOptions({ id, ...read.data }, typed, prefix));
  }
  if (list.length === 0) problems["o0.label"] ??= "Mỗi câu hỏi cần ít nhất một ô trả lời. Muốn bỏ cả câu, xin bấm Bỏ ở danh sách.";
  return { list, problems };
}

/** Options whose words are taken away are gone; new ones get a stored value of their own. Only a choice has any. */
function withOptions(field: Data, typed: Typed, prefix: string): Data {
  const { options: _options, default: preset, ...rest } = field;
  if (field.type !== "choice") return preset === undefined || field.type === "yes-no" ? rest : { ...rest, default: preset };
  const count = countTyped(typed, (index) => `${prefix}c${index}.label`);
  const rows = Array.from({ length: count }, (_one, index) => {
    const part = (name: string) => (typed[`${prefix}c${index}.${name}`] ?? "").normalize("NFC").trim();
    return { value: part("value"), label: part("label"), hint: part("hint") };
  }).filter(({ label }) => label !== "");
  const taken = new Set(rows.map(({ value }) => value));
  const options = rows.map(({ value, label, hint }) => {
    const stored = value || slugOf(label, taken, "cau");
    taken.add(stored);
    return { value: stored, label, ...(hint === "" ? {} : { hint }) };
  });
  const stays = options.some(({ value }) => value === preset);
  return { ...rest, options, ...(stays ? { default: preset } : {}) };
}

/** Without that question; a section that has no other goes with it. */
export function removeQuestion(procedure: Procedure, id: string): Result<Procedure, FormProblems> {
  return whole(
    withPages(procedure, (pages) => pages.filter((page) => page.id !== id)),
    "",
  );
}

/** That question one place up (-1) or down (1) in its section. */
export function moveQuestion(procedure: Procedure, id: string, by: 1 | -1): Result<Procedure, FormProblems> {
  return whole(
    withPages(procedure, (pages) => {
      const index = pages.findIndex((page) => page.id === id);
      return index < 0 ? pages : moved(pages, index, by);
    }),
    "",
  );
}

function withPages(procedure: Procedure, change: (pages: readonly FormPage[], section: string) => readonly FormPage[]): unknown {
  const cases = procedure.cases.length === 0 ? [] : change(procedure.cases, sectionsOf(procedure)[0]?.id ?? "");
  if (!procedure.declaration) return { ...procedure, cases };
  const sections = procedure.declaration.sections
    .map((section) => ({ ...section, pages: change(section.pages, section.id) }))
    .filter(({ pages }) => pages.length > 0);
  return { ...procedure, cases, declaration: { ...procedure.declaration, sections } };
}

export function findPage(procedure: Procedure, id: string): FormPage | null {
  return (
    sectionsOf(procedure)
      .flatMap(({ pages }) => pages)
      .find((page) => page.id === id) ?? null
  );
}
