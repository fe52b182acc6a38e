import type { OpenDraft } from "../../../operations/drafts/open-draft.ts";
import { paths } from "../../paths.ts";

/** The page of the desk that papers at the counter lead back to. */
export function counterAddress({ draft, atCounter }: Pick<OpenDraft, "draft" | "atCounter">): string {
  return atCounter?.supplements ? paths.officeSupplement(atCounter.supplements) : paths.officeIntakeOf(draft.draft);
}
