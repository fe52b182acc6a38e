import { officeDay } from "../../../../base/clock.ts";
import type { PaperRef } from "../../../../domain/dossier/events.ts";
import { formatDay } from "../../../../domain/people/dates.ts";
import type { DeskDossier } from "../../../../operations/dossiers/desk.ts";
import { Facts, Shown } from "../../../layout/parts.tsx";
import { paths } from "../../../paths.ts";

/** The declaration beside the papers; `paper` is the one that is open. */
export function Contents({
  opened: { key, dossier: open },
  paper,
  list,
}: {
  opened: DeskDossier;
  paper: PaperRef | undefined;
  list: string;
}) {
  return (
    <div class="two">
      <section>
        <h2>Tờ khai</h2>
        {open.declaration.sections.map((part) => (
          <>
            <h3>{part.title}</h3>
            <Facts rows={part.rows.map((row) => ({ label: row.label, value: <Shown value={row.value || "—"} /> }))} />
          </>
        ))}
      </section>
      <section class="stick">
        <h2>Giấy tờ</h2>
        <ul class="tabs">
          {open.papers.map((candidate) => (
            <li>
              <a
                href={`${paths.officeDossierFrom(key.dossier, [list, `giay=${candidate.paper}`].filter(Boolean).join("&"))}#giay-to`}
                aria-current={candidate === paper ? "true" : undefined}
              >
                {candidate.name} ({candidate.pages} trang)
              </a>
            </li>
          ))}
        </ul>
        {open.papersErasedAt ? (
          <p class="notice">
            Hết hạn lưu hoặc theo yêu cầu của bà con, bản chụp đã xóa ngày {formatDay(officeDay(new Date(open.papersErasedAt)))}.
          </p>
        ) : paper ? (
          <PaperView id={key.dossier} paper={paper} />
        ) : (
          <p>Không có giấy tờ kèm theo.</p>
        )}
      </section>
    </div>
  );
}

/** The pages as pictures, which every browser shows; a PDF that came as one is left to the browser's own reader. The tab stop lets keys scroll. */
export function PaperView({ id, paper }: { id: string; paper: PaperRef }) {
  const pdf = paths.officePaper(id, paper.paper);
  if (!paper.previews) return <iframe id="giay-to" title={paper.name} src={pdf} />;
  return (
    <section id="giay-to" class="sheets" aria-label={`Các trang của ${paper.name}`} tabindex={0}>
      {paper.previews.map((_, index) => (
        <a href={`${pdf}#page=${index + 1}`}>
          <img
            src={paths.officePage(id, paper.paper, index + 1)}
            alt={`${paper.name}, trang ${index + 1}. Bấm để mở bản PDF`}
            loading="lazy"
          />
        </a>
      ))}
    </section>
  );
}
