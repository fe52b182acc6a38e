/** Which unit figures are of, in the row of questions above them. */
export function UnitField({ value }: { value: string }) {
  return (
    <p>
      <label for="don-vi">Đơn vị</label>
      <small id="don-vi-hint">Để trống là cơ quan mình; 22615 xã, 56 tỉnh, VN cả nước</small>
      <input id="don-vi" name="don-vi" value={value} aria-describedby="don-vi-hint" />
    </p>
  );
}

/** One day in that row; `value` is YYYY-MM-DD or empty. */
export function DayField({ id, label, value }: { id: string; label: string; value: string }) {
  return (
    <p>
      <label for={id}>{label}</label>
      <input id={id} name={id} type="date" value={value} />
    </p>
  );
}

/** The first and the last day of what is looked at; both count. */
export function PeriodFields({ from, to }: { from: string; to: string }) {
  return (
    <>
      <DayField id="tu" label="Từ ngày" value={from} />
      <DayField id="den" label="Đến ngày" value={to} />
    </>
  );
}
