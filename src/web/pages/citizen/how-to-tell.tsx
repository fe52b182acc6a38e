import { maskContact } from "../../../domain/messages/reach.ts";
import type { Problem } from "../../../operations/problems.ts";
import { TextField } from "../../layout/parts.tsx";

/** At the end of a declaration: by which way its person hears of it, and how to say no. Nothing here must be filled in. */
export function HowToTell({ phone, typed, said }: { phone: string; typed: Readonly<Record<string, string>>; said: Problem | null }) {
  const id = "thu-dien-tu";
  return (
    <fieldset>
      <legend>Báo tin về hồ sơ này</legend>
      <p class="hint">
        {phone ? `Tin gửi đến số ${maskContact(phone)}.` : "Bà con không ghi số điện thoại. Tin chờ ở mục Tra cứu, người trực cũng sẽ báo."}{" "}
        Chỉ dùng cho hồ sơ này.
      </p>
      <TextField id={id} label="Thư điện tử (không có thì để trống)" value={typed[id] ?? ""} error={said?.fields?.[id]} />
      <label class="check">
        <input type="checkbox" name="khong-nhan" value="yes" checked={typed["khong-nhan"] === "yes"} /> Đừng nhắn tin cho tôi
      </label>
    </fieldset>
  );
}
