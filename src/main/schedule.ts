import type { Logger } from "pino";
import { sealDays } from "../operations/audit/seal-days.ts";
import { stampSeals } from "../operations/audit/stamp-seals.ts";
import type { Context } from "../operations/context.ts";
import { watchDevices } from "../operations/devices/device-desk.ts";
import { sweepExpired } from "../operations/drafts/sweep.ts";
import { closeSilent } from "../operations/galleys/galleys.ts";
import { foldWhenWorthwhile } from "../operations/measures/fold-tallies.ts";
import { addressNotices } from "../operations/messages/address.ts";
import { sendDue } from "../operations/messages/send.ts";
import { applyRetention } from "../operations/privacy/retention.ts";
import { mailReports } from "../operations/reports/mail-reports.ts";
import { warmFigures } from "../operations/reports/warm-figures.ts";
import { endForgotten } from "../operations/visits/move-visit.ts";

const HOUR_MS = 3_600_000;
/** How often devices are asked how they are. */
const WATCH_MS = 5 * 60_000;
/** How often the outbox is looked into. */
const POST_MS = 5_000;
/** Few deltas keep figures fast to read. */
const TALLY_MS = 5_000;
/** A hint of a new version that was lost is made good within this time. */
const PROCEDURES_MS = 60_000;

/** All background work on one screen: what runs, how often. A run that fails is logged and tried again at its next time. */
export function startSchedule(context: Context, logger: Logger): { stop(): Promise<void> } {
  const logged = (name: string, work: () => Promise<unknown>) => () =>
    work().catch((error: Error) => logger.error({ error: { name: error.name, message: error.message } }, `${name} failed`));
  const sweep = logged("sweep", () =>
    Promise.all([sweepExpired(context), endForgotten(context), sealDays(context).then(() => stampSeals(context))]),
  );
  const retention = logged("retention", () => applyRetention(context));
  const watch = logged("watch", () => watchDevices(context));
  const tally = logged("tally", () => foldWhenWorthwhile(context));
  const procedures = logged("procedures", () => context.reloadProcedures());
  const post = oneAtATime(
    logged("post", async () => {
      await addressNotices(context);
      await sendDue(context);
    }),
  );
  const reports = logged("reports", () => mailReports(context));
  const galleys = logged("galleys", () => closeSilent(context));
  const warm = logged("warm", () => warmFigures(context));
  void sweep();
  void warm();
  void galleys();
  void reports();
  void retention();
  const timers = [
    setInterval(sweep, HOUR_MS).unref(),
    setInterval(retention, HOUR_MS).unref(),
    setInterval(watch, WATCH_MS).unref(),
    setInterval(tally, TALLY_MS).unref(),
    setInterval(procedures, PROCEDURES_MS).unref(),
    setInterval(galleys, HOUR_MS).unref(),
    setInterval(warm, HOUR_MS).unref(),
    setInterval(reports, HOUR_MS).unref(),
    setInterval(post.run, POST_MS).unref(),
  ];
  return {
    stop: async () => {
      timers.forEach(clearInterval);
      await post.running();
    },
  };
}

/** Work that is not begun again while it goes on; `running` ends when it has. */
function oneAtATime(work: () => Promise<unknown>): { run(): void; running(): Promise<unknown> } {
  let running: Promise<unknown> | null = null;
  return {
    run: () => {
      running ??= work().finally(() => {
        running = null;
      });
    },
    running: async () => running,
  };
}
