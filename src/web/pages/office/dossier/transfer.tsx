import type { Dossier } from "../../../../domain/dossier/fold.ts";
import { transferWords } from "../../../../domain/dossier/transfer-words.ts";
import { ActKey } from "../../../layout/act-key.tsx";
import { moment } from "../../../layout/moment.ts";
import { paths } from "../../../paths.ts";

/** Where the dossier came from, or where it went. */
export function TransferNotice({ dossier: { transfer, transferredTo, ending } }: { dossier: Dossier }) {
  return (
    <>
      {transferredTo === null ? null : (
        <p class="notice warn">
          Đã chuyển đến {transferredTo.officeName} lúc {moment(transferredTo.at)}: {ending}. Cơ quan này chỉ còn xem lại được, không làm
          tiếp.
        </p>
      )}
      {transfer === null ? null : (
        <div class="notice">
          <p>
            Chuyển từ {transfer.officeName}: {transfer.reason}.
          </p>
          <ul>
            {transferWords(transfer).map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** The form that hands a dossier on. */
export function TransferForm({ id, offices, list }: { id: string; offices: readonly { office: string; name: string }[]; list: string }) {
  if (offices.length === 0) return null;
  return (
    <details>
      <summary>Chuyển cơ quan có thẩm quyền</summary>
      <form method="post" action={paths.officeMove(id, "transfer")}>
        <ActKey />
        <input type="hidden" name="tu" value={list} />
        <p class="hint">Mã tra cứu, ngày gửi và ngày hẹn với bà con không đổi. Chuyển rồi thì cơ quan này không làm tiếp được.</p>
        <div class="field">
          <label for="chuyen-den">Chuyển đến</label>
          <select id="chuyen-den" name="chuyen-den">
            {offices.map(({ office, name }) => (
              <option value={office}>{name}</option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="words-transfer">Vì sao nơi đó giải quyết</label>
          <textarea id="words-transfer" name="words-transfer" />
        </div>
        <button class="danger" type="submit">
          Chuyển hồ sơ
        </button>
      </form>
    </details>
  );
}
