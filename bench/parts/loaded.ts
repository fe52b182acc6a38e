import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PROJECT_FOLDER } from "../../src/main/config.ts";
import { readContent } from "../../src/main/content.ts";
import { openDatabase } from "../../src/store/database/database.ts";
import { startEmbedded } from "../../src/store/database/embedded.ts";
import { migrate } from "../../src/store/database/migrate.ts";
import { loadDossiers, loadOffices } from "../data/load.ts";
import { loadVisits, tallyAll } from "../data/visits.ts";

const SEED = 2_026;
const BIRTH = "1.001193";

/** A data folder with so many dossiers in it and three times as many visits; one that was loaded before is taken as it is. */
export async function loadedFolder(
  folder: string,
  count: number,
  say: (line: string) => void,
  logs: "all" | "open" = "open",
): Promise<string> {
  const dataFolder = join(folder, logs === "all" ? `logs-${count}` : `dossiers-${count}`);
  const mark = join(dataFolder, "loaded");
  if (existsSync(mark)) return dataFolder;
  await mkdir(dataFolder, { recursive: true });
  const started = performance.now();
  // loading need not survive a fault: it is begun anew
  const server = await startEmbedded({ dataFolder, settings: { fsync: "off", full_page_writes: "off", max_wal_size: "4GB" } });
  const database = await openDatabase({ connection: server.connection, connections: 8 });
  await migrate(database);
  const now = new Date();
  const content = readContent(join(PROJECT_FOLDER, "content"));
  await loadOffices(
    database,
    now,
    (content.units.communes["56"] ?? []).map(({ code }) => code),
  );
  // births come first: much is asked by few procedures
  const procedures = [...content.procedures].sort((one, other) => Number(other.code === BIRTH) - Number(one.code === BIRTH));
  const elapsed = () => `${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s`;
  const births = content.procedures.find(({ code }) => code === BIRTH)?.identity;
  await loadDossiers(database, { seed: SEED, count, now, procedures, logs, births }, (what) => say(`${elapsed()}  ${what}`));
  await loadVisits(database, { seed: SEED, count: 3 * count, now });
  say(`${elapsed()}  visits`);
  await tallyAll(database);
  say(`${elapsed()}  tallies`);
  await database.sql`checkpoint`;
  await database.close();
  await server.stop();
  await writeFile(mark, "");
  say(`${count} dossiers loaded in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return dataFolder;
}
