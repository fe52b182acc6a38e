import { FACES, type Face } from "../../domain/point/feedback.ts";
import { paths } from "../paths.ts";

/** Drawn here, so that they look the same on every machine: a mouth that is glad, straight or sad. */
const MOUTHS: Readonly<Record<Face, string>> = { glad: "M13 26q7 8 14 0", fair: "M13 28h14", sad: "M13 30q7-8 14 0" };

/** Three faces, one tap. What is rated comes with it. */
export function Faces({ visit, trackingCode }: { visit?: string; trackingCode?: string }) {
  return (
    <form method="post" action={paths.feedback} class="faces">
      {visit ? <input type="hidden" name="visit" value={visit} /> : null}
      {trackingCode ? <input type="hidden" name="ma" value={trackingCode} /> : null}
      {(Object.keys(FACES) as Face[]).map((face) => (
        <button class="quiet" type="submit" name="face" value={face}>
          <svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
            <circle cx="20" cy="20" r="17" fill="none" stroke="currentColor" stroke-width="3" />
            <circle cx="14" cy="16" r="2.4" fill="currentColor" />
            <circle cx="26" cy="16" r="2.4" fill="currentColor" />
            <path d={MOUTHS[face]} fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" />
          </svg>
          {FACES[face]}
        </button>
      ))}
    </form>
  );
}
