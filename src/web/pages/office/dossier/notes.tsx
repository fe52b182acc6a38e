import type { LoggedEvent } from "../../../../domain/dossier/events.ts";
import { ActKey } from "../../../layout/act-key.tsx";
import { moment } from "../../../layout/moment.ts";
import { paths } from "../../../paths.ts";

/** What people of the office write for each other. Citizens never see it: domain/dossier/for-citizen.ts. */
export function Notes({ id, log, open, list }: { id: string; log: readonly LoggedEvent[]; open: boolean; list: string }) {
  const notes = log.flatMap((logged) => {
    const { event } = logged;
    if (event.type === "noted") return [{ logged, words: event.words }];
    return event.type === "assigned" && event.words !== "" ? [{ logged, words: `Giao ${event.to.name}: ${event.words}` }] : [];
  });
  return (
    <section aria-labelledby="ghi-chu">
      <h2 id="ghi-chu">Ghi chú nội bộ</h2>
      <p class="hint">Chỉ người của cơ quan thấy. Bà con không thấy.</p>
      <ul class="notes">
        {notes.map(({ logged, words }) => (
          <li>
            {words}
            <small>
              {logged.actor.name}, {moment(logged.at)}
            </small>
          </li>
        ))}
      </ul>
      {open ? (
        <details>
          <summary data-key="n" aria-keyshortcuts="n">
            Thêm ghi chú <kbd>n</kbd>
          </summary>
          <form method="post" action={paths.officeMove(id, "note")}>
            <ActKey />
            <input type="hidden" name="tu" value={list} />
            <div class="field">
              <label for="words-note">Ghi chú</label>
              <textarea id="words-note" name="words-note" />
            </div>
            <button type="submit">Lưu ghi chú</button>
          </form>
        </details>
      ) : null}
    </section>
  );
}
