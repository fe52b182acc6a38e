import { Hono } from "hono";
import { STATUSES } from "../../../domain/dossier/status.ts";
import { parseTypedDate } from "../../../domain/people/dates.ts";
import { accountOverview } from "../../../operations/identity/account-overview.ts";
import { createAccount, signInCitizen } from "../../../operations/identity/sign-in.ts";
import type { Problem } from "../../../operations/problems.ts";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, type Request, readForm, rememberSession } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

/** The citizen's own account: what is theirs, signing in, a new one. Nobody needs one: a slip is enough. */
export const account = new Hono<Env>()
  .get(paths.account, async (request) => {
    const { visitor, services } = request.var;
    if (visitor.kind !== "citizen") return signInPage(request, "", null);
    const { drafts, dossiers } = await accountOverview(services, visitor.account);
    return page(request, {
      title: "Hồ sơ của tôi",
      back: paths.home,
      children: (
        <>
          <h1>Hồ sơ của tôi</h1>
          <h2>Đang làm dở</h2>
          {drafts.length === 0 ? <p>Không có tờ khai nào đang dở.</p> : null}
          <ul class="cards">
            {drafts.map((draft) => (
              <li>
                <a class="card" href={paths.draft(draft.id)}>
                  <strong>{draft.name}</strong>
                  <small>Làm tiếp</small>
                </a>
              </li>
            ))}
          </ul>
          <h2>Đã gửi</h2>
          {dossiers.length === 0 ? <p>Chưa gửi hồ sơ nào.</p> : null}
          <ul class="cards">
            {dossiers.map((dossier) => (
              <li>
                <a class="card" href={paths.tracked(dossier.trackingCode)}>
                  <strong>{dossier.name}</strong>
                  <small>{STATUSES[dossier.status].words}</small>
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a href={paths.accountContact}>Đổi thư điện tử, số điện thoại</a>
          </p>
          <p>
            <a href={paths.personal}>Cơ quan đang giữ gì của tôi, ai đã xem</a>
          </p>
        </>
      ),
    });
  })
  .post(paths.account, async (request) => {
    const { so = "", secret = "" } = await readForm(request);
    const signed = await signInCitizen(request.var.services, so, secret);
    if (!signed.ok) return signInPage(request, so, signed.reason);
    rememberSession(request, signed.value);
    return request.redirect(paths.account, 303);
  })
  .get(paths.newAccount, (request) => newAccountPage(request, {}, null))
  .post(paths.newAccount, async (request) => {
    const form = await readForm(request);
    const birth = parseTypedDate(form.birthDate ?? "");
    const made = await createAccount(request.var.services, {
      name: form.name ?? "",
      identityNumber: form.identityNumber ?? "",
      phone: form.phone ?? "",
      email: form["thu-dien-tu"] ?? "",
      secret: form.secret ?? "",
      birthDate: birth.ok ? birth.value : null,
      sex: null,
      address: "",
      issuedOn: null,
    });
    if (!made.ok) return newAccountPage(request, form, made.reason);
    rememberSession(request, made.value);
    return request.redirect(paths.account, 303);
  });

function signInPage(request: Request, number: string, said: Problem | null) {
  return page(
    request,
    {
      title: "Tài khoản",
      back: paths.home,
      children: (
        <>
          <h1>Vào tài khoản của tôi</h1>
          <p>Không có tài khoản vẫn làm được: cứ bắt đầu, rồi lấy phiếu.</p>
          <ProblemSummary problem={said} />
          <form method="post" action={paths.account}>
            <TextField id="so" label="Số định danh" hint="12 chữ số trên thẻ căn cước." value={number} numeric short />
            <TextField id="secret" label="Mật khẩu" type="password" short />
            <div class="row">
              <button type="submit">Vào</button>
              <a class="button quiet" href={paths.newAccount}>
                Tạo tài khoản mới
              </a>
            </div>
          </form>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

function newAccountPage(request: Request, form: Readonly<Record<string, string>>, said: Problem | null) {
  const errors = said?.fields ?? {};
  return page(
    request,
    {
      title: "Tạo tài khoản",
      back: paths.account,
      children: (
        <>
          <h1>Tạo tài khoản</h1>
          <ProblemSummary problem={said} />
          <form method="post" action={paths.newAccount} novalidate>
            <TextField
              id="name"
              label="Họ và tên"
              hint="Như trên thẻ căn cước. Ví dụ Cao Thị Mẫu."
              value={form.name ?? ""}
              error={errors.name}
            />
            <TextField
              id="identityNumber"
              label="Số định danh"
              hint="12 chữ số trên thẻ căn cước."
              value={form.identityNumber ?? ""}
              error={errors.identityNumber}
              numeric
              short
            />
            <TextField id="birthDate" label="Ngày sinh (không bắt buộc)" hint="Ví dụ 15/8/1990" value={form.birthDate ?? ""} short />
            <TextField
              id="phone"
              label="Số điện thoại (không có thì để trống)"
              value={form.phone ?? ""}
              error={errors.phone}
              type="tel"
              short
            />
            <TextField
              id="thu-dien-tu"
              label="Thư điện tử (không có thì để trống)"
              value={form["thu-dien-tu"] ?? ""}
              error={errors["thu-dien-tu"]}
            />
            <TextField
              id="secret"
              label="Mật khẩu bà con tự chọn"
              hint="Ít nhất 8 ký tự. Một câu ngắn dễ nhớ là tốt nhất."
              error={errors.secret}
              type="password"
              autocomplete="new-password"
            />
            <div class="row">
              <button type="submit">Tạo tài khoản</button>
            </div>
          </form>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}
