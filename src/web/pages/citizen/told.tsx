import { MESSAGE_KINDS } from "../../../domain/messages/kinds.ts";
import { type Contact, maskContact } from "../../../domain/messages/reach.ts";
import type { Told } from "../../../operations/messages/told.ts";
import { moment } from "../../layout/moment.ts";
import { TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { MayTell } from "./how-to-tell.tsx";

/** Every message about the dossier, whether or not one was sent: it waits here for whoever has no phone. */
export function ToldBox({ told }: { told: readonly Told[] }) {
  if (told.length === 0) return null;
  const [last, ...before] = told;
  return (
    <section class="panel" id="tin" aria-labelledby="tin-cho-ba-con">
      <h2 id="tin-cho-ba-con">Tin cho bà con</h2>
      {last ? <One one={last} /> : null}
      {before.length > 0 ? (
        <details>
          <summary>Tin trước ({before.length})</summary>
          {before.map((one) => (
            <One one={one} />
          ))}
        </details>
      ) : null}
    </section>
  );
}

function One({ one }: { one: Told }) {
  return (
    <p>
      <strong>{MESSAGE_KINDS[one.kind].words}</strong> <small>{moment(one.at)}</small>
      <br />
      {one.words}
    </p>
  );
}

/** By which way messages go, and how to change, allow or stop that. What is known is shown masked, and only to the person whose it is. */
export function Wish({ code, contact, terms }: { code: string; contact: Contact | null; terms: string }) {
  return (
    <details>
      <summary>Nhận tin bằng điện thoại hay thư điện tử</summary>
      {contact === null ? null : <p>{goesWhere(contact)}</p>}
      <form method="post" action={paths.trackedWish(code)}>
        {contact === null ? <TextField id="so-tin" label="Bốn số bí mật trên phiếu" type="password" numeric short /> : null}
        {contact && mayMessageNow(contact) ? null : <MayTell terms={terms} ticked={false} />}
        <TextField id="thu-dien-tu" label="Thư điện tử" hint="Không có thì để trống." value={contact?.email ?? ""} />
        {contact && !mayMessageNow(contact) ? null : (
          <label class="check">
            <input type="checkbox" name="khong-nhan" value="yes" /> Đừng nhắn tin cho tôi về hồ sơ này nữa
          </label>
        )}
        <button class="quiet" type="submit">
          Lưu
        </button>
      </form>
    </details>
  );
}

function mayMessageNow({ agreed, declined }: Contact): boolean {
  return agreed && !declined;
}

function goesWhere(contact: Contact): string {
  if (contact.declined) return "Bà con đã chọn không nhận tin. Tin vẫn hiện ở trang này.";
  if (!contact.agreed) return "Bà con chưa đồng ý nhận tin nên cơ quan không nhắn. Tin hiện ở trang này, người trực cũng sẽ báo.";
  const ways = [contact.phone, contact.email].flatMap((to) => (to === null ? [] : [maskContact(to)]));
  return ways.length > 0
    ? `Tin về hồ sơ này gửi đến: ${ways.join(", ")}.`
    : "Chưa có số điện thoại hay thư điện tử nào. Tin hiện ở trang này, người trực cũng sẽ báo.";
}
