import { insertStamp, listUnstamped } from "../../store/records/day-stamps.ts";
import type { Context } from "../context.ts";

/** As many stamps as one run asks for: an authority counts them, and the next run comes in an hour. */
const MOST_STAMPS = 100;

/**
 * Gets a time stamp for each seal that has none, where an authority is configured. One that does not answer now is asked again at the next run; sealing never
 * waits for it. Answers how many were written.
 */
export async function stampSeals(context: Pick<Context, "database" | "signing" | "now">): Promise<number> {
  const { stamps } = context.signing;
  if (stamps === null) return 0;
  const { sql } = context.database;
  let written = 0;
  for (const { office, day, seal } of await listUnstamped(sql, MOST_STAMPS)) {
    const token = await stamps.stamp(Buffer.from(seal, "hex"));
    if (token === null) return written;
    await insertStamp(sql, office, day, token, context.now());
    written += 1;
  }
  return written;
}
