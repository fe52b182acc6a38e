import { ok, type Result, refuse } from "../../../base/result.ts";
import { sayIssue } from "../../content-file.ts";
import type { Condition } from "../../forms/condition.ts";
import { conditionInWords } from "../../forms/condition-words.ts";
import { fieldsById } from "../../forms/fill-text.ts";
import { type Procedure, procedureSchema } from "../procedure.ts";
import {
  type Control,
  DEADLINE_CONTROLS,
  DEADLINE_PART_CONTROLS,
  FEE_CONTROLS,
  FEE_PART_CONTROLS,
  PAPER_CONTROLS,
  RESULT_PAPER_CONTROLS,
  RESULT_PART_CONTROLS,
  RESULT_ROW_CONTROLS,
  WORDS_CONTROLS,
} from "./controls.ts";
import { slugOf } from "./slug.ts";
import { type Data, isData, readTyped, type Typed, typedOf } from "./typed.ts";

/** Name of a form's field → what is wrong with it. */
export type FormProblems = Readonly<Record<string, string>>;

/** The parts with a list of things that are edited one by one; questions are a list of their own kind (questions.ts). */
export const LIST_PARTS = ["papers", "fee", "deadline", "result"] as const;
export type ListPart = (typeof LIST_PARTS)[number];
/** Parts that have fields of their own. */
export type FormPart = "words" | "fee" | "deadline" | "result";

interface Listing {
  readonly controls: readonly Control[];
  readonly blank: Data;
  readonly read: (procedure: Procedure) => readonly object[];
  readonly write: (procedure: Procedure, items: readonly unknown[]) => unknown;
}

const LISTINGS: Readonly<Record<ListPart, Listing>> = {
  papers: {
    controls: PAPER_CONTROLS,
    blank: { kind: "submit", originals: 1, copies: 0, required: true },
    read: ({ papers }) => papers,
    write: (procedure, papers) => ({ ...procedure, papers }),
  },
  fee: {
    controls: FEE_CONTROLS,
    blank: { amountDong: null },
    read: ({ fee }) => fee.rules,
    write: (procedure, rules) => ({ ...procedure, fee: { ...procedure.fee, rules } }),
  },
  deadline: {
    controls: DEADLINE_CONTROLS,
    blank: { rule: { kind: "working-days" } },
    read: ({ deadline }) => deadline.rules,
    write: (procedure, rules) => ({ ...procedure, deadline: { ...procedure.deadline, rules } }),
  },
  result: {
    controls: RESULT_ROW_CONTROLS,
    blank: {},
    read: ({ result }) => result?.rows ?? [],
    write: (procedure, rows) => (procedure.result ? { ...procedure, result: { ...procedure.result, rows } } : procedure),
  },
};

export interface ListedItem {
  /** A paper's id; of everything else its number. */
  readonly id: string;
  readonly title: string;
  /** When it applies, in words; null always. */
  readonly when: string | null;
}

/** What stands in a part, in its order. */
export function itemsOf(procedure: Procedure, part: ListPart): ListedItem[] {
  const fields = fieldsById(procedure);
  return LISTINGS[part].read(procedure).map((item, index) => {
    const data = item as Data;
    return {
      id: idOf(part, data, index),
      title: titleOf(part, data),
      when: data.when === undefined ? null : conditionInWords(data.when as Condition, fields),
    };
  });
}

function idOf(part: ListPart, item: Data, index: number): string {
  return part === "papers" ? String(item.id) : String(index + 1);
}

function titleOf(part: ListPart, item: Data): string {
  if (part === "papers") return String(item.name);
  if (part === "result") return `${item.label}: ${item.value}`;
  if (part === "deadline") return String(item.words);
  const amount = typeof item.amountDong === "number" ? `${item.amountDong.toLocaleString("vi-VN")} đồng` : "Chưa ghi số tiền";
  return `${amount}. ${item.words}`;
}

export function itemControls(part: ListPart): readonly Control[] {
  return LISTINGS[part].controls;
}

/** What the form of one thing shows; of a new one (null) its blank. Null where there is no such thing. */
export function typedItem(procedure: Procedure, part: ListPart, id: string | null): Typed | null {
  const item = id === null ? LISTINGS[part].blank : LISTINGS[part].read(procedure)[indexOf(procedure, part, id)];
  return item === undefined ? null : typedOf(LISTINGS[part].controls, item as Data, fieldsById(procedure));
}

