import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { isUuid } from "../../../base/ids.ts";
import { CONTACT_WORDS } from "../../../domain/people/contact-words.ts";
import {
  type AccountContact,
  askChange,
  CODE_MINUTES,
  dropChange,
  proveChange,
  readContact,
} from "../../../operations/identity/change-contact.ts";
import type { Problem } from "../../../operations/problems.ts";
import type { Account } from "../../../store/records/accounts.ts";
import type { ContactKind } from "../../../store/records/contact-changes.ts";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { thisPoint } from "../../http/this-point.ts";
import { ActKey } from "../../layout/act-key.tsx";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

/** Another address of e-mail, another telephone for an account: proven by a code that goes there, told to the old one. */
export const accountContact = new Hono<Env>()
  .get(paths.accountContact, (request) => asAccount(request, (account) => contactPage(request, account, null)))
  .post(paths.accountContact, (request) =>
    asAccount(request, async (account) => {
      const form = await readForm(request);
      const what = kindOf(form.loai);
      const asked = {
        what,
        to: form[what] ?? "",
        secret: form[`mat-khau-${what}`] ?? "",
        key: isUuid(form.key ?? "") ? (form.key ?? "") : randomUUID(),
      };
      const { office } = await thisPoint(request);
      const done = await askChange(request.var.services, account, office, asked);
      return done.ok ? request.redirect(paths.accountContact, 303) : contactPage(request, account, done.reason, form);
    }),
  )
  .post(paths.accountContactCode, (request) =>
    asAccount(request, async (account) => {
      const { loai, ma = "" } = await readForm(request);
      const { office } = await thisPoint(request);
      const done = await proveChange(request.var.services, account, office, { what: kindOf(loai), code: ma });
      return done.ok ? request.redirect(paths.accountContact, 303) : contactPage(request, account, done.reason);
    }),
  )
  .post(paths.accountContactDrop, (request) =>
    asAccount(request, async (account) => {
      await dropChange(request.var.services, account, kindOf((await readForm(request)).loai));
      return request.redirect(paths.accountContact, 303);
    }),
  );

const KINDS: readonly ContactKind[] = ["email", "phone"];

function kindOf(word: string | undefined): ContactKind {
  return word === "phone" ? "phone" : "email";
}

/** Whoever is not signed in signs in first. */
async function asAccount(request: Request, handle: (account: Account) => Promise<Response>): Promise<Response> {
  const { visitor } = request.var;
  return visitor.kind === "citizen" ? handle(visitor.account) : request.redirect(paths.account, 303);
}

async function contactPage(request: Request, account: Account, said: Problem | null, typed: Record<string, string> = {}) {
  const { office } = await thisPoint(request);
  const contact = await readContact(request.var.services, account, office);
  return page(
    request,
    {
      title: "Nơi nhận tin",
      back: paths.account,
      children: (
        <>
          <h1>Thư điện tử, số điện thoại của tôi</h1>
          <p>Đổi sang nơi mới thì máy gửi mã đến đó; gõ mã vào đây là xong. Nơi cũ được báo để bà con biết nếu có người khác đổi.</p>
          <ProblemSummary problem={said} />
          {KINDS.map((what) => (
            <OneContact what={what} contact={contact} said={typed.loai === what ? said : null} typed={typed.loai === what ? typed : {}} />
          ))}
          <p class="hint">Số ghi trong tờ khai đã gửi không đổi theo. Muốn sửa trong hồ sơ thì báo cán bộ.</p>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

interface OneProps {
  what: ContactKind;
  contact: AccountContact;
  said: Problem | null;
  typed: Record<string, string>;
}

function OneContact({ what, contact, said, typed }: OneProps) {
  const { title } = CONTACT_WORDS[what];
  const waiting = contact.waiting[what];
  return (
    <section class="panel" aria-labelledby={`dang-dung-${what}`}>
      <h2 id={`dang-dung-${what}`}>{title}</h2>
      <p>{contact[what] === "" ? "Chưa có." : `Đang dùng: ${contact[what]}`}</p>
      {waiting ? (
        <Code what={what} to={waiting} notSent={contact.notSent} />
      ) : (
        <Ask what={what} has={contact[what] !== ""} errors={said?.fields ?? {}} typed={typed} />
      )}
    </section>
  );
}

function Ask(props: { what: ContactKind; has: boolean; errors: Readonly<Record<string, string>>; typed: Record<string, string> }) {
  const { what, has, errors, typed } = props;
  const { name } = CONTACT_WORDS[what];
  return (
    <form method="post" action={paths.accountContact}>
      <input type="hidden" name="loai" value={what} />
      <ActKey />
      <TextField
        id={what}
        label={has ? `Đổi sang ${name}` : `Thêm ${name}`}
        {...(has ? { hint: "Để trống là bỏ, không dùng nữa." } : {})}
        value={typed[what] ?? ""}
        error={errors[what]}
        type={what === "phone" ? "tel" : "text"}
        short={what === "phone"}
      />
      <TextField
        id={`mat-khau-${what}`}
        label="Mật khẩu của tài khoản"
        error={errors[`mat-khau-${what}`]}
        type="password"
        short
        autocomplete="current-password"
      />
      <button type="submit">Gửi mã</button>
    </form>
  );
}

function Code({ what, to, notSent }: { what: ContactKind; to: string; notSent: boolean }) {
  return (
    <>
      <form method="post" action={paths.accountContactCode}>
        <input type="hidden" name="loai" value={what} />
        <p class="notice">
          {notSent ? `Bản thực hành không gửi đi: mã đến ${to} nằm ở trang Tin đã gửi của cơ quan.` : `Đã gửi mã đến ${to}.`} Mã dùng được
          trong {CODE_MINUTES} phút.
        </p>
        <TextField id="ma" label="Mã 6 số" numeric short autocomplete="one-time-code" />
        <button type="submit">Xác nhận</button>
      </form>
      <form method="post" action={paths.accountContactDrop}>
        <input type="hidden" name="loai" value={what} />
        <button class="plain" type="submit">
          Thôi, không đổi
        </button>
      </form>
    </>
  );
}
