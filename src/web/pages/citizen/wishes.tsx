import { Hono } from "hono";
import { track } from "../../../operations/dossiers/track.ts";
import { ownsBySession, proveSlip } from "../../../operations/galleys/open-galley.ts";
import { ownContact, parseWish, sayWish } from "../../../operations/messages/contact.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, readForm, rememberSession } from "../../http/request.ts";
import { paths } from "../../paths.ts";
import { typedWish } from "./how-to-tell.tsx";

/** How somebody wants to hear of their dossier, said after it was sent: the consent with an address, or no messages at all. */
export const wishes = new Hono<Env>().post("/tra-cuu/:code/tin", async (request) => {
  const { services, visitor } = request.var;
  const tracked = await track(services, request.req.param("code"));
  if (!tracked.ok) return refused(request, tracked.reason, paths.tracking);
  const back = paths.tracked(tracked.value.dossier.trackingCode);
  const form = await readForm(request);
  if (!(await ownsBySession(services, visitor, tracked.value))) {
    const proved = await proveSlip(services, tracked.value, visitor, form["so-tin"] ?? "");
    if (!proved.ok) return refused(request, proved.reason, back);
    rememberSession(request, proved.value);
  }
  const { head, dossier } = tracked.value;
  const now = await ownContact(services, head, dossier);
  const wish = parseWish(services, typedWish(form), { address: now.email ?? "", agreed: now.agreed && !now.declined });
  if (!wish.ok) return refused(request, wish.reason, back);
  await sayWish(services, visitor, head, wish.value);
  return request.redirect(`${back}#tin`, 303);
});
