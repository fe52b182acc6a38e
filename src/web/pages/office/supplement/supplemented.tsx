import type { LoggedEvent } from "../../../../domain/dossier/events.ts";
import { isOpen } from "../../../../domain/dossier/moves.ts";
import { dayWithWeekday } from "../../../../domain/people/dates.ts";
import type { DeskDossier } from "../../../../operations/dossiers/desk.ts";
import { momentWords } from "../../../../operations/dossiers/slips.ts";
import type { Request } from "../../../http/request.ts";
import { pointOfRequest } from "../../../http/this-point.ts";
import { page } from "../../../layout/page.tsx";
import { Facts } from "../../../layout/parts.tsx";
import { WhyThisDay } from "../../../layout/why-this-day.tsx";
import { paths } from "../../../paths.ts";

/** What came of it: the day before and the day now, and the slip with the new one for the person's hand. */
export async function supplementedPage(
  request: Request,
  { key, dossier }: DeskDossier,
  { event, at, sequence }: LoggedEvent,
): Promise<Response> {
  if (event.type !== "supplemented") return request.redirect(paths.officeDossier(key.dossier), 303);
  const { before, due, papers, received = [] } = event;
  const names = [...new Set([...received, ...papers].map(({ name }) => name))];
  const printer = await pointOfRequest(request);
  return page(request, {
    title: "Đã nhận bổ sung",
    desk: true,
    back: paths.officeDossier(key.dossier),
    children: (
      <>
        <h1 class="done">Đã nhận bổ sung: {dossier.applicant.name}</h1>
        <Facts
          rows={[
            { label: "Thủ tục", value: dossier.procedure.name },
            { label: "Nhận lúc", value: momentWords(at) },
            { label: "Giấy tờ", value: names.length > 0 ? names.join(", ") : "chỉ có lời" },
            ...(before ? [{ label: "Trước đây hẹn trả", value: `${before.time} ${dayWithWeekday(before.day)}` }] : []),
            { label: "Nay hẹn trả", value: <strong>{`${due.time} ${dayWithWeekday(due.day)}`}</strong> },
          ]}
        />
        <WhyThisDay due={due} />
        {isOpen(dossier, "accept") ? <p class="notice">Hồ sơ này còn chờ tiếp nhận. Xin mở hồ sơ rồi bấm Tiếp nhận.</p> : null}
        <div class="row">
          <a class="button" href={paths.officeSlip(key.dossier, sequence)} target="_blank" rel="noopener" autofocus>
            In giấy hẹn mới
          </a>
          {printer ? (
            <form method="post" action={paths.officeSupplement(key.dossier)}>
              <button class="quiet" type="submit" name="lam" value="in">
                In ra máy in của điểm
              </button>
            </form>
          ) : null}
          <a href={paths.officeDossier(key.dossier)}>Mở hồ sơ</a>
        </div>
      </>
    ),
  });
}
