import { Hono } from "hono";
import { APOLOGY_REASONS } from "../../../domain/dossier/apology.ts";
import { USUAL_PARTS } from "../../../domain/dossier/steps.ts";
import type { Counted } from "../../../domain/measures/apologies.ts";
import { monthWords } from "../../../domain/measures/periods.ts";
import { formatDay } from "../../../domain/people/dates.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { apologyCounts } from "../../../operations/measures/apology-counts.ts";
import { viewpointOf } from "../../../operations/measures/viewpoint.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { lookingQuery, readLooking } from "../../http/looking.ts";
import { refused } from "../../http/refused.tsx";
import type { Env, Request } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";

/** Why an office said sorry, month by month, and in which step it was late: what a leader changes first. */
export const apologyCountsPage = new Hono<Env>().get(paths.statisticsApologies, (request) =>
  asStaff(request, ["officer", "leader", "admin"], (member) => draw(request, member)),
);

async function draw(request: Request, member: StaffMember): Promise<Response> {
  const { services } = request.var;
  // apologies are an office's: of one point nobody says them apart
  const looking = { ...readLooking(request), point: "" };
  const found = await viewpointOf(services, member, looking);
  if (!found.ok) return refused(request, found.reason, paths.statistics);
  const view = found.value;
  const { months, counts } = await apologyCounts(services, view);
  const reasons = counts.reasons.map(({ reason, ...counted }) => ({
    words: reason === "other" ? "Lý do khác, ghi bằng lời" : APOLOGY_REASONS[reason],
    counted,
  }));
  const steps = counts.steps.map(({ step, ...counted }) => ({
    words: step === "unknown" ? "Không rõ (phiếu cũ)" : USUAL_PARTS[step].words,
    counted,
  }));
  return page(request, {
    title: `Vì sao trễ hẹn – ${view.name}`,
    desk: true,
    back: `${paths.statistics}?${lookingQuery(looking)}`,
    children: (
      <>
        <h1>Vì sao trễ hẹn</h1>
        <p>
          {view.name}, từ {formatDay(view.period.from)} đến {formatDay(view.period.to)}: {counts.apologies.all} phiếu xin lỗi và hẹn lại
          ngày trả.
        </p>
        {counts.apologies.all === 0 ? (
          <p class="notice">Không có phiếu xin lỗi nào trong thời gian này.</p>
        ) : (
          <>
            <Counts title="Lý do" months={months} rows={largestFirst(reasons)} all={counts.apologies} />
            <p class="hint">Một phiếu có hai lý do thì tính ở cả hai dòng; dòng cuối đếm số phiếu.</p>
            <Counts title="Trễ ở bước nào" months={months} rows={steps} all={counts.apologies} />
          </>
        )}
      </>
    ),
  });
}

interface CountRow {
  readonly words: string;
  readonly counted: Counted;
}

function largestFirst(rows: readonly CountRow[]): CountRow[] {
  return [...rows].sort((one, other) => other.counted.all - one.counted.all);
}

function Counts({ title, months, rows, all }: { title: string; months: readonly string[]; rows: readonly CountRow[]; all: Counted }) {
  return (
    <section>
      <h2>{title}</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              {months.map((month) => (
                <th scope="col">{monthWords(month)}</th>
              ))}
              <th scope="col">Cộng</th>
            </tr>
          </thead>
          <tbody>
            {rows
              .filter(({ counted }) => counted.all > 0)
              .map(({ words, counted }) => (
                <Row words={words} counted={counted} />
              ))}
          </tbody>
          <tfoot>
            <Row words="Số phiếu" counted={all} />
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Row({ words, counted }: CountRow) {
  return (
    <tr>
      <th scope="row">{words}</th>
      {counted.months.map((count) => (
        <td>{count === 0 ? "–" : count}</td>
      ))}
      <td>
        <strong>{counted.all}</strong>
      </td>
    </tr>
  );
}
