import { Hono } from "hono";
import type { PaperRef } from "../../../domain/dossier/events.ts";
import { isRegisterMove, MOVES, movesOpen } from "../../../domain/dossier/moves.ts";
import { STATUSES } from "../../../domain/dossier/status.ts";
import { dayWithWeekday } from "../../../domain/people/dates.ts";
import { DEGREES } from "../../../domain/point/degree.ts";
import { changeWords } from "../../../domain/registers/entry.ts";
import { entryWords } from "../../../domain/registers/numbering.ts";
import { type DeskDossier, openAtDesk } from "../../../operations/dossiers/desk.ts";
import { slipsOf } from "../../../operations/dossiers/slips.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import type { Problem } from "../../../operations/problems.ts";
import { slugOf } from "../../../operations/registers/register-desk.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import type { Env, Request } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { Facts, money, ProblemSummary, Shown } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";
import { eventWords, moment } from "../citizen/event-words.ts";
import { MoveForm } from "./move-form.tsx";

/** Everything about a dossier on one page: the declaration beside the papers, what can be done now, what was done. */
export const dossier = new Hono<Env>().get("/mot-cua/:id", (request) =>
  asStaff(request, ["officer", "leader", "helper"], (member) => dossierPage(request, member, request.req.param("id"), null)),
);

