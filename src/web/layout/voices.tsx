import type { Language } from "../../domain/voices/languages.ts";
import type { PieceLine, PieceState, ProcedureVoices } from "../../operations/voices/voice-desk.ts";
import { paths } from "../paths.ts";
import { PlayLink } from "./read-aloud.tsx";

const STATES = {
  missing: "Chưa thu",
  waiting: "Chờ duyệt",
  approved: "Đang đọc",
  declined: "Chưa được duyệt",
  outdated: "Câu đã đổi lời, cần thu lại",
} as const satisfies Record<PieceState, string>;

/** The languages that can be recorded, and the one at hand. */
export function Languages({ languages, now }: { languages: readonly Language[]; now: Language }) {
  return (
    <form method="get" class="row tight">
      <label for="tieng">Tiếng</label>
      <select id="tieng" name="tieng">
        {languages.map(({ code, name }) => (
          <option value={code} selected={code === now.code}>
            {name}
          </option>
        ))}
      </select>
      <button class="quiet" type="submit">
        Xem
      </button>
    </form>
  );
}

/** How much of each procedure can be heard in the language. */
export function VoiceCounts({ procedures, language }: { procedures: readonly ProcedureVoices[]; language: Language }) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Thủ tục</th>
            <th scope="col">Đang đọc</th>
            <th scope="col">Chờ duyệt</th>
            <th scope="col">Cần thu</th>
          </tr>
        </thead>
        <tbody>
          {procedures.map(({ procedure, name, lines }) => (
            <tr>
              <td>
                <a href={paths.voicesOf(procedure, language.code)}>{name}</a>
              </td>
              <td>
                {lines.filter(({ played }) => played).length}/{lines.length}
              </td>
              <td>{lines.filter(({ state }) => state === "waiting").length}</td>
              <td>{lines.filter(({ state, played }) => !played && state !== "waiting").length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The pieces of one procedure, each with how it stands. */
export function PieceLines({ lines, language }: { lines: readonly PieceLine[]; language: Language }) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Câu</th>
            <th scope="col">Tình trạng</th>
            <th scope="col">Nghe</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ at, piece, state, voice }) => (
            <tr id={at.piece}>
              <td>
                <a href={paths.voiceOf(at.procedure, at.piece, language.code)}>{piece.title}</a>
              </td>
              <td>
                <span class={state === "approved" ? "done" : state === "waiting" ? undefined : "todo"}>{STATES[state]}</span>
                {state === "declined" && voice ? <small> {voice.reason}</small> : null}
              </td>
              <td>{voice ? <PlayLink sound={paths.recorded(voice.voice)} of={piece.title} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
