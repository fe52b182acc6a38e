import { Hono } from "hono";
import { officeDay } from "../../../base/clock.ts";
import { MEASURES } from "../../../domain/measures/measures.ts";
import { outlookWords } from "../../../domain/measures/outlook.ts";
import { savingsInWords } from "../../../domain/measures/savings.ts";
import { formatDay } from "../../../domain/people/dates.ts";
import { DEGREES } from "../../../domain/point/degree.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { type Dashboard, readDashboard } from "../../../operations/measures/dashboard.ts";
import { readProcedureRows, readRows } from "../../../operations/measures/rows.ts";
import { type Looking, type Viewpoint, viewpointOf } from "../../../operations/measures/viewpoint.ts";
import { CHART_WIDTH, goalBar } from "../../charts/charts.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { lookingQuery, readLooking } from "../../http/looking.ts";
import { refused } from "../../http/refused.tsx";
import type { Env, Request } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { Facts, money } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";
import { ChartPanel } from "./chart-panel.tsx";
import { mapOf } from "./commune-map.tsx";
import { dashboardCharts } from "./dashboard-charts.tsx";
import { LookingForm } from "./looking-form.tsx";
import { type RowLinks, rowsTable } from "./rows-table.tsx";
import { figureNumber, Tiles } from "./tiles.tsx";
import { SilentNow, Troubles } from "./troubles.tsx";

/** The dashboard of a point, an office, a district, a province, the country: one page for all, by its address. */
export const dashboardPage = new Hono<Env>().get(paths.statistics, (request) =>
  asStaff(request, ["officer", "leader", "admin"], (member) => draw(request, member)),
);

async function draw(request: Request, member: StaffMember): Promise<Response> {
  const { services } = request.var;
  const looking = readLooking(request);
  const found = await viewpointOf(services, member, looking);
  if (!found.ok) return refused(request, found.reason, paths.statistics);
  const view = found.value;
  const today = officeDay(services.now());
  const [dashboard, below, procedures] = await Promise.all([
    readDashboard(services, view.scope, view.period, view),
    readRows(services, view),
    readProcedureRows(services, view),
  ]);
  const map = await mapOf(services, view);
  const [charts, goals, parts, byProcedure] = await Promise.all([
    dashboardCharts(dashboard, today),
    Promise.all(dashboard.targets.map(goal)),
    // a point has no parts
    view.level === "point"
      ? null
      : rowsTable(below.of === "point" ? "Theo điểm hỗ trợ" : "Theo cơ quan", below.rows, linkTo(below.of, looking, view)),
    rowsTable("Theo thủ tục", procedures, { looking, key: "thu-tuc", dashboards: false, mayOpen: view.mayOpen }),
  ]);
  return page(request, {
    title: `Số liệu – ${view.name}`,
    desk: true,
    back: homeOf(member),
    children: (
      <>
        <h1>{view.name}</h1>
        <p>
          Từ {formatDay(view.period.from)} đến {formatDay(view.period.to)}
        </p>
        {view.wider ? <p class="notice">Đơn vị này đã nhập vào đơn vị lớn hơn; số liệu có cả phần địa bàn khác.</p> : null}
        <p class="row tight">
          <a href={`${paths.statisticsPdf}?${lookingQuery(looking)}`}>In PDF</a>
          <a href={paths.reports}>Báo cáo</a>
          {member.role === "leader" ? <a href={paths.statisticsTargets}>Mục tiêu</a> : null}
        </p>
        <details>
          <summary>Chọn kỳ khác, đơn vị khác</summary>
          <LookingForm looking={looking} />
        </details>
        <SilentNow dashboard={dashboard} />
        <h2 class="sr">Số chính</h2>
        <Tiles dashboard={dashboard} looking={looking} mayOpen={view.mayOpen} />
        <Troubles dashboard={dashboard} />
        {goals}
        <div class="charts">
          {charts.map((panel) => (
            <ChartPanel {...panel} />
          ))}
        </div>
        {map ? <ChartPanel {...map} /> : null}
        {parts}
        {byProcedure}
        <Saved dashboard={dashboard} words={savingsInWords(services.savingFactors)} />
        <People dashboard={dashboard} />
        <p>
          <a href={`${paths.statisticsApologies}?${lookingQuery(looking)}`}>Vì sao trễ hẹn: lý do trên các phiếu xin lỗi</a>
        </p>
        <p>
          <a href={paths.openData}>Số liệu mở</a>
        </p>
      </>
    ),
  });
}

/** A point of the own office has a dashboard of its own. */
function linkTo(of: "point" | "office", looking: Looking, view: Viewpoint): RowLinks | null {
  return of === "point" && view.level === "office" ? { looking, key: "diem", dashboards: true, mayOpen: view.mayOpen } : null;
}

async function goal({ target, figure, outlook }: Dashboard["targets"][number], index: number) {
  const rate = figure.unit === "share" ? figure.rate : null;
  const name = target.measure === "on-time-rate" ? MEASURES["on-time-rate"].name : MEASURES["online-rate"].name;
  const title = `Mục tiêu: ${name.toLowerCase()}, ${formatDay(target.from)} – ${formatDay(target.to)}`;
  const chart = await goalBar(rate ?? 0, target.goal, { id: `muc-tieu-${index}`, width: CHART_WIDTH, label: title });
  return (
    <ChartPanel
      title={title}
      chart={chart}
      head={["", "Tỷ lệ"]}
      rows={[
        ["Hiện nay", figureNumber(figure)],
        ["Mục tiêu", `${(target.goal * 100).toLocaleString("vi-VN")} %`],
      ]}
      note={outlookWords(outlook, target.goal)}
    />
  );
}

function Saved({ dashboard: { savings }, words }: { dashboard: Dashboard; words: string }) {
  return (
    <section>
      <h2>Bà con đỡ được gì</h2>
      <Facts
        rows={[
          { label: "Chuyến đi", value: savings.trips.toLocaleString("vi-VN") },
          { label: "Giờ đi lại", value: savings.hours.toLocaleString("vi-VN") },
          { label: "Trang giấy", value: savings.pages.toLocaleString("vi-VN") },
          { label: "Tiền, ước tính", value: money(savings.dong) },
        ]}
      />
      <details>
        <summary>Tính thế nào?</summary>
        <p>{words}</p>
      </details>
    </section>
  );
}

function People({ dashboard: { feedback, ladder } }: { dashboard: Dashboard }) {
  return (
    <section>
      <h2>Bà con nói gì, tự làm đến đâu</h2>
      <Facts
        rows={[
          { label: "Bà con chấm", value: `${feedback.glad} hài lòng, ${feedback.fair} tạm được, ${feedback.sad} chưa hài lòng` },
          { label: "Góp ý có lời", value: `${feedback.withWords}, đã trả lời ${feedback.answered}` },
          {
            label: "Người quay lại tự làm nhiều hơn",
            value: ladder ? `${ladder.up}/${ladder.returned} người đến hơn một lần` : "chưa đủ người đồng ý cho theo dõi",
          },
          ...(ladder
            ? [
                {
                  label: "Nay đang ở",
                  value: Object.entries(DEGREES)
                    .map(([degree, words]) => `${words} ${ladder.now[degree as keyof typeof DEGREES]}`)
                    .join(", "),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}
