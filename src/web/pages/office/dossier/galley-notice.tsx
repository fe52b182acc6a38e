import type { Galley } from "../../../../domain/dossier/galley.ts";
import { dayWithWeekday } from "../../../../domain/people/dates.ts";
import { paths } from "../../../paths.ts";

/** Where the galley stands: with the citizen, back with old and new of each line, agreed to. `wanted` when the law asks for one and none was sent. */
export function GalleyNotice({ id, galley, wanted }: { id: string; galley: Galley | null; wanted: boolean }) {
  if (galley === null)
    return wanted ? (
      <p class="notice">
        Hồ sơ gửi trực tuyến: bà con được xem bản nháp trước khi ký. Bà con đang ở quầy hoặc đã xem lại tại điểm thì trình ký luôn.
      </p>
    ) : null;
  return (
    <div class={galley.state === "corrected" ? "notice warn" : "notice"}>
      <p>
        <strong>{TITLES[galley.state]}</strong>
        {galley.state === "out" && galley.until ? ` Hết ${dayWithWeekday(galley.until)} mà không trả lời là đồng ý.` : ""}
        {galley.state === "confirmed" && galley.how === "call" ? " Trả lời qua điện thoại hoặc tại chỗ." : ""}
        {galley.words ? ` ${galley.state === "corrected" ? `Bà con nhắn: ${galley.words}` : galley.words}` : ""}
      </p>
      {galley.changes.length > 0 ? (
        <ul>
          {galley.changes.map((change) => (
            <li>
              {change.label}: <s>{change.from || "để trống"}</s> → <strong>{change.to}</strong>
            </li>
          ))}
        </ul>
      ) : null}
      {galley.until ? (
        <p>
          <a href={paths.officeGalleyPdf(id)}>Bản nháp đã gửi (PDF)</a>
        </p>
      ) : null}
    </div>
  );
}

const TITLES: Readonly<Record<Galley["state"], string>> = {
  out: "Bản nháp đang chờ bà con xem.",
  corrected: "Bà con xin sửa bản nháp.",
  confirmed: "Bản nháp được đồng ý.",
  settled: "Đã trả lời chỗ bà con xin sửa.",
  skipped: "Không chờ bản nháp:",
};
