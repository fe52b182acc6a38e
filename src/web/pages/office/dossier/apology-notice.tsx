import type { OwedApology } from "../../../../operations/dossiers/apologies.ts";
import { paths } from "../../../paths.ts";

/** That the promised day is over: the slip is drafted below, and with the others in the list. */
export function ApologyNotice({ owed }: { owed: OwedApology | null }) {
  if (owed === null || !owed.late || owed.draft === null) return null;
  return (
    <p class="notice warn">
      Đã quá ngày hẹn. Phiếu xin lỗi viết sẵn ở mục Xin lỗi và hẹn lại, hoặc ở trang <a href={paths.officeApologies}>Cần xin lỗi</a>.
    </p>
  );
}
