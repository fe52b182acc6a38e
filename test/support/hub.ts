import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT_FOLDER } from "../../src/main/config.ts";
import { type Hub, startHub } from "../../src/main/hub.ts";
import { type MessageSettings, NO_MESSAGES } from "../../src/partners/messages/open-messengers.ts";

export interface TestHub extends Hub {
  readonly dataFolder: string;
  /** Stops the program and takes its folder away. */
  end(): Promise<void>;
}

/** The whole program on a free port and a data folder of its own, in practice set-up, as `npm start` would bring it up. */
export async function openHub({
  voiceProgram = null,
  messages = NO_MESSAGES,
}: {
  voiceProgram?: string | null;
  messages?: MessageSettings;
} = {}): Promise<TestHub> {
  const dataFolder = await mkdtemp(join(tmpdir(), "loc-vung-hub-"));
  const hub = await startHub(
    {
      port: 0,
      dataFolder,
      contentFolder: join(PROJECT_FOLDER, "content"),
      voiceProgram,
      messages,
      databaseUrl: null,
      publicUrl: "http://point.example",
    },
    () => {},
  );
  return {
    ...hub,
    dataFolder,
    end: async () => {
      await hub.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
