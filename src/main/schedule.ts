import type { Logger } from "pino";
import type { Context } from "../operations/context.ts";
import { sweepExpired } from "../operations/drafts/sweep.ts";
import { endForgotten } from "../operations/visits/move-visit.ts";

const HOUR_MS = 3_600_000;

/** All background work on one screen: what runs, how often. A run that fails is logged and tried again at its next time. */
export function startSchedule(context: Context, logger: Logger): { stop(): void } {
  const sweep = () =>
    Promise.all([sweepExpired(context), endForgotten(context)]).catch((error: Error) =>
      logger.error({ error: { name: error.name, message: error.message } }, "sweep failed"),
    );
  void sweep();
  const timer = setInterval(sweep, HOUR_MS).unref();
  return { stop: () => clearInterval(timer) };
}
