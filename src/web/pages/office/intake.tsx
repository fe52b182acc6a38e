import { Hono } from "hono";
import { INTAKE_FIELDS } from "../../../domain/dossier/intake-form.ts";
import { type Card, parseCard } from "../../../domain/people/card.ts";
import { formatDay } from "../../../domain/people/dates.ts";
import { sayCardProblem } from "../../../domain/people/problems.ts";
import type { IntakeOutcome } from "../../../operations/dossiers/lodge-paper.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { beginIntake } from "../../../operations/intake/begin-intake.ts";
import { findForIntake, keepTyped, type OpenIntake, openIntake } from "../../../operations/intake/intake-desk.ts";
import { lodgeIntake } from "../../../operations/intake/lodge-intake.ts";
import { machineAt } from "../../../operations/offices/machines.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm, readMachine } from "../../http/request.ts";
import { paths } from "../../paths.ts";
import { intakePage, type Said } from "./intake/page.tsx";
import { takenInPage } from "./intake/taken-in.tsx";

type Typed = Readonly<Record<string, string>>;

/**
 * Taking in a dossier on paper at the desk: one page. Whatever is pressed first keeps what was typed; the card is read and the procedure found by the same press,
 * and from then on the page is of that procedure, with its papers.
 */
export const intake = new Hono<Env>()
  .get(paths.officeIntake, (request) =>
    asStaff(request, ["officer"], (member) => intakePage(request, member, { typed: {}, open: null }, nothing)),
  )
  .post(paths.officeIntake, (request) => asStaff(request, ["officer"], (member) => begin(request, member)))
  .get("/mot-cua/nhan-ho-so/:intake", (request) =>
    asStaff(request, ["officer"], async (member) => {
      const open = await openIntake(request.var.services, request.var.visitor, request.req.param("intake"));
      if (!open.ok) return refused(request, open.reason, paths.office);
      if (open.value.draft.lodgedDossier) return request.redirect(paths.officeDossier(open.value.draft.lodgedDossier), 303);
      return intakePage(request, member, { typed: open.value.typed, open: open.value }, nothing);
    }),
  )
  .post("/mot-cua/nhan-ho-so/:intake", (request) =>
    asStaff(request, ["officer"], (member) => goOn(request, member, request.req.param("intake"))),
  );

const nothing: Said = { problem: null, others: [] };

/** Nothing is kept on the server before the procedure is known: the page itself carries what was typed. */
async function begin(request: Request, member: StaffMember): Promise<Response> {
  const { typed, said } = withCard(request, await readForm(request));
  const { procedure, others, problem: unfound } = await procedureOf(request, member, typed);
  if (!procedure) return intakePage(request, member, { typed, open: null }, { problem: said ?? unfound, others });
  const id = await beginIntake(request.var.services, member, procedure, { ...typed, tim: procedure.name });
  const open = await openIntake(request.var.services, request.var.visitor, id);
  if (!open.ok) return refused(request, open.reason, paths.office);
  await keepTyped(request.var.services, open.value, { ...typed, tim: procedure.name });
  if (said === null && others.length === 0) return request.redirect(paths.officeIntakeOf(id), 303);
  return intakePage(request, member, { typed: { ...typed, tim: procedure.name }, open: open.value }, { problem: said, others });
}

