import type { FormerUnits, UnitsToday } from "../../domain/units/units.ts";
import type { Sql } from "../database/database.ts";

export interface UnitLists {
  readonly today: UnitsToday;
  readonly former: FormerUnits;
}

export async function saveUnitLists(sql: Sql, lists: UnitLists, at: Date): Promise<void> {
  for (const list of ["today", "former"] as const)
    await sql`
      insert into unit_lists (list, data, imported_at) values (${list}, ${sql.json(lists[list])}, ${at})
      on conflict (list) do update set data = excluded.data, imported_at = excluded.imported_at`;
}

/** When the lists were imported last; null while content/units stands in for them. */
export async function unitListsImportedAt(sql: Sql): Promise<Date | null> {
  const [row] = await sql<{ at: Date | null }[]>`select max(imported_at) as at from unit_lists`;
  return row?.at ?? null;
}

export async function readUnitLists(sql: Sql): Promise<UnitLists | null> {
  const rows = await sql<{ list: "today" | "former"; data: unknown }[]>`select list, data from unit_lists`;
  const of = (list: string) => rows.find((row) => row.list === list)?.data;
  const [today, former] = [of("today"), of("former")];
  return today && former ? ({ today, former } as UnitLists) : null;
}
