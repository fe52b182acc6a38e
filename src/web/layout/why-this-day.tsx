import type { DueDate } from "../../domain/dossier/due-date.ts";

/** Each step by which a due date was reckoned, for whoever asks. */
export function WhyThisDay({ due }: { due: DueDate }) {
  return (
    <details>
      <summary>Vì sao hẹn ngày này?</summary>
      <ul>
        {due.explanation.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </details>
  );
}
