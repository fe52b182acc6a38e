import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { type Logger, pino } from "pino";
import { uuidV7 } from "../base/ids.ts";
import { findLocalAddress } from "../devices/address.ts";
import { createPrinting } from "../devices/printer/printing.ts";
import { openVoice } from "../devices/voice/voice.ts";
import { createDocumentEngine } from "../documents/engine.ts";
import { openKeySafe } from "../documents/keys/key-safe.ts";
import { createTokens } from "../documents/keys/token.ts";
import { createStampAuthority } from "../documents/stamp.ts";
import { openContentStore } from "../files/content-store.ts";
import { createPaperIntake } from "../files/intake/intake.ts";
import type { Context } from "../operations/context.ts";
import { forgetOrders } from "../operations/devices/print-desk.ts";
import { forgetScans } from "../operations/devices/scan-desk.ts";
import { sealPlainKeys } from "../operations/keys/kept-keys.ts";
import { setUpPractice } from "../operations/offices/practice.ts";
import { openLivingCatalogue } from "../operations/procedures/living-catalogue.ts";
import { buildAtStart } from "../operations/views/build-at-start.ts";
import { closeMessengers, NO_MESSAGES, openMessengers } from "../partners/messages/open-messengers.ts";
import { type Database, openDatabase } from "../store/database/database.ts";
import { startEmbedded } from "../store/database/embedded.ts";
import { migrate } from "../store/database/migrate.ts";
import { createApp } from "../web/app.ts";
import { warmCharts } from "../web/charts/draw.ts";
import type { Config } from "./config.ts";
import { readContent } from "./content.ts";
import { startSchedule } from "./schedule.ts";
import { NO_SIGNING } from "./signing-settings.ts";

export interface Hub {
  readonly context: Context;
  readonly url: string;
  /** Lets requests in hand end, then closes everything in the reverse order of its start. */
  stop(): Promise<void>;
}

/** Starts the whole program: database, tables, content, files, pages. `progress` gets a sentence for the person who waits. */
export async function startHub(config: Config, progress: (sentence: string) => void): Promise<Hub> {
  const { context, close } = await openHouse(config, progress);
  const logger = pino({ level: config.port === 0 ? "error" : "info" });
  await context.files.sweepIncoming(new Date());
  await setUpPractice(context);
  await buildAtStart(context, progress);
  await Promise.all([forgetOrders(context), forgetScans(context)]);
  const schedule = startSchedule(context, logger);
  const app = await createApp(context, { logger });
  const { server, port } = await listen(app.fetch, config.port);
  const warming = config.port === 0 ? undefined : warmLater(logger);
  return {
    context,
    url: `http://localhost:${port}`,
    stop: async () => {
      clearTimeout(warming);
      const background = schedule.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeIdleConnections" in server) server.closeIdleConnections();
        setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), CLOSE_PATIENCE_MS).unref();
      });
      await background;
      await close();
    },
  };
}

/** A house without doors: everything that operations work with, on the database and the folder of the configuration. */
export interface House {
  readonly context: Context;
  close(): Promise<void>;
}

/** Opens the house; works beside a running program as well. */
export async function openHouse(config: Config, progress: (sentence: string) => void): Promise<House> {
  const { database, stopServer } = await openStore(config, progress);
  await migrate(database);
  const content = readContent(config.contentFolder);
  const files = await openContentStore(join(config.dataFolder, "files"));
  const signing = config.signing ?? NO_SIGNING;
  const procedures = await openLivingCatalogue(database, content, () => context.now(), progress);
  const context: Context = {
    database,
    files,
    intake: createPaperIntake(),
    documents: createDocumentEngine(join(config.contentFolder, "templates")),
    signing: {
      safe: openKeySafe(config.signingSecret ? { secret: config.signingSecret } : { path: join(config.dataFolder, "signing-secret") }),
      tokens: createTokens(signing.tokens),
      stamps: createStampAuthority(signing.stampUrl, () => new Date(), signing.stampTrust),
      stampTrust: signing.stampTrust,
    },
    printing: createPrinting(findLocalAddress),
    voice: await openVoice(config.voiceProgram, join(config.dataFolder, "spoken")),
    messengers: openMessengers(config.messages ?? NO_MESSAGES),
    messages: content.messages,
    catalogue: procedures.catalogue,
    search: procedures.search,
    reloadProcedures: procedures.reload,
    lists: content.lists,
    pickers: { ethnicGroups: content.ethnicGroups, provinces: content.units.provinces, communes: content.units.communes },
    units: { table: content.unitTable, tiles: content.tiles },
    accountMessages: content.accountMessages,
    savingFactors: content.savingFactors,
    stopReasons: content.stopReasons,
    languages: content.languages,
    pictures: content.pictures,
    consents: content.consents,
    retention: content.retention,
    holidays: content.holidays,
    now: () => new Date(),
    newId: () => uuidV7(),
    publicUrl: config.publicUrl ?? `http://${ownAddress()}:${config.port}`,
    uploadsFolder: join(config.dataFolder, "uploads"),
  };
  await sealPlainKeys(context, progress);
  return {
    context,
    close: async () => {
      procedures.close();
      closeMessengers(context.messengers);
      await Promise.all([context.intake.close(), context.documents.close(), context.printing.close()]);
      await database.close();
      await stopServer();
    },
  };
}

/** Whoever waits for the first page comes before whoever looks at a chart. On a port that nobody knows nobody waits for either. */
function warmLater(logger: Logger): NodeJS.Timeout {
  return setTimeout(() => warmCharts().catch((error) => logger.warn(error, "charts")), WARM_AFTER_MS).unref();
}

const WARM_AFTER_MS = 10_000;
const CLOSE_PATIENCE_MS = 3_000;
/** Another copy that is just ending may hold the port for a moment. */
const PORT_PATIENCE_MS = 8_000;

async function openStore(
  config: Config,
  progress: (sentence: string) => void,
): Promise<{ database: Database; stopServer: () => Promise<void> }> {
  if (config.databaseUrl) return { database: await openDatabase({ connection: { url: config.databaseUrl } }), stopServer: async () => {} };
  const server = await startEmbedded({ dataFolder: config.dataFolder, progress });
  return { database: await openDatabase({ connection: server.connection }), stopServer: server.stop };
}

async function listen(
  fetch: Parameters<typeof serve>[0]["fetch"],
  port: number,
): Promise<{ server: ReturnType<typeof serve>; port: number }> {
  const giveUpAt = Date.now() + PORT_PATIENCE_MS;
  for (;;) {
    try {
      return await new Promise((resolve, reject) => {
        const server = serve({ fetch, port }, (info) => resolve({ server, port: info.port }));
        server.on("error", reject);
      });
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (taken && Date.now() < giveUpAt) await new Promise((resolve) => setTimeout(resolve, 500));
      else
        throw taken
          ? new Error(`Cổng ${port} đang có chương trình khác dùng. Xin tắt chương trình đó, hoặc chạy: PORT=8081 npm start`)
          : error;
    }
  }
}

/** The address of this machine on the café's network, for phones; localhost where there is none. */
function ownAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find((address) => address.family === "IPv4" && !address.internal)?.address ?? "localhost";
}
