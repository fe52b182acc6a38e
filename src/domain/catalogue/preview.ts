import type { Procedure } from "./procedure.ts";

const PREVIEW = "xem-truoc-";

/** The procedure as a version that is looked at only: nothing filed under it goes anywhere. `mark` tells it from other previews. */
export function asPreview(procedure: Procedure, mark: string): Procedure {
  return { ...procedure, version: `${PREVIEW}${mark}` };
}

export function isPreview(version: string): boolean {
  return version.startsWith(PREVIEW);
}
