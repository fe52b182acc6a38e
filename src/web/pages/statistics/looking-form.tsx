import type { Looking } from "../../../operations/measures/viewpoint.ts";
import { paths } from "../../paths.ts";
import { DayField, PeriodFields, UnitField } from "./period-fields.tsx";

/** Which unit, which days; with the usual choice filled in. */
export function LookingForm({ looking }: { looking: Looking }) {
  return (
    <form method="get" action={paths.statistics} class="filters">
      <UnitField value={looking.unit} />
      <PeriodFields from={looking.from} to={looking.to} />
      <DayField id="moc" label="So với trước ngày" value={looking.since ?? ""} />
      <p>
        <label for="giu">Qua lần sắp xếp 01/7/2025</label>
        <select id="giu" name="giu">
          <option value="">cùng cơ quan</option>
          <option value="dia-ban" selected={looking.hold === "territory"}>
            cùng địa bàn
          </option>
        </select>
      </p>
      {looking.point ? <input type="hidden" name="diem" value={looking.point} /> : null}
      <button type="submit">Xem</button>
    </form>
  );
}
