import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PROJECT_FOLDER } from "../../src/main/config.ts";
import { readContent } from "../../src/main/content.ts";
import { openDatabase } from "../../src/store/database/database.ts";
import { startEmbedded } from "../../src/store/database/embedded.ts";
import { migrate } from "../../src/store/database/migrate.ts";
import { loadDossiers, loadOffices } from "../data/load.ts";
import { loadVisits, sumTallies } from "../data/visits.ts";

const SEED = 2_026;

/** A data folder with so many dossiers in it and three times as many visits; one that was loaded before is taken as it is. */
export async function loadedFolder(folder: string, count: number, say: (line: string) => void): Promise<string> {
  const dataFolder = join(folder, `dossiers-${count}`);
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
  const procedures = content.procedures.map(({ code, version, name }) => ({ code, version, name }));
  await loadDossiers(database, { seed: SEED, count, now, procedures }, (done) => done % 100_000 === 0 && say(`  ${done} dossiers`));
  await loadVisits(database, { seed: SEED, count: 3 * count, now });
  await sumTallies(database);
  await database.sql`checkpoint`;
  await database.close();
  await server.stop();
  await writeFile(mark, "");
  say(`${count} dossiers loaded in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return dataFolder;
}
