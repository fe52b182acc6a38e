import type { Now } from "../../base/clock.ts";
import { officeDay } from "../../base/clock.ts";
import { type Catalogue, makeCatalogue } from "../../domain/catalogue/catalogue.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { makeSearchIndex, type SearchIndex, type SearchWords } from "../../domain/catalogue/search.ts";
import type { Database } from "../../store/database/database.ts";
import { listVersionNames, readBodies } from "../../store/records/procedure-versions.ts";

/** Under which topic a new version is hinted at to all processes. */
export const PROCEDURES_TOPIC = "procedures";

/**
 * The catalogue that follows what is published here, without a restart. Two sources: the files that ship, read once, and the database, read anew at each
 * hint, from time to time (a hint may be lost), and by the process that published, before it answers. The index of the search is that of today's versions.
 */
export interface LivingCatalogue {
  readonly catalogue: Catalogue;
  readonly search: SearchIndex;
  reload(): Promise<void>;
  /** Stops listening. */
  close(): void;
}

export async function openLivingCatalogue(
  database: Pick<Database, "sql" | "hints">,
  base: { readonly procedures: readonly Procedure[]; readonly searchWords: SearchWords },
  now: Now,
  say: (sentence: string) => void,
): Promise<LivingCatalogue> {
  let current = makeCatalogue(base.procedures);
  let previews = makeCatalogue([]);
  let index: { readonly day: string; readonly search: SearchIndex } | null = null;

  const bodies = new Map<string, Procedure>();

  /** A version never changes, so its body is read once. */
  async function reload(): Promise<void> {
    const names = await listVersionNames(database.sql);
    const fresh = names.flatMap(({ version }) => (bodies.has(version) ? [] : [version]));
    for (const { version, body } of await readBodies(database.sql, fresh)) {
      if (body) bodies.set(version, body);
      else say(`Bản ${version} của một thủ tục không đọc được bằng chương trình này. Xin báo người bảo trì.`);
    }
    for (const version of bodies.keys()) if (!names.some((name) => name.version === version)) bodies.delete(version);
    const known = (preview: boolean) => names.flatMap((name) => (name.preview === preview ? (bodies.get(name.version) ?? []) : []));
    current = makeCatalogue([...known(false), ...base.procedures]);
    previews = makeCatalogue(known(true));
    index = null;
  }

  function searchOf(day: string): SearchIndex {
    if (index?.day !== day) index = { day, search: makeSearchIndex(current.all(day), base.searchWords) };
    return index.search;
  }

  await reload();
  const close = database.hints.subscribe(PROCEDURES_TOPIC, () => void reload().catch((error: Error) => say(error.message)));
  return {
    catalogue: {
      find: (code, day) => current.find(code, day),
      version: (code, version) => current.version(code, version) ?? previews.version(code, version),
      all: (day) => current.all(day),
      versions: (code) => current.versions(code),
    },
    search: { search: (query, limit) => searchOf(officeDay(now())).search(query, limit) },
    reload,
    close,
  };
}
