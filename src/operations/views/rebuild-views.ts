import { heldFiles } from "../../domain/dossier/files.ts";
import { fold } from "../../domain/dossier/fold.ts";
import { listDossiers, readLog } from "../../store/records/dossier-log.ts";
import { listOffices } from "../../store/records/offices.ts";
import { clearDossierFacts } from "../../store/views/dossier-facts.ts";
import { clearDossierFiles, putDossierFiles } from "../../store/views/dossier-files.ts";
import { clearDossierList } from "../../store/views/dossier-list.ts";
import { clearDuplicates } from "../../store/views/duplicates.ts";
import { clearGalleyList } from "../../store/views/galley-list.ts";
import { clearPapersDue } from "../../store/views/papers-due.ts";
import { clearRegisterList } from "../../store/views/register-list.ts";
import { clearResultList } from "../../store/views/result-list.ts";
import type { Context } from "../context.ts";
import { putViews } from "../dossiers/append.ts";
import { clearWork } from "../dossiers/work-views.ts";
import { putDuplicates } from "../duplicates/put-duplicates.ts";

const BATCH = 200;

/**
 * Makes every list anew from the logs, office by office, in one transaction each: whoever looks meanwhile sees the old list until the new one is whole.
 * `progress` hears how many dossiers are done. Answers how many there were.
 */
export async function rebuildViews(
  context: Pick<Context, "database" | "catalogue">,
  progress: (done: number) => void = () => {},
): Promise<number> {
  let done = 0;
  for (const { office } of await listOffices(context.database.sql)) {
    await context.database.transaction(async (sql) => {
      await Promise.all([
        clearDossierList(sql, office),
        clearResultList(sql, office),
        clearDossierFiles(sql, office),
        clearWork(sql, office),
        clearRegisterList(sql, office),
        clearDossierFacts(sql, office),
        clearGalleyList(sql, office),
        clearPapersDue(sql, office),
        clearDuplicates(sql, office),
      ]);
      for (let after: string | null = null; ; ) {
        const keys = await listDossiers(sql, office, after, BATCH);
        for (const key of keys) {
          const log = await readLog(sql, key);
          // a log that is gone is for the audit to name; the lists are made of those that are there
          if (log.length === 0) continue;
          await putViews(sql, key, fold(log));
          await putDuplicates(context, sql, key, fold(log));
          await putDossierFiles(sql, key, heldFiles(log.map(({ event }) => event)));
        }
        done += keys.length;
        progress(done);
        const last = keys.at(-1);
        if (last === undefined) break;
        after = last.dossier;
      }
    });
  }
  return done;
}
