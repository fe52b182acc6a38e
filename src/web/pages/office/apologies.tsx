import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { parseTypedDate } from "../../../domain/people/dates.ts";
import {
  apologiesOwed,
  type OwedApology,
  previewApologies,
  signApologies,
  type WantedApology,
} from "../../../operations/dossiers/apologies.ts";
import type { Outcome } from "../../../operations/dossiers/many.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, type Request, readFormData } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";
import { Cards } from "./apologies/cards.tsx";
import { Preview, Signed } from "./apologies/preview.tsx";
import type { TypedApology } from "./apology-fields.tsx";

/** Dossiers for which an apology is owed: each slip drafted, one signed by a tap, many after they were looked at. */
export const apologyPages = new Hono<Env>()
  .get(paths.officeApologies, (request) => asStaff(request, ["officer"], (member) => listPage(request, member)))
  .post(paths.officeApologiesPreview, (request) =>
    asStaff(request, ["officer"], async (member) => {
      const form = await readFormData(request);
      const wanted = form.getAll("hs").map((id) => wantedOf(form, String(id)));
      const previewed = await previewApologies(request.var.services, member, wanted);
      if (!previewed.ok) return listPage(request, member, { said: previewed.reason, form });
      return page(request, {
        title: "Xem trước phiếu xin lỗi",
        desk: true,
        back: paths.officeApologies,
        children: <Preview previewed={previewed.value} actKey={keyOf(form)} />,
      });
    }),
  )
  .post(paths.officeApologiesSign, (request) =>
    asStaff(request, ["officer"], async (member) => {
      const form = await readFormData(request);
      const one = String(form.get("mot") ?? "");
      const ids = one === "" ? form.getAll("hs").map(String) : [one];
      if (ids.length === 0) return listPage(request, member, { said: problem("nothing-chosen"), form });
      const wanted = ids.map((id) => wantedOf(form, id));
      const outcomes = await signApologies(request.var.services, member, wanted, keyOf(form));
      return listPage(request, member, { outcomes, form });
    }),
  );

interface Said {
  readonly said?: Problem;
  readonly outcomes?: readonly Outcome[];
  /** What was typed stays on the page. */
  readonly form?: FormData;
}

async function listPage(request: Request, member: StaffMember, { said, outcomes = [], form }: Said = {}) {
  const { owed, more } = await apologiesOwed(request.var.services, member);
  const failed = outcomes.some(({ problem: why }) => why !== null);
  return page(
    request,
    {
      title: `Cần xin lỗi: ${owed.length} hồ sơ`,
      desk: true,
      back: homeOf(member),
      children: (
        <>
          <h1>Cần xin lỗi</h1>
          <ProblemSummary problem={said ?? null} />
          <Signed outcomes={outcomes} names={namesOf(owed)} />
          <p>
            Hồ sơ đã quá ngày hẹn, hoặc hết hôm nay sẽ quá. Phiếu viết sẵn theo nhật ký; xin đọc lại, sửa chỗ chưa đúng rồi ký. Hồ sơ đang
            chờ bà con không có ở đây.
          </p>
          {more ? <p class="notice">Còn nữa; trang này cho thấy những hồ sơ trễ lâu nhất.</p> : null}
          <Cards owed={owed} typed={(id) => (form ? typedOf(form, id) : null)} actKey={randomUUID()} />
        </>
      ),
    },
    said ? STATUS_OF[said.code] : failed ? 422 : 200,
  );
}

function namesOf(owed: readonly OwedApology[]): ReadonlyMap<string, string> {
  return new Map(owed.map(({ key, dossier }) => [key.dossier, dossier.applicant.name]));
}

function keyOf(form: FormData): string {
  return String(form.get("key") ?? "") || randomUUID();
}

/** The fields of one slip among many; null where the form has none of it. */
function typedOf(form: FormData, id: string): TypedApology | null {
  const day = form.get(`ngay-${id}`);
  if (typeof day !== "string") return null;
  return { day, reasons: form.getAll(`ly-do-${id}`).map(String), words: String(form.get(`loi-${id}`) ?? "") };
}

function wantedOf(form: FormData, id: string): WantedApology {
  const { day: written = "", reasons = [], words = "" } = typedOf(form, id) ?? {};
  const day = parseTypedDate(written);
  return { dossier: id, day: day.ok ? day.value : "", reasons, words };
}
