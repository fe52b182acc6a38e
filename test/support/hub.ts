import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT_FOLDER } from "../../src/main/config.ts";
import { type Hub, startHub } from "../../src/main/hub.ts";
import { NO_SIGNING, type SigningSettings } from "../../src/main/signing-settings.ts";
import { type MessageSettings, NO_MESSAGES } from "../../src/partners/messages/open-messengers.ts";
import type { ConnectionOptions } from "../../src/store/database/embedded.ts";
import { PRACTICE_SIGNING_SECRET, practiceDatabase } from "./database.ts";

export interface TestHub extends Hub {
  readonly dataFolder: string;
  /** Stops the program and takes its folder away. */
  end(): Promise<void>;
}

/**
 * The whole program on a free port, with a folder for files and a database of its own, in practice set-up, as `npm start` would bring it up. The
 * database is a copy on the run's shared server (./database.ts): tables and sample people are made once a run, not once a file.
 */
export async function openHub({
  voiceProgram = null,
  messages = NO_MESSAGES,
  signing = NO_SIGNING,
}: {
  voiceProgram?: string | null;
  messages?: MessageSettings;
  signing?: SigningSettings;
} = {}): Promise<TestHub> {
  const [dataFolder, { connection, drop }] = await Promise.all([mkdtemp(join(tmpdir(), "loc-vung-hub-")), practiceDatabase()]);
  const hub = await startHub(
    {
      port: 0,
      dataFolder,
      contentFolder: join(PROJECT_FOLDER, "content"),
      voiceProgram,
      messages,
      signing,
      signingSecret: PRACTICE_SIGNING_SECRET,
      databaseUrl: addressOf(connection),
      publicUrl: "http://point.example",
    },
    () => {},
  );
  return {
    ...hub,
    dataFolder,
    end: async () => {
      await hub.stop();
      await drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** As an owner would write it in DATABASE_URL. */
function addressOf({ host, port, user, password, database }: ConnectionOptions): string {
  return `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`;
}
