import type { Condition } from "./condition.ts";
import type { Field } from "./field.ts";
import { YES_NO } from "./parse-answer.ts";

/** A condition as a clerk reads it: khi "Bà con là gì của bé?" là "Mẹ đẻ". Fields are named by their labels, answers by theirs. */
export function conditionInWords(condition: Condition, fields: ReadonlyMap<string, Field>): string {
  const inner = (part: Condition) => conditionInWords(part, fields);
  if ("all" in condition) return condition.all.map(inner).join(" và ");
  if ("any" in condition) return `(${condition.any.map(inner).join(" hoặc ")})`;
  if ("not" in condition) return `không phải (${inner(condition.not)})`;
  if ("days" in condition) return spanInWords(condition.days.from, condition.days.to, limits(condition.days, "ngày"), fields);
  if ("years" in condition) {
    const { from, to, lessThan, atLeast } = condition.years;
    const words = [
      ...(atLeast === undefined ? [] : [`từ ${atLeast} năm trở lên`]),
      ...(lessThan === undefined ? [] : [`chưa đủ ${lessThan} năm`]),
    ];
    return spanInWords(from, to, words.join(", "), fields);
  }
  const name = nameOf(condition.field, fields);
  const answer = (value: string) => `"${answerWords(fields.get(condition.field), value)}"`;
  if ("is" in condition) return `${name} là ${answer(condition.is)}`;
  if ("isNot" in condition) return `${name} không phải là ${answer(condition.isNot)}`;
  if ("in" in condition) return `${name} là ${condition.in.map(answer).join(" hoặc ")}`;
  return `${name} ${condition.answered ? "đã có câu trả lời" : "để trống"}`;
}

/** The answers that a field offers; a yes-no field always the same two. */
export function optionsOf(field: Field | undefined): readonly { readonly value: string; readonly label: string }[] {
  if (field === undefined) return [];
  return field.type === "yes-no" ? YES_NO : (field.options ?? []);
}

function limits({ moreThan, atMost }: { moreThan?: number | undefined; atMost?: number | undefined }, unit: string): string {
  return [
    ...(moreThan === undefined ? [] : [`hơn ${moreThan} ${unit}`]),
    ...(atMost === undefined ? [] : [`không quá ${atMost} ${unit}`]),
  ].join(", ");
}

function spanInWords(from: string, to: string, words: string, fields: ReadonlyMap<string, Field>): string {
  return `từ ${nameOf(from, fields)} đến ${nameOf(to, fields)} ${words}`;
}

function nameOf(id: string, fields: ReadonlyMap<string, Field>): string {
  return id === "today" ? "hôm nay" : `"${fields.get(id)?.label ?? id}"`;
}

function answerWords(field: Field | undefined, value: string): string {
  return optionsOf(field).find((option) => option.value === value)?.label ?? value;
}
