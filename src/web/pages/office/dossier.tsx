import { Hono } from "hono";
import { movesOpen } from "../../../domain/dossier/moves.ts";
import { openAtDesk } from "../../../operations/dossiers/desk.ts";
import { hasGalley, wantsGalley } from "../../../operations/galleys/galleys.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import type { Problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import type { Env, Request } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";
import { Contents } from "./dossier/contents.tsx";
import { Documents } from "./dossier/documents.tsx";
import { GalleyNotice } from "./dossier/galley-notice.tsx";
import { Notices } from "./dossier/notices.tsx";
import { OpenMoves } from "./dossier/open-moves.tsx";
import { PaperIntake } from "./dossier/paper-intake.tsx";
import { Summary } from "./dossier/summary.tsx";
import { Timeline } from "./dossier/timeline.tsx";

/** Everything about a dossier on one page: the declaration beside the papers, what can be done now, what was done. */
export const dossier = new Hono<Env>().get("/mot-cua/:id", (request) =>
  asStaff(request, ["officer", "leader", "helper"], (member) => dossierPage(request, member, request.req.param("id"), null)),
);

/** The page; each of its parts stands in a file of its own under dossier/. */
export async function dossierPage(request: Request, member: StaffMember, id: string, said: Problem | null): Promise<Response> {
  const opened = await openAtDesk(request.var.services, member, id, "dossier");
  if (!opened.ok) return refused(request, opened.reason, paths.office);
  const { dossier: open, log } = opened.value;
  const moves = movesOpen(open, member.role);
  const paper = open.papers.find((candidate) => candidate.paper === request.req.query("giay")) ?? open.papers[0];
  const procedure = request.var.services.catalogue.version(open.procedure.code, open.procedure.version);
  return page(
    request,
    {
      title: `${open.procedure.name} – ${open.applicant.name}`,
      desk: true,
      scripts: moves.includes("hand-over") ? ["signature.js"] : [],
      back: homeOf(member),
      children: (
        <>
          <h1>
            {open.procedure.name}: {open.applicant.name}
          </h1>
          <ProblemSummary problem={said} />
          <Summary opened={opened.value} />
          <Notices dossier={open} />
          <GalleyNotice id={opened.value.key.dossier} galley={open.galley} wanted={hasGalley(procedure, open) && wantsGalley(open)} />
          <PaperIntake opened={opened.value} services={request.var.services} />
          <OpenMoves opened={opened.value} procedure={procedure} moves={moves} />
          <Contents opened={opened.value} paper={paper} />
          <Documents opened={opened.value} />
          <Timeline log={log} />
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}
