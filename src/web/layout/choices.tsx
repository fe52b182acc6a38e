import { LabelledGroup, type Labels } from "./labelled.tsx";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** One answer out of a few, each a tile that is easy to hit with a finger or an unsteady mouse. */
export function Choices({ labels, options, value }: { labels: Labels; options: readonly Option[]; value: string }) {
  return (
    <LabelledGroup labels={labels}>
      {options.map((option, index) => (
        <label class="choice">
          <input
            type="radio"
            name={labels.id}
            id={index === 0 ? labels.id : `${labels.id}-${option.value}`}
            value={option.value}
            checked={option.value === value}
          />
          <span>
            {option.label}
            {option.hint ? <small>{option.hint}</small> : null}
          </span>
        </label>
      ))}
    </LabelledGroup>
  );
}
