import type { Opening } from "../../operations/roster/opening.ts";

/** Whether the point is open today, or when it opens again; nothing for a point without a plan. */
export function OpeningLine({ opening }: { opening: Opening | null }) {
  if (opening === null) return null;
  const { point, words } = opening;
  return (
    <p class="opening">
      <strong>{words}</strong> <small>{[point.name, point.place].filter(Boolean).join(", ")}</small>
    </p>
  );
}
