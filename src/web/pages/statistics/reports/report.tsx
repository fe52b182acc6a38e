import { Hono } from "hono";
import { officeDay } from "../../../../base/clock.ts";
import { type Report, valueWords } from "../../../../domain/reports/report.ts";
import type { StaffMember } from "../../../../operations/identity/member.ts";
import { viewpointOf } from "../../../../operations/measures/viewpoint.ts";
import { problem } from "../../../../operations/problems.ts";
import { dashboardReport } from "../../../../operations/reports/dashboard-report.ts";
import { drawReport, type Picture } from "../../../../operations/reports/draw-report.ts";
import { isReportKind, type ReportKind } from "../../../../operations/reports/kinds.ts";
import { readReport } from "../../../../operations/reports/read-report.ts";
import { asStaff } from "../../../http/as-staff.tsx";
import { csv } from "../../../http/csv.ts";
import { lookingQuery, readLooking } from "../../../http/looking.ts";
import { refused } from "../../../http/refused.tsx";
import { type Reporting, readReporting } from "../../../http/reporting.ts";
import type { Env, Request } from "../../../http/request.ts";
import { sendPdf } from "../../../http/send-pdf.ts";
import { xlsx } from "../../../http/xlsx.ts";
import { page } from "../../../layout/page.tsx";
import { paths } from "../../../paths.ts";
import type { Panel } from "../chart-panel.tsx";
import { mapOf } from "../commune-map.tsx";
import { paperCharts } from "../dashboard-charts.tsx";
import { reportCharts } from "./report-charts.tsx";
import { ReportTables } from "./report-tables.tsx";
import { ReportingForm } from "./reporting-form.tsx";

const ROLES = ["officer", "leader", "admin"] as const;

/** A report on a page and as a file, and a dashboard on paper. */
export const reportPages = new Hono<Env>()
  .get(paths.statisticsPdf, (request) => asStaff(request, ROLES, (member) => dashboardPdf(request, member)))
  .get("/thong-ke/bao-cao/:report", (request) => asStaff(request, ROLES, (member) => show(request, member, request.req.param("report"))))
  .get("/thong-ke/bao-cao/:report/bao-cao.pdf", (request) =>
    asStaff(request, ROLES, (member) =>
      file(request, member, request.req.param("report"), async (report) =>
        sendPdf(request, await drawReport(request.var.services, report)),
      ),
    ),
  )
  .get("/thong-ke/bao-cao/:report/bao-cao.xlsx", (request) =>
    asStaff(request, ROLES, (member) =>
      file(request, member, request.req.param("report"), (report, name) => xlsx(request, `${name}.xlsx`, report)),
    ),
  )
  .get("/thong-ke/bao-cao/:report/bao-cao.csv", (request) =>
    asStaff(request, ROLES, (member) =>
      file(request, member, request.req.param("report"), (report, name) => csv(request, `${name}.csv`, plainRows(report))),
    ),
  );

async function dashboardPdf(request: Request, member: StaffMember): Promise<Response> {
  const { services } = request.var;
  const looking = readLooking(request);
  const view = await viewpointOf(services, member, looking);
  if (!view.ok) return refused(request, view.reason, paths.statistics);
  const { report, dashboard } = await dashboardReport(services, member, view.value);
  const map = await mapOf(services, view.value);
  const panels = [...(await paperCharts(dashboard, officeDay(services.now()))), ...(map ? [map] : [])];
  return sendPdf(request, await drawReport(services, report, panels.map(onPaper)));
}

/** The page's own chart, as a picture that stands alone, in the letters of the paper. */
function onPaper({ title, chart, note, wide = false }: Panel): Picture {
  const svg = chart.svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ').replaceAll("Be Vietnam Pro", "Tinos");
  return { title, svg, alt: /aria-label="([^"]*)"/.exec(chart.svg)?.[1] ?? title, wide, note: typeof note === "string" ? note : "" };
}

