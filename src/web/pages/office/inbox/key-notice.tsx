import { officeDay } from "../../../../base/clock.ts";
import { formatDay } from "../../../../domain/people/dates.ts";
import type { KeyWarning } from "../../../../operations/keys/keys.ts";

/** A leader hears in time that their certificate ends: a new one takes weeks. */
export function KeyNotice({ warning }: { warning: KeyWarning | null }) {
  if (warning === null) return null;
  const day = formatDay(officeDay(warning.until));
  return (
    <p class="notice warn">
      {warning.ended ? `Chứng thư số đã hết hạn ngày ${day}, chưa ký được.` : `Chứng thư số hết hạn ngày ${day}.`} Xin báo quản trị nạp
      chứng thư mới.
    </p>
  );
}
