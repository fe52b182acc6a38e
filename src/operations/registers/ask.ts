import { ok, type Result, refuse } from "../../base/result.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import { changesOf, MOST_COPIES } from "../../domain/registers/entry.ts";
import type { Context } from "../context.ts";
import { type Act, act } from "../dossiers/act.ts";
import { type Problem, problem } from "../problems.ts";
import type { OpenEntry } from "./read-entry.ts";

/** An officer found a slip of the pen in the register: writes down what it should say and why, for the leader to sign. */
export async function askCorrection(
  context: Context,
  by: Act,
  entry: OpenEntry,
  typed: { lines: readonly (string | undefined)[]; reason: string },
): Promise<Result<Dossier, Problem>> {
  if (!entry.own) return refuse(problem("entry-not-own"));
  const changes = changesOf(entry.rows, typed.lines);
  if (changes.length === 0) return refuse(problem("nothing-changed"));
  if (typed.reason.trim() === "") return refuse(problem("reason-missing", { fields: { "ly-do": "Xin ghi vì sao cải chính." } }));
  return act(context, keyOf(entry), by, "ask-entry", () => ({
    move: "ask-entry",
    ask: { kind: "correction", changes, reason: typed.reason.trim() },
  }));
}

/** Somebody asks for copies at the desk: who, how many, what for; the leader signs them. */
export async function askCopies(
  context: Context,
  by: Act,
  entry: OpenEntry,
  typed: { asker: string; count: string; purpose: string },
): Promise<Result<Dossier, Problem>> {
  if (!entry.own) return refuse(problem("entry-not-own"));
  const checked = checkCopies(typed);
  if (!checked.ok) return checked;
  return act(context, keyOf(entry), by, "ask-entry", () => ({ move: "ask-entry", ask: { kind: "copies", ...checked.value } }));
}

function checkCopies(typed: {
  asker: string;
  count: string;
  purpose: string;
}): Result<{ asker: string; count: number; purpose: string }, Problem> {
  const count = Number(typed.count.trim() || Number.NaN);
  const fields = {
    ...(typed.asker.trim() === "" ? { "nguoi-xin": "Xin ghi tên người xin bản sao." } : {}),
    ...(Number.isInteger(count) && count >= 1 && count <= MOST_COPIES
      ? {}
      : { "so-ban": `Xin ghi số bản bằng chữ số, từ 1 đến ${MOST_COPIES}.` }),
  };
  if (Object.keys(fields).length > 0) return refuse(problem("answers-refused", { fields }));
  return ok({ asker: typed.asker.trim(), count, purpose: typed.purpose.trim() });
}

/** The leader gives it back with a word. */
export function declineAsk(context: Context, by: Act, entry: OpenEntry, reason: string): Promise<Result<Dossier, Problem>> {
  return act(context, keyOf(entry), by, "decline-entry-ask", () => ({ move: "decline-entry-ask", reason }));
}

export function keyOf({ line }: OpenEntry): { office: string; dossier: string } {
  return { office: line.office, dossier: line.dossier };
}
