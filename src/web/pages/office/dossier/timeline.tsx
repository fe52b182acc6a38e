import type { LoggedEvent } from "../../../../domain/dossier/events.ts";
import { deskWords } from "../../../../domain/dossier/for-citizen.ts";
import { moment } from "../../../layout/moment.ts";

/** What happened, step by step, with who did it. */
export function Timeline({ log }: { log: readonly LoggedEvent[] }) {
  return (
    <>
      <h2>Đã qua những bước</h2>
      <ol class="timeline">
        {log.map((logged) => (
          <li>
            {deskWords(logged.event)} – {logged.actor.name}
            <small>{moment(logged.at)}</small>
          </li>
        ))}
      </ol>
    </>
  );
}
