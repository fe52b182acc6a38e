import type { ApologyDraft } from "../../../domain/dossier/apology.ts";
import type { Move } from "../../../domain/dossier/moves.ts";
import { DEGREES } from "../../../domain/point/degree.ts";
import { ActKey } from "../../layout/act-key.tsx";
import { TextField, WordsField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { ApologyFields } from "./apology-fields.tsx";
import { moveWordsAtDesk } from "./move-words.ts";

/** Moves that are one tap; the others open and ask for words first. */
const ONE_TAP: readonly Move[] = [
  "countersign",
  "accept",
  "start",
  "send-galley",
  "take-correction",
  "propose",
  "sign",
  "sign-refusal",
  "grant-withdrawal",
];

/** Moves that end nothing. */
const HARMLESS: readonly Move[] = [
  "hand-over",
  "request-supplement",
  "supplement",
  "correct-help",
  "request-fee",
  "settle-fee",
  "extend",
  "apologise",
  "confirm-galley",
  "correct-galley",
  "answer-correction",
  "skip-galley",
];

/** The single keys of moves, as they stand on their buttons; src/web/browser/desk.ts presses them. */
const MOVE_KEYS: Partial<Record<Move, string>> = {
  countersign: "c",
  accept: "t",
  "request-supplement": "b",
  "request-fee": "f",
  "settle-fee": "f",
  supplement: "s",
  start: "d",
  "send-galley": "e",
  propose: "p",
  sign: "y",
  "send-back": "l",
  "hand-over": "o",
};

/** What the words of a move are, where they are no reason. */
const WORDS_LABELS: Partial<Record<Move, string>> = {
  "request-supplement": "Lời hướng dẫn",
  supplement: "Bà con nộp thêm giấy gì, nói gì",
  "request-fee": "Nộp tiền gì, nộp ở đâu",
  "confirm-galley": "Ai trả lời, lúc nào (không bắt buộc)",
  "correct-galley": "Chỗ nào sai, đúng là gì",
  "answer-correction": "Trả lời bà con",
  "skip-galley": "Vì sao không chờ (ví dụ: bà con đã xem tại quầy)",
};

/** The fields of an apology on a page with one dossier. */
const APOLOGY_NAMES = { day: "ngay-hen", reasons: "reasons", words: "words-apologise" } as const;

/** How a move stands on the page: as the next step, beside it, or among the rest. */
export type Tone = "next" | "usual" | "rare";

/** One move as a form: a button where nothing more is needed, else its questions folded away. The key makes a second tap harmless. */
export function MoveForm({
  id,
  move,
  tone,
  reasons,
  papers,
  applicant,
  apology,
  list,
}: {
  id: string;
  move: Move;
  tone: Tone;
  /** What can be asked for. */
  papers: readonly { readonly id: string; readonly name: string }[];
  reasons: readonly string[];
  applicant: string;
  apology: ApologyDraft | null;
  list: string;
}) {
  const action = paths.officeMove(id, move);
  const words = moveWordsAtDesk(move);
  const key = (
    <>
      <ActKey />
      <input type="hidden" name="tu" value={list} />
    </>
  );
  const shortcut = MOVE_KEYS[move];
  const keyed = { "data-key": shortcut, "aria-keyshortcuts": shortcut };
  const shown = shortcut ? <kbd>{shortcut}</kbd> : null;
  if (ONE_TAP.includes(move)) {
    return (
      <form method="post" action={action}>
        {key}
        <button class={tone === "next" ? undefined : "quiet"} type="submit" {...keyed}>
          {words} {shown}
        </button>
      </form>
    );
  }
  return (
    <details class={tone}>
      <summary {...keyed}>
        {words} {shown}
      </summary>
      <form method="post" action={action}>
        {key}
        {move === "apologise" ? <ApologyFields draft={apology} names={APOLOGY_NAMES} /> : null}
        {move === "request-supplement" && papers.length > 0 ? (
          <fieldset>
            <legend>Giấy tờ cần nộp</legend>
            {papers.map(({ id: paper, name }) => (
              <label class="check">
                <input type="checkbox" name="giay" value={paper} /> {name}
              </label>
            ))}
          </fieldset>
        ) : null}
        {move === "request-supplement"
          ? reasons.map((reason) => (
              <label class="check">
                <input type="checkbox" name="reasons" value={reason} /> {reason}
              </label>
            ))
          : null}
        {move === "request-fee" ? (
          <>
            <TextField id="so-tien" label="Số tiền, đồng" numeric short />
            <TextField id="han-nop" label="Nộp trước ngày" hint="Không hạn thì để trống. Ví dụ 2/12/2026" short />
          </>
        ) : null}
        {move === "settle-fee" ? <TextField id="bien-lai" label="Số biên lai" short /> : null}
        {move === "correct-help" ? (
          <fieldset>
            <legend>Mức hỗ trợ đúng là</legend>
            {Object.entries(DEGREES).map(([degree, degreeWords]) => (
              <label class="choice">
                <input type="radio" name="degree" value={degree} required /> {degreeWords}
              </label>
            ))}
          </fieldset>
        ) : null}
        {move === "hand-over" ? (
          <>
            <TextField id={`to-${move}`} label="Trao cho ai" value={applicant} hint="Đối chiếu thẻ căn cước của người nhận." />
            <fieldset>
              <legend>Biết đúng người bằng gì</legend>
              <label class="choice">
                <input type="radio" name="proof" value="card" checked /> Đã xem thẻ căn cước
              </label>
              <label class="choice">
                <input type="radio" name="proof" value="slip" /> Bốn số bí mật trên phiếu
              </label>
              <TextField id="so-trao" label="Bốn số bí mật" type="password" numeric short />
              <label class="choice">
                <input type="radio" name="proof" value="signature" /> Ký nhận trên màn hình
              </label>
              <div hidden>
                <p id="ky-trao">Ký bằng ngón tay vào khung</p>
                <input type="hidden" name="chu-ky-trao" />
                <canvas data-signature="chu-ky-trao" class="signature" aria-labelledby="ky-trao" role="img" />
                <button class="plain" type="button" data-clear>
                  Ký lại
                </button>
              </div>
            </fieldset>
            <fieldset>
              <legend>Trao ở đâu</legend>
              <label class="choice">
                <input type="radio" name="place" value="office" checked /> Tại cơ quan
              </label>
              <label class="choice">
                <input type="radio" name="place" value="point" /> Tại điểm hỗ trợ
              </label>
            </fieldset>
          </>
        ) : move === "settle-fee" || move === "apologise" ? null : (
          <WordsField id={`words-${move}`} label={WORDS_LABELS[move] ?? "Lý do"} />
        )}
        <button class={HARMLESS.includes(move) ? "" : "danger"} type="submit">
          {words}
        </button>
      </form>
    </details>
  );
}
