import { Hono } from "hono";
import type { Result } from "../../../base/result.ts";
import { figureWords } from "../../../domain/measures/measures.ts";
import { formatDay } from "../../../domain/people/dates.ts";
import { DEGREES, isDegree } from "../../../domain/point/degree.ts";
import { isPurpose, PURPOSES } from "../../../domain/point/visit.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { BEHIND_PAGE_LINES, type Found, readBehind } from "../../../operations/measures/behind.ts";
import { type Looking, type Viewpoint, viewpointOf } from "../../../operations/measures/viewpoint.ts";
import type { Problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { csv } from "../../http/csv.ts";
import { lookingQuery, readLooking } from "../../http/looking.ts";
import { refused } from "../../http/refused.tsx";
import type { Env, Request } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";

/** The dossiers or visits behind a figure, and the same as a file. */
export const behindPages = new Hono<Env>()
  .get(paths.statisticsBehind, (request) => asStaff(request, ["officer", "leader", "admin"], (member) => list(request, member)))
  .get(paths.statisticsBehindCsv, (request) => asStaff(request, ["officer", "leader"], (member) => file(request, member)));

async function find(
  request: Request,
  member: StaffMember,
  pageNumber: number | "all",
): Promise<Result<{ view: Viewpoint; found: Found }, Problem>> {
  const view = await viewpointOf(request.var.services, member, readLooking(request));
  if (!view.ok) return view;
  const { so: word = "received", "thu-tuc": procedure = "" } = request.req.query();
  const found = await readBehind(request.var.services, member, view.value, { word, procedure, page: pageNumber });
  return found.ok ? { ok: true, value: { view: view.value, found: found.value } } : found;
}

async function list(request: Request, member: StaffMember): Promise<Response> {
  const looking = readLooking(request);
  const pageNumber = Math.max(0, Number(request.req.query("trang") ?? "0") || 0);
  const back = `${paths.statistics}?${lookingQuery(looking)}`;
  const read = await find(request, member, pageNumber);
  if (!read.ok) return refused(request, read.reason, back);
  const { view, found } = read.value;
  const procedure = request.req.query("thu-tuc") ?? "";
  return page(request, {
    title: `${found.name} – ${view.name}`,
    desk: true,
    back,
    children: (
      <>
        <h1>
          {found.name}: {figureWords({ unit: "count", n: found.count })}
        </h1>
        <p>
          {view.name}, {formatDay(view.period.from)} – {formatDay(view.period.to)}. {found.definition}
        </p>
        {member.role === "admin" ? null : (
          <p>
            <a href={`${paths.statisticsBehindCsv}?${lookingQuery(looking, { so: found.measure, "thu-tuc": procedure })}`}>Tải về (CSV)</a>
          </p>
        )}
        {found.of === "dossiers" ? <Dossiers found={found} own={view.own && member.role !== "admin"} /> : <Visits found={found} />}
        <Pages looking={looking} found={found} procedure={procedure} pageNumber={pageNumber} />
      </>
    ),
  });
}

async function file(request: Request, member: StaffMember): Promise<Response> {
  const read = await find(request, member, "all");
  if (!read.ok) return refused(request, read.reason, paths.statistics);
  const { found } = read.value;
  const rows =
    found.of === "dossiers"
      ? [
          [
            "mã hồ sơ",
            "mã tra cứu",
            "thủ tục",
            "tên thủ tục",
            "người nộp",
            "kênh",
            "điểm",
            "mức hỗ trợ",
            "ngày nộp",
            "hẹn trả",
            "ngày xong",
          ],
          ...found.lines.map((line) => [
            line.dossierCode,
            line.trackingCode,
            line.procedure,
            line.procedureName,
            line.applicant,
            CHANNELS[line.channel] ?? line.channel,
            line.point,
            degreeWords(line.degree),
            line.receivedOn,
            line.dueOn,
            line.settledOn,
          ]),
        ]
      : [
          ["ngày", "số", "điểm", "mục đích", "có người trực giúp", "bà con bày", "ghi muộn ngày"],
          ...found.lines.map((line) => [
            line.day,
            line.number,
            line.point,
            purposeWords(line.purpose),
            yes(line.helped),
            yes(line.peer),
            line.typedIn,
          ]),
        ];
  return csv(request, `${found.measure}.csv`, rows);
}

function Dossiers({ found, own }: { found: Found & { of: "dossiers" }; own: boolean }) {
  if (found.lines.length === 0) return <p class="notice">Không có hồ sơ nào.</p>;
  return (
    <section class="scroll" tabindex={0} aria-label="Hồ sơ">
      <table>
        <thead>
          <tr>
            <th scope="col">Ngày nộp</th>
            <th scope="col">{own ? "Người nộp" : "Mã"}</th>
            <th scope="col">Thủ tục</th>
            <th scope="col">Kênh</th>
            <th scope="col">Mức hỗ trợ</th>
            <th scope="col">Hẹn trả</th>
            <th scope="col">Xong</th>
          </tr>
        </thead>
        <tbody>
          {found.lines.map((line) => (
            <tr>
              <td>{formatDay(line.receivedOn)}</td>
              <td>{own ? <a href={paths.officeDossier(line.dossier)}>{line.applicant}</a> : (line.dossierCode ?? line.trackingCode)}</td>
              <td>{line.procedureName}</td>
              <td>{CHANNELS[line.channel] ?? line.channel}</td>
              <td>{degreeWords(line.degree)}</td>
              <td>{formatDay(line.dueOn)}</td>
              <td>{line.settledOn ? formatDay(line.settledOn) : "đang giải quyết"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Visits({ found }: { found: Found & { of: "visits" } }) {
  if (found.lines.length === 0) return <p class="notice">Không có lượt nào.</p>;
  return (
    <section class="scroll" tabindex={0} aria-label="Lượt đến">
      <table>
        <thead>
          <tr>
            <th scope="col">Ngày</th>
            <th scope="col">Số</th>
            <th scope="col">Mục đích</th>
            <th scope="col">Ghi muộn ngày</th>
            <th scope="col">Ai đứng bên</th>
          </tr>
        </thead>
        <tbody>
          {found.lines.map((line) => (
            <tr>
              <td>{formatDay(line.day)}</td>
              <td>{line.number}</td>
              <td>{purposeWords(line.purpose)}</td>
              <td>{line.typedIn === null ? "" : formatDay(line.typedIn)}</td>
              <td>{line.helped ? "người trực" : line.peer ? "bà con bày" : "tự làm"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Pages({ looking, found, procedure, pageNumber }: { looking: Looking; found: Found; procedure: string; pageNumber: number }) {
  const link = (to: number, words: string) => (
    <a href={`${paths.statisticsBehind}?${lookingQuery(looking, { so: found.measure, "thu-tuc": procedure, trang: String(to) })}`}>
      {words}
    </a>
  );
  return (
    <p>
      {pageNumber > 0 ? link(pageNumber - 1, "Trang trước") : null}{" "}
      {(pageNumber + 1) * BEHIND_PAGE_LINES < found.count ? link(pageNumber + 1, "Trang sau") : null}
    </p>
  );
}

const CHANNELS: Readonly<Record<string, string>> = { online: "Trực tuyến", direct: "Trực tiếp", post: "Bưu chính" };

function degreeWords(degree: string): string {
  return isDegree(degree) ? DEGREES[degree] : "không rõ";
}

function purposeWords(purpose: string): string {
  return isPurpose(purpose) ? PURPOSES[purpose] : purpose;
}

function yes(is: boolean): string {
  return is ? "có" : "không";
}
