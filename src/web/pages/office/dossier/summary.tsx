import { DEGREES } from "../../../../domain/point/degree.ts";
import type { DeskDossier } from "../../../../operations/dossiers/desk.ts";
import { moment } from "../../../layout/moment.ts";
import { Facts, money } from "../../../layout/parts.tsx";

/** How the dossier came, and why it is due that day: for whoever asks. */
export function Summary({ opened: { dossier: open, office } }: { opened: DeskDossier }) {
  return (
    <details>
      <summary>Vì sao hẹn ngày này, hồ sơ từ đâu đến</summary>
      <ul>
        {open.due.explanation.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <Facts
        rows={[
          { label: "Gửi lúc", value: moment(open.lodgedAt) },
          { label: "Kênh", value: CHANNEL_WORDS[open.channel] },
          { label: "Mã tra cứu", value: open.trackingCode },
          { label: "Lệ phí", value: open.fee.amountDong === null ? open.fee.words : money(open.fee.amountDong) },
          { label: "Nơi giải quyết", value: office.name },
          { label: "Mức hỗ trợ", value: open.help ? [DEGREES[open.help.degree], ...open.help.helpers].join(" – ") : "không rõ" },
        ]}
      />
    </details>
  );
}

export const CHANNEL_WORDS = { online: "Trực tuyến", direct: "Trực tiếp", post: "Bưu chính" } as const;
