import { formatDay } from "../../../../domain/people/dates.ts";
import type { Tracked } from "../../../../operations/dossiers/track.ts";
import { money } from "../../../layout/parts.tsx";

/** What the citizen does now, in a sentence. */
export function nextStep({ dossier, office }: Tracked): string {
  switch (dossier.status) {
    case "supplement-requested":
      return "Bổ sung những gì ghi ở dưới. Thời hạn đang tạm dừng chờ bà con.";
    case "decided":
      return dossier.revokedOn
        ? `Kết quả đã bị thu hồi. Xin liên hệ ${office.name}.`
        : `Mang thẻ căn cước đến ${office.name} hoặc điểm hỗ trợ để nhận kết quả.`;
    case "not-accepted":
    case "stopped":
      return `Lý do đã ghi trong phiếu. Hỏi thêm ở ${office.name}; đủ điều kiện thì nộp lại.`;
    case "returned":
      return "Không cần làm gì thêm.";
    case "withdrawn":
      return "Không cần làm gì. Muốn làm lại thì gửi hồ sơ mới.";
    case "fee-due":
      return dossier.feeOwed
        ? `Nộp ${money(dossier.feeOwed.amountDong)}${dossier.feeOwed.payBy ? ` trước ngày ${formatDay(dossier.feeOwed.payBy)}` : ""}: ${dossier.feeOwed.words}. Thời hạn đang tạm dừng chờ bà con.`
        : "Nộp phí, lệ phí tại quầy.";
    default:
      if (dossier.galley?.state === "out") return "Xem lại bản nháp ở dưới: đúng thì bấm đúng, sai thì ghi chỗ sai.";
      return "Chờ đến ngày hẹn. Cần gì thêm cán bộ sẽ báo ở đây.";
  }
}
