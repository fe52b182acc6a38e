import type { Logger } from "pino";
import { sealDays } from "../operations/audit/seal-days.ts";
import type { Context } from "../operations/context.ts";
import { watchDevices } from "../operations/devices/device-desk.ts";
import { sweepExpired } from "../operations/drafts/sweep.ts";
import { foldTallies } from "../operations/measures/fold-tallies.ts";
import { endForgotten } from "../operations/visits/move-visit.ts";

const HOUR_MS = 3_600_000;
/** How often devices are asked how they are. */
const WATCH_MS = 5 * 60_000;
/** Few deltas keep figures fast to read. */
const TALLY_MS = 5_000;
/** A hint of a new version that was lost is made good within this time. */
const PROCEDURES_MS = 60_000;

/** All background work on one screen: what runs, how often. A run that fails is logged and tried again at its next time. */
export function startSchedule(context: Context, logger: Logger): { stop(): void } {
  const sweep = () =>
    Promise.all([sweepExpired(context), endForgotten(context), sealDays(context)]).catch((error: Error) =>
      logger.error({ error: { name: error.name, message: error.message } }, "sweep failed"),
    );
  const watch = () =>
    watchDevices(context).catch((error: Error) => logger.error({ error: { name: error.name, message: error.message } }, "watch failed"));
  const tally = () =>
    foldTallies(context).catch((error: Error) => logger.error({ error: { name: error.name, message: error.message } }, "tally failed"));
  const procedures = () =>
    context
      .reloadProcedures()
      .catch((error: Error) => logger.error({ error: { name: error.name, message: error.message } }, "procedures not read"));
  void sweep();
  const timers = [
    setInterval(sweep, HOUR_MS).unref(),
    setInterval(watch, WATCH_MS).unref(),
    setInterval(tally, TALLY_MS).unref(),
    setInterval(procedures, PROCEDURES_MS).unref(),
  ];
  return { stop: () => timers.forEach(clearInterval) };
}
