import { Hono } from "hono";
import { officeDay } from "../../../base/clock.ts";
import { formatDay, parseTypedDate } from "../../../domain/people/dates.ts";
import { drawDossierRegister } from "../../../operations/dossiers/dossier-register.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import type { Problem } from "../../../operations/problems.ts";
import { drawRegisterPage } from "../../../operations/registers/draw-page.ts";
import { browse, findShelf, PAGE_ENTRIES, readRegisterDesk, type Shelf, slugOf } from "../../../operations/registers/register-desk.ts";
import type { RegisterLine } from "../../../store/views/register-list.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { sendPdf } from "../../http/send-pdf.ts";
import { LinesTable } from "../../layout/lines-table.tsx";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";

const ROLES = ["officer", "leader"] as const;

/** The registers of the office: which, of which year; a page of one; what was looked for in it; a page on paper. */
export const registerPages = new Hono<Env>()
  .get(paths.registers, (request) => asStaff(request, ROLES, (member) => shelvesPage(request, member)))
  .get(paths.dossierRegister, (request) => asStaff(request, ROLES, (member) => dossierRegister(request, member)))
  .get("/mot-cua/so/:register/:year{\\d{4}}", (request) => asStaff(request, ROLES, (member) => booksPage(request, member, "")))
  // what is looked for is posted: a name has no place in an address
  .post("/mot-cua/so/:register/:year{\\d{4}}", (request) =>
    asStaff(request, ROLES, async (member) => booksPage(request, member, (await readForm(request)).tim ?? "")),
  )
  .get("/mot-cua/so/:register/:year{\\d{4}}/trang.pdf", (request) =>
    asStaff(request, ROLES, async (member) => {
      const { services } = request.var;
      const shelf = await findShelf(services, member, request.req.param("register"), request.req.param("year"));
      if (!shelf.ok) return refused(request, shelf.reason, paths.registers);
      const lines = await browse(services, member, shelf.value, "", pageOf(request));
      return sendPdf(request, await drawRegisterPage(services, member, shelf.value, lines));
    }),
  );

function pageOf(request: Request): number {
  return Math.max(0, Number(request.req.query("trang") ?? "0") || 0);
}

/** Days come as people type them; without any it is this month so far. What is wrong is said where it was typed. */
async function dossierRegister(request: Request, member: StaffMember): Promise<Response> {
  const { services } = request.var;
  const today = officeDay(services.now());
  const typed = { tu: request.req.query("tu") || formatDay(`${today.slice(0, 8)}01`), den: request.req.query("den") || formatDay(today) };
  const [from, until] = [parseTypedDate(typed.tu), parseTypedDate(typed.den)];
  const asOf = parseTypedDate(request.req.query("lap") || formatDay(today));
  const period = { from: from.ok ? from.value : "", until: until.ok ? until.value : "", asOf: asOf.ok ? asOf.value : "" };
  const drawn = await drawDossierRegister(services, member, period);
  return drawn.ok ? sendPdf(request, drawn.value) : shelvesPage(request, member, typed, drawn.reason);
}

