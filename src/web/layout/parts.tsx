import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { qrSvg } from "../../documents/qr.ts";
import type { Problem } from "../../operations/problems.ts";

/** What went wrong, on top of the page, with a way to each field. */
export function ProblemSummary({ problem }: { problem: Problem | null }) {
  if (problem === null) return null;
  const fields = Object.entries(problem.fields ?? {});
  return (
    <div class="summary-error" role="alert" tabindex={-1}>
      <h2>{fields.length > 0 ? "Xin xem lại" : "Chưa làm được"}</h2>
      {fields.length > 0 ? (
        <ul>
          {fields.map(([id, sentence]) => (
            <li>
              <a href={`#${id}`}>{sentence}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p>{problem.sentence}</p>
      )}
      {problem.details ? (
        <ul>
          {problem.details.map((detail) => (
            <li>{detail}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** A line of text to fill in, outside declarations. */
export function TextField(props: {
  id: string;
  label: string;
  hint?: string;
  value?: string;
  error?: string | undefined;
  type?: "text" | "password" | "tel" | "search";
  short?: boolean;
  numeric?: boolean;
  autocomplete?: string;
}) {
  return (
    <div class={props.error ? "field wrong" : "field"}>
      <label for={props.id}>{props.label}</label>
      {props.hint ? (
        <p class="hint" id={`${props.id}-goi-y`}>
          {props.hint}
        </p>
      ) : null}
      {props.error ? (
        <p class="error" id={`${props.id}-sai`}>
          {props.error}
        </p>
      ) : null}
      <input
        type={props.type ?? "text"}
        id={props.id}
        name={props.id}
        value={props.value ?? ""}
        class={props.short ? "short" : ""}
        inputmode={props.numeric ? "numeric" : undefined}
        autocomplete={props.autocomplete ?? "off"}
        aria-describedby={
          [props.hint ? `${props.id}-goi-y` : "", props.error ? `${props.id}-sai` : ""].filter(Boolean).join(" ") || undefined
        }
        aria-invalid={props.error ? "true" : undefined}
      />
    </div>
  );
}

/** Words with several lines, outside declarations. */
export function WordsField({ id, label, hint, value }: { id: string; label: string; hint?: string; value?: string }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint ? <p class="hint">{hint}</p> : null}
      <textarea id={id} name={id}>
        {value ?? ""}
      </textarea>
    </div>
  );
}

export function Facts({ rows }: { rows: readonly { label: string; value: Child }[] }) {
  return <dl class="facts">{rows.map((row) => [<dt>{row.label}</dt>, <dd>{row.value}</dd>])}</dl>;
}

export function Qr({ text, label }: { text: string; label: string }) {
  return (
    <div class="qr" role="img" aria-label={label}>
      {raw(qrSvg(text))}
    </div>
  );
}

/** đồng, as people read it. */
export function money(amountDong: number): string {
  return amountDong === 0 ? "Không mất tiền" : `${amountDong.toLocaleString("vi-VN")} đồng`;
}
