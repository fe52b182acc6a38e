import type { Looking } from "../../../operations/measures/viewpoint.ts";
import { paths } from "../../paths.ts";

/** Which unit, which days; with the usual choice filled in. */
export function LookingForm({ looking }: { looking: Looking }) {
  return (
    <form method="get" action={paths.statistics} class="filters">
      <p>
        <label for="don-vi">Đơn vị</label>
        <small id="don-vi-hint">Để trống là cơ quan mình; 22615 xã, 56 tỉnh, VN cả nước</small>
        <input id="don-vi" name="don-vi" value={looking.unit} aria-describedby="don-vi-hint" />
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
        <label for="moc">So với trước ngày</label>
        <input id="moc" name="moc" type="date" value={looking.since} />
      </p>
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
