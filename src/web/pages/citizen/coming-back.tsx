import { Hono } from "hono";
import { commonPiece } from "../../../domain/voices/pieces.ts";
import { resumeBySlip } from "../../../operations/drafts/slip.ts";
import type { Problem } from "../../../operations/problems.ts";
import { heardOf } from "../../http/heard.ts";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, type Request, readForm, rememberSession } from "../../http/request.ts";
import { pointOfRequest } from "../../http/this-point.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

/** Back to a draft with the slip: its code and the four digits. */
export const comingBack = new Hono<Env>()
  .get(paths.resume, (request) => slipPage(request, request.req.query("ma") ?? "", null))
  .post(paths.resume, async (request) => {
    const { ma = "", so = "" } = await readForm(request);
    const resumed = await resumeBySlip(request.var.services, request.var.visitor, { code: ma, secret: so }, await pointOfRequest(request));
    if (!resumed.ok) return slipPage(request, ma, resumed.reason);
    rememberSession(request, resumed.value.token);
    return request.redirect(`${paths.draft(resumed.value.draft.draft)}?bo-qua=1`, 303);
  });

async function slipPage(request: Request, code: string, said: Problem | null) {
  return page(
    request,
    {
      title: "Tôi có phiếu",
      heard: await heardOf(request, [commonPiece("co-phieu")]),
      back: paths.home,
      children: (
        <>
          <h1>Tôi có phiếu, làm tiếp</h1>
          <ProblemSummary problem={said} />
          <form method="post" action={paths.resume}>
            <TextField id="ma" label="Mã phiếu" hint="Tám chữ và số trên phiếu. Gõ chữ thường cũng được." value={code} short />
            <TextField id="so" label="Bốn số bí mật" type="password" numeric short />
            <div class="row">
              <button type="submit">Làm tiếp</button>
            </div>
          </form>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}
