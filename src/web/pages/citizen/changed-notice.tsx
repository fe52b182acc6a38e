import { formatDay } from "../../../domain/people/dates.ts";
import type { OpenDraft } from "../../../operations/drafts/open-draft.ts";
import { paths } from "../../paths.ts";

/** On top of a draft whose procedure has changed: which questions to answer again, and that all else is kept. */
export function ChangedNotice({ open: { draft, way, change }, always = false }: { open: OpenDraft; always?: boolean }) {
  if (change === null || (change.again.length === 0 && !always)) return null;
  const pages = way.steps.filter(({ page }) => change.again.includes(page.id)).map(({ page }) => page);
  if (pages.length === 0)
    return (
      <div class="notice" role="status">
        <p>Thủ tục có thay đổi từ {formatDay(change.begins)}. Những câu bà con đã trả lời vẫn dùng được.</p>
      </div>
    );
  return (
    <div class="notice warn" role="status">
      <p>
        Thủ tục có thay đổi từ {formatDay(change.begins)}: xin trả lời lại {pages.length} câu. Những câu khác bà con đã trả lời vẫn còn.
      </p>
      <ul>
        {pages.map(({ id, ask }) => (
          <li>
            <a href={paths.draftPage(draft.draft, id)}>{ask}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What was answered under the version before, of a question that is asked anew. */
export function SaidBefore({ open: { draft, change }, fields }: { open: OpenDraft; fields: readonly { id: string; label: string }[] }) {
  const said = fields.filter(({ id }) => change?.aside[id] !== undefined && draft.answers[id] === undefined);
  return (
    <>
      {said.map(({ id, label }) => (
        <p class="notice">
          Lần trước bà con đã trả lời{fields.length > 1 ? ` “${label}”` : ""}: <strong>{change?.aside[id]}</strong>
        </p>
      ))}
    </>
  );
}
