import { officeDay } from "../../base/clock.ts";
import type { RetentionKind } from "../../domain/privacy/retention.ts";
import type { OfficeCount } from "../../store/records/retention.ts";
import { addToReport } from "../../store/records/retention-reports.ts";
import type { Context } from "../context.ts";

/** Writes down how many of a kind went just now, of which office, and from before when they were. Nothing of what they were. */
export async function report(
  context: Pick<Context, "database" | "now">,
  kind: RetentionKind,
  until: Date,
  counts: readonly OfficeCount[],
): Promise<void> {
  const now = context.now();
  for (const { office, count } of counts)
    if (count > 0) await addToReport(context.database.sql, { office, day: officeDay(now), kind, until, count, lastAt: now });
}