/** The procedure with that thing as the form says, or a new one behind the others: before a last rule that needs nothing, because only the first that holds counts. */
export function putItem(procedure: Procedure, part: ListPart, id: string | null, typed: Typed): Result<Procedure, FormProblems> {
  const items = LISTINGS[part].read(procedure);
  const index = id === null ? items.length : indexOf(procedure, part, id);
  const old = (id === null ? LISTINGS[part].blank : items[index]) as Data | undefined;
  if (old === undefined) return refuse({});
  const { data, problems } = readTyped(LISTINGS[part].controls, typed, old);
  const tidy = tidyItem(procedure, part, data, problems);
  if (Object.keys(tidy.problems).length > 0) return refuse(tidy.problems);
  const others: unknown[] = [...items];
  if (id === null) others.splice(placeFor(part, items, tidy.data), 0, tidy.data);
  else others[index] = tidy.data;
  return whole(LISTINGS[part].write(procedure, others), LISTINGS[part].controls[0]?.at ?? "");
}

function placeFor(part: ListPart, items: readonly object[], item: Data): number {
  const rules = part === "fee" || part === "deadline";
  const last = items.at(-1) as Data | undefined;
  return rules && item.when !== undefined && last !== undefined && last.when === undefined ? items.length - 1 : items.length;
}

/** A deadline has either days or an hour; a new paper gets its name in the file. */
function tidyItem(procedure: Procedure, part: ListPart, data: Data, problems: FormProblems): { data: Data; problems: FormProblems } {
  if (part === "papers" && data.id === undefined)
    return { data: { id: slugOf(String(data.name ?? ""), new Set(procedure.papers.map(({ id }) => id)), "giay"), ...data }, problems };
  if (part !== "deadline" || !isData(data.rule)) return { data, problems };
  const { kind, days, cutoff } = data.rule;
  if (kind === "same-day") {
    const wrong = typeof cutoff !== "string" || !/^([01]\d|2[0-3]):[0-5]\d$/.test(cutoff);
    const said: FormProblems = wrong ? { "rule.cutoff": "Xin ghi giờ, ví dụ 15:00." } : {};
    return { data: { ...data, rule: { kind, cutoff } }, problems: { ...problems, ...said } };
  }
  const wrong = typeof days !== "number" || days < 1;
  const said: FormProblems = wrong ? { "rule.days": "Xin ghi số ngày, ví dụ 3." } : {};
  return { data: { ...data, rule: { kind, days } }, problems: { ...problems, ...said } };
}

/** Without that thing; of rules one must stay. */
export function removeItem(procedure: Procedure, part: ListPart, id: string): Result<Procedure, FormProblems> {
  const index = indexOf(procedure, part, id);
  return whole(
    LISTINGS[part].write(
      procedure,
      LISTINGS[part].read(procedure).filter((_item, at) => at !== index),
    ),
    "",
  );
}

/** That thing one place up (-1) or down (1); at the end of the list it stays. */
export function moveItem(procedure: Procedure, part: ListPart, id: string, by: 1 | -1): Result<Procedure, FormProblems> {
  const items: unknown[] = [...LISTINGS[part].read(procedure)];
  return whole(LISTINGS[part].write(procedure, moved(items, indexOf(procedure, part, id), by)), "");
}

export function moved<Item>(items: readonly Item[], index: number, by: 1 | -1): Item[] {
  const [item, other] = [items[index], items[index + by]];
  if (item === undefined || other === undefined) return [...items];
  return items.map((one, at) => (at === index ? other : at === index + by ? item : one));
}

function indexOf(procedure: Procedure, part: ListPart, id: string): number {
  return LISTINGS[part].read(procedure).findIndex((item, index) => idOf(part, item as Data, index) === id);
}

/** The fields that a part has beside its list. */
export function partControls(procedure: Procedure, part: FormPart): readonly Control[] {
  if (part === "words") return WORDS_CONTROLS;
  if (part === "fee") return FEE_PART_CONTROLS;
  if (part === "deadline") return DEADLINE_PART_CONTROLS;
  return procedure.result ? [...RESULT_PART_CONTROLS, ...RESULT_PAPER_CONTROLS] : RESULT_PART_CONTROLS;
}

export function typedPart(procedure: Procedure, part: FormPart): Typed {
  return typedOf(partControls(procedure, part), procedure as Data, fieldsById(procedure));
}

export function putPart(procedure: Procedure, part: FormPart, typed: Typed): Result<Procedure, FormProblems> {
  const controls = partControls(procedure, part);
  const { data, problems } = readTyped(controls, typed, procedure as Data);
  return Object.keys(problems).length > 0 ? refuse(problems) : whole(data, controls[0]?.at ?? "");
}

/** The data as a procedure, if it has the shape of one; what is wrong is said at the field. */
export function whole(data: unknown, field: string): Result<Procedure, FormProblems> {
  const parsed = procedureSchema.safeParse(data, { reportInput: true });
  if (parsed.success) return ok(parsed.data);
  const words = parsed.error.issues.map((issue) => `${issue.path.join(" › ")}: ${sayIssue(issue)}`).join("; ");
  return refuse({ [field]: `Chưa lưu được: ${words}.` });
}
