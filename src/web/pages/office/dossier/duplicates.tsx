import { officeDay } from "../../../../base/clock.ts";
import { STATUSES } from "../../../../domain/dossier/status.ts";
import { formatDay } from "../../../../domain/people/dates.ts";
import type { Duplicate } from "../../../../operations/duplicates/find-duplicates.ts";
import { paths } from "../../../paths.ts";

/** Dossiers of the office that may be this one filed again. Nothing is held up by it: a person looks and says. */
export function Duplicates({ found, id }: { found: readonly Duplicate[]; id: string }) {
  const open = found.filter(({ verdict }) => verdict === null);
  const same = found.filter(({ verdict }) => verdict?.same);
  const sure = open.filter(({ likeness }) => likeness === "same").slice(0, IN_SIGHT);
  const rest = open.filter((duplicate) => !sure.includes(duplicate));
  if (open.length + same.length === 0) return null;
  return (
    <section class="notice warn" aria-label="Hồ sơ giống">
      {open.length > 0 ? <p>Có hồ sơ giống hồ sơ này. Xin xem hai bên rồi trả lời một lần:</p> : null}
      <ul hidden={same.length + sure.length === 0}>
        {same.map((duplicate) => (
          <li>
            Đã xác nhận là một với <Other duplicate={duplicate} id={id} />
            {duplicate.verdict?.reason ? `: ${duplicate.verdict.reason}` : ""}
          </li>
        ))}
        {sure.map((duplicate) => (
          <Open duplicate={duplicate} id={id} />
        ))}
      </ul>
      {rest.length > 0 ? (
        <details>
          <summary>{rest.length} hồ sơ có thể giống</summary>
          <ul>
            {rest.map((duplicate) => (
              <Open duplicate={duplicate} id={id} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

/** The surest stand in sight; a common name must not push the dossier itself off the screen. */
const IN_SIGHT = 3;

function Open({ duplicate, id }: { duplicate: Duplicate; id: string }) {
  return (
    <li>
      {duplicate.likeness === "same" ? "Rất giống" : "Có thể"}: <Other duplicate={duplicate} id={id} />
    </li>
  );
}

function Other({ duplicate: { line }, id }: { duplicate: Duplicate; id: string }) {
  return (
    <a href={paths.officePair(id, line.dossier)}>
      {line.procedureName} – {line.applicant}, {line.dossierCode ?? line.trackingCode}, gửi {formatDay(officeDay(line.lodgedAt))} (
      {STATUSES[line.status].words.toLowerCase()})
    </a>
  );
}
