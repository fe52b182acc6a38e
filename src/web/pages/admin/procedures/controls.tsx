import type { Control } from "../../../../domain/catalogue/editing/controls.ts";
import { CONDITION_KINDS, type Typed } from "../../../../domain/catalogue/editing/typed.ts";
import type { Procedure } from "../../../../domain/catalogue/procedure.ts";
import { optionsOf } from "../../../../domain/forms/condition-words.ts";
import type { Field } from "../../../../domain/forms/field.ts";
import { fieldsById } from "../../../../domain/forms/fill-text.ts";
import type { Problem } from "../../../../operations/problems.ts";
import type { Request } from "../../../http/request.ts";
import { controlAttributes, Labelled, LabelledGroup } from "../../../layout/labelled.tsx";

export interface FormOf {
  readonly procedure: Procedure;
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
  /** Names of the drawings that there are. */
  readonly pictures: readonly string[];
}

/** The fields of a form, as its table says. */
export function Controls({ controls, form, prefix = "" }: { controls: readonly Control[]; form: FormOf; prefix?: string }) {
  return (
    <>
      {controls.map((control) => (
        <OneControl control={control} name={prefix + control.at} form={form} />
      ))}
    </>
  );
}

function OneControl({ control, name, form }: { control: Control; name: string; form: FormOf }) {
  const value = form.typed[name] ?? "";
  const labels = { id: name, label: control.label, hint: control.hint, error: form.errors[name], optional: control.optional };
  switch (control.kind) {
    case "condition":
      return <ConditionPicker label={control.label} name={name} form={form} />;
    case "check":
      return (
        <label class="check">
          <input type="checkbox" id={name} name={name} value="yes" checked={value === "yes"} /> {control.label}
        </label>
      );
    case "text":
    case "lines":
      return (
        <Labelled labels={labels}>
          <textarea {...controlAttributes(labels)} rows={control.kind === "lines" ? Math.min(12, value.split("\n").length + 2) : 3}>
            {value}
          </textarea>
        </Labelled>
      );
    case "select":
      return <Select labels={labels} value={value} options={control.choices ?? []} />;
    case "picture":
      return (
        <Select
          labels={labels}
          value={value}
          options={form.pictures.map((picture) => ({ value: picture, label: picture }))}
          none="Chưa có hình"
        />
      );
    case "number-field":
      return <Select labels={labels} value={value} options={numberFields(form.procedure)} none="Không nhân" />;
    default:
      return (
        <Labelled labels={labels}>
          <input
            {...controlAttributes(labels)}
            type="text"
            value={value}
            class={control.kind === "line" ? undefined : "short"}
            inputmode={control.kind === "line" ? undefined : "numeric"}
          />
        </Labelled>
      );
  }
}

interface SelectProps {
  readonly labels: Parameters<typeof Labelled>[0]["labels"];
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What stands for no answer, where there may be none. */
  readonly none?: string;
}

function Select({ labels, value, options, none }: SelectProps) {
  return (
    <Labelled labels={labels}>
      <select {...controlAttributes(labels)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function numberFields(procedure: Procedure) {
  return [...fieldsById(procedure).values()].filter(({ type }) => type === "number").map(({ id, label }) => ({ value: id, label }));
}

/** When something applies: a few simple ways to choose from; what is more than that is written in the advanced field. Works without scripts. */
function ConditionPicker({ label, name, form }: { label: string; name: string; form: FormOf }) {
  const fields = [...fieldsById(form.procedure).values()].filter((field) => field.derive === undefined);
  const kind = form.typed[`${name}.kind`] ?? "always";
  const part = (key: string) => form.typed[`${name}.${key}`] ?? "";
  return (
    <LabelledGroup labels={{ id: `${name}.kind`, label, error: form.errors[`${name}.kind`] }}>
      <div class="when">
        <select id={`${name}.kind`} name={`${name}.kind`} aria-label={label}>
          {CONDITION_KINDS.map((way) => (
            <option value={way.value} selected={way.value === kind}>
              {way.label}
            </option>
          ))}
        </select>
        <select name={`${name}.answer`} aria-label={`${label}: câu trả lời`}>
          <option value="">– câu trả lời nào –</option>
          {fields
            .filter((field) => optionsOf(field).length > 0)
            .map((field) => (
              <Answers field={field} chosen={part("answer")} />
            ))}
        </select>
        <select name={`${name}.question`} aria-label={`${label}: câu hỏi`}>
          <option value="">– câu hỏi nào (khi đã trả lời, để trống) –</option>
          {fields.map((field) => (
            <option value={field.id} selected={field.id === part("question")}>
              {field.label}
            </option>
          ))}
        </select>
      </div>
      <details open={kind === "advanced"}>
        <summary>Nâng cao</summary>
        <p class="hint" id={`${name}.yaml-goi-y`}>
          Điều kiện phức tạp hơn viết ở đây, rồi chọn “Theo ô nâng cao”.
        </p>
        <textarea
          name={`${name}.yaml`}
          rows={3}
          spellcheck={false}
          aria-label={`${label}: nâng cao`}
          aria-describedby={`${name}.yaml-goi-y`}
        >
          {part("yaml")}
        </textarea>
      </details>
    </LabelledGroup>
  );
}

function Answers({ field, chosen }: { field: Field; chosen: string }) {
  return (
    <optgroup label={field.label}>
      {optionsOf(field).map((option) => (
        <option value={`${field.id}=${option.value}`} selected={`${field.id}=${option.value}` === chosen}>
          {option.label}
        </option>
      ))}
    </optgroup>
  );
}

export function formOf(request: Request, procedure: Procedure, typed: Typed, said: Problem | null): FormOf {
  return { procedure, typed, errors: said?.fields ?? {}, pictures: [...request.var.services.pictures.keys()].sort() };
}
