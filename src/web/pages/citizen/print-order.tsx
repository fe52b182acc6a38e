import { Hono } from "hono";
import { SLIP_NAMES } from "../../../domain/slips/forms.ts";
import { cancelOrder, orderWords, printAtPoint, printTopic, readOrder, type ToPrint } from "../../../operations/devices/print-desk.ts";
import { noteLook } from "../../../operations/dossiers/looks.ts";
import { drawSlip, receiptOf } from "../../../operations/dossiers/slips.ts";
import { trackedDraft } from "../../../operations/dossiers/track.ts";
import { openDraft } from "../../../operations/drafts/open-draft.ts";
import { printSlip } from "../../../operations/drafts/slip.ts";
import { problem } from "../../../operations/problems.ts";
import type { AtPoint } from "../../../operations/visits/open-visit.ts";
import type { DossierKey } from "../../../store/records/dossier-log.ts";
import type { VisitKey } from "../../../store/records/visits.ts";
import { live } from "../../http/live.ts";
import { refused } from "../../http/refused.tsx";
import type { Env, Request } from "../../http/request.ts";
import { pointOfRequest } from "../../http/this-point.ts";
import { page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";

/** Paper out of the point's own printer: the slip, the receipt; and where the order stands. */
export const printOrders = new Hono<Env>()
  .post("/ho-so/:id/phieu/in", async (request) => {
    const open = await openDraft(request.var.services, request.var.visitor, request.req.param("id"));
    if (!open.ok) return refused(request, open.reason);
    const { pdf } = await printSlip(request.var.services, open.value.draft);
    return sendToPrinter(request, { what: "Phiếu quay lại", pdf }, paths.draftSlip(open.value.draft.draft));
  })
  .post("/ho-so/:id/da-gui/in", async (request) => {
    const open = await openDraft(request.var.services, request.var.visitor, request.req.param("id"));
    if (!open.ok) return refused(request, open.reason);
    const tracked = await trackedDraft(request.var.services, open.value.draft);
    const receipt = tracked ? receiptOf(tracked.log) : undefined;
    if (!tracked || !receipt) return refused(request, problem("dossier-not-found"));
    const { head: key, office, log } = tracked;
    const pdf = await drawSlip(request.var.services, { key, office, log }, receipt);
    return sendToPrinter(
      request,
      { what: SLIP_NAMES.receipt, pdf, of: { ...tracked.head, what: "print:slip:receipt" } },
      paths.draftReceipt(open.value.draft.draft),
    );
  })
  .get("/in/:job", (request) => orderPage(request, request.req.param("job")))
  .get("/in/:job/tin", (request) => live(request, printTopic(request.req.param("job"))))
  .post("/in/:job/huy", async (request) => {
    const order = await readOrder(request.var.services, request.req.param("job"));
    if (!order || !(await isInTheirHands(request, order))) return refused(request, problem("print-not-found"), paths.home);
    cancelOrder(order.job);
    return request.redirect(paths.printOrder(order.job), 303);
  });

/** What goes to the printer, and of which dossier it is: then it stands in the log who printed what. */
type PaperToPrint = Pick<ToPrint, "what" | "pdf"> & { readonly of?: DossierKey & { readonly what: string } };

/** Sends a paper to the printer of the point that the request comes from, and shows how it goes. */
export async function sendToPrinter(request: Request, { of, ...paper }: PaperToPrint, back: string): Promise<Response> {
  const place = await pointOfRequest(request);
  if (!place) return refused(request, problem("no-printer"), back);
  const hands = handsOf(request, place);
  const sent = await printAtPoint(request.var.services, place, { ...paper, copies: 1, ...hands });
  if (sent.ok && of) await noteLook(request.var.services, of, hands.staff, of.what);
  return sent.ok ? request.redirect(paths.printOrder(sent.value), 303) : refused(request, sent.reason, back);
}

/** Whose hands use the point's machines: the visit that it hangs on, and who works there. */
export function handsOf({ var: { visitor } }: Request, place: AtPoint): { visit: VisitKey | null; staff: string | null } {
  const visit = visitor.kind === "guest" || visitor.kind === "citizen" || visitor.kind === "staff" ? visitor.visit : null;
  return { visit: visit?.office === place.office ? visit : null, staff: visitor.kind === "staff" ? visitor.member.staff : null };
}

/**
 * May they stop what a machine does? Whoever ordered it in their visit, people at work in its office; and what hangs on nobody, whoever stands at its point.
 */
export async function isInTheirHands(
  request: Request,
  { office, visit, staff }: { readonly office: string; readonly visit: string | null; readonly staff: string | null },
): Promise<boolean> {
  const { visitor } = request.var;
  if (visitor.kind === "staff") return visitor.member.office === office;
  const own = visitor.kind === "guest" || visitor.kind === "citizen" ? visitor.visit : null;
  if (visit !== null || staff !== null) return own !== null && own.office === office && own.visit === visit;
  return (await pointOfRequest(request))?.office === office;
}

async function orderPage(request: Request, id: string): Promise<Response> {
  const order = await readOrder(request.var.services, id);
  if (!order) return refused(request, problem("print-not-found"), paths.home);
  const { state, sentences } = orderWords(order);
  return page(request, {
    title: "In ra giấy",
    back: paths.home,
    desk: request.var.visitor.kind === "staff",
    scripts: ["live.js"],
    children: (
      <div data-live={paths.printOrderLive(id)}>
        <h1 class={state === "done" ? "done" : undefined}>{order.what}</h1>
        <div class={state === "failed" ? "notice warn" : "notice"} role="status">
          {sentences.filter(Boolean).map((sentence) => (
            <p>{sentence}</p>
          ))}
        </div>
        {state === "waiting" ? (
          <form method="post" action={paths.printOrderCancel(id)}>
            <button class="quiet" type="submit">
              Thôi, không in nữa
            </button>
          </form>
        ) : null}
      </div>
    ),
  });
}
