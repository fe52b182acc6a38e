import { type ApologyCounts, countApologies } from "../../domain/measures/apologies.ts";
import { monthsOf } from "../../domain/measures/periods.ts";
import { listApologies } from "../../store/records/apologies.ts";
import type { Context } from "../context.ts";
import type { Viewpoint } from "./viewpoint.ts";

/** Why the offices that are looked at said sorry, month by month. Counts alone, so they are for everybody who may see the dashboard. */
export async function apologyCounts(
  context: Context,
  { scope, period }: Pick<Viewpoint, "scope" | "period">,
): Promise<{ readonly months: readonly string[]; readonly counts: ApologyCounts }> {
  const months = monthsOf(period);
  const { offices } = scope;
  const apologies = offices.length === 0 ? [] : await listApologies(context.database.sql, { offices, ...period });
  return { months, counts: countApologies(apologies, months) };
}
