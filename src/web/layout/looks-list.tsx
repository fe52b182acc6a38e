import type { Look } from "../../operations/dossiers/looks.ts";
import { moment } from "./moment.ts";

/** Who looked at a dossier and who printed what of it, folded away. */
export function LooksList({ title, looks }: { title: string; looks: readonly Look[] }) {
  return (
    <details>
      <summary>{title}</summary>
      {looks.length === 0 ? <p>Chưa có ai xem.</p> : null}
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
