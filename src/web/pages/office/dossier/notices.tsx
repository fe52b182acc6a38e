import { officeDay } from "../../../../base/clock.ts";
import type { Dossier } from "../../../../domain/dossier/fold.ts";
import { dayWithWeekday } from "../../../../domain/people/dates.ts";
import { changeWords } from "../../../../domain/registers/entry.ts";
import { entryWords } from "../../../../domain/registers/numbering.ts";
import { money } from "../../../layout/parts.tsx";

interface NoticesProps {
  readonly dossier: Dossier;
  /** So many answers that the result needs have not been typed in from the paper. */
  readonly declarationOwed: number;
  readonly now: Date;
}

/** What is missing, who is waited for, and what must be answered before anything else is done. */
export function Notices({ dossier: open, declarationOwed, now }: NoticesProps) {
  const today = officeDay(now);
  return (
    <>
      {declarationOwed > 0 ? (
        <p class="notice warn">Tờ khai giấy chưa nhập đủ: kết quả còn cần {declarationOwed} câu. Nhập xong mới trình ký được.</p>
      ) : null}
      {open.countersignOwed ? (
        <p class="notice warn">Người trực làm thay hồ sơ này. Xin đọc lại với giấy tờ, ký xác nhận, rồi mới tiếp nhận.</p>
      ) : null}
      {open.withdrawalAsked === null ? null : (
        <p class="notice warn">
          Bà con xin rút hồ sơ{open.withdrawalAsked ? `: ${open.withdrawalAsked}` : ""}. Xin trả lời trước khi làm tiếp.
        </p>
      )}
      {open.owed ? (
        <div class="notice">
          <p>Đang chờ bà con bổ sung{open.owed.words ? `: ${open.owed.words}` : ""}. Thời hạn đang tạm dừng.</p>
          {open.owed.reasons.length + open.owed.asked.length > 0 ? (
            <ul>
              {open.owed.asked.map(({ name }) => (
                <li>{name}</li>
              ))}
              {open.owed.reasons.map((reason) => (
                <li>{reason}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
      {open.questions
        .filter(({ answer }) => answer === null)
        .map(({ of, due }) => (
          <p class={due.day < today ? "notice warn" : "notice"}>
            Đang chờ {of.name || of.officeName} trả lời, hạn {dayWithWeekday(due.day)}
            {due.day < today ? ": đã quá hạn" : ""}. <a href="#hoi-y-kien">Xem câu hỏi</a>
          </p>
        ))}
      {open.feeOwed ? (
        <p class="notice">
          Đang chờ nộp {money(open.feeOwed.amountDong)}: {open.feeOwed.words}. Thời hạn đang tạm dừng.
        </p>
      ) : null}
      {open.entry ? (
        <p class="notice">
          Về {open.entry.of.name}, {entryWords(open.entry.of)}. {open.entry.changes.map((change) => `${changeWords(change)}. `)}
        </p>
      ) : null}
      {open.ending ? <p class="notice warn">Lý do: {open.ending}</p> : null}
    </>
  );
}