export async function dossierPage(request: Request, member: StaffMember, id: string, said: Problem | null): Promise<Response> {
  const opened = await openAtDesk(request.var.services, member, id, "dossier");
  if (!opened.ok) return refused(request, opened.reason, paths.office);
  const { dossier: open, office, log, key } = opened.value;
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
          <div class="split">
            <Facts
              rows={[
                { label: "Trạng thái", value: open.proposed ? "Chờ lãnh đạo ký" : STATUSES[open.status].words },
                { label: "Hẹn trả", value: `${dayWithWeekday(open.due.day)}, ${open.due.time}` },
                { label: "Mã hồ sơ", value: open.dossierCode ?? "chưa có" },
                { label: "Mã tra cứu", value: open.trackingCode },
              ]}
            />
            <Facts
              rows={[
                { label: "Gửi lúc", value: moment(open.lodgedAt) },
                { label: "Kênh", value: { online: "Trực tuyến", direct: "Trực tiếp", post: "Bưu chính" }[open.channel] },
                { label: "Lệ phí", value: open.fee.amountDong === null ? open.fee.words : money(open.fee.amountDong) },
                { label: "Nơi giải quyết", value: office.name },
                { label: "Mức hỗ trợ", value: open.help ? [DEGREES[open.help.degree], ...open.help.helpers].join(" – ") : "không rõ" },
              ]}
            />
          </div>
          <details>
            <summary>Vì sao hẹn ngày này?</summary>
            <ul>
              {open.due.explanation.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </details>
          {open.countersignOwed ? (
            <p class="notice warn">Người trực làm thay hồ sơ này. Xin đọc lại với giấy tờ, ký xác nhận, rồi mới tiếp nhận.</p>
          ) : null}
          {open.withdrawalAsked === null ? null : (
            <p class="notice warn">
              Bà con xin rút hồ sơ{open.withdrawalAsked ? `: ${open.withdrawalAsked}` : ""}. Xin trả lời trước khi làm tiếp.
            </p>
          )}
          {open.feeOwed ? (
            <p class="notice">
              Đang chờ nộp {money(open.feeOwed.amountDong)}: {open.feeOwed.words}. Thời hạn đang tạm dừng.
            </p>
          ) : null}
          {open.entry ? (
            <p class="notice">
              Về {open.entry.of.name}, {entryWords(open.entry.of)}.{open.entry.changes.map((change) => ` ${changeWords(change)}.`)}
            </p>
          ) : null}
          {open.ending ? <p class="notice warn">Lý do: {open.ending}</p> : null}
          {moves.length > 0 ? (
            <section aria-label="Việc làm được bây giờ">
              <h2>Làm gì tiếp</h2>
              <div class="moves">
                {moves
                  .filter(
                    (move) =>
                      move !== "supplement" &&
                      !isRegisterMove(move) &&
                      (move !== "extend" || procedure?.deadline.verification !== undefined),
                  )
                  .map((move) => (
                    <MoveForm
                      id={key.dossier}
                      move={move}
                      words={MOVES[move].words}
                      reasons={procedure?.supplementReasons ?? []}
                      applicant={open.applicant.name}
                    />
                  ))}
                {moves.includes("link-entry") && procedure?.result?.onEntry ? (
                  <a class="button quiet" href={paths.officeLinkEntry(key.dossier)}>
                    {open.entry ? "Đổi số trong sổ" : "Gắn với sổ"}
                  </a>
                ) : null}
              </div>
            </section>
          ) : null}
          <div class="two">
            <section>
              <h2>Tờ khai</h2>
              {open.declaration.sections.map((part) => (
                <>
                  <h3>{part.title}</h3>
                  <Facts rows={part.rows.map((row) => ({ label: row.label, value: <Shown value={row.value || "—"} /> }))} />
                </>
              ))}
            </section>
            <section class="stick">
              <h2>Giấy tờ</h2>
              <ul class="tabs">
                {open.papers.map((candidate) => (
                  <li>
                    <a
                      href={`${paths.officeDossier(key.dossier)}?giay=${candidate.paper}#giay-to`}
                      aria-current={candidate === paper ? "true" : undefined}
                    >
                      {candidate.name} ({candidate.pages} trang)
                    </a>
                  </li>
                ))}
              </ul>
              {paper ? <PaperView id={key.dossier} paper={paper} /> : <p>Không có giấy tờ kèm theo.</p>}
            </section>
          </div>
          <h2>Phiếu và kết quả</h2>
          <Papers opened={opened.value} />
          <h2>Đã qua những bước</h2>
          <ol class="timeline">
            {log.map((logged) => (
              <li>
                {eventWords(logged)} – {logged.actor.name}
                <small>{moment(logged.at)}</small>
              </li>
            ))}
          </ol>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

/** The pages as pictures, which every browser shows; a PDF that came as one is left to the browser's own reader. The tab stop lets keys scroll. */
function PaperView({ id, paper }: { id: string; paper: PaperRef }) {
  const pdf = paths.officePaper(id, paper.paper);
  if (!paper.previews) return <iframe id="giay-to" title={paper.name} src={pdf} />;
  return (
    <section id="giay-to" class="sheets" aria-label={`Các trang của ${paper.name}`} tabindex={0}>
      {paper.previews.map((_, index) => (
        <a href={`${pdf}#page=${index + 1}`}>
          <img
            src={paths.officePage(id, paper.paper, index + 1)}
            alt={`${paper.name}, trang ${index + 1}. Bấm để mở bản PDF`}
            loading="lazy"
          />
        </a>
      ))}
    </section>
  );
}

const SLIP_WORDS = {
  receipt: "Giấy tiếp nhận và hẹn trả",
  supplement: "Phiếu yêu cầu bổ sung",
  refusal: "Phiếu từ chối",
  apology: "Phiếu xin lỗi và hẹn lại",
  stop: "Thông báo dừng giải quyết",
};

function Papers({ opened }: { opened: DeskDossier }) {
  const { key, dossier: open, log } = opened;
  return (
    <ul>
      <li>
        <a href={paths.officeDeclaration(key.dossier)}>Tờ khai (PDF)</a>
      </li>
      <li>
        <a href={paths.officeControlSheet(key.dossier)}>Phiếu kiểm soát quá trình giải quyết (PDF)</a>
      </li>
      {slipsOf(log).map(({ kind, logged }) => (
        <li>
          <a href={paths.officeSlip(key.dossier, logged.sequence)}>
            {SLIP_WORDS[kind]} – {moment(logged.at)} (PDF)
          </a>
        </li>
      ))}
      {open.refusal ? (
        <li>
          <a href={paths.officeRefusal(key.dossier)}>
            {open.refusal.name} số {open.refusal.number}/{open.refusal.year} (PDF đã ký)
          </a>
        </li>
      ) : null}
      {open.result ? (
        <li>
          <a href={paths.officeResult(key.dossier)}>
            {open.result.name} số {open.result.number}/{open.result.year} (PDF đã ký)
          </a>
          {open.revokedOn ? " – đã thu hồi" : open.corrections.length > 0 ? " – đã cải chính" : ""}
          <a href={paths.registerEntry(slugOf(open.result.register), open.result.year, open.result.number)}>Xem trong sổ</a>
          <form method="post" action={paths.officeResultPrint(key.dossier)}>
            <button class="plain" type="submit">
              In ra máy in của điểm
            </button>
          </form>
        </li>
      ) : null}
    </ul>
  );
}
