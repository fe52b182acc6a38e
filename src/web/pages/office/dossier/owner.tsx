import type { Owner as OwnerOf } from "../../../../domain/dossier/work.ts";
import type { StaffMember } from "../../../../operations/identity/member.ts";
import { ActKey } from "../../../layout/act-key.tsx";
import { paths } from "../../../paths.ts";

interface OwnerProps {
  readonly id: string;
  readonly owner: OwnerOf | null;
  readonly officers: readonly { staff: string; name: string }[];
  readonly member: StaffMember;
  readonly list: string;
  /** It can become somebody else's now. */
  readonly may: boolean;
}

/** Whose work it is, and how it becomes mine or a colleague's. From another's hands it goes only with a word. */
export function Owner({ id, owner, officers, member, list, may }: OwnerProps) {
  const mine = owner?.id === member.staff;
  return (
    <section class="owner" aria-label="Hồ sơ này của ai">
      <small>Của ai</small>
      <strong>{owner === null ? "Chưa ai nhận việc này" : mine ? "Việc của tôi" : `Việc của ${owner.name}`}</strong>
      {may ? <Changes id={id} owner={owner} officers={officers} member={member} list={list} /> : null}
    </section>
  );
}

function Changes({ id, owner, officers, member, list }: Omit<OwnerProps, "may">) {
  const mine = owner?.id === member.staff;
  const others = officers.filter(({ staff }) => staff !== member.staff && staff !== owner?.id);
  return (
    <>
      {member.role === "officer" && owner === null ? (
        <form method="post" action={paths.officeMove(id, "assign")}>
          <Hidden list={list} />
          <button class="quiet" type="submit" name="cho" value={member.staff} data-key="v" aria-keyshortcuts="v">
            Nhận việc <kbd>v</kbd>
          </button>
        </form>
      ) : null}
      {member.role === "officer" && owner !== null && !mine ? (
        <details>
          <summary data-key="v" aria-keyshortcuts="v">
            Nhận việc từ {owner.name} <kbd>v</kbd>
          </summary>
          <form method="post" action={paths.officeMove(id, "assign")}>
            <Hidden list={list} />
            <input type="hidden" name="cho" value={member.staff} />
            <Word id="loi-nhan" label={`Lời cho ${owner.name}`} />
            <button type="submit">Nhận việc</button>
          </form>
        </details>
      ) : null}
      {others.length > 0 ? (
        <details>
          <summary data-key="g" aria-keyshortcuts="g">
            Giao cho người khác <kbd>g</kbd>
          </summary>
          <form method="post" action={paths.officeMove(id, "assign")}>
            <Hidden list={list} />
            <div class="field">
              <label for="cho">Giao cho</label>
              <select id="cho" name="cho">
                {others.map(({ staff, name }) => (
                  <option value={staff}>{name}</option>
                ))}
              </select>
            </div>
            <Word id="loi-giao" label={owner === null ? "Lời nhắn (không bắt buộc)" : "Lời nhắn"} />
            <button type="submit">Giao việc</button>
          </form>
        </details>
      ) : null}
    </>
  );
}

function Hidden({ list }: { list: string }) {
  return (
    <>
      <ActKey />
      <input type="hidden" name="tu" value={list} />
    </>
  );
}

function Word({ id, label }: { id: string; label: string }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input type="text" id={id} name="loi" autocomplete="off" />
    </div>
  );
}
