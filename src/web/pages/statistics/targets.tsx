import { Hono } from "hono";
import { figureWords, MEASURES } from "../../../domain/measures/measures.ts";
import { outlookWords } from "../../../domain/measures/outlook.ts";
import { formatDay } from "../../../domain/people/dates.ts";
import { NATION } from "../../../domain/units/territory.ts";
import { type UnitTable, unitOn } from "../../../domain/units/unit-table.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { readTargets, setTarget, TARGET_MEASURES, takeTargetBack, type WantedTarget } from "../../../operations/measures/targets.ts";
import { viewpointOf } from "../../../operations/measures/viewpoint.ts";
import type { Problem } from "../../../operations/problems.ts";
import { unitTable } from "../../../operations/units/unit-table.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { readLooking } from "../../http/looking.ts";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { DayField } from "./period-fields.tsx";

/** Goals of a unit: leaders set them, everybody at work sees where they stand on the dashboard. */
export const targetPages = new Hono<Env>()
  .get(paths.statisticsTargets, (request) => asStaff(request, ["leader"], (member) => draw(request, member, null, null)))
  .post(paths.statisticsTargets, (request) =>
    asStaff(request, ["leader"], async (member) => {
      const form = await readForm(request);
      const wanted = {
        unit: form.unit ?? "",
        measure: form.measure ?? "",
        percent: Number((form.percent ?? "").replace(",", ".")) || 0,
        from: form.from ?? "",
        to: form.to ?? "",
      };
      const set = await setTarget(request.var.services, member, wanted);
      return set.ok
        ? request.redirect(paths.statisticsTargets, 303)
        : draw(request, member, set.reason, { ...wanted, percent: form.percent ?? "" });
    }),
  )
  .post("/thong-ke/muc-tieu/:target/bo", (request) =>
    asStaff(request, ["leader"], async (member) => {
      const gone = await takeTargetBack(request.var.services, member, request.req.param("target"));
      return gone.ok ? request.redirect(paths.statisticsTargets, 303) : refused(request, gone.reason, paths.statisticsTargets);
    }),
  );

/** "Xã Khánh Đông (22621)", as the unit was called when the goal began. */
function unitWords({ unit, from }: { unit: string; from: string }, table: UnitTable): string {
  const name = unit === NATION ? "cả nước" : unitOn(unit, from, table)?.name;
  return name === undefined ? `đơn vị ${unit}` : `${name} (${unit})`;
}

/** As it was typed, to stand in the form again. */
type Typed = Omit<WantedTarget, "percent"> & { readonly percent: string };

async function draw(request: Request, member: StaffMember, said: Problem | null, typed: Typed | null): Promise<Response> {
  const { services } = request.var;
  const view = await viewpointOf(services, member, readLooking(request));
  if (!view.ok) return refused(request, view.reason, paths.statistics);
  const [targets, table] = await Promise.all([readTargets(services, member, view.value.units), unitTable(services)]);
  const year = services.now().getUTCFullYear();
  const value = typed ?? {
    unit: view.value.units[0] ?? "",
    measure: "online-rate",
    percent: 50,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  };
  return page(
    request,
    {
      title: "Mục tiêu",
      desk: true,
      back: paths.statistics,
      children: (
        <>
          <h1>Mục tiêu</h1>
          <ProblemSummary problem={said} />
          <form method="post" action={paths.statisticsTargets} class="filters">
            <p>
              <label for="unit">Mã đơn vị</label>
              <input id="unit" name="unit" value={value.unit} />
            </p>
            <p>
              <label for="measure">Số đo</label>
              <select id="measure" name="measure">
                {TARGET_MEASURES.map((measure) => (
                  <option value={measure} selected={value.measure === measure}>
                    {MEASURES[measure].name}
                  </option>
                ))}
              </select>
            </p>
            <p>
              <label for="percent">Đạt bao nhiêu phần trăm</label>
              <input id="percent" name="percent" inputmode="decimal" value={value.percent} />
            </p>
            <DayField id="from" label="Từ ngày" value={value.from} />
            <DayField id="to" label="Đến ngày" value={value.to} />
            <button type="submit">Đặt mục tiêu</button>
          </form>
          {targets.length === 0 ? <p class="notice">Chưa có mục tiêu nào cho đơn vị này.</p> : null}
          <ul>
            {targets.map(({ target, figure, outlook }) => (
              <li>
                <strong>
                  {MEASURES[target.measure === "on-time-rate" ? "on-time-rate" : "online-rate"].name}{" "}
                  {(target.goal * 100).toLocaleString("vi-VN")} %, {unitWords(target, table)}, {formatDay(target.from)} –{" "}
                  {formatDay(target.to)}
                </strong>
                : nay {figureWords(figure)}. {outlookWords(outlook, target.goal)}
                {target.office === member.office ? (
                  <form method="post" action={paths.statisticsTargetAway(target.target)}>
                    <button class="plain" type="submit">
                      Bỏ mục tiêu này
                    </button>
                  </form>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ),
    },
    said ? (STATUS_OF[said.code] as 422) : 200,
  );
}
