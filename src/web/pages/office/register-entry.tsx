import { Hono } from "hono";
import type { Act } from "../../../operations/dossiers/act.ts";
import type { StaffMember, StaffRole } from "../../../operations/identity/member.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { askCopies, askCorrection, declineAsk } from "../../../operations/registers/ask.ts";
import { type OpenEntry, openEntry } from "../../../operations/registers/read-entry.ts";
import { findShelf, type Shelf } from "../../../operations/registers/register-desk.ts";
import { signAsk } from "../../../operations/registers/sign-ask.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { sendPdf } from "../../http/send-pdf.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { sendToPrinter } from "../citizen/print-order.tsx";
import { Asked, CopiesForm, CorrectionForm, Marks, Written } from "./register-parts.tsx";

const HERE = "/mot-cua/so/:register/:year{\\d{4}}/:number{\\d{1,7}}";

/** An entry of a register: what stands in it as it was, the marks beside it, and what an officer prepares or a leader signs there. */
export const registerEntry = new Hono<Env>()
  .get(HERE, (request) => atEntry(request, ["officer", "leader"], (member, at) => entryPage(request, member, at, {}, null)))
  .post(`${HERE}/cai-chinh`, (request) =>
    does(request, ["officer"], (_member, { entry }, by, form) =>
      askCorrection(request.var.services, by, entry, {
        lines: entry.rows.map((_, row) => form[`dong-${row}`]),
        reason: form["ly-do"] ?? "",
      }),
    ),
  )
  .post(`${HERE}/ban-sao`, (request) =>
    does(request, ["officer"], (_member, { entry }, by, form) =>
      askCopies(request.var.services, by, entry, {
        asker: form["nguoi-xin"] ?? "",
        count: form["so-ban"] ?? "",
        purpose: form["de-lam-gi"] ?? "",
      }),
    ),
  )
  .post(`${HERE}/ky`, (request) => does(request, ["leader"], (member, { entry }, by) => signAsk(request.var.services, by, member, entry)))
  .post(`${HERE}/tra-lai`, (request) =>
    does(request, ["leader"], (_member, { entry }, by, form) => declineAsk(request.var.services, by, entry, form["loi-tra"] ?? "")),
  )
  .get(`${HERE}/giay/:code`, (request) =>
    atEntry(request, ["officer", "leader"], async (_member, { entry }) => {
      const bytes = await paperOf(request, entry);
      return bytes ? sendPdf(request, bytes) : refused(request, problem("result-not-found"), paths.registers);
    }),
  )
  .post(`${HERE}/giay/:code/in`, (request) =>
    atEntry(request, ["officer", "leader"], async (_member, { entry, shelf }) => {
      const pdf = await paperOf(request, entry);
      if (!pdf) return refused(request, problem("result-not-found"), paths.registers);
      return sendToPrinter(request, { what: "Bản sao, trích lục", pdf }, paths.registerEntry(shelf.slug, shelf.year, entry.line.number));
    }),
  );

interface AtEntry {
  readonly shelf: Shelf;
  readonly entry: OpenEntry;
}

type Done = { readonly ok: true } | { readonly ok: false; readonly reason: Problem };

function atEntry(
  request: Request,
  roles: readonly StaffRole[],
  handle: (member: StaffMember, at: AtEntry) => Response | Promise<Response>,
): Response | Promise<Response> {
  return asStaff(request, roles, async (member) => {
    const { services } = request.var;
    const shelf = await findShelf(services, member, request.req.param("register") ?? "", request.req.param("year") ?? "");
    if (!shelf.ok) return refused(request, shelf.reason, paths.registers);
    const entry = await openEntry(services, member, { ...shelf.value, number: Number(request.req.param("number")) });
    return entry.ok ? handle(member, { shelf: shelf.value, entry: entry.value }) : refused(request, entry.reason, paths.registers);
  });
}

/** Something done at an entry: the same form sent twice does it once; what was typed stays when it is refused. */
function does(
  request: Request,
  roles: readonly StaffRole[],
  work: (member: StaffMember, at: AtEntry, by: Act, form: Record<string, string>) => Promise<Done>,
) {
  return atEntry(request, roles, async (member, at) => {
    const form = await readForm(request);
    const actor = { role: member.role, id: member.staff, name: member.name };
    const done = await work(member, at, { actor, key: `entry:${form.key || request.var.services.newId()}` }, form);
    if (!done.ok) return entryPage(request, member, at, form, done.reason);
    return request.redirect(paths.registerEntry(at.shelf.slug, at.shelf.year, at.entry.line.number), 303);
  });
}

async function paperOf(request: Request, { dossier }: OpenEntry): Promise<Uint8Array | null> {
  const code = request.req.param("code");
  const { files } = request.var.services;
  const papers = [
    ...(dossier.result ? [dossier.result] : []),
    ...(dossier.refusal ? [dossier.refusal] : []),
    ...dossier.corrections.map(({ paper }) => paper),
    ...dossier.copies.flatMap((copies) => copies.papers),
  ];
  const paper = papers.find((one) => one.code === code);
  return paper ? files.read(paper.sha256) : null;
}

function entryPage(request: Request, member: StaffMember, { shelf, entry }: AtEntry, typed: Record<string, string>, said: Problem | null) {
  const { line, dossier } = entry;
  const here = paths.registerEntry(shelf.slug, shelf.year, line.number);
  const mayAsk = member.role === "officer" && entry.own && dossier.entryAsk === null && dossier.revokedOn === null;
  return page(
    request,
    {
      title: `${shelf.register} số ${line.number}/${line.year}`,
      desk: true,
      back: paths.register(shelf.slug, shelf.year),
      children: (
        <>
          <h1>
            {line.name} số {line.number}/{line.year}
          </h1>
          <ProblemSummary problem={said} />
          <p>
            {shelf.register}. <a href={paths.officeDossier(line.dossier)}>Hồ sơ {dossier.dossierCode ?? dossier.trackingCode}</a>
          </p>
          {dossier.entryAsk && entry.own ? <Asked ask={dossier.entryAsk} here={here} leader={member.role === "leader"} /> : null}
          <div class="two">
            <Written entry={entry} here={here} />
            <Marks entry={entry} here={here} />
          </div>
          {mayAsk ? (
            <div class="moves">
              <CopiesForm here={here} typed={typed} said={said} applicant={dossier.applicant.name} />
              <CorrectionForm here={here} typed={typed} said={said} rows={entry.rows} />
            </div>
          ) : null}
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}
