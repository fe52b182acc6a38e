import { Hono } from "hono";
import { officeDay } from "../../../../base/clock.ts";
import { tryEdit } from "../../../../operations/procedures/previewing.ts";
import { refused } from "../../../http/refused.tsx";
import { type Env, readForm, rememberSession } from "../../../http/request.ts";
import { page } from "../../../layout/page.tsx";
import { paths } from "../../../paths.ts";
import { Contents } from "../../citizen/about-procedure.tsx";
import { withProcedure } from "./frame.tsx";

/** The citizen's own pages, drawn from the edit: the procedure's page here, its questions in a practice declaration. Nothing goes anywhere. */
export const procedurePreview = new Hono<Env>()
  .get("/quan-tri/thu-tuc/:code/xem-truoc", (request) =>
    withProcedure(request, (_member, editing) => {
      const { services } = request.var;
      return page(request, {
        title: `Xem trước: ${editing.body.name}`,
        back: paths.editedProcedure(editing.code),
        preview: true,
        children: (
          <Contents procedure={editing.body} answers={request.req.query()} today={officeDay(services.now())} services={services} preview />
        ),
      });
    }),
  )
  .post("/quan-tri/thu-tuc/:code/xem-truoc", (request) =>
    withProcedure(request, async (member, editing) => {
      const { practice: _practice, ...cases } = await readForm(request);
      const begun = await tryEdit(request.var.services, request.var.visitor, member, editing.code, cases);
      if (!begun.ok) return refused(request, begun.reason, paths.editedProcedure(editing.code));
      rememberSession(request, begun.value.token);
      return request.redirect(paths.draft(begun.value.draft.draft), 303);
    }),
  );
