import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { isOpen } from "../../../domain/dossier/moves.ts";
import type { Answers } from "../../../domain/forms/answers.ts";
import { type KnownPeople, knownFor } from "../../../domain/forms/fill.ts";
import { journey, keysOf, type Step } from "../../../domain/forms/journey.ts";
import { parseContext, procedureOf } from "../../../operations/context.ts";
import { declarationOwed } from "../../../operations/dossiers/declaration-owed.ts";
import { type DeskDossier, openAtDesk } from "../../../operations/dossiers/desk.ts";
import { enterDeclaration } from "../../../operations/dossiers/enter-declaration.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import type { Problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { ActKey } from "../../layout/act-key.tsx";
import { FormField } from "../../layout/fields.tsx";
import { page } from "../../layout/page.tsx";
import { ProblemSummary } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { PaperView } from "./dossier/contents.tsx";

/** Typing a declaration on paper into its dossier: all questions on one page, the scanned paper beside them. */
export const declarationForm = new Hono<Env>()
  .get("/mot-cua/:id/to-khai", (request) =>
    asStaff(request, ["officer"], (member) => formPage(request, member, request.req.param("id"), null, null)),
  )
  .post("/mot-cua/:id/to-khai", (request) =>
    asStaff(request, ["officer"], async (member) => {
      const { services } = request.var;
      const id = request.req.param("id");
      const opened = await openAtDesk(services, member, id, "declaration");
      if (!opened.ok) return refused(request, opened.reason, paths.office);
      const { key: act = randomUUID(), lam, ...typed } = await readForm(request);
      const by = { actor: { role: member.role, id: member.staff, name: member.name }, key: `enter-declaration:${act}` };
      const entered = await enterDeclaration(services, opened.value.key, by, typed);
      if (!entered.ok) return formPage(request, member, id, typed, entered.reason);
      const owed = declarationOwed(services, entered.value).length > 0;
      return request.redirect(owed || lam === "them" ? paths.officeDeclarationForm(id) : paths.officeDossier(id), 303);
    }),
  );

async function formPage(request: Request, member: StaffMember, id: string, typed: Answers | null, said: Problem | null): Promise<Response> {
  const { services } = request.var;
  const opened = await openAtDesk(services, member, id, "declaration");
  if (!opened.ok) return refused(request, opened.reason, paths.office);
  const { dossier } = opened.value;
  const procedure = procedureOf(services, dossier.procedure.code, dossier.procedure.version);
  if (!procedure?.declaration || !isOpen(dossier, "enter-declaration"))
    return said ? refused(request, said, paths.officeDossier(id)) : request.redirect(paths.officeDossier(id), 303);
  const answers = { ...dossier.answers, ...typed };
  const { steps } = journey(procedure, answers, parseContext(services));
  const owed = declarationOwed(services, dossier);
  return page(
    request,
    {
      title: "Nhập tờ khai giấy",
      desk: true,
      back: paths.officeDossier(id),
      scripts: ["combo.js"],
      children: (
        <>
          <h1>Nhập tờ khai giấy: {dossier.applicant.name}</h1>
          <ProblemSummary problem={said} />
          {owed.length > 0 ? (
            <p class="notice">
              Kết quả còn cần {owed.length} câu: {owed.slice(0, SHOWN).join("; ")}
              {owed.length > SHOWN ? "; …" : "."} Câu chưa rõ thì để trống, nhập sau.
            </p>
          ) : null}
          <div class="two">
            <form method="post" novalidate>
              <ActKey />
              <Questions
                steps={steps}
                answers={answers}
                said={said}
                request={request}
                known={{ applicant: dossier.applicant, cards: {} }}
              />
              <div class="row">
                <button type="submit">Ghi vào hồ sơ</button>
                <button class="quiet" type="submit" name="lam" value="them">
                  Ghi và xem câu tiếp theo
                </button>
              </div>
            </form>
            <Scanned opened={opened.value} />
          </div>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

/** Of what is owed, so many questions are named. */
const SHOWN = 6;

function Questions(props: { steps: readonly Step[]; answers: Answers; said: Problem | null; request: Request; known: KnownPeople }) {
  const { steps, answers, said, request, known } = props;
  const { services } = request.var;
  const titles = [...new Set(steps.map((step) => step.section.title))];
  return (
    <>
      {titles.map((title) => (
        <section aria-label={title}>
          <h2>{title}</h2>
          {steps
            .filter((step) => step.section.title === title)
            .flatMap((step) => step.fields)
            .map((field) => (
              <FormField
                field={{ ...field, ask: field.label }}
                values={
                  keysOf(field).some((key) => answers[key] !== undefined) ? answers : knownFor(field, answers, known, services.lists, "")
                }
                error={said?.fields?.[field.id]}
                pickers={services.pickers}
                alone={false}
                filled={false}
              />
            ))}
        </section>
      ))}
    </>
  );
}

/** The declaration on paper where it was scanned, otherwise the first paper that was. */
function Scanned({ opened: { key, dossier } }: { opened: DeskDossier }) {
  const paper = dossier.papers.find(({ paper: id }) => id === "to-khai-giay") ?? dossier.papers[0];
  return (
    <section class="stick" aria-label="Bản quét">
      {paper ? <PaperView id={key.dossier} paper={paper} /> : <p class="notice">Tờ khai chưa quét. Xin gõ theo bản giấy.</p>}
    </section>
  );
}
