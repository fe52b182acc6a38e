import { officeDay } from "../../../base/clock.ts";
import { STATUSES } from "../../../domain/dossier/status.ts";
import { formatDay } from "../../../domain/people/dates.ts";
import { keptInWords, type Retention } from "../../../domain/privacy/retention.ts";
import type { Kept, KeptDossier } from "../../../operations/privacy/gather.ts";
import { moment } from "../../layout/moment.ts";
import { Facts } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

/** The dossiers that are kept, with who looked at them. */
export function KeptDossiers({ dossiers }: { dossiers: readonly KeptDossier[] }) {
  if (dossiers.length === 0) return <p>Không có hồ sơ nào.</p>;
  return (
    <>
      {dossiers.map((kept) => (
        <section class="panel">
          <h3>
            <a href={paths.tracked(kept.dossier.trackingCode)}>{kept.dossier.procedure.name}</a>
          </h3>
          <Facts
            rows={[
              { label: "Mã tra cứu", value: kept.dossier.trackingCode },
              { label: "Trạng thái", value: STATUSES[kept.dossier.status].words },
              { label: "Cơ quan giữ", value: kept.office.name },
              { label: "Giấy tờ", value: papersInWords(kept) },
            ]}
          />
          <details>
            <summary>Ai đã xem, đã in</summary>
            {kept.looks.length === 0 ? <p>Chưa có ai xem.</p> : null}
            <ul>
              {kept.looks.map((look) => (
                <li>
                  {look.words} – {moment(look.at.toISOString())}
                </li>
              ))}
            </ul>
          </details>
        </section>
      ))}
    </>
  );
}

function papersInWords({ dossier }: KeptDossier): string {
  if (dossier.papers.length === 0) return "Không có";
  const names = dossier.papers.map(({ name }) => name).join(", ");
  return dossier.papersErasedAt === null
    ? names
    : `${names}. Bản chụp đã xóa ngày ${formatDay(officeDay(new Date(dossier.papersErasedAt)))}.`;
}

export function KeptDrafts({ drafts }: { drafts: Kept["drafts"] }) {
  if (drafts.length === 0) return null;
  return (
    <>
      <h3>Tờ khai làm dở</h3>
      <ul>
        {drafts.map((draft) => (
          <li>
            <a href={paths.draft(draft.draft)}>{draft.name}</a>, tự xóa ngày {formatDay(officeDay(draft.expiresAt))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** How long each kind is kept and why, and what the law makes stay. */
export function HowLong({ retention }: { retention: Retention }) {
  return (
    <>
      <details>
        <summary>Giữ bao lâu, để làm gì</summary>
        <Facts rows={retention.goes.map((rule) => ({ label: rule.name, value: `${keptInWords(rule)}. ${rule.why}` }))} />
        <p>Hết hạn thì máy tự xóa.</p>
      </details>
      <details>
        <summary>Những gì luật bắt giữ lại</summary>
        <Facts rows={retention.stays.map((stay) => ({ label: stay.name, value: `${stay.why} ${stay.basis}.` }))} />
      </details>
    </>
  );
}

/** The law asks for the procedure itself: nobody is made to agree to that. And what is sensitive in it. */
export function WithoutConsent() {
  return (
    <section class="panel">
      <h2>Phần không cần hỏi</h2>
      <p>
        Giải quyết hồ sơ là việc luật giao cho cơ quan, nên những gì trong tờ khai và giấy tờ của thủ tục không phải hỏi lời đồng ý. Cơ quan
        chỉ dùng để giải quyết đúng hồ sơ đó.
      </p>
      <p>
        <strong>Dân tộc, khuyết tật, hộ nghèo</strong> là dữ liệu nhạy cảm: chỉ cán bộ giải quyết hồ sơ được xem, mỗi lần xem đều ghi lại.
      </p>
    </section>
  );
}
