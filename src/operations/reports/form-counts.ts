import { addDays } from "../../domain/deadlines/days.ts";
import { type Cell, type Kind, SETTLED } from "../../domain/measures/cells.ts";
import type { Counted, FormCount } from "../../domain/reports/form-ii06a.ts";
import { countOverdue } from "../../store/views/overdue.ts";
import type { Period, Scope } from "../measures/read-figures.ts";
import { type Sums, sumCells } from "../measures/sum-cells.ts";

/** Before any dossier. */
const BEGINNING = "2000-01-01";

const COUNTED: Readonly<Partial<Record<Kind, Counted>>> = { "settled-early": "early", "settled-on-day": "on-day", "settled-late": "late" };

/**
 * What form II.06a counts, from the same sums as every figure: what was carried over is all that came in before the period without what was settled before it. What is overdue is
 * looked at as it stood at the end of `asOf`.
 */
export async function readFormCounts(context: Sums, scope: Scope, period: Period, asOf: string): Promise<FormCount[]> {
  const kinds: readonly Kind[] = ["received", ...SETTLED];
  const [during, before, overdue] = await Promise.all([
    sumCells(context, { ...scope, ...period, kinds, by: ["subject", "channel"] }),
    sumCells(context, { ...scope, from: BEGINNING, to: addDays(period.from, -1), kinds, by: ["subject"] }),
    countOverdue(context.database.sql, scope, { to: period.to, asOf }),
  ]);
  return [
    ...during.map(({ subject = "", channel, kind, n }) => ({
      procedure: subject,
      of: COUNTED[kind] ?? (channel === "online" ? "online" : "paper"),
      n,
    })),
    ...before.map(({ subject = "", kind, n }: Cell) => ({ procedure: subject, of: "carried" as const, n: kind === "received" ? n : -n })),
    ...overdue.map(({ procedure, n }) => ({ procedure, of: "overdue" as const, n })),
  ];
}
