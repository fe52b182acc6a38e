import { Hono } from "hono";
import { giveConsent, takeConsentBack } from "../../../operations/privacy/consents.ts";
import { gather } from "../../../operations/privacy/gather.ts";
import { type ProvenPerson, personOf, proveDossier } from "../../../operations/privacy/person.ts";
import { askOnPage } from "../../../operations/privacy/requests.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, type Request, readForm, rememberSession } from "../../http/request.ts";
import { thisPoint } from "../../http/this-point.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { Consents } from "./consents.tsx";
import { HowLong, KeptDossiers, KeptDrafts, WithoutConsent } from "./kept.tsx";
import { AskForm, Requests } from "./requests.tsx";
import { ToldThem } from "./told-them.tsx";

/** "Dữ liệu của bà con": what is kept, why, how long, who looked, what was agreed to; and what somebody can ask. For whoever proved who they are. */
export const personal = new Hono<Env>()
  .get(paths.personal, async (request) => personalPage(request, null))
  .post(paths.personal, async (request) => {
    const { ma = "", so = "" } = await readForm(request);
    const proven = await proveDossier(request.var.services, request.var.visitor, { code: ma, secret: so });
    if (!proven.ok) return provePage(request, ma, proven.reason);
    rememberSession(request, proven.value.token);
    return request.redirect(paths.personal, 303);
  })
  .post(paths.personalConsents, (request) =>
    asPerson(request, async (person) => {
      const form = await readForm(request);
      const given = await giveConsent(request.var.services, request.var.visitor, person, {
        purpose: form.purpose ?? "",
        dossier: form.dossier ?? null,
        agreed: form["dong-y"] === "yes",
        text: form.text ?? "",
        whom: form.whom ?? "self",
        childAgreed: form.chau === "yes",
      });
      return given.ok ? request.redirect(`${paths.personal}#dong-y`, 303) : personalPage(request, given.reason, form);
    }),
  )
  .post("/du-lieu/dong-y/:consent/rut", (request) =>
    asPerson(request, async (person) => {
      const taken = await takeConsentBack(request.var.services, person, request.req.param("consent"));
      return taken.ok ? request.redirect(`${paths.personal}#dong-y`, 303) : personalPage(request, taken.reason);
    }),
  )
  .post(paths.personalRequests, (request) =>
    asPerson(request, async (person) => {
      const form = await readForm(request);
      const asked = await askOnPage(request.var.services, person, {
        kind: form.kind ?? "",
        words: form.words ?? "",
        key: form.key ?? "",
        dossier: form.dossier ?? null,
      });
      return asked.ok ? request.redirect(`${paths.personal}#yeu-cau`, 303) : personalPage(request, asked.reason, form);
    }),
  );

/** Lets only somebody through who proved who they are. */
export async function asPerson(request: Request, handle: (person: ProvenPerson) => Promise<Response>): Promise<Response> {
  const { office } = await thisPoint(request);
  const person = await personOf(request.var.services, request.var.visitor, office);
  return person ? handle(person) : provePage(request, "", problem("person-unproven"));
}

function provePage(request: Request, code: string, said: Problem | null) {
  return page(
    request,
    {
      title: "Dữ liệu của bà con",
      back: paths.home,
      children: (
        <>
          <h1>Dữ liệu của bà con</h1>
          <p>Xem cơ quan đang giữ gì của mình, để làm gì, đến bao giờ, ai đã xem; đồng ý hay rút lời đồng ý; nhờ sửa, nhờ xóa.</p>
          <ProblemSummary problem={said} />
          <form method="post" action={paths.personal}>
            <TextField id="ma" label="Mã tra cứu" hint="Mười chữ và số trên giấy tiếp nhận." value={code} short />
            <TextField id="so" label="Bốn số bí mật trên phiếu" type="password" numeric short />
            <div class="row">
              <button type="submit">Xem</button>
              <a class="button quiet" href={paths.account}>
                Tôi có tài khoản
              </a>
            </div>
          </form>
          <p>Không có phiếu, không có điện thoại: mang thẻ căn cước đến điểm hỗ trợ hoặc quầy một cửa, người trực ghi giúp yêu cầu.</p>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

export async function personalPage(request: Request, said: Problem | null, typed: Record<string, string> = {}): Promise<Response> {
  const { services, visitor } = request.var;
  const { office } = await thisPoint(request);
  const person = await personOf(services, visitor, office);
  if (!person) return provePage(request, "", said);
  const kept = await gather(services, person);
  return page(
    request,
    {
      title: "Dữ liệu của bà con",
      back: person.account ? paths.account : paths.home,
      children: (
        <>
          <h1>Dữ liệu của bà con</h1>
          <ProblemSummary problem={said} />
          <h2>Cơ quan đang giữ gì</h2>
          <KeptDossiers dossiers={kept.dossiers} />
          <KeptDrafts drafts={kept.drafts} />
          <ToldThem kept={kept} />
          <HowLong retention={services.retention} />
          <form method="post" action={paths.personalCopy} class="row">
            <button class="quiet" type="submit">
              Tải bản sao tất cả (tệp ZIP)
            </button>
          </form>
          <p class="hint">Trong tệp có một trang để đọc, và dữ liệu để máy khác đọc được. Ở máy chung thì đừng để tệp lại.</p>
          <WithoutConsent />
          <Consents person={person} kept={kept} terms={services.consents} typed={typed} />
          <Requests requests={kept.requests} />
          <AskForm dossiers={kept.dossiers} typed={typed} />
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}
