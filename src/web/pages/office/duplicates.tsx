import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { Dossier } from "../../../domain/dossier/fold.ts";
import { isOpen, mayDo } from "../../../domain/dossier/moves.ts";
import { STATUSES } from "../../../domain/dossier/status.ts";
import type { DeskDossier } from "../../../operations/dossiers/desk.ts";
import { findDuplicates } from "../../../operations/duplicates/find-duplicates.ts";
import { judgeDuplicate, openPair } from "../../../operations/duplicates/judge-duplicate.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import type { Problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { ActKey } from "../../layout/act-key.tsx";
import { moment } from "../../layout/moment.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, Shown, WordsField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

/** Two dossiers side by side, what differs marked; an officer says whether they are one. */
export const duplicatePages = new Hono<Env>()
  .get("/mot-cua/:id/giong/:other", (request) =>
    asStaff(request, ["officer", "leader"], (member) => pairPage(request, member, request.req.param(), null)),
  )
  .post("/mot-cua/:id/giong/:other", (request) =>
    asStaff(request, ["officer"], async (member) => {
      const { id, other } = request.req.param();
      const pair = await openPair(request.var.services, member, id, other);
      if (!pair.ok) return refused(request, pair.reason, paths.office);
      const { key = randomUUID(), la = "", "ly-do": reason = "" } = await readForm(request);
      const by = { actor: { role: member.role, id: member.staff, name: member.name }, key: `judge-duplicate:${key}` };
      const judged = await judgeDuplicate(request.var.services, pair.value.one.key, by, { other, same: la === "mot", reason });
      if (judged.ok) return request.redirect(paths.officeDossier(id), 303);
      return pairPage(request, member, { id, other }, { problem: judged.reason, reason });
    }),
  );

interface Said {
  readonly problem: Problem;
  readonly reason: string;
}

async function pairPage(request: Request, member: StaffMember, { id, other }: { id: string; other: string }, said: Said | null) {
  const { services } = request.var;
  const pair = await openPair(services, member, id, other);
  if (!pair.ok) return refused(request, pair.reason, paths.office);
  const { one, other: two } = pair.value;
  const found = (await findDuplicates(services, one.key, one.dossier)).find(({ line }) => line.dossier === other);
  const asked = !found?.verdict && mayDo("judge-duplicate", member.role) && isOpen(one.dossier, "judge-duplicate");
  return page(
    request,
    {
      title: "Hai hồ sơ có phải là một",
      desk: true,
      back: paths.officeDossier(id),
      children: (
        <>
          <h1>Hai hồ sơ có phải là một?</h1>
          <ProblemSummary problem={said?.problem ?? null} />
          {found?.verdict ? (
            <p class="notice">
              Đã trả lời: {found.verdict.same ? "là một" : "không phải một"}
              {found.verdict.reason ? `. ${found.verdict.reason}` : ""}
            </p>
          ) : null}
          <div class="scroll">
            <Table one={one} other={two} />
          </div>
          {asked ? <Answer reason={said?.reason ?? ""} /> : null}
        </>
      ),
    },
    said ? STATUS_OF[said.problem.code] : 200,
  );
}

function Answer({ reason }: { reason: string }) {
  return (
    <form method="post" class="panel">
      <ActKey />
      <WordsField id="ly-do" label="Vì sao" hint="Không phải một thì cần ghi, ví dụ: hai bé sinh đôi." value={reason} />
      <div class="row">
        <button type="submit" name="la" value="mot">
          Là một
        </button>
        <button class="quiet" type="submit" name="la" value="khac">
          Không phải một
        </button>
      </div>
    </form>
  );
}

interface Row {
  readonly label: string;
  readonly one: string;
  readonly other: string;
}

function Table({ one, other }: { one: DeskDossier; other: DeskDossier }) {
  return (
    <table class="pair">
      <thead>
        <tr>
          <th scope="col">
            <span class="sr">Câu</span>
          </th>
          {[one, other].map(({ key, dossier }) => (
            <th scope="col">
              <a href={paths.officeDossier(key.dossier)}>{dossier.dossierCode ?? dossier.trackingCode}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsOf(one.dossier, other.dossier).map((row) => {
          const differs = row.one !== "" && row.other !== "" && row.one !== row.other;
          return (
            <tr class={differs ? "differs" : undefined}>
              <th scope="row">
                {row.label}
                {differs ? <strong class="soon">khác</strong> : null}
              </th>
              <td>
                <Shown value={row.one || "—"} />
              </td>
              <td>
                <Shown value={row.other || "—"} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What is known of both, line by line: first how they came, then every question that one of them answers. */
function rowsOf(one: Dossier, other: Dossier): Row[] {
  const [answers, others] = [answersOf(one), answersOf(other)];
  const fields = [...new Set([...answers.keys(), ...others.keys()])];
  return [
    { label: "Thủ tục", one: one.procedure.name, other: other.procedure.name },
    { label: "Người nộp", one: one.applicant.name, other: other.applicant.name },
    { label: "Gửi lúc", one: moment(one.lodgedAt), other: moment(other.lodgedAt) },
    { label: "Trạng thái", one: STATUSES[one.status].words, other: STATUSES[other.status].words },
    { label: "Giấy tờ", one: papersOf(one), other: papersOf(other) },
    ...fields.map((field) => ({
      label: answers.get(field)?.label ?? others.get(field)?.label ?? field,
      one: answers.get(field)?.value ?? "",
      other: others.get(field)?.value ?? "",
    })),
  ];
}

function answersOf({ declaration }: Dossier): Map<string, { label: string; value: string }> {
  return new Map(declaration.sections.flatMap(({ rows }) => rows.map(({ field, label, value }) => [field, { label, value }] as const)));
}

function papersOf({ papers, intake }: Dossier): string {
  return [...new Set([...papers.map(({ name }) => name), ...(intake?.papers ?? []).map(({ name }) => name)])].join(", ");
}
