import type { Answers } from "../../domain/forms/answers.ts";
import { placeKeys } from "../../domain/forms/answers.ts";
import type { Field } from "../../domain/forms/field.ts";
import { YES_NO } from "../../domain/forms/parse-answer.ts";
import { formatDay } from "../../domain/people/dates.ts";
import type { Context } from "../../operations/context.ts";

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
export function FormField(props: FieldProps) {
  const { field } = props;
  if (field.type === "choice") return <Choices {...props} options={field.options ?? []} />;
  if (field.type === "yes-no") return <Choices {...props} options={YES_NO} />;
  if (field.type === "place") return <Place {...props} />;
  return <OneLine {...props} />;
}

function OneLine({ field, values, error, pickers, alone, filled }: FieldProps) {
  const stored = values[field.id] ?? "";
  const shown =
    field.type === "date"
      ? formatDay(stored)
      : field.type === "ethnic-group"
        ? (pickers.ethnicGroups.find((group) => group.code === stored)?.name ?? stored)
        : stored;
  const list = field.type === "ethnic-group" ? `${field.id}-danh-sach` : undefined;
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={field.id} class={alone && !field.hint ? "sr" : ""}>
        {field.ask ?? field.label}
        {field.required ? "" : " (không bắt buộc)"}
      </label>
      <Hints field={field} error={error} filled={filled} />
      {field.type === "paragraph" ? (
        <textarea
          id={field.id}
          name={field.id}
          aria-describedby={described(field.id)}
          aria-invalid={error ? "true" : undefined}
          maxlength={field.maxLength ?? 2000}
        >
          {shown}
        </textarea>
      ) : (
        <input
          type={field.type === "phone" ? "tel" : "text"}
          inputmode={field.type === "number" || field.type === "identity-number" || field.type === "phone" ? "numeric" : undefined}
          class={
            field.type === "date" || field.type === "number" || field.type === "phone" || field.type === "identity-number" ? "short" : ""
          }
          id={field.id}
          name={field.id}
          value={shown}
          autocomplete="off"
          list={list}
          data-combo={list ? "yes" : undefined}
          aria-describedby={described(field.id)}
          aria-invalid={error ? "true" : undefined}
        />
      )}
      {list ? (
        <datalist id={list}>
          {pickers.ethnicGroups.map((group) => (
            <option value={group.name} data-words={group.aliases.join(" ")} />
          ))}
        </datalist>
      ) : null}
    </div>
  );
}

function Choices({
  field,
  values,
  error,
  alone,
  filled,
  options,
}: FieldProps & { options: readonly { value: string; label: string; hint?: string | undefined }[] }) {
  return (
    <fieldset class={error ? "wrong" : ""} aria-describedby={described(field.id)}>
      <legend class={alone ? "sr" : ""}>{field.ask ?? field.label}</legend>
      <Hints field={field} error={error} filled={filled} />
      {options.map((option, index) => (
        <label class="choice">
          <input
            type="radio"
            name={field.id}
            id={index === 0 ? field.id : `${field.id}-${option.value}`}
            value={option.value}
            checked={values[field.id] === option.value}
          />
          <span>
            {option.label}
            {option.hint ? <small>{option.hint}</small> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Place({ field, values, error, pickers, alone, filled }: FieldProps) {
  const keys = placeKeys(field.id);
  const province = pickers.provinces.find((unit) => unit.code === values[keys.province]);
  const communes = Object.values(pickers.communes).flat();
  const commune = communes.find((unit) => unit.code === values[keys.commune])?.name ?? values[keys.commune] ?? "";
  return (
    <fieldset class={error ? "wrong" : ""} aria-describedby={described(field.id)}>
      <legend class={alone ? "sr" : ""}>{field.ask ?? field.label}</legend>
      <Hints field={field} error={error} filled={filled} />
      <Picker
        id={field.id}
        name={keys.province}
        label="Tỉnh, thành phố"
        value={province?.name ?? values[keys.province] ?? ""}
        options={pickers.provinces.map((unit) => unit.name)}
      />
      <Picker id={keys.commune} name={keys.commune} label="Xã, phường" value={commune} options={communes.map((unit) => unit.name)} />
      <div class="field">
        <label for={keys.detail}>Thôn, số nhà, tên bệnh viện … (không bắt buộc)</label>
        <input type="text" id={keys.detail} name={keys.detail} value={values[keys.detail] ?? ""} autocomplete="off" />
      </div>
    </fieldset>
  );
}

function Picker({
  id,
  name,
  label,
  value,
  options,
}: {
  id: string;
  name: string;
  label: string;
  value: string;
  options: readonly string[];
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input type="text" id={id} name={name} value={value} list={`${name}-danh-sach`} data-combo="yes" autocomplete="off" />
      <datalist id={`${name}-danh-sach`}>
        {options.map((option) => (
          <option value={option} />
        ))}
      </datalist>
    </div>
  );
}

function Hints({ field, error, filled }: { field: Field; error?: string | undefined; filled: boolean }) {
  return (
    <div id={described(field.id)}>
      {field.hint ? <p class="hint">{field.hint}</p> : null}
      {filled ? <p class="hint">Đã điền sẵn. Bà con xem lại, đúng thì bấm tiếp.</p> : null}
      {error ? <p class="error">{error}</p> : null}
    </div>
  );
}

function described(id: string): string {
  return `${id}-goi-y`;
}
