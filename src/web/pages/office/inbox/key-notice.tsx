import { officeDay } from "../../../../base/clock.ts";
import { formatDay } from "../../../../domain/people/dates.ts";
import type { KeyWarning } from "../../../../operations/keys/keys.ts";

/** A leader hears in time that their certificate ends: a new one takes weeks. */
export function KeyNotice({ warning }: { warning: KeyWarning | null }) {
  if (warning === null) return null;
  return <p class="notice warn">{WORDS[warning.state](formatDay(officeDay(warning.until)))}</p>;
}

const WORDS = {
  "ends-soon": (day) => `Chứng thư số hết hạn ngày ${day}. Xin báo quản trị nạp chứng thư mới.`,
  ended: (day) => `Chứng thư số đã hết hạn ngày ${day}, chưa ký được. Xin báo quản trị nạp chứng thư mới.`,
  locked: () => "Khóa ký cất trong máy chủ không mở được, chưa ký được. Xin báo quản trị mở trang Chữ ký số: ở đó ghi cách làm.",
} as const satisfies Record<KeyWarning["state"], (day: string) => string>;
