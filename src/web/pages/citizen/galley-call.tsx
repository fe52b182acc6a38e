import type { Galley } from "../../../domain/dossier/galley.ts";
import { dayWithWeekday } from "../../../domain/people/dates.ts";
import { paths } from "../../paths.ts";

/** On the tracking page: the galley waits to be looked over. What it says is on a page for its owner. */
export function GalleyCall({ code, until }: { code: string; until: string }) {
  return (
    <section class="panel" aria-labelledby="xem-ban-nhap">
      <h2 id="xem-ban-nhap">Xin xem lại bản nháp giấy của bà con</h2>
      <p>
        Đúng thì bấm đúng, sai thì ghi chỗ sai. Xin trả lời trước hết <strong>{dayWithWeekday(until)}</strong>; không trả lời là đồng ý.
      </p>
      <a class="button" href={paths.trackedGalley(code)}>
        Xem bản nháp
      </a>
    </section>
  );
}

/** What became of a correction; the words only for the person whose it is. */
export function GalleyAnswered({ galley, own }: { galley: Galley | null; own: boolean }) {
  if (galley?.state === "corrected") return <p class="notice">Cán bộ đang xem chỗ bà con xin sửa, sẽ trả lời ở đây.</p>;
  if (galley?.state === "confirmed" && galley.how === "silence") return <p class="notice">{galley.words}</p>;
  if (galley?.state !== "settled" || !galley.words || !own) return null;
  return <p class="notice">Cán bộ trả lời chỗ bà con xin sửa: {galley.words}</p>;
}
