import { assigned, isAway, openOn, type Roster, type Swap, type Turn } from "./roster.ts";

/** Why a swap makes no sense, or none any more. */
export type SwapProblem =
  | "with-oneself"
  | "past"
  | "closed"
  | "asker-not-on"
  | "asked-not-on"
  | "asker-there-already"
  | "asked-there-already"
  | "away";

/**
 * What stands in the way of a swap on that day, looked at when it is asked and again when it is agreed; null when nothing does. The one who steps in must be
 * free: neither on at that turn already nor on leave. The one who gives a turn away may be on leave: that is why they ask.
 */
export function swapProblem(roster: Roster, swap: Swap, today: string): SwapProblem | null {
  const { asker, asked, gives, takes } = swap;
  if (asker === asked) return "with-oneself";
  const turns = takes ? [gives, takes] : [gives];
  if (turns.some((turn) => turn.day < today)) return "past";
  if (turns.some((turn) => !isOpenTurn(roster, turn))) return "closed";
  if (!assigned(roster, gives).includes(asker)) return "asker-not-on";
  if (assigned(roster, gives).includes(asked)) return "asked-there-already";
  if (isAway(roster, asked, gives.day)) return "away";
  if (takes === null) return null;
  if (!assigned(roster, takes).includes(asked)) return "asked-not-on";
  if (assigned(roster, takes).includes(asker)) return "asker-there-already";
  return isAway(roster, asker, takes.day) ? "away" : null;
}

function isOpenTurn(roster: Roster, turn: Turn): boolean {
  return openOn(roster, turn.day).some((shift) => shift.shift === turn.shift);
}
