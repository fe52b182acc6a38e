import type { OpenIntake } from "../../../../operations/intake/intake-desk.ts";

/** What the officer does with what lies there. Something that is missing is the officer's to judge: the words beside say why, or what to bring. */
export function Outcome({ open, typed, missing }: { open: OpenIntake; typed: Readonly<Record<string, string>>; missing: boolean }) {
  return (
    <>
      <div class="row">
        <button type="submit" name="lam" value="nhan">
          Nhận và in giấy hẹn
        </button>
        {open.procedure.declaration ? (
          <button class="quiet" type="submit" name="lam" value="to-khai">
            {open.way.next === null ? "Xem lại tờ khai đã gõ" : "Gõ tờ khai ngay"}
          </button>
        ) : null}
      </div>
      <details open={missing}>
        <summary>Còn thiếu giấy tờ, hoặc không nhận được</summary>
        <div class="field">
          <label for="loi-nhan">Thiếu gì, vì sao</label>
          <textarea id="loi-nhan" name="loi-nhan">
            {typed["loi-nhan"] ?? ""}
          </textarea>
        </div>
        <div class="row">
          <button type="submit" name="lam" value="nhan:bo-sung">
            Nhận và yêu cầu bổ sung
          </button>
          <button class="quiet" type="submit" name="lam" value="nhan:van-nhan">
            Vẫn nhận, vì lý do trên
          </button>
          <button class="danger" type="submit" name="lam" value="nhan:khong">
            Không tiếp nhận
          </button>
        </div>
      </details>
    </>
  );
}
