import { ok, type Result, refuse } from "../../base/result.ts";
import { groundOf, type Hold } from "../../domain/units/territory.ts";
import type { DatedUnit, UnitTable } from "../../domain/units/unit-table.ts";
import { listOfficeUnits, type OfficeUnit } from "../../store/records/office-units.ts";
import { type Problem, problem } from "../problems.ts";
import { unitTable } from "../units/unit-table.ts";
import type { Scope } from "./read-figures.ts";

/** The offices that count for a unit; `wider` when some of them serve more than its ground. */
export interface UnitScope extends Scope {
  readonly unit: DatedUnit | null;
  readonly wider: boolean;
}

/** Whose figures are meant by the code of a unit (2, 3 or 5 digits, or VN) on that day (YYYY-MM-DD). */
export async function scopeOfUnit(
  context: Parameters<typeof unitTable>[0],
  code: string,
  day: string,
  hold: Hold,
): Promise<Result<UnitScope, Problem>> {
  const [table, served] = await Promise.all([unitTable(context), listOfficeUnits(context.database.sql)]);
  const ground = groundOf(code, day, table, hold);
  if (ground === null) return refuse(problem("unit-unknown"));
  const offices = new Set(
    served.filter((service) => ground.communes.some((commune) => isServed(commune, service))).map(({ office }) => office),
  );
  return ok({ unit: ground.unit, wider: ground.wider, offices: [...offices].sort() });
}

/** Which commune each office served on a day; for tables that lay communes side by side. */
export function communesServed(served: readonly OfficeUnit[], table: UnitTable, day: string): Map<string, DatedUnit> {
  return new Map(
    served.flatMap((service) => {
      const commune = table.units.find((unit) => unit.level === "commune" && isServed(unit, service) && isOn(unit, day));
      return commune ? [[service.office, commune] as const] : [];
    }),
  );
}

/** Does the office's service of a code mean this very unit? Codes were used again in 2025, so the days must meet. */
function isServed(unit: DatedUnit, { unit: code, from, to }: OfficeUnit): boolean {
  return unit.code === code && (unit.validFrom ?? "") <= (to ?? "9999") && from <= (unit.validTo ?? "9999");
}

function isOn({ validFrom, validTo }: DatedUnit, day: string): boolean {
  return (validFrom ?? day) <= day && day <= (validTo ?? day);
}
