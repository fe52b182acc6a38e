import { officeDay } from "../../../../base/clock.ts";
import { periodsOver } from "../../../../domain/reports/report-period.ts";
import { REPORTS, type ReportKind } from "../../../../operations/reports/kinds.ts";
import type { Reporting } from "../../../http/reporting.ts";
import { paths } from "../../../paths.ts";
import { PeriodFields, UnitField } from "../period-fields.tsx";

const OFFERED = 12;

/** Which period: one that is over, or days of one's own; and whose. */
export function ReportingForm({ kind, reporting: { looking, id, words }, now }: { kind: ReportKind; reporting: Reporting; now: Date }) {
  const { rhythm } = REPORTS[kind];
  const offered = periodsOver(rhythm, officeDay(now), OFFERED);
  const known = id === "" || offered.some((period) => period.id === id);
  return (
    <form method="get" action={paths.report(kind)} class="filters">
      <p>
        <label for="ky">Kỳ báo cáo</label>
        <select id="ky" name="ky">
          {known ? null : (
            <option value={id} selected>
              {words}
            </option>
          )}
          {offered.map((period) => (
            <option value={period.id} selected={period.id === id}>
              {period.words}
            </option>
          ))}
          <option value="" selected={id === ""}>
            Theo ngày ghi bên dưới
          </option>
        </select>
      </p>
      <PeriodFields from={looking.from} to={looking.to} />
      <UnitField value={looking.unit} />
      <button type="submit">Xem</button>
    </form>
  );
}
