import { STATUSES } from "../../../../domain/dossier/status.ts";
import { dayWithWeekday } from "../../../../domain/people/dates.ts";
import { printAtPoint } from "../../../../operations/devices/print-desk.ts";
import { openAtDesk } from "../../../../operations/dossiers/desk.ts";
import { noteLook } from "../../../../operations/dossiers/looks.ts";
import { groupedCode } from "../../../../operations/drafts/slip.ts";
import type { StaffMember } from "../../../../operations/identity/member.ts";
import { drawIntakeSlips } from "../../../../operations/intake/intake-slips.ts";
import type { LodgedIntake } from "../../../../operations/intake/lodge-intake.ts";
import type { Request } from "../../../http/request.ts";
import { pointOfRequest } from "../../../http/this-point.ts";
import { page } from "../../../layout/page.tsx";
import { Facts } from "../../../layout/parts.tsx";
import { paths } from "../../../paths.ts";
import { handsOf } from "../../citizen/print-order.tsx";

/** What came of it, and the paper for the person's hand: out of the point's printer at once where there is one, otherwise as a PDF. */
export async function takenInPage(
  request: Request,
  member: StaffMember,
  { dossier, dossierNow, slipSecret }: LodgedIntake,
): Promise<Response> {
  const order = slipSecret === null ? null : await printNow(request, member, dossier, slipSecret);
  const accepted = dossierNow.status === "accepted";
  return page(request, {
    title: accepted ? "Đã nhận hồ sơ" : STATUSES[dossierNow.status].words,
    desk: true,
    back: paths.office,
    children: (
      <>
        <h1 class={accepted ? "done" : undefined}>
          {accepted ? "Đã nhận hồ sơ" : STATUSES[dossierNow.status].words}: {dossierNow.applicant.name}
        </h1>
        <Facts
          rows={[
            { label: "Thủ tục", value: dossierNow.procedure.name },
            ...(accepted
              ? [
                  { label: "Mã hồ sơ", value: dossierNow.dossierCode },
                  { label: "Hẹn trả", value: `${dossierNow.due.time} ${dayWithWeekday(dossierNow.due.day)}` },
                ]
              : []),
            { label: "Mã tra cứu", value: groupedCode(dossierNow.trackingCode) },
            { label: "Bốn số bí mật", value: slipSecret ?? "đã in trên phiếu; in lại thì có số mới" },
          ]}
        />
        <div class="row">
          {order ? (
            <a class="button" href={paths.printOrder(order)}>
              Đang in giấy hẹn, xem máy in
            </a>
          ) : null}
          <form method="post" action={paths.officeSlips(dossier)} target="_blank" rel="noopener">
            <input type="hidden" name="so" value={slipSecret ?? ""} />
            <button class={order ? "quiet" : ""} type="submit" autofocus={order === null}>
              In giấy hẹn và phiếu theo dõi
            </button>
          </form>
          <a class={order ? "button" : undefined} href={paths.officeIntake}>
            Nhận hồ sơ tiếp theo
          </a>
          <a href={paths.officeDossier(dossier)}>Mở hồ sơ</a>
        </div>
      </>
    ),
  });
}

/** The printer of the point that the request comes from; null where there is none. */
async function printNow(request: Request, member: StaffMember, id: string, secret: string): Promise<string | null> {
  const place = await pointOfRequest(request);
  if (place === null) return null;
  const { services } = request.var;
  const opened = await openAtDesk(services, member, id, "dossier");
  const pdf = opened.ok ? await drawIntakeSlips(services, opened.value, secret) : opened;
  if (!pdf.ok) return null;
  const sent = await printAtPoint(services, place, { what: "Giấy hẹn", pdf: pdf.value, copies: 1, ...handsOf(request, place) });
  if (sent.ok && opened.ok) await noteLook(services, opened.value.key, member.staff, "print:intake-slips");
  return sent.ok ? sent.value : null;
}
