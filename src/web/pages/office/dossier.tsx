import { Hono } from "hono";
import { officeDay } from "../../../base/clock.ts";
import { type Move, movesOpen } from "../../../domain/dossier/moves.ts";
import { isClosed } from "../../../domain/dossier/status.ts";
import { partsOf } from "../../../domain/dossier/steps.ts";
import { ownedByOther } from "../../../operations/dossiers/act.ts";
import { owedBy } from "../../../operations/dossiers/apologies.ts";
import { officersOf } from "../../../operations/dossiers/assign.ts";
import { declarationOwed } from "../../../operations/dossiers/declaration-owed.ts";
import { type DeskDossier, openAtDesk } from "../../../operations/dossiers/desk.ts";
import { openNow } from "../../../operations/dossiers/lease.ts";
import { looksAtDesk } from "../../../operations/dossiers/looks.ts";
import { askable } from "../../../operations/dossiers/questions.ts";
import { competentOffices } from "../../../operations/dossiers/transfer.ts";
import { aroundIn, codeOf } from "../../../operations/dossiers/work-list.ts";
import { findDuplicates } from "../../../operations/duplicates/find-duplicates.ts";
import { hasGalley, wantsGalley } from "../../../operations/galleys/galleys.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { officeCalendar } from "../../../operations/offices/office-days.ts";
import type { Problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import type { Env, Request } from "../../http/request.ts";
import { LooksList } from "../../layout/looks-list.tsx";
import { page } from "../../layout/page.tsx";
import { ProblemSummary } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";
import { ApologyNotice } from "./dossier/apology-notice.tsx";
import { Contents } from "./dossier/contents.tsx";
import { Documents } from "./dossier/documents.tsx";
import { Duplicates } from "./dossier/duplicates.tsx";
import { GalleyNotice } from "./dossier/galley-notice.tsx";
import { JustDone, LastDone } from "./dossier/last-done.tsx";
import { Neighbours } from "./dossier/neighbours.tsx";
import { Notes } from "./dossier/notes.tsx";
import { Notices } from "./dossier/notices.tsx";
import { OpenMoves } from "./dossier/open-moves.tsx";
import { OpenNow } from "./dossier/open-now.tsx";
import { Owner } from "./dossier/owner.tsx";
import { PaperIntake } from "./dossier/paper-intake.tsx";
import { AskForm, Questions } from "./dossier/questions.tsx";
import { Standing } from "./dossier/standing.tsx";
import { StepNow, StepTimes } from "./dossier/step-times.tsx";
import { StopForm } from "./dossier/stop-form.tsx";
import { Summary } from "./dossier/summary.tsx";
import { Timeline } from "./dossier/timeline.tsx";
import { TransferForm, TransferNotice } from "./dossier/transfer.tsx";
import { type ChosenList, listAddress, listCameFrom, listQuery } from "./list-choice.ts";

/** Everything about a dossier on one page: the declaration beside the papers, what can be done now, what was done. */
export const dossier = new Hono<Env>().get("/mot-cua/:id", (request) =>
  asStaff(request, ["officer", "leader", "helper"], async (member) =>
    dossierPage(request, member, request.req.param("id"), null, await listCameFrom(request, member, request.req.query())),
  ),
);

/** A move that was refused: why, and what was typed for it. */
interface Refusal {
  readonly problem: Problem;
  readonly move: Move;
  readonly form: FormData;
}

/** The page; each of its parts stands in a file of its own under dossier/. `list` is the one that it was reached from. */
export async function dossierPage(
  request: Request,
  member: StaffMember,
  id: string,
  refusal: Refusal | null,
  list: ChosenList | null = null,
): Promise<Response> {
  const said = refusal?.problem ?? null;
  const opened = await openAtDesk(request.var.services, member, id, "dossier");
  if (!opened.ok) return refused(request, opened.reason, paths.office);
  const { dossier: open, log, key } = opened.value;
  const { around, officers, other, lastCode, whom, competent, calendar } = await workAround(request, member, opened.value, list);
  const actor = member.role === "admin" ? null : { role: member.role, id: member.staff, name: member.name };
  const moves = movesOpen(open, member.role).filter((move) => actor && ownedByOther(open, move, actor) === null);
  const duplicates = member.role !== "helper" ? await findDuplicates(request.var.services, key, open) : [];
  const paper = open.papers.find((candidate) => candidate.paper === request.req.query("giay")) ?? open.papers[0];
  const procedure = request.var.services.catalogue.version(open.procedure.code, open.procedure.version);
  const query = list ? listQuery(list) : "";
  const now = request.var.services.now();
  const parts = partsOf(procedure?.deadline.steps);
  const apology = moves.includes("apologise") ? await owedBy(request.var.services, member, id) : null;
  const owed = declarationOwed(request.var.services, open);
  const toForm = { id, list: query };
  const staffOnly = member.role !== "helper";
  const { vua, viec } = request.req.query();
  return page(
    request,
    {
      title: `${open.procedure.name} – ${open.applicant.name}`,
      desk: true,
      scripts: ["desk.js", "lease.js", ...(moves.includes("hand-over") ? ["signature.js"] : [])],
      back: list ? listAddress(member, query) : homeOf(member),
      children: (
        <>
          {list && vua ? <LastDone move={viec} dossier={vua} code={lastCode} list={list} next /> : <JustDone move={viec} />}
          <h1>
            {open.procedure.name}: {open.applicant.name}
          </h1>
          {list ? <Neighbours around={around} list={query} back={listAddress(member, query)} /> : <Keys />}
          <ProblemSummary problem={said} />
          {staffOnly ? <OpenNow id={id} other={other} list={query} /> : null}
          <Standing
            dossier={open}
            now={now}
            calendar={calendar}
            step={staffOnly ? <StepNow dossier={open} now={now} calendar={calendar} parts={parts} /> : null}
            owner={
              staffOnly ? <Owner {...toForm} owner={open.owner} officers={officers} member={member} may={moves.includes("assign")} /> : null
            }
          />
          {moves.includes("apologise") ? <ApologyNotice owed={apology} /> : null}
          <TransferNotice dossier={open} />
          <Notices dossier={open} declarationOwed={owed.length} now={now} />
          <GalleyNotice id={opened.value.key.dossier} galley={open.galley} wanted={hasGalley(procedure, open) && wantsGalley(open)} />
          <Duplicates found={duplicates} id={id} />
          {other === null && member.role !== "admin" ? (
            <OpenMoves
              opened={opened.value}
              procedure={procedure}
              role={member.role}
              moves={moves.filter((move) => move !== "transfer" || competent.length > 0)}
              due={{ late: apology?.late === true, declarationOwed: owed.length > 0 }}
              apology={apology?.draft ?? null}
              today={officeDay(now)}
              list={query}
              refused={refusal?.move ?? null}
              forms={{
                "ask-opinion": <AskForm {...toForm} dossier={open} whom={whom} />,
                transfer: <TransferForm {...toForm} offices={competent} />,
                stop: (
                  <StopForm
                    {...toForm}
                    reasons={request.var.services.stopReasons}
                    legal={procedure?.legal ?? []}
                    typed={refusal?.move === "stop" ? refusal.form : null}
                  />
                ),
              }}
            />
          ) : null}
          <Contents opened={opened.value} paper={paper} list={query} />
          <PaperIntake opened={opened.value} services={request.var.services} />
          <Summary opened={opened.value} />
          {staffOnly ? <Questions {...toForm} dossier={open} procedure={procedure} mayExtend={moves.includes("extend")} now={now} /> : null}
          {staffOnly ? <Notes id={id} log={log} open={moves.includes("note")} list={query} /> : null}
          <Documents opened={opened.value} />
          <StepTimes log={log} now={now} calendar={calendar} parts={parts} />
          <Timeline log={log} />
          {staffOnly ? <LooksList title="Ai đã xem, đã in" looks={await looksAtDesk(request.var.services, key, open)} /> : null}
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

/** Who else is at it, who could be, and what stands beside it in the list. */
async function workAround(request: Request, member: StaffMember, { key, dossier: open, office }: DeskDossier, list: ChosenList | null) {
  const { services } = request.var;
  const last = request.req.query("vua");
  const [around, officers, other, lastCode, competent, calendar] = await Promise.all([
    list ? aroundIn(services, member, list.choice, key.dossier) : { before: null, after: null },
    officersOf(services, member.office),
    member.role === "helper" || isClosed(open.status) || open.transferredTo !== null ? null : openNow(services, member, key),
    last ? codeOf(services, member, last) : null,
    competentOffices(services, open, member.office),
    officeCalendar(services, services.database.sql, office),
  ]);
  return { around, officers, other, lastCode, competent, calendar, whom: await askable(services, member, officers) };
}

/** Where the script says how keys are switched off. */
function Keys() {
  return <p class="hint" data-keys />;
}
