import type { Logger } from "pino";
import { sealDays } from "../operations/audit/seal-days.ts";
import type { Context } from "../operations/context.ts";
import { watchDevices } from "../operations/devices/device-desk.ts";
import { sweepExpired } from "../operations/drafts/sweep.ts";
import { addressNotices } from "../operations/messages/address.ts";
import { sendDue } from "../operations/messages/send.ts";
import { foldTallies } from "../operations/measures/fold-tallies.ts";
import { endForgotten } from "../operations/visits/move-visit.ts";

const HOUR_MS = 3_600_000;
/** How often devices are asked how they are. */
const WATCH_MS = 5 * 60_000;
/** How often the outbox is looked into. */
const POST_MS = 5_000;
/** Few deltas keep figures fast to read. */
const TALLY_MS = 5_000;

/** All background work on one screen: what runs, how often. A run that fails is logged and tried again at its next time. */
export function startSchedule(context: Context, logger: Logger): { stop(): Promise<void> } {
  const sweep = () =>
    Promise.all([sweepExpired(context), endForgotten(context), sealDays(context)]).catch((error: Error) =>
      logger.error({ error: { name: error.name, message: error.message } }, "sweep failed"),
    );
  const watch = () =>
    watchDevices(context).catch((error: Error) => logger.error({ error: { name: error.name, message: error.message } }, "watch failed"));
  let posting: Promise<void> | null = null;
  const post = () => {
    posting ??= addressNotices(context)
      .then(() => sendDue(context))
      .catch((error: Error) => logger.error({ error: { name: error.name, message: error.message } }, "messages failed"))
      .then(() => {
        posting = null;
      });
  };
  void sweep();
  const timers = [setInterval(sweep, HOUR_MS).unref(), setInterval(watch, WATCH_MS).unref(), setInterval(post, POST_MS).unref()];
  return {
    stop: async () => {
      timers.forEach(clearInterval);
      await posting;
    },
  };
  const tally = () =>
    foldTallies(context).catch((error: Error) => logger.error({ error: { name: error.name, message: error.message } }, "tally failed"));
  void sweep();
  const timers = [setInterval(sweep, HOUR_MS).unref(), setInterval(watch, WATCH_MS).unref(), setInterval(tally, TALLY_MS).unref()];
  return { stop: () => timers.forEach(clearInterval) };
}
