import { BlockList, isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Request } from "./request.ts";

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

/** Is it this machine, or one of the local network? */
export function isNear(address: string): boolean {
  const plain = address.replace(/^::ffff:/, "");
  return isIP(plain) !== 0 && NEAR.check(plain, isIP(plain) === 6 ? "ipv6" : "ipv4");
}

/** Where a request comes from. Behind a proxy on the same machine or network, the address that the proxy saw; it is the last of the list. */
export function addressOf(request: Request): string {
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