async function goOn(request: Request, member: StaffMember, id: string): Promise<Response> {
  const { services, visitor } = request.var;
  const { typed, said } = withCard(request, await readForm(request));
  const before = await openIntake(services, visitor, id);
  if (!before.ok) return refused(request, before.reason, paths.office);
  const { lodgedDossier } = before.value.draft;
  const { lam = "" } = typed;
  if (lodgedDossier)
    return lam.startsWith("nhan")
      ? takeIn(request, member, before.value, typed)
      : request.redirect(paths.officeDossier(lodgedDossier), 303);
  if (typed["thu-tuc"] || typed.tim !== before.value.procedure.name) {
    const other = await procedureOf(request, member, typed);
    if (!other.procedure) return intakePage(request, member, { typed, open: before.value }, other);
    if (other.procedure.code !== before.value.procedure.code) return begin(request, member);
  }
  await keepTyped(services, before.value, typed);
  const open = await openIntake(services, visitor, id);
  if (!open.ok) return refused(request, open.reason, paths.office);
  const [what, paper = ""] = lam.split(":");
  if (what === "giay" && open.value.procedure.papers.some((candidate) => candidate.id === paper))
    return request.redirect(paths.draftPaper(id, paper), 303);
  if (what === "to-khai") return request.redirect(`${paths.draft(id)}?bo-qua=1`, 303);
  if (what === "nhan" && said === null) return takeIn(request, member, open.value, typed);
  return intakePage(request, member, { typed, open: open.value }, { problem: said, others: [] });
}

async function takeIn(request: Request, member: StaffMember, open: OpenIntake, typed: Typed): Promise<Response> {
  const machine = await machineAt(request.var.services, readMachine(request));
  const point = machine?.office === member.office ? machine.point : null;
  const lodged = await lodgeIntake(request.var.services, member, open, typed, { point, outcome: outcomeOf(typed) });
  return lodged.ok
    ? takenInPage(request, member, lodged.value)
    : intakePage(request, member, { typed, open }, { problem: lodged.reason, others: [] });
}

function outcomeOf(typed: Typed): IntakeOutcome {
  const words = (typed["loi-nhan"] ?? "").trim();
  if (typed.lam === "nhan:bo-sung") return { kind: "request-supplement", reasons: [], words };
  if (typed.lam === "nhan:khong") return { kind: "decline", reason: words };
  return { kind: "accept", because: typed.lam === "nhan:van-nhan" ? words : "" };
}

/** A card that was scanned fills in the person; text that is none stays out of the way, and what was typed stays. */
function withCard(request: Request, form: Typed): { typed: Typed; said: Problem | null } {
  const { the = "", ...typed } = form;
  if (the.trim() === "") return { typed, said: null };
  const card = parseCard(the, request.var.services.lists.isProvinceOfIdentityNumber);
  if (!card.ok) return { typed, said: problem("answers-refused", { fields: { the: card.reason.map(sayCardProblem).join(" ") } }) };
  return { typed: { ...typed, ...personOf(card.value) }, said: null };
}

function personOf(card: Card): Typed {
  return {
    [INTAKE_FIELDS.name]: card.name,
    [INTAKE_FIELDS.identityNumber]: card.identityNumber,
    [INTAKE_FIELDS.birthDate]: formatDay(card.birthDate),
    [INTAKE_FIELDS.address]: card.address,
  };
}

/** The procedure that was picked or typed, and what else the words may mean. */
async function procedureOf(request: Request, member: StaffMember, typed: Typed) {
  const words = typed["thu-tuc"] || (typed.tim ?? "");
  if (words.trim() === "")
    return { procedure: null, others: [], problem: wrongProcedure(typed.lam === "tiep" ? "Xin gõ tên thủ tục, ví dụ khai sinh." : null) };
  const { here, elsewhere } = await findForIntake(request.var.services, member, words);
  const procedure = elsewhere ? null : (here[0] ?? null);
  const rest = here.filter((candidate) => candidate !== procedure);
  const sentence = elsewhere
    ? `${elsewhere.name} không nộp ở cơ quan này. Nơi nộp: ${elsewhere.words.whereToFile.trim()}`
    : "Chưa thấy thủ tục này. Xin gõ cách khác, ví dụ khai sinh, sao y.";
  const exact = procedure !== null && (typed["thu-tuc"] !== undefined || procedure.name.toLowerCase() === words.trim().toLowerCase());
  return { procedure, others: exact ? [] : rest.slice(0, OTHERS), problem: procedure ? null : wrongProcedure(sentence) };
}

const OTHERS = 4;

function wrongProcedure(sentence: string | null): Problem | null {
  return sentence === null ? null : problem("answers-refused", { fields: { tim: sentence } });
}
