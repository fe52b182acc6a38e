import { makeUnitTable, type UnitTable } from "../../domain/units/unit-table.ts";
import { readUnitLists, unitListsImportedAt } from "../../store/records/unit-lists.ts";
import type { Context } from "../context.ts";

/** The units as they were imported, or else as content/units has them; made once for each import. */
export async function unitTable(context: {
  readonly database: Context["database"];
  readonly units: { readonly table: UnitTable };
}): Promise<UnitTable> {
  const importedAt = await unitListsImportedAt(context.database.sql);
  if (importedAt === null) return context.units.table;
  const known = TABLES.get(context.units);
  if (known?.importedAt === importedAt.getTime()) return known.table;
  const lists = await readUnitLists(context.database.sql);
  const table = lists ? makeUnitTable(lists.today, lists.former) : context.units.table;
  TABLES.set(context.units, { importedAt: importedAt.getTime(), table });
  return table;
}

const TABLES = new WeakMap<object, { readonly importedAt: number; readonly table: UnitTable }>();
