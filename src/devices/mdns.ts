import { Bonjour } from "bonjour-service";
import type { Browse } from "./announcement.ts";

/** Options of the mDNS socket below, which the package hands on without naming them in its types. */
const LISTENING: object = { bind: "0.0.0.0" };

/**
 * Announcements of the local network (mDNS, RFC 6762; DNS-SD, RFC 6763), heard on all network cards. Each call listens anew and stops when told: a hub
 * that listens all day keeps every phone's name in memory.
 */
export const browse: Browse = (type, found) => {
  const bonjour = new Bonjour(LISTENING, () => {});
  const browser = bonjour.find({ type }, ({ name, host, port, addresses, txt }) => found({ name, host, port, addresses, txt }));
  return () => {
    browser.stop();
    bonjour.destroy();
  };
};
