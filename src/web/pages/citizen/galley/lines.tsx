import type { GalleyRow } from "../../../../operations/galleys/rows.ts";
import { controlAttributes, Labelled } from "../../../layout/labelled.tsx";
import { Shown } from "../../../layout/parts.tsx";

interface LinesProps {
  readonly rows: readonly GalleyRow[];
  /** It can still be put right. */
  readonly open: boolean;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** What the certificate would say, line by line; a field stands only at the line that somebody taps to put right. */
export function GalleyLines({ rows, open, typed, errors }: LinesProps) {
  return (
    <dl class="facts">
      {rows.map((row) => [
        <dt>{row.label}</dt>,
        <dd>
          <Shown value={row.value || "—"} />
          {open ? <Correction row={row} typed={typed} errors={errors} /> : null}
        </dd>,
      ])}
    </dl>
  );
}

function Correction({ row: { label, field }, typed, errors }: { row: GalleyRow } & Pick<LinesProps, "typed" | "errors">) {
  if (field === null) return null;
  const id = `sua-${field.id}`;
  const value = typed[id] ?? "";
  const labels = { id, label: `${label} đúng là`, error: errors[id] };
  return (
    <details open={value !== "" || labels.error !== undefined}>
      <summary>
        Sửa<span class="sr"> {label}</span>
      </summary>
      <Labelled labels={labels}>
        {field.options ? (
          <select {...controlAttributes(labels)}>
            <option value="">để như đang ghi</option>
            {field.options.map((option) => (
              <option value={option.value} selected={value === option.value}>
                {option.label}
              </option>
            ))}
          </select>
        ) : (
          <input {...controlAttributes(labels)} type="text" value={value} />
        )}
      </Labelled>
    </details>
  );
}