async function show(request: Request, member: StaffMember, kind: string): Promise<Response> {
  if (!isReportKind(kind)) return refused(request, problem("report-unknown"), paths.reports);
  const reporting = await readReporting(request, member, kind);
  if (!reporting.ok) return refused(request, reporting.reason, paths.reports);
  const { view, words } = reporting.value;
  const read = await readReport(request.var.services, member, view, kind, words, false);
  if (!read.ok) return refused(request, read.reason, paths.reports);
  const report = read.value;
  const charts = await reportCharts(report);
  return page(request, {
    title: `${report.title} – ${report.unit}`,
    desk: true,
    back: paths.reports,
    children: (
      <>
        <h1>{report.title}</h1>
        <p>
          <strong>{report.unit}</strong>. {report.period}
          {report.form ? <small class="hint"> {report.form}</small> : null}
        </p>
        <Downloads kind={kind} reporting={reporting.value} />
        <Facts report={report} />
        {charts.length > 0 ? <div class="charts">{charts}</div> : null}
        <ReportTables report={report} looking={reporting.value.looking} />
        <ul>
          {report.notes.map((note) => (
            <li>{note}</li>
          ))}
        </ul>
        <details>
          <summary>Chọn kỳ khác, đơn vị khác</summary>
          <ReportingForm kind={kind} reporting={reporting.value} now={request.var.services.now()} />
        </details>
      </>
    ),
  });
}

function Downloads({ kind, reporting: { query, looking } }: { kind: ReportKind; reporting: Reporting }) {
  const pdf =
    kind === "so-theo-doi" ? `${paths.dossierRegister}?${dossierRegisterQuery(looking)}` : `${paths.reportFile(kind, "pdf")}?${query}`;
  return (
    <p class="row tight">
      <a class="button" href={pdf}>
        In, tải PDF
      </a>
      <a href={`${paths.reportFile(kind, "xlsx")}?${query}`}>Bảng tính (XLSX)</a>
      <a href={`${paths.reportFile(kind, "csv")}?${query}`}>CSV</a>
      <a href={`${paths.statistics}?${lookingQuery(looking)}`}>Xem số liệu kỳ này</a>
    </p>
  );
}

/** The book's own paper takes its days as people type them. */
function dossierRegisterQuery({ from, to }: Reporting["looking"]): string {
  const typed = (day: string) => day.split("-").reverse().join("/");
  return new URLSearchParams({ tu: typed(from), den: typed(to) }).toString();
}

function Facts({ report: { facts } }: { report: Report }) {
  if (facts.length === 0) return null;
  return (
    <>
      <h2 class="sr">Số chính</h2>
      <ul class="tiles">
        {facts.map(({ label, value, note }) => (
          <li class="tile">
            <h3>{label}</h3>
            <p class={value.length > 8 ? "figure words" : "figure"}>{value}</p>
            <p>{note}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

async function file(
  request: Request,
  member: StaffMember,
  kind: string,
  send: (report: Report, name: string) => Response | Promise<Response>,
): Promise<Response> {
  if (!isReportKind(kind)) return refused(request, problem("report-unknown"), paths.reports);
  const reporting = await readReporting(request, member, kind);
  if (!reporting.ok) return refused(request, reporting.reason, paths.reports);
  const { view, words, looking, id } = reporting.value;
  const read = await readReport(request.var.services, member, view, kind, words, true);
  return read.ok
    ? send(read.value, `${kind}-${id === "" ? `${looking.from}-${looking.to}` : id}`)
    : refused(request, read.reason, paths.reports);
}

/** All tables under each other, each with its heading where there are several. */
function plainRows({ tables }: Report): (string | number | null)[][] {
  return tables.flatMap(({ title, columns, rows, total }) => [
    ...(tables.length > 1 ? [[title]] : []),
    columns.map(({ group, name }) => (group ? `${group}: ${name}` : name)),
    ...rows.map((row) => row.map((value) => (typeof value === "number" ? value : valueWords(value)))),
    ...(total ? [[...total]] : []),
  ]);
}
