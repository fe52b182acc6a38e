import { Hono } from "hono";
import { openAtDesk } from "../../../operations/dossiers/desk.ts";
import { openNoMore, openNow, stillOpen } from "../../../operations/dossiers/lease.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { refused } from "../../http/refused.tsx";
import { type Env, readForm } from "../../http/request.ts";
import { paths } from "../../paths.ts";

/** Who has a dossier open: the page says that it still is, that somebody goes on all the same, that it was left. */
export const openNowPages = new Hono<Env>()
  .post("/mot-cua/:id/dang-mo", (request) =>
    asStaff(request, ["officer", "leader"], async (member) => {
      const other = await stillOpen(request.var.services, member, request.req.param("id"));
      return other.ok ? request.json({ other: other.value?.name ?? null }) : refused(request, other.reason, paths.office);
    }),
  )
  .post("/mot-cua/:id/lam-tiep", (request) =>
    asStaff(request, ["officer", "leader"], async (member) => {
      const id = request.req.param("id");
      const opened = await openAtDesk(request.var.services, member, id, "dossier");
      if (!opened.ok) return refused(request, opened.reason, paths.office);
      await openNow(request.var.services, member, opened.value.key, true);
      const { tu = "" } = await readForm(request);
      return request.redirect(paths.officeDossierFrom(id, tu), 303);
    }),
  )
  .post("/mot-cua/:id/thoi-mo", (request) =>
    asStaff(request, ["officer", "leader"], async (member) => {
      const left = await openNoMore(request.var.services, member, request.req.param("id"));
      return left.ok ? request.body(null, 204) : refused(request, left.reason, paths.office);
    }),
  );
