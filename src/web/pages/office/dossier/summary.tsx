import { STATUSES } from "../../../../domain/dossier/status.ts";
import { dayWithWeekday } from "../../../../domain/people/dates.ts";
import { DEGREES } from "../../../../domain/point/degree.ts";
import type { DeskDossier } from "../../../../operations/dossiers/desk.ts";
import { Facts, money } from "../../../layout/parts.tsx";
import { moment } from "../../citizen/event-words.ts";

/** Where the dossier stands, when it is due and why. */
export function Summary({ opened: { dossier: open, office } }: { opened: DeskDossier }) {
  return (
    <>
      <div class="split">
        <Facts
          rows={[
            { label: "Trạng thái", value: open.proposed ? "Chờ lãnh đạo ký" : STATUSES[open.status].words },
            { label: "Hẹn trả", value: `${dayWithWeekday(open.due.day)}, ${open.due.time}` },
            { label: "Mã hồ sơ", value: open.dossierCode ?? "chưa có" },
            { label: "Mã tra cứu", value: open.trackingCode },
          ]}
        />
        <Facts
          rows={[
            { label: "Gửi lúc", value: moment(open.lodgedAt) },
            { label: "Kênh", value: CHANNEL_WORDS[open.channel] },
            { label: "Lệ phí", value: open.fee.amountDong === null ? open.fee.words : money(open.fee.amountDong) },
            { label: "Nơi giải quyết", value: office.name },
            { label: "Mức hỗ trợ", value: open.help ? [DEGREES[open.help.degree], ...open.help.helpers].join(" – ") : "không rõ" },
          ]}
        />
      </div>
      <details>
        <summary>Vì sao hẹn ngày này?</summary>
        <ul>
          {open.due.explanation.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

export const CHANNEL_WORDS = { online: "Trực tuyến", direct: "Trực tiếp", post: "Bưu chính" } as const;
