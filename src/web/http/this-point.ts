import type { StaffMember } from "../../operations/identity/member.ts";
import { machineAt } from "../../operations/offices/machines.ts";
import { listOffices, listPoints } from "../../operations/offices/places.ts";
import type { AtPoint } from "../../operations/visits/open-visit.ts";
import { addressOf, isNear } from "./address.ts";
import { type Request, readMachine } from "./request.ts";

/**
 * The office and point that a browser belongs to: where somebody at work said that it stands, or this installation's first point, or its first
 * office where there is none.
 */
export async function thisPoint(request: Request): Promise<{ office: string; point: string | null }> {
  const { services } = request.var;
  const machine = await machineAt(services, readMachine(request));
  if (machine) return machine;
  const [point] = await listPoints(services);
  if (point) return { office: point.office, point: point.point };
  const [office] = await listOffices(services);
  return { office: office?.office ?? "", point: null };
}

/** The point at which somebody of an office stands by: the one of this machine, or else the first of their own office. */
export async function pointOfMember(request: Request, member: StaffMember): Promise<AtPoint | null> {
  const { services } = request.var;
  const machine = await machineAt(services, readMachine(request));
  if (machine?.office === member.office) return machine;
  const found = (await listPoints(services)).find(({ office }) => office === member.office);
  return found ? { office: found.office, point: found.point } : null;
}

/**
 * The point, when the request comes from it: from a machine that stands there, from this very computer, or from the café's own network. Somebody at home is
 * at no point, and somebody at work is at one of their own office: what they print comes out there or nowhere. Behind a proxy on the same computer the
 * address that the proxy saw counts.
 */
export async function pointOfRequest(request: Request): Promise<AtPoint | null> {
  const machine = await machineAt(request.var.services, readMachine(request));
  if (machine) return machine;
  if (!isNear(addressOf(request))) return null;
  const { visitor } = request.var;
  if (visitor.kind === "staff") return pointOfMember(request, visitor.member);
  const { office, point } = await thisPoint(request);
  return point === null ? null : { office, point };
}
