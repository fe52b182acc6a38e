import type { LoggedEvent } from "../../domain/dossier/events.ts";
import { heldFiles } from "../../domain/dossier/files.ts";
import { fold } from "../../domain/dossier/fold.ts";
import type { Sql } from "../../store/database/database.ts";
import { countDossiers, type DossierKey, lockDossiers, readLogs } from "../../store/records/dossier-log.ts";
import { takeDossierFactsAway } from "../../store/views/dossier-facts.ts";
import { putDossierFiles } from "../../store/views/dossier-files.ts";
import { dropVerdicts } from "../../store/views/duplicates.ts";
import {
  beginRebuild,
  finishRebuild,
  noteRebuilt,
  type RebuildPart,
  takeLinesAway,
  takeStrayLinesAway,
} from "../../store/views/rebuilding.ts";
import { remakeTallies } from "../../store/views/tally-making.ts";
import type { Context } from "../context.ts";
import { putViews } from "../dossiers/append.ts";
import { putDuplicates } from "../duplicates/put-duplicates.ts";

/** So many dossiers are locked at once: an act on one of them waits for the batch, some tenths of a second. */
const BATCH = 100;
/** So many offices are made anew side by side: the database writes for one while the next is read. */
const OFFICES_AT_ONCE = 3;

export interface Rebuilding {
  /** Hears how many dossiers are done, and of how many. */
  readonly progress?: (done: number, total: number) => void;
  /** Stops between two batches; what is done stays done. */
  readonly signal?: AbortSignal;
  /** Begins anew though an interrupted rebuild could go on. */
  readonly afresh?: boolean;
}

type Rebuilder = Pick<Context, "database" | "catalogue">;

/**
 * Makes every view anew from the logs, while people go on working: a batch of dossiers is locked, its lines are taken away and written anew in one transaction. At the end of an
 * office lines go away that no dossier stands behind, and its tallies are summed anew. One that was interrupted goes on behind its last batch. Answers how many dossiers there were.
 */
export async function rebuildViews(context: Rebuilder, { progress = () => {}, signal, afresh = false }: Rebuilding = {}): Promise<number> {
  const { database } = context;
  const parts = await database.transaction((sql) => beginRebuild(sql, afresh));
  const total = await countDossiers(database.sql);
  let done = parts.reduce((sum, part) => sum + part.done, 0);
  progress(done, total);
  const rebuildOffice = async (part: RebuildPart) => {
    for (let last = part.last; ; ) {
      signal?.throwIfAborted();
      const batch = await database.transaction((sql) => rebuildBatch(context, sql, { ...part, last }));
      if (batch.length === 0) break;
      last = batch.at(-1)?.dossier ?? last;
      done += batch.length;
      progress(done, total);
    }
    await finishOffice(context, part.office);
  };
  await sideBySide(
    parts.filter(({ finished }) => !finished),
    rebuildOffice,
  );
  return done;
}

/** Some at once; after a failure nothing new is begun, and what was begun has ended before it is thrown. */
async function sideBySide<Value>(values: readonly Value[], work: (value: Value) => Promise<void>): Promise<void> {
  const left = [...values];
  const worker = async () => {
    try {
      for (let value = left.shift(); value !== undefined; value = left.shift()) await work(value);
    } finally {
      left.length = 0;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: OFFICES_AT_ONCE }, worker));
  for (const end of ended) if (end.status === "rejected") throw end.reason;
}

async function rebuildBatch(context: Rebuilder, sql: Sql, { office, last }: RebuildPart): Promise<DossierKey[]> {
  const keys = await lockDossiers(sql, office, last, BATCH);
  const newest = keys.at(-1);
  if (newest === undefined) return [];
  const dossiers = keys.map(({ dossier }) => dossier);
  const logs = await readLogs(sql, office, dossiers);
  await takeLinesAway(sql, office, dossiers);
  await Promise.all(keys.map((key) => putLines(context, sql, key, logs.get(key.dossier) ?? [])));
  await noteRebuilt(sql, office, newest.dossier, keys.length);
  return keys;
}

async function putLines(context: Rebuilder, sql: Sql, key: DossierKey, log: readonly LoggedEvent[]): Promise<void> {
  // a log that is gone is for the audit to name; the views are made of those that are there
  if (log.length === 0) return takeDossierFactsAway(sql, key);
  const dossier = fold(log);
  await putViews(sql, key, dossier);
  await dropVerdicts(sql, key, dossier.judged);
  await putDuplicates(context, sql, key, dossier);
  await putDossierFiles(sql, key, heldFiles(log.map(({ event }) => event)));
}

async function finishOffice({ database }: Rebuilder, office: string): Promise<void> {
  await database.transaction((sql) => takeStrayLinesAway(sql, office));
  await database.transaction((sql) => remakeTallies(sql, office));
  await finishRebuild(database.sql, office);
}
