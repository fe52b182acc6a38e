import type { Problem } from "../../operations/problems.ts";
import { page } from "../layout/page.tsx";
import { ProblemSummary } from "../layout/parts.tsx";
import { paths } from "../paths.ts";
import { STATUS_OF } from "./refusals.ts";
import type { Request } from "./request.ts";

/** A page of its own for a refusal that belongs to no form: what happened, and where to go from here. */
export function refused(request: Request, problem: Problem, back: string = paths.home) {
  return page(
    request,
    {
      title: "Chưa làm được",
      back,
      children: (
        <>
          <h1>Chưa làm được</h1>
          <ProblemSummary problem={problem} />
          <div class="row">
            <a class="button" href={paths.home}>
              Về trang đầu
            </a>
            <a href={paths.resume}>Tôi có phiếu</a>
            <a href={paths.tracking}>Tra cứu hồ sơ</a>
          </div>
        </>
      ),
    },
    STATUS_OF[problem.code],
  );
}
