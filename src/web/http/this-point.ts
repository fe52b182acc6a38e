import { BlockList, isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { StaffMember } from "../../operations/identity/member.ts";
import { machineAt } from "../../operations/offices/machines.ts";
import { listOffices, listPoints } from "../../operations/offices/places.ts";
import type { AtPoint } from "../../operations/visits/open-visit.ts";
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
 * at no point. Behind a proxy on the same computer the address that the proxy saw counts.
 */
export async function pointOfRequest(request: Request): Promise<AtPoint | null> {
  const machine = await machineAt(request.var.services, readMachine(request));
  if (machine) return machine;
  const { office, point } = await thisPoint(request);
  return point !== null && isNear(addressOf(request)) ? { office, point } : null;
}

/** Loopback, private and link-local networks (RFC 1918, RFC 4193, RFC 3927, RFC 4291). */
const NEAR = new BlockList();
for (const [net, prefix] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
] as const)
  NEAR.addSubnet(net, prefix, "ipv4");
NEAR.addAddress("::1", "ipv6");
NEAR.addSubnet("fc00::", 7, "ipv6");
NEAR.addSubnet("fe80::", 10, "ipv6");

function isNear(address: string): boolean {
  const plain = address.replace(/^::ffff:/, "");
  return isIP(plain) !== 0 && NEAR.check(plain, isIP(plain) === 6 ? "ipv6" : "ipv4");
}

function addressOf(request: Request): string {
  const direct = remoteAddress(request);
  const forwarded = request.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
  return forwarded && isNear(direct) ? forwarded : direct;
}

function remoteAddress(request: Request): string {
  try {
    return getConnInfo(request).remote.address ?? "";
  } catch {
    return "";
  }
}
