import { ok, type Result, refuse } from "../../base/result.ts";
import { listKeysFor } from "../../store/records/signers.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import { type KeyLine, readKeys } from "./keys.ts";

/** A key that somebody wants to retire: whose it is, and the leaders who then have none left to sign with. */
export interface Retiring {
  readonly line: KeyLine;
  readonly silenced: readonly string[];
}

/** What becomes of the office's signing when this key is retired; nothing is done yet. */
export async function readRetiring(context: Context, member: StaffMember, key: string): Promise<Result<Retiring, Problem>> {
  const { keys, leaders } = await readKeys(context, member);
  const line = keys.find((one) => one.key === key && one.retiredAt === null);
  if (!line) return refuse(problem("key-unknown"));
  const signing = await Promise.all(leaders.map(({ staff }) => listKeysFor(context.database.sql, member.office, staff)));
  const locked = new Set(keys.flatMap((one) => (one.locked ? [one.key] : [])));
  const left = signing.map((theirs) => theirs.filter((one) => !locked.has(one.key)));
  const silenced = leaders.filter((_, place) => left[place]?.length === 1 && left[place]?.[0]?.key === key);
  return ok({ line, silenced: silenced.map(({ name }) => name) });
}
