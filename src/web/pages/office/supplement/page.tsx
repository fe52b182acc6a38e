import { dayWithWeekday } from "../../../../domain/people/dates.ts";
import type { DeskDossier } from "../../../../operations/dossiers/desk.ts";
import type { Problem } from "../../../../operations/problems.ts";
import type { OpenSupplement } from "../../../../operations/supplements/supplement-desk.ts";
import { SUPPLEMENT_WORDS } from "../../../../operations/supplements/take-supplement.ts";
import { STATUS_OF } from "../../../http/refusals.ts";
import type { Request } from "../../../http/request.ts";
import { page } from "../../../layout/page.tsx";
import { Facts, ProblemSummary, WordsField } from "../../../layout/parts.tsx";
import { WhyThisDay } from "../../../layout/why-this-day.tsx";
import { paths } from "../../../paths.ts";
import { Papers } from "../intake/papers.tsx";

interface Shown {
  readonly typed: Readonly<Record<string, string>>;
  readonly problem: Problem | null;
}

/** What was asked for, what lies on the counter, and the day that would be promised: one page, one form. */
export function supplementPage(
  request: Request,
  opened: DeskDossier,
  open: OpenSupplement,
  { typed, problem }: Shown,
): Response | Promise<Response> {
  const { dossier, key } = opened;
  const asked = dossier.owed?.asked ?? [];
  const isAsked = ({ id }: { id: string }) => asked.some(({ paper }) => paper === id);
  const first = asked.length > 0 ? open.procedure.papers.filter(isAsked) : open.procedure.papers;
  const others = open.procedure.papers.filter((paper) => !first.includes(paper));
  const shared = { scanned: open.scanned, typed, errors: problem?.fields ?? {} };
  const touched = others.some(({ id }) => open.scanned.some(({ paper, pages }) => paper.id === id && pages.length > 0));
  return page(
    request,
    {
      title: "Nhận giấy tờ bổ sung",
      desk: true,
      back: paths.officeDossier(key.dossier),
      scripts: ["intake.js"],
      children: (
        <>
          <p class="step">{dossier.procedure.name}</p>
          <h1>Nhận giấy tờ bổ sung: {dossier.applicant.name}</h1>
          <ProblemSummary problem={problem} />
          <Asked opened={opened} />
          <form method="post" action={paths.officeSupplement(key.dossier)} novalidate>
            <Papers {...shared} legend={asked.length > 0 ? "Giấy tờ đã yêu cầu" : "Giấy tờ bà con mang đến"} papers={first} />
            {others.length > 0 ? (
              <details open={touched}>
                <summary>Bà con mang thêm giấy khác ({others.length})</summary>
                <Papers {...shared} legend="Giấy khác" papers={others} />
              </details>
            ) : null}
            <WordsField
              id={SUPPLEMENT_WORDS}
              label="Ghi thêm"
              hint="Còn thiếu giấy mà vẫn nhận thì ghi vì sao."
              value={typed[SUPPLEMENT_WORDS] ?? ""}
            />
            <Facts
              rows={[
                { label: "Đã hẹn trả", value: `${dossier.due.time} ${dayWithWeekday(dossier.due.day)}` },
                { label: "Nhận bây giờ thì hẹn trả", value: <strong>{`${open.dueNow.time} ${dayWithWeekday(open.dueNow.day)}`}</strong> },
              ]}
            />
            <WhyThisDay due={open.dueNow} />
            <div class="row">
              <button type="submit" name="lam" value="nhan">
                Nhận bổ sung, thời hạn chạy tiếp
              </button>
              <button class="quiet" type="submit" name="lam" value="giu">
                Giữ lại, làm sau
              </button>
            </div>
          </form>
        </>
      ),
    },
    problem ? STATUS_OF[problem.code] : 200,
  );
}

function Asked({ opened: { dossier } }: { opened: DeskDossier }) {
  const { owed } = dossier;
  if (owed === null || owed.reasons.length + owed.words.length === 0) return null;
  return (
    <div class="notice">
      <p>Đã yêu cầu{owed.words ? `: ${owed.words}` : ":"}</p>
      {owed.reasons.length > 0 ? (
        <ul>
          {owed.reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
