import type { Logger } from "pino";
import { sealDays } from "../operations/audit/seal-days.ts";
import type { Context } from "../operations/context.ts";
import { watchDevices } from "../operations/devices/device-desk.ts";
import { sweepExpired } from "../operations/drafts/sweep.ts";
import { endForgotten } from "../operations/visits/move-visit.ts";

const HOUR_MS = 3_600_000;
/** How often devices are asked how they are. */
const WATCH_MS = 5 * 60_000;

/** All background work on one screen: what runs, how often. A run that fails is logged and tried again at its next time. */
export function startSchedule(context: Context, logger: Logger): { stop(): void } {
  const sweep = () =>
    Promise.all([sweepExpired(context), endForgotten(context), sealDays(context)]).catch((error: Error) =>
      logger.error({ error: { name: error.name, message: error.message } }, "sweep failed"),
    );
  const watch = () =>
    watchDevices(context).catch((error: Error) => logger.error({ error: { name: error.name, message: error.message } }, "watch failed"));
  void sweep();
  const timers = [setInterval(sweep, HOUR_MS).unref(), setInterval(watch, WATCH_MS).unref()];
  return { stop: () => timers.forEach(clearInterval) };
}
