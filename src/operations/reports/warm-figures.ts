import { officeDay } from "../../base/clock.ts";
import { periodsOver } from "../../domain/reports/report-period.ts";
import { NATION } from "../../domain/units/territory.ts";
import { listOfficeUnits } from "../../store/records/office-units.ts";
import { listOffices } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import { readDashboard } from "../measures/dashboard.ts";
import { readOpenData, thisYear } from "../measures/open-data.ts";
import { readCommunes, readProcedureRows, readRows } from "../measures/rows.ts";
import { scopeOfUnit } from "../measures/scope.ts";
import { readFormCounts } from "./form-counts.ts";

/** Figures of fewer offices are read in no time. */
const WIDE = 12;

/**
 * Reads what whoever looks at a wide unit will look at first, the year until today and the last reports, so that nobody waits for the sums of many offices: they are kept from then on.
 * Where few offices are there is nothing to do.
 */
export async function warmFigures(context: Context): Promise<void> {
  const { sql } = context.database;
  const [offices, served] = await Promise.all([listOffices(sql), listOfficeUnits(sql)]);
  if (offices.length < WIDE) return;
  const above = new Set(offices.filter(({ kind }) => kind === "district" || kind === "province").map(({ office }) => office));
  const codes = new Set([...served.filter(({ office }) => above.has(office)).map(({ unit }) => unit), NATION]);
  for (const code of codes) await warmUnit(context, code);
}

async function warmUnit(context: Context, code: string): Promise<void> {
  const period = thisYear(context);
  const today = officeDay(context.now());
  const found = await scopeOfUnit(context, code, today, "office");
  if (!found.ok || found.value.offices.length < WIDE) return;
  const scope = { offices: found.value.offices };
  await readDashboard(context, scope, period, { units: [code], since: null });
  await readRows(context, { level: found.value.unit?.level ?? "nation", scope, period });
  await readProcedureRows(context, { scope, period });
  await readCommunes(context, { scope, period });
  await readOpenData(context, { unit: code, ...period, by: "month", hold: "office" });
  for (const { from, to } of (["month", "quarter"] as const).flatMap((rhythm) => periodsOver(rhythm, today, 1)))
    await readFormCounts(context, scope, { from, to }, to);
}
