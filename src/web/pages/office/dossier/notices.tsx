import type { Dossier } from "../../../../domain/dossier/fold.ts";
import { changeWords } from "../../../../domain/registers/entry.ts";
import { entryWords } from "../../../../domain/registers/numbering.ts";
import { money } from "../../../layout/parts.tsx";

/** What must be known before anything is done. */
export function Notices({ dossier: open }: { dossier: Dossier }) {
  return (
    <>
      {open.countersignOwed ? (
        <p class="notice warn">Người trực làm thay hồ sơ này. Xin đọc lại với giấy tờ, ký xác nhận, rồi mới tiếp nhận.</p>
      ) : null}
      {open.withdrawalAsked === null ? null : (
        <p class="notice warn">
          Bà con xin rút hồ sơ{open.withdrawalAsked ? `: ${open.withdrawalAsked}` : ""}. Xin trả lời trước khi làm tiếp.
        </p>
      )}
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
