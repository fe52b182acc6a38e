import { Hono } from "hono";
import { isUuid } from "../../../base/ids.ts";
import { dropFilter, saveFilter } from "../../../operations/dossiers/saved-filters.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { refused } from "../../http/refused.tsx";
import { type Env, readForm } from "../../http/request.ts";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";
import { listPage } from "./inbox.tsx";
import { listAddress, readList } from "./list-choice.ts";

/** Choices of the list that somebody keeps under a name. */
export const filterPages = new Hono<Env>()
  .post(paths.officeFilters, (request) =>
    asStaff(request, ["officer", "leader"], async (member) => {
      const { id = "", ten = "", ...asked } = await readForm(request);
      const { services } = request.var;
      const { choice } = await readList(request, member, asked, "cho-tiep-nhan");
      const saved = await saveFilter(services, member, { filter: isUuid(id) ? id : services.newId(), name: ten, choice });
      return saved.ok
        ? request.redirect(listAddress(member, `loc=${saved.value.filter}`), 303)
        : listPage(request, member, saved.reason, asked);
    }),
  )
  .post("/mot-cua/loc/:filter/bo", (request) =>
    asStaff(request, ["officer", "leader"], async (member) => {
      const dropped = await dropFilter(request.var.services, member, request.req.param("filter"));
      return dropped.ok ? request.redirect(homeOf(member), 303) : refused(request, dropped.reason, homeOf(member));
    }),
  );
