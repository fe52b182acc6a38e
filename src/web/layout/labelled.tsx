import type { Child } from "hono/jsx";

/** What stands round a control, and how listeners find it: label, hint and error are tied to the control by their ids. */
export interface Labels {
  /** The id of the control, and its name in the form. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What was wrong with the last answer, in the reader's words. */
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
  /** The page's heading asks already: the label is there for listeners only. */
  readonly quietLabel?: boolean | undefined;
  /** What was known before anybody typed is shown to be checked. */
  readonly filled?: boolean | undefined;
}

/** A control under its label. */
export function Labelled({ labels, children }: { labels: Labels; children: Child }) {
  return (
    <div class={labels.error ? "field wrong" : "field"}>
      <label for={labels.id} class={labels.quietLabel ? "sr" : undefined}>
        <LabelWords labels={labels} />
      </label>
      <Said labels={labels} />
      {children}
    </div>
  );
}

/** Several controls that answer one question. */
export function LabelledGroup({ labels, children }: { labels: Labels; children: Child }) {
  return (
    <fieldset class={labels.error ? "wrong" : undefined} aria-describedby={describedBy(labels)}>
      <legend class={labels.quietLabel ? "sr" : undefined}>
        <LabelWords labels={labels} />
      </legend>
      <Said labels={labels} />
      {children}
    </fieldset>
  );
}

/** The ids of what is said about a control, for its aria-describedby; nothing where nothing is said. */
export function describedBy({ id, hint, filled, error }: Labels): string | undefined {
  const said = [hint || filled ? hintId(id) : "", error ? errorId(id) : ""].filter(Boolean);
  return said.length > 0 ? said.join(" ") : undefined;
}

/** Attributes that every control of the labels has. Nothing is offered from what others typed here before: the computer is shared. */
export function controlAttributes(labels: Labels) {
  return {
    id: labels.id,
    name: labels.id,
    autocomplete: "off",
    spellcheck: false,
    "aria-describedby": describedBy(labels),
    "aria-invalid": labels.error ? "true" : undefined,
  } as const;
}

function LabelWords({ labels }: { labels: Labels }) {
  return (
    <>
      {labels.label}
      {labels.optional ? <span class="optional"> (không bắt buộc)</span> : null}
    </>
  );
}

function Said({ labels: { id, hint, filled, error } }: { labels: Labels }) {
  return (
    <>
      {hint || filled ? (
        <p class="hint" id={hintId(id)}>
          {hint} {filled ? "Đã điền sẵn, bà con xem lại, đúng thì bấm tiếp." : null}
        </p>
      ) : null}
      {error ? (
        <p class="error" id={errorId(id)}>
          {error}
        </p>
      ) : null}
    </>
  );
}

const hintId = (id: string) => `${id}-goi-y`;
const errorId = (id: string) => `${id}-sai`;
