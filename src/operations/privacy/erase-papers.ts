import { ok, type Result, refuse } from "../../base/result.ts";
import { erasePapers } from "../../domain/dossier/erase-papers.ts";
import type { Actor, ErasedBecause } from "../../domain/dossier/events.ts";
import { fold } from "../../domain/dossier/fold.ts";
import { type DossierKey, lockDossier, readLog } from "../../store/records/dossier-log.ts";
import { deletePagesOfLodged } from "../../store/records/draft-pages.ts";
import { isHeld } from "../../store/records/legal-holds.ts";
import { letGo } from "../../store/records/loose-content.ts";
import type { Context } from "../context.ts";
import { append } from "../dossiers/append.ts";

export const THE_CLOCK: Actor = { role: "system", id: null, name: "Hết hạn lưu" };

/** Why papers stay. */
export type PapersStay = "held" | "still-open" | "nothing-there";

/**
 * Lets the papers of a finished dossier go, in one transaction with the event that says so. The bytes leave the disk at the next sweep, unless another
 * dossier or draft holds the same ones. A dossier that is held back for a complaint keeps them.
 */
export function erasePapersOf(
  context: Context,
  key: DossierKey,
  because: ErasedBecause,
  actor: Actor,
): Promise<Result<number, PapersStay>> {
  return context.database.transaction(async (sql) => {
    const head = await lockDossier(sql, key);
    if (!head) return refuse("nothing-there");
    if (await isHeld(sql, key)) return refuse("held");
    const log = await readLog(sql, key);
    const erased = erasePapers(log, because);
    if (!erased.ok) return erased;
    const files = erased.value.type === "papers-erased" ? erased.value.files : [];
    const at = context.now();
    await append(sql, key, fold(log), erased.value, { actor, actKey: `papers-erased:${key.dossier}:${head.sequence}`, at });
    await deletePagesOfLodged(sql, key);
    await letGo(sql, files, at);
    return ok(files.length);
  });
}
