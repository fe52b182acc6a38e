import type { Look } from "../../../../operations/dossiers/looks.ts";
import { moment } from "../../../layout/moment.ts";

/** Who looked and who printed what, by name, for the dossier's own office. The person whose dossier it is reads the same by title. */
export function Looks({ looks }: { looks: readonly Look[] }) {
  return (
    <details>
      <summary>Ai đã xem, đã in</summary>
      <ul>
        {looks.map((look) => (
          <li>
            {look.words} – {moment(look.at.toISOString())}
          </li>
        ))}
      </ul>
    </details>
  );
}
