import type { Swap } from "../../domain/point/roster.ts";
import type { Sql } from "../database/database.ts";
import type { PointKey } from "./shifts.ts";

/** A swap as it was asked, and what became of it. */
export interface AskedSwap extends Swap, PointKey {
  readonly swap: string;
  readonly words: string;
  readonly state: "asked" | "agreed" | "declined" | "taken-back";
}

/** The swaps of a point that are asked or agreed and touch that day or later, in the order in which they were agreed; what is asked comes last. */
export async function listSwaps(sql: Sql, key: PointKey, from: string): Promise<AskedSwap[]> {
  const rows = await sql<SwapRow[]>`
    select ${columns(sql)} from shift_swaps
    where office = ${key.office} and point = ${key.point} and state in ('asked', 'agreed') and greatest(gives_day, takes_day) >= ${from}
    order by answered_at nulls last, asked_at, swap`;
  return rows.map(toSwap);
}

/** One swap, locked until the transaction ends, so that it is answered once. */
export async function lockSwap(sql: Sql, office: string, swap: string): Promise<AskedSwap | null> {
  const [row] = await sql<SwapRow[]>`select ${columns(sql)} from shift_swaps where office = ${office} and swap = ${swap} for update`;
  return row ? toSwap(row) : null;
}

export async function insertSwap(sql: Sql, swap: Omit<AskedSwap, "state">, at: Date): Promise<void> {
  await sql`
    insert into shift_swaps (office, swap, point, asker, asked, gives_shift, gives_day, takes_shift, takes_day, words, state, asked_at)
    values (${swap.office}, ${swap.swap}, ${swap.point}, ${swap.asker}, ${swap.asked}, ${swap.gives.shift}, ${swap.gives.day},
      ${swap.takes?.shift ?? null}, ${swap.takes?.day ?? null}, ${swap.words}, 'asked', ${at})`;
}

export async function answerSwap(sql: Sql, key: { office: string; swap: string }, state: AskedSwap["state"], at: Date): Promise<void> {
  await sql`update shift_swaps set state = ${state}, answered_at = ${at} where office = ${key.office} and swap = ${key.swap}`;
}

function columns(sql: Sql) {
  return sql`office, swap, point, asker, asked, gives_shift as "givesShift", gives_day as "givesDay", takes_shift as "takesShift", takes_day as "takesDay",
    words, state`;
}

type SwapRow = Omit<AskedSwap, "gives" | "takes"> & {
  readonly givesShift: string;
  readonly givesDay: string;
  readonly takesShift: string | null;
  readonly takesDay: string | null;
};

function toSwap({ givesShift, givesDay, takesShift, takesDay, ...swap }: SwapRow): AskedSwap {
  const takes = takesShift !== null && takesDay !== null ? { shift: takesShift, day: takesDay } : null;
  return { ...swap, gives: { shift: givesShift, day: givesDay }, takes };
}
