import { APOLOGY_REASONS, type ApologyDraft } from "../../../domain/dossier/apology.ts";
import { formatDay } from "../../../domain/people/dates.ts";
import { TextField, WordsField } from "../../layout/parts.tsx";

/** What the officer typed before, as typed. */
export interface TypedApology {
  readonly day: string;
  readonly reasons: readonly string[];
  readonly words: string;
}

/** The slip as it is drafted, to be changed where it is wrong: the day with why it is proposed, the reasons that the log speaks for, words of one's own. */
export function ApologyFields({
  draft,
  names,
  typed = null,
}: {
  draft: ApologyDraft | null;
  names: { readonly day: string; readonly reasons: string; readonly words: string };
  typed?: TypedApology | null;
}) {
  const chosen = typed?.reasons ?? draft?.reasons.map(({ reason }) => APOLOGY_REASONS[reason]) ?? [];
  return (
    <>
      <fieldset>
        <legend>Vì sao trễ</legend>
        {Object.entries(APOLOGY_REASONS).map(([reason, words]) => {
          const why = draft?.reasons.find((said) => said.reason === reason)?.why;
          return (
            <label class="check">
              <input type="checkbox" name={names.reasons} value={words} checked={chosen.includes(words)} />
              <span>
                {words}
                {why ? <small>{` (${why.replace(/\.$/, "")})`}</small> : null}
              </span>
            </label>
          );
        })}
      </fieldset>
      <TextField
        id={names.day}
        label="Hẹn lại ngày"
        hint={draft ? draft.because.join(" ") : "Ví dụ 2/12/2026"}
        value={typed?.day ?? (draft ? formatDay(draft.day) : "")}
        short
      />
      <WordsField id={names.words} label="Nói thêm cho bà con hiểu" value={typed?.words ?? ""} />
    </>
  );
}
