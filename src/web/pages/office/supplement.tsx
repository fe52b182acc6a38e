import { Hono } from "hono";
import { SLIP_NAMES } from "../../../domain/slips/forms.ts";
import { type DeskDossier, openAtDesk } from "../../../operations/dossiers/desk.ts";
import { drawSlip, slipsOf } from "../../../operations/dossiers/slips.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { keepSupplement } from "../../../operations/supplements/keep-supplement.ts";
import { type OpenSupplement, openSupplement } from "../../../operations/supplements/supplement-desk.ts";
import { takeSupplement } from "../../../operations/supplements/take-supplement.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { paths } from "../../paths.ts";
import { sendToPrinter } from "../citizen/print-order.tsx";
import { supplementPage } from "./supplement/page.tsx";
import { supplementedPage } from "./supplement/supplemented.tsx";

/**
 * Papers that a citizen brings to the counter for a dossier that waits for them. Whatever is pressed first keeps what was typed; pages are scanned and uploaded
 * as at the intake. Once it is taken in, the same address shows the new day and its slip.
 */
export const supplementPages = new Hono<Env>()
  .get("/mot-cua/:id/bo-sung", (request) => atCounter(request, (_member, opened) => shown(request, opened)))
  .post("/mot-cua/:id/bo-sung", (request) =>
    atCounter(request, async (member, opened) => {
      const typed = await readForm(request);
      return typed.lam === "in" ? printSlip(request, opened) : goOn(request, member, opened, typed);
    }),
  );

type Handle = (member: StaffMember, opened: DeskDossier) => Response | Promise<Response>;

function atCounter(request: Request, handle: Handle): Response | Promise<Response> {
  return asStaff(request, ["officer"], async (member) => {
    const opened = await openAtDesk(request.var.services, member, request.req.param("id") ?? "", "dossier");
    return opened.ok ? handle(member, opened.value) : refused(request, opened.reason, paths.office);
  });
}

async function shown(request: Request, opened: DeskDossier): Promise<Response> {
  const open = await openSupplement(request.var.services, opened);
  if (open.ok) return supplementPage(request, opened, open.value, { typed: open.value.typed, problem: null });
  const last = lastTaken(opened);
  return last === undefined
    ? request.redirect(paths.officeDossier(opened.key.dossier), 303)
    : supplementedPage(request, opened, last.logged);
}

async function goOn(request: Request, member: StaffMember, opened: DeskDossier, typed: Record<string, string>): Promise<Response> {
  const { services } = request.var;
  const id = opened.key.dossier;
  const open = await openSupplement(services, opened);
  // it was taken in before, here or by the citizen: the page says how it stands
  if (!open.ok) return request.redirect(paths.officeSupplement(id), 303);
  const draft = await keepSupplement(services, member, open.value, typed);
  const [what, paper = ""] = (typed.lam ?? "").split(":");
  if (what === "giay" && open.value.procedure.papers.some((candidate) => candidate.id === paper))
    return request.redirect(paths.draftPaper(draft, paper), 303);
  const again = await openSupplement(services, opened);
  const kept: OpenSupplement = again.ok ? again.value : open.value;
  const done = what === "nhan" ? await takeSupplement(services, member, opened, kept, typed) : null;
  const said: Problem | null = done === null || done.ok ? null : done.reason;
  return done?.ok ? request.redirect(paths.officeSupplement(id), 303) : supplementPage(request, opened, kept, { typed, problem: said });
}

async function printSlip(request: Request, { key, office, log }: DeskDossier): Promise<Response> {
  const last = lastTaken({ log });
  if (last === undefined) return refused(request, problem("dossier-not-found"), paths.officeDossier(key.dossier));
  const pdf = await drawSlip(request.var.services, { key, office, log }, last);
  const of = { ...key, what: "print:slip:supplemented" };
  return sendToPrinter(request, { what: SLIP_NAMES.supplemented, pdf, of }, paths.officeSupplement(key.dossier));
}

/** The slip of what was taken in last. */
function lastTaken({ log }: Pick<DeskDossier, "log">) {
  return slipsOf(log).findLast(({ kind }) => kind === "supplemented");
}