async function shelvesPage(request: Request, member: StaffMember, typed = { tu: "", den: "" }, said: Problem | null = null) {
  const { shelves, asked } = await readRegisterDesk(request.var.services, member);
  const years = [...new Set(shelves.map(({ year }) => year))];
  return page(
    request,
    {
      title: "Sổ",
      desk: true,
      back: homeOf(member),
      children: (
        <>
          <h1>Sổ của cơ quan</h1>
          <ProblemSummary problem={said} />
          {asked.length === 0 ? null : (
            <section aria-labelledby="cho-ky">
              <h2 id="cho-ky">Chờ lãnh đạo ký</h2>
              <ul>
                {asked.map((line) => (
                  <li>
                    <a href={entryPath(line)}>
                      {line.asked === "copies" ? "Cấp bản sao" : "Cải chính"}: {line.subject}, số {line.number}/{line.year}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {shelves.length === 0 ? <p class="notice">Chưa có việc nào vào sổ. Ký kết quả đầu tiên thì sổ bắt đầu.</p> : null}
          {years.map((year) => (
            <section aria-labelledby={`nam-${year}`}>
              <h2 id={`nam-${year}`}>Năm {year}</h2>
              <ul>
                {shelves
                  .filter((shelf) => shelf.year === year)
                  .map((shelf) => (
                    <li>
                      <a href={paths.register(shelf.slug, year)}>{shelf.register}</a> – {shelf.count} số
                    </li>
                  ))}
              </ul>
            </section>
          ))}
          <h2>Sổ theo dõi hồ sơ</h2>
          <form method="get" action={paths.dossierRegister} class="row">
            <TextField id="tu" label="Nhận từ ngày" hint="Để trống là từ đầu tháng này" value={typed.tu} short />
            <TextField id="den" label="Đến ngày" hint="Để trống là hôm nay" value={typed.den} short />
            <button class="quiet" type="submit">
              Mở sổ (PDF)
            </button>
          </form>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

async function booksPage(request: Request, member: StaffMember, typed: string) {
  const { services } = request.var;
  const found = await findShelf(services, member, request.req.param("register") ?? "", request.req.param("year") ?? "");
  if (!found.ok) return refused(request, found.reason, paths.registers);
  const shelf = found.value;
  const number = pageOf(request);
  const lines = await browse(services, member, shelf, typed, typed === "" ? number : 0);
  const here = paths.register(shelf.slug, shelf.year);
  return page(request, {
    title: `${shelf.register} ${shelf.year}`,
    desk: true,
    back: paths.registers,
    scripts: ["desk.js"],
    children: (
      <>
        <h1>
          {shelf.register}, năm {shelf.year}
        </h1>
        <form method="post" action={here} class="row">
          <label class="sr" for="tim">
            Tìm tên, số, ngày vào sổ
          </label>
          <input type="search" id="tim" name="tim" value={typed} placeholder="Tên, số, ngày vào sổ" autocomplete="off" />
          <button class="quiet" type="submit">
            Tìm
          </button>
          {typed === "" ? (
            <a class="button quiet" href={`${paths.registerPagePdf(shelf.slug, shelf.year)}?trang=${number}`}>
              In trang này (PDF)
            </a>
          ) : (
            <a href={here}>Xem cả sổ</a>
          )}
        </form>
        <Lines lines={lines} typed={typed} />
        {typed === "" ? <Pages shelf={shelf} number={number} /> : null}
      </>
    ),
  });
}

function Lines({ lines, typed }: { lines: readonly RegisterLine[]; typed: string }) {
  if (lines.length === 0)
    return (
      <p class="notice">{typed === "" ? "Trang này chưa có số nào." : `Không thấy “${typed}” trong sổ này. Thử tên không dấu, hoặc số.`}</p>
    );
  return (
    <LinesTable
      lines={lines}
      columns={[
        { head: "Số", cell: (line) => line.number },
        { head: "Ngày vào sổ", cell: (line) => formatDay(line.enteredOn) },
        {
          head: "Người, việc",
          cell: (line) => (
            <a href={entryPath(line)} data-row>
              {line.subject || "(không ghi tên)"}
            </a>
          ),
        },
        { head: "Giấy đã cấp", cell: (line) => line.name },
        { head: "Ghi chú", cell: noteOf },
      ]}
    />
  );
}

function noteOf(line: RegisterLine): string {
  return [
    line.revokedOn ? `Đã thu hồi ${formatDay(line.revokedOn)}` : "",
    line.correctedOn ? `Đã cải chính ${formatDay(line.correctedOn)}` : "",
    line.copies > 0 ? `Đã cấp ${line.copies} bản sao` : "",
    line.asked ? "Có việc chờ ký" : "",
  ]
    .filter(Boolean)
    .join("; ");
}

function Pages({ shelf, number }: { shelf: Shelf; number: number }) {
  const here = paths.register(shelf.slug, shelf.year);
  const last = Math.floor(Math.max(0, shelf.count - 1) / PAGE_ENTRIES);
  if (last === 0) return null;
  return (
    <nav class="row" aria-label="Các trang của sổ">
      {number > 0 ? <a href={`${here}?trang=${number - 1}`}>Trang trước</a> : null}
      <span>
        Trang {number + 1} trên {last + 1}
      </span>
      {number < last ? <a href={`${here}?trang=${number + 1}`}>Trang sau</a> : null}
    </nav>
  );
}

function entryPath(line: RegisterLine): string {
  return paths.registerEntry(slugOf(line.register), line.year, line.number);
}
