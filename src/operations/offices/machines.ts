import { ok, type Result, refuse } from "../../base/result.ts";
import { noteHearing } from "../../store/records/machine-hearings.ts";
import { countMachines, findMachine, insertMachine, removeMachines } from "../../store/records/point-machines.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { newToken, tokenHash } from "../identity/secrets.ts";
import { type Problem, problem } from "../problems.ts";
import type { AtPoint } from "../visits/open-visit.ts";
import { listPoints } from "./places.ts";

/** Somebody at work says that this browser stands at a point of their office; answers the token for its cookie. */
export async function standAt(context: Context, member: StaffMember, point: string): Promise<Result<string, Problem>> {
  if (!(await isPointOf(context, member, point))) return refuse(problem("point-unknown"));
  const token = newToken();
  const machine = { office: member.office, machine: context.newId(), point, tokenHash: tokenHash(token), addedBy: member.staff };
  await insertMachine(context.database.sql, machine, context.now());
  return ok(token);
}

/** The point at which the browser with this cookie stands; null for all others. */
export async function machineAt(context: Context, token: string | undefined): Promise<AtPoint | null> {
  return token ? findMachine(context.database.sql, tokenHash(token)) : null;
}

/** The machine with this cookie is there: so it is known when it was not. Nothing is kept of who sits in front of it. */
export async function machineHeard(context: Context, token: string | undefined): Promise<void> {
  if (token) await noteHearing(context.database.sql, tokenHash(token), context.now());
}

export function machinesByPoint(context: Context, office: string): Promise<{ point: string; count: number }[]> {
  return countMachines(context.database.sql, office);
}

/** After this no machine of the point counts as standing there until somebody says so again on it. */
export async function forgetMachines(context: Context, member: StaffMember, point: string): Promise<Result<true, Problem>> {
  if (!(await isPointOf(context, member, point))) return refuse(problem("point-unknown"));
  await removeMachines(context.database.sql, member.office, point, context.now());
  return ok(true);
}

async function isPointOf(context: Context, { office }: StaffMember, point: string): Promise<boolean> {
  return (await listPoints(context)).some((known) => known.office === office && known.point === point);
}
