import { maskContact } from "../../../domain/messages/reach.ts";
import type { TypedWish } from "../../../operations/messages/contact.ts";
import type { Problem } from "../../../operations/problems.ts";
import { TextField } from "../../layout/parts.tsx";

/** At the end of a declaration: may its person be told by message, and where. Nothing is ticked beforehand, nothing must be filled in. */
export function HowToTell(props: { phone: string; typed: Readonly<Record<string, string>>; said: Problem | null; terms: string }) {
  const { phone, typed, said, terms } = props;
  const id = "thu-dien-tu";
  return (
    <fieldset>
      <legend>Báo tin về hồ sơ này</legend>
      <MayTell terms={terms} ticked={typed["dong-y-tin"] === "yes"} />
      <p class="hint">
        {phone ? `Đồng ý thì tin gửi đến số ${maskContact(phone)}.` : "Bà con không ghi số điện thoại."} Không đồng ý thì tin chờ ở mục Tra
        cứu, người trực cũng sẽ báo.
      </p>
      <TextField id={id} label="Thư điện tử (không có thì để trống)" value={typed[id] ?? ""} error={said?.fields?.[id]} />
    </fieldset>
  );
}

/** The words and the tick under them; `ticked` only where somebody ticked it and something else on the page was wrong. */
export function MayTell({ terms, ticked }: { terms: string; ticked: boolean }) {
  return (
    <>
      <input type="hidden" name="loi-dong-y" value={terms} />
      {terms.split("\n").map((line) => (
        <p>{line}</p>
      ))}
      <label class="choice">
        <input type="checkbox" name="dong-y-tin" value="yes" checked={ticked} /> Tôi đồng ý nhận tin về hồ sơ này
      </label>
    </>
  );
}

/** What a form with these fields says. */
export function typedWish(form: Readonly<Record<string, string>>): TypedWish {
  return {
    email: form["thu-dien-tu"] ?? "",
    agreed: form["dong-y-tin"] === "yes",
    text: form["loi-dong-y"] ?? "",
    declined: form["khong-nhan"] === "yes",
  };
}
