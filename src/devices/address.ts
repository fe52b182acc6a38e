import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { BlockList, isIP, isIPv6 } from "node:net";
import { ok, type Result, refuse } from "../base/result.ts";

/** The address in the local network that a name stands for, or why it may not be spoken to: `findLocalAddress`, or another in tests. */
export type FindAddress = (host: string) => Promise<Result<string, "off" | "not-local">>;

export type FindNames = (host: string) => Promise<readonly LookupAddress[]>;

/**
 * The address under which a printer or scanner of that name or number is spoken to: one of the local network or of this machine, never another, so
 * that nobody makes the hub speak to strangers by typing an address. Refusals: "off" when nobody answers to the name, "not-local" when it stands for
 * an address elsewhere. The answer is to be connected to; looking the name up once more could lead elsewhere.
 */
export async function findLocalAddress(host: string, findNames: FindNames = allAddresses): Promise<Result<string, "off" | "not-local">> {
  const found = isIP(host)
    ? [host]
    : await findNames(host)
        .then((all) => all.map(({ address }) => address))
        .catch(() => []);
  if (found.length === 0) return refuse("off");
  const local = found.find(isLocalAddress);
  return local === undefined ? refuse("not-local") : ok(local);
}

/** Private (RFC 1918, RFC 4193), link-local (RFC 3927, RFC 4291) or this machine, where a printer on a USB cable is offered by `ipp-usb`. */
export function isLocalAddress(address: string): boolean {
  const family = isIPv6(address) ? "ipv6" : "ipv4";
  return isIP(address) !== 0 && LOCAL.check(address, family) && !KEPT_OUT.check(address, family);
}

const LOCAL = new BlockList();
LOCAL.addSubnet("10.0.0.0", 8, "ipv4");
LOCAL.addSubnet("172.16.0.0", 12, "ipv4");
LOCAL.addSubnet("192.168.0.0", 16, "ipv4");
LOCAL.addSubnet("169.254.0.0", 16, "ipv4");
LOCAL.addSubnet("127.0.0.0", 8, "ipv4");
LOCAL.addSubnet("fc00::", 7, "ipv6");
LOCAL.addSubnet("fe80::", 10, "ipv6");
LOCAL.addAddress("::1", "ipv6");

/** Where rented machines ask for their own secrets. */
const KEPT_OUT = new BlockList();
KEPT_OUT.addAddress("169.254.169.254", "ipv4");
KEPT_OUT.addAddress("fd00:ec2::254", "ipv6");

/** Small devices speak IPv4 at least. */
function allAddresses(host: string): Promise<LookupAddress[]> {
  return lookup(host, { all: true, order: "ipv4first" });
}
