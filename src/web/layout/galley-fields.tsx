import { maskIdentityNumber } from "../../domain/people/identity-number.ts";
import type { GalleyRow } from "../../operations/galleys/rows.ts";
import { controlAttributes, Labelled } from "./labelled.tsx";

/** A way to put right each line of a galley: what stands there, and a field for what it should be, left empty where it is right. */
export function GalleyFields({
  rows,
  typed,
  errors,
}: {
  rows: readonly GalleyRow[];
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}) {
  return (
    <>
      {rows.map(({ label, value, field }) => {
        if (field === null) return null;
        const id = `sua-${field.id}`;
        const labels = { id, label, hint: `Đang ghi: ${masked(value) || "để trống"}`, error: errors[id] };
        return (
          <Labelled labels={labels}>
            {field.options ? (
              <select {...controlAttributes(labels)}>
                <option value="">Đúng rồi</option>
                {field.options.map((option) => (
                  <option value={option.value} selected={typed[id] === option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            ) : (
              <input {...controlAttributes(labels)} type="text" value={typed[id] ?? ""} placeholder="Đúng rồi thì để trống" />
            )}
          </Labelled>
        );
      })}
    </>
  );
}

/** Numbers are opened in the lines above, not here. */
function masked(value: string): string {
  return value.replace(/\d{12}/g, maskIdentityNumber);
}
