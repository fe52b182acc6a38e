import { officeDay } from "../../../../base/clock.ts";
import { periodsOver } from "../../../../domain/reports/report-period.ts";
import { REPORTS, type ReportKind } from "../../../../operations/reports/kinds.ts";
import type { Reporting } from "../../../http/reporting.ts";
import { paths } from "../../../paths.ts";

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
      <p>
        <label for="tu">Từ ngày</label>
        <input id="tu" name="tu" type="date" value={looking.from} />
      </p>
      <p>
        <label for="den">Đến ngày</label>
        <input id="den" name="den" type="date" value={looking.to} />
      </p>
      <p>
        <label for="don-vi">Đơn vị</label>
        <small id="don-vi-hint">Để trống là cơ quan mình; 22615 xã, 56 tỉnh, VN cả nước</small>
        <input id="don-vi" name="don-vi" value={looking.unit} aria-describedby="don-vi-hint" />
      </p>
      <button type="submit">Xem</button>
    </form>
  );
}
