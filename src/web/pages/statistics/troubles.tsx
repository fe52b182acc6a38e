import type { Dashboard } from "../../../operations/measures/dashboard.ts";
import { dropWords, silenceWords, troubleLines } from "../../../operations/measures/trouble-words.ts";

/** So many of a kind are named. */
const MOST = 8;

/** Said first when a machine is silent just now: what is read below may not be all. */
export function SilentNow({ dashboard: { troubles } }: { dashboard: Dashboard }) {
  const now = troubles.silences.filter(({ goesOn, made }) => goesOn && !made);
  if (now.length === 0) return null;
  return (
    <p class="notice warn">
      {now.map((silence) => (
        <>{silenceWords(silence)}. </>
      ))}
    </p>
  );
}

/** Months that fell, and what stands beside a drop: silent machines, outages, days off, days on which nobody came. */
export function Troubles({ dashboard: { troubles, drops } }: { dashboard: Dashboard }) {
  const lines = troubleLines(troubles, MOST);
  if (lines.length + drops.length === 0) return null;
  return (
    <section>
      <h2>Chuyện có thể làm số giảm</h2>
      {drops.length > 0 ? (
        <ul>
          {drops.slice(0, MOST).map((drop) => (
            <li>
              <strong>{dropWords(drop, troubles)}</strong>
            </li>
          ))}
        </ul>
      ) : null}
      {lines.length > 0 ? (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
