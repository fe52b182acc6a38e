import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { maskIdentityNumber } from "../../domain/people/identity-number.ts";
import type { Problem } from "../../operations/problems.ts";
import { controlAttributes, Labelled } from "./labelled.tsx";
import { qrSvg } from "./qr.ts";

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

/** How far a guided form is: in words, and as a string of flowers with the one in bloom where we stand. */
export function Progress({ procedure, section }: { procedure: string; section: { number: number; of: number; title: string } }) {
  const beads = Array.from({ length: section.of }, (_, index) => BEADS[Math.sign(index + 1 - section.number) + 1]);
  return (
    <>
      <p class="step">
        {procedure} · Phần {section.number} trên {section.of}: {section.title}
      </p>
      <div class="beads" aria-hidden="true">
        {beads.map((bead) => (
          <i class={bead} />
        ))}
      </div>
    </>
  );
}

const BEADS = ["past", "now", undefined] as const;

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
    <Labelled labels={props}>
      <input
        {...controlAttributes(props)}
        type={props.type ?? "text"}
        value={props.value ?? ""}
        class={props.short ? "short" : undefined}
        inputmode={props.numeric ? "numeric" : undefined}
        autocapitalize={props.type === undefined ? undefined : "none"}
        autocomplete={props.autocomplete ?? "off"}
      />
    </Labelled>
  );
}

/** Words with several lines, outside declarations. */
export function WordsField(props: { id: string; label: string; hint?: string; value?: string }) {
  return (
    <Labelled labels={props}>
      <textarea {...controlAttributes(props)}>{props.value ?? ""}</textarea>
    </Labelled>
  );
}

/** What is known about something: label and value, line by line. */
export function Facts({ rows }: { rows: readonly { label: string; value: Child }[] }) {
  return <dl class="facts">{rows.map((row) => [<dt>{row.label}</dt>, <dd>{row.value}</dd>])}</dl>;
}

/** An answer on a screen that others can see: an identity number is masked until somebody opens it to check it. */
export function Shown({ value }: { value: string }) {
  const number = /\d{12}/.exec(value)?.[0];
  if (number === undefined) return <>{value}</>;
  return (
    <details class="masked">
      <summary>
        {value.replace(number, maskIdentityNumber(number))}
        <span class="sr">, bấm để xem cả số</span>
      </summary>
      {value}
    </details>
  );
}

/** A QR code, drawn into the page. */
export function Qr({ text, label }: { text: string; label: string }) {
  return (
    <div class="qr" role="img" aria-label={label}>
      {raw(qrSvg(text))}
    </div>
  );
}

/** The fee as people read it: the amount and what it is made of, or the words alone where they say the amount themselves. */
export function feeWords({ amountDong, words }: { readonly amountDong: number | null; readonly words: string }): string {
  return amountDong === null || words.startsWith(money(amountDong)) ? words : `${money(amountDong)}. ${words}`;
}

/** đồng, as people read it. */
export function money(amountDong: number): string {
  return amountDong === 0 ? "Không mất tiền" : `${amountDong.toLocaleString("vi-VN")} đồng`;
}
