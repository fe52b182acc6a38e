import { ok, type Result, refuse } from "../../../base/result.ts";
import { type Condition, conditionSchema } from "../../forms/condition.ts";
import { optionsOf } from "../../forms/condition-words.ts";
import type { Field } from "../../forms/field.ts";
import { readPart, writePart } from "../procedure-file.ts";
import type { Control } from "./controls.ts";

/** What stands in the fields of a form, by name. */
export type Typed = Readonly<Record<string, string>>;

export type Data = Readonly<Record<string, unknown>>;

/** What a form shows of the data: the text of each of its fields. `prefix` stands before each name where a form has several of a kind. */
export function typedOf(controls: readonly Control[], data: Data, fields: ReadonlyMap<string, Field>, prefix = ""): Typed {
  return Object.assign(
    {},
    ...controls.map((control) => {
      const name = prefix + control.at;
      const value = at(data, control.at);
      if (control.kind === "condition") return typedCondition(name, value as Condition | undefined, fields);
      if (control.kind === "check") return { [name]: value === true ? "yes" : "" };
      if (control.kind === "lines") return { [name]: Array.isArray(value) ? value.join("\n") : "" };
      if (control.kind === "money") return { [name]: typeof value === "number" ? value.toLocaleString("vi-VN") : "" };
      return { [name]: value === undefined || value === null ? "" : String(value) };
    }),
  );
}

export interface Read {
  readonly data: Data;
  /** Name of the field → what is wrong with it. */
  readonly problems: Readonly<Record<string, string>>;
}

/** Reads a form into the data: what is on the form is set or taken out, everything else stays. */
export function readTyped(controls: readonly Control[], typed: Typed, data: Data, prefix = ""): Read {
  let result = data;
  const problems: Record<string, string> = {};
  for (const control of controls) {
    const read = readControl(control, typed, prefix + control.at);
    if (read.ok) result = put(result, control.at.split("."), read.value);
    else problems[control.kind === "condition" ? `${prefix}${control.at}.kind` : prefix + control.at] = read.reason;
  }
  return { data: result, problems };
}

function readControl(control: Control, typed: Typed, name: string): Result<unknown, string> {
  if (control.kind === "condition") return readCondition(name, typed);
  if (control.kind === "check") return ok(typed[name] === "yes" ? true : control.optional ? undefined : false);
  const text = (typed[name] ?? "").normalize("NFC").replaceAll("\r\n", "\n").trim();
  if (control.kind === "money") return readMoney(text);
  if (control.kind === "lines") {
    const lines = text.split("\n").flatMap((line) => line.trim() || []);
    return lines.length === 0 && !control.optional ? refuse("Xin ghi ít nhất một dòng.") : ok(lines);
  }
  if (text === "") return control.optional ? ok(undefined) : refuse(`Xin ghi: ${control.label.toLocaleLowerCase("vi")}.`);
  if (text.length > LONGEST_TEXT) return refuse("Dài quá. Xin viết ngắn lại.");
  if (control.kind === "number") return /^\d{1,9}$/.test(text) ? ok(Number(text)) : refuse("Xin ghi một con số, ví dụ 2.");
  const offered = control.kind !== "select" || control.choices?.some(({ value }) => value === text);
  return offered ? ok(text) : refuse("Xin chọn một dòng trong danh sách.");
}

const LONGEST_TEXT = 4000;

/** "15.000", "15 000 đồng" and "15000" are the same; nothing is not known yet. */
function readMoney(text: string): Result<number | null, string> {
  if (text === "") return ok(null);
  const digits = text.replace(/\s*(đồng|đ)$/i, "").replace(/[.\s]/g, "");
  return /^\d{1,10}$/.test(digits) ? ok(Number(digits)) : refuse("Xin ghi số tiền bằng chữ số, ví dụ 15.000.");
}

/** The ways of the picker; everything else is written in the advanced field. */
export const CONDITION_KINDS = [
  { value: "always", label: "Luôn luôn" },
  { value: "is", label: "Khi câu trả lời là" },
  { value: "isNot", label: "Khi câu trả lời không phải là" },
  { value: "answered", label: "Khi đã trả lời câu" },
  { value: "blank", label: "Khi để trống câu" },
  { value: "advanced", label: "Theo ô nâng cao" },
] as const;

function typedCondition(name: string, condition: Condition | undefined, fields: ReadonlyMap<string, Field>): Typed {
  const empty = { [`${name}.kind`]: "always", [`${name}.answer`]: "", [`${name}.question`]: "", [`${name}.yaml`]: "" };
  if (condition === undefined) return empty;
  if ("is" in condition && offered(condition.field, condition.is, fields))
    return { ...empty, [`${name}.kind`]: "is", [`${name}.answer`]: `${condition.field}=${condition.is}` };
  if ("isNot" in condition && offered(condition.field, condition.isNot, fields))
    return { ...empty, [`${name}.kind`]: "isNot", [`${name}.answer`]: `${condition.field}=${condition.isNot}` };
  if ("answered" in condition && fields.has(condition.field))
    return { ...empty, [`${name}.kind`]: condition.answered ? "answered" : "blank", [`${name}.question`]: condition.field };
  return { ...empty, [`${name}.kind`]: "advanced", [`${name}.yaml`]: writePart(condition).trimEnd() };
}

function offered(field: string, value: string, fields: ReadonlyMap<string, Field>): boolean {
  return optionsOf(fields.get(field)).some((option) => option.value === value);
}

function readCondition(name: string, typed: Typed): Result<Condition | undefined, string> {
  const kind = typed[`${name}.kind`] ?? "always";
  if (kind === "always") return ok(undefined);
  if (kind === "advanced") return readAdvanced(typed[`${name}.yaml`] ?? "");
  if (kind === "is" || kind === "isNot") {
    const [field = "", value = ""] = (typed[`${name}.answer`] ?? "").split(/=(.*)/s);
    if (field === "" || value === "") return refuse("Xin chọn câu trả lời mà điều kiện nhìn vào.");
    return ok(kind === "is" ? { field, is: value } : { field, isNot: value });
  }
  const field = typed[`${name}.question`] ?? "";
  if (field === "") return refuse("Xin chọn câu hỏi mà điều kiện nhìn vào.");
  return ok({ field, answered: kind === "answered" });
}

function readAdvanced(text: string): Result<Condition, string> {
  const data = readPart(text);
  if (!data.ok) return refuse(`Ô nâng cao: ${data.reason}`);
  const parsed = conditionSchema.safeParse(data.value);
  return parsed.success
    ? ok(parsed.data)
    : refuse("Ô nâng cao chưa đúng dạng. Ví dụ: { field: loaiKhaiSinh, in: [du-cha-me, mang-thai-ho] }");
}

function at(data: Data, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => (isData(value) ? value[key] : undefined), data);
}

function put(data: Data, [key = "", ...rest]: readonly string[], value: unknown): Data {
  const { [key]: old, ...others } = data;
  if (rest.length === 0) return value === undefined ? others : { ...data, [key]: value };
  const inner = put(isData(old) ? old : {}, rest, value);
  return Object.keys(inner).length === 0 ? others : { ...data, [key]: inner };
}

export function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
