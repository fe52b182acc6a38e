import { hasUncounted, listNotBuilt, noteBuilt } from "../../store/views/view-builds.ts";
import type { Context } from "../context.ts";
import { rebuildViews } from "./rebuild-views.ts";

/** The way in which this program builds views. Raised when a view is built in another way, or when there is a new one: the next start makes them anew. */
const WAY = 1;

/** One sentence for so many dossiers. */
const SAID_EVERY = 1_000;

/**
 * After an upgrade, before anybody is served: makes views anew that the program before built in another way, or did not have. Interrupted, the next start goes on. A data folder that an
 * older program never noted anything in is looked at: with dossiers that are not counted it is made anew, else it is as it should be.
 */
export async function buildAtStart(context: Pick<Context, "database" | "catalogue">, progress: (sentence: string) => void): Promise<void> {
  const { sql } = context.database;
  const offices = await listNotBuilt(sql, WAY);
  const behind = await Promise.all(offices.map(async ({ office, before }) => before !== null || (await hasUncounted(sql, office))));
  if (behind.includes(true)) {
    progress("Bản mới: đang làm lại danh sách và số liệu từ nhật ký hồ sơ …");
    const done = await rebuildViews(context, {
      progress: (count, total) => {
        if (count > 0 && count % SAID_EVERY === 0) progress(`… ${count}/${total} hồ sơ`);
      },
    });
    progress(`Đã làm lại danh sách và số liệu của ${done} hồ sơ.`);
  }
  for (const { office } of offices) await noteBuilt(sql, office, WAY);
}
