import { MOVES } from "../../../../domain/dossier/moves.ts";
import type { StopReason } from "../../../../domain/slips/stop-grounds.ts";
import { ActKey } from "../../../layout/act-key.tsx";
import { WordsField } from "../../../layout/parts.tsx";
import { paths } from "../../../paths.ts";

interface StopFormProps {
  readonly id: string;
  readonly list: string;
  readonly reasons: readonly StopReason[];
  /** Laws and decrees of the procedure itself, by number. */
  readonly legal: readonly string[];
  /** What was sent and refused stays. */
  readonly typed: FormData | null;
}

/** Stopping a dossier: why, in words, and by which law; both stand on the notice that the citizen gets. */
export function StopForm({ id, list, reasons, legal, typed }: StopFormProps) {
  const ticked = typed?.getAll("can-cu").map(String) ?? [];
  const text = (name: string) => String(typed?.get(name) ?? "");
  return (
    <details open={typed !== null}>
      <summary>{MOVES.stop.words}</summary>
      <form method="post" action={paths.officeMove(id, "stop")}>
        <ActKey />
        <input type="hidden" name="tu" value={list} />
        <p class="hint">Lý do và căn cứ in trên thông báo gửi bà con. Cần một lý do, chọn hoặc ghi, và ít nhất một căn cứ.</p>
        <fieldset>
          <legend>Lý do thường gặp và căn cứ hay dẫn</legend>
          {reasons.map(({ reason, grounds }) => (
            <fieldset class="grounds" aria-label={reason}>
              <label class="check">
                <input type="radio" name="ly-do" value={reason} checked={text("ly-do") === reason} />
                <strong>{reason}</strong>
              </label>
              {grounds.map((ground) => (
                <Ground {...ground} ticked={ticked} />
              ))}
            </fieldset>
          ))}
        </fieldset>
        {legal.length > 0 ? (
          <details open={ticked.some((words) => legal.some((number) => words === ofProcedure(number)))}>
            <summary>Văn bản của thủ tục này ({legal.length})</summary>
            {legal.map((number) => (
              <Ground words={ofProcedure(number)} ticked={ticked} />
            ))}
          </details>
        ) : null}
        <WordsField
          id="words-stop"
          label="Lý do bằng lời"
          hint="Chọn ở trên rồi thì để trống, hoặc ghi rõ thêm."
          value={text("words-stop")}
        />
        <WordsField
          id="can-cu-khac"
          label="Căn cứ khác"
          hint="Tên, số văn bản, điều, khoản. Mỗi dòng một căn cứ."
          value={text("can-cu-khac")}
        />
        <button class="danger" type="submit">
          {MOVES.stop.words}
        </button>
      </form>
    </details>
  );
}

function ofProcedure(number: string): string {
  return `Văn bản số ${number}`;
}

function Ground({ words, unverified, ticked }: { words: string; unverified?: boolean; ticked: readonly string[] }) {
  return (
    <label class="check">
      <input type="checkbox" name="can-cu" value={words} checked={ticked.includes(words)} />
      <span>
        {words}
        {unverified ? <span class="optional"> (chưa đối chiếu văn bản)</span> : null}
      </span>
    </label>
  );
}
