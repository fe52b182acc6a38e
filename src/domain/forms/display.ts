import { formatDay } from "../people/dates.ts";
import { type Answers, placeKeys } from "./answers.ts";
import type { Field } from "./field.ts";
import type { Lists } from "./lists.ts";
import { YES_NO } from "./parse-answer.ts";

/** An answer as people read it: a day as 15/08/1990, a choice by its label, a place as "Thôn Suối Cau, Xã Bắc Khánh Vĩnh, Tỉnh Khánh Hòa". */
export function displayAnswer(field: Field, answers: Answers, lists: Lists): string {
  if (field.type === "place") return displayPlace(field.id, answers, lists);
  const answer = answers[field.id] ?? "";
  if (answer === "") return "";
  switch (field.type) {
    case "date":
      return formatDay(answer);
    case "choice":
      return field.options?.find((option) => option.value === answer)?.label ?? answer;
    case "yes-no":
      return YES_NO.find((option) => option.value === answer)?.label ?? answer;
    case "ethnic-group":
      return lists.ethnicGroupName(answer) ?? answer;
    default:
      return answer;
  }
}

function displayPlace(fieldId: string, answers: Answers, lists: Lists): string {
  const keys = placeKeys(fieldId);
  const commune = answers[keys.commune] ?? "";
  const province = answers[keys.province] ?? "";
  return [answers[keys.detail] ?? "", lists.communeName(commune) ?? commune, lists.provinceName(province) ?? province]
    .filter(Boolean)
    .join(", ");
}
