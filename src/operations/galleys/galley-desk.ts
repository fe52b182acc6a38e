import { type GalleyLine, listGalleys } from "../../store/views/galley-list.ts";
import type { Context } from "../context.ts";

export type { GalleyLine };

const SHOWN = 200;

/** The galleys that somebody has to do something about: the officer's first. */
export function listOpenGalleys(context: Context, office: string): Promise<GalleyLine[]> {
  return listGalleys(context.database.sql, office, SHOWN);
}
