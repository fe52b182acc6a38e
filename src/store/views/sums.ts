import { type Kind, type Mark, SETTLED } from "../../domain/measures/cells.ts";
import type { Sql } from "../database/database.ts";

/** Sums of cells as they stand in a table: which marks and kinds they know, and how its columns become those of a cell. */
interface Sums {
  readonly table: string;
  /** Marks beside office, kind, time and point. */
  readonly knows: readonly Mark[];
  readonly kinds?: readonly Kind[];
  readonly columns: string;
}

/** Of months, the coarsest first: the fewer marks, the fewer rows. */
const MONTHS: readonly Sums[] = [
  { table: "tally_month_taken", knows: ["took"], kinds: SETTLED, columns: "'' as subject, '' as channel, '' as degree, took" },
  {
    table: "tally_month_marks",
    knows: ["purpose", "channel", "degree"],
    columns: "purpose as subject, channel, degree, 0 as took",
  },
  { table: "tally_month_subjects", knows: ["subject", "channel"], columns: "subject, channel, '' as degree, 0 as took" },
  { table: "tally_months", knows: ["subject", "purpose", "channel", "degree", "took"], columns: "subject, channel, degree, took" },
];

const DAYS: readonly Sums[] = [
  { table: "tally_visit_days", knows: [], kinds: ["visit", "left"], columns: "'' as subject, '' as channel, '' as degree, 0 as took" },
  { table: "tally_days", knows: ["subject", "purpose", "channel", "degree", "took"], columns: "subject, channel, degree, took" },
];

/** Marks that all sums know. */
const COMMON: readonly Mark[] = ["office", "point", "at-point", "day", "month"];

interface Wanted {
  readonly kinds: readonly Kind[];
  readonly by: readonly Mark[];
}

/** The coarsest sums of months that know these marks, as cells whose day is the first of the month. */
export function monthSums(sql: Sql, wanted: Wanted) {
  const { table, columns } = coarsest(MONTHS, wanted);
  return sql`select office, kind, month as day, point, ${sql.unsafe(columns)}, n from ${sql(table)}`;
}

/** The coarsest sums of days that know these marks. */
export function daySums(sql: Sql, wanted: Wanted) {
  const { table, columns } = coarsest(DAYS, wanted);
  return sql`select office, kind, day, point, ${sql.unsafe(columns)}, n from ${sql(table)}`;
}

function coarsest(sums: readonly Sums[], { kinds, by }: Wanted): Sums {
  const found = sums.find(
    ({ knows, kinds: known }) =>
      by.every((mark) => COMMON.includes(mark) || knows.includes(mark)) &&
      (known === undefined || kinds.every((kind) => known.includes(kind))),
  );
  if (!found) throw new Error(`no sums know ${by.join(", ")}`);
  return found;
}
