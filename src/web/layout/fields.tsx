import type { Answers } from "../../domain/forms/answers.ts";
import type { Field, FieldType } from "../../domain/forms/field.ts";
import { YES_NO } from "../../domain/forms/parse-answer.ts";
import { formatDay } from "../../domain/people/dates.ts";
import type { Context } from "../../operations/context.ts";
import { Choices } from "./choices.tsx";
import { controlAttributes, Labelled, type Labels } from "./labelled.tsx";
import { Picker } from "./picker.tsx";
import { Place } from "./place.tsx";

export interface FieldProps {
  readonly field: Field;
  readonly values: Answers;
  readonly error?: string | undefined;
  readonly pickers: Context["pickers"];
  /** The page's heading asks the question already: the label is there for listeners only. */
  readonly alone: boolean;
  /** What was known before anybody typed, so that it is checked. */
  readonly filled: boolean;
}

/** One question of a declaration, whatever its kind: label, hint, error, control, all tied together. */
export function FormField({ field, values, error, pickers, alone, filled }: FieldProps) {
  const value = values[field.id] ?? "";
  const labels = {
    id: field.id,
    label: field.ask ?? field.label,
    hint: field.hint ?? HINTS[field.type],
    error,
    optional: !field.required,
    quietLabel: alone,
    filled,
  };
  switch (field.type) {
    case "choice":
      return <Choices labels={labels} options={field.options ?? []} value={value} />;
    case "yes-no":
      return <Choices labels={labels} options={YES_NO} value={value} />;
    case "place":
      return <Place labels={labels} values={values} pickers={pickers} />;
    case "ethnic-group":
      return <EthnicGroup labels={labels} value={value} groups={pickers.ethnicGroups} />;
    case "paragraph":
      return (
        <Labelled labels={labels}>
          <textarea {...controlAttributes(labels)} maxlength={field.maxLength ?? 2000}>
            {value}
          </textarea>
        </Labelled>
      );
    default:
      return <OneLine labels={labels} type={field.type} value={value} />;
  }
}

/** Said where the procedure's file says nothing: people who type for the first time need to see how. */
const HINTS: Partial<Record<FieldType, string>> = {
  date: "Gõ ngày, tháng, năm. Ví dụ 15/8/1990, hoặc gõ liền 15081990.",
  "identity-number": "12 chữ số ở mặt trước thẻ căn cước.",
};

function OneLine({ labels, type, value }: { labels: Labels; type: FieldType; value: string }) {
  return (
    <Labelled labels={labels}>
      <input
        {...controlAttributes(labels)}
        type={type === "phone" ? "tel" : "text"}
        class={SHORT.includes(type) ? "short" : undefined}
        inputmode={DIGITS.includes(type) ? "numeric" : undefined}
        autocapitalize={type === "name" ? "words" : undefined}
        value={type === "date" ? formatDay(value) : value}
      />
    </Labelled>
  );
}

const SHORT: readonly FieldType[] = ["date", "number", "phone", "identity-number"];
/** Kinds for which a phone shows its digits at once. A day may be typed as eight digits without strokes. */
const DIGITS: readonly FieldType[] = ["date", "number", "identity-number"];

function EthnicGroup({ labels, value, groups }: { labels: Labels; value: string; groups: Context["pickers"]["ethnicGroups"] }) {
  return (
    <Labelled labels={labels}>
      <Picker
        attributes={controlAttributes(labels)}
        value={groups.find((group) => group.code === value)?.name ?? value}
        options={groups.map((group) => ({ value: group.name, alsoCalled: group.aliases.join(",") }))}
      />
    </Labelled>
  );
}
