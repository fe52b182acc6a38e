import { ok, type Result, refuse } from "../../base/result.ts";
import { PURPOSES, type Purpose } from "./visit.ts";

/** What somebody opens an outside service for; each use counts as such a purpose. */
export const LAUNCH_PURPOSES = ["utility", "payment", "post", "look-up", "other"] as const satisfies readonly Purpose[];

export type LaunchPurpose = (typeof LAUNCH_PURPOSES)[number];

export function isLaunchPurpose(word: string): word is LaunchPurpose {
  return (LAUNCH_PURPOSES as readonly string[]).includes(word);
}

export function launchPurposeWords(purpose: LaunchPurpose): string {
  return PURPOSES[purpose];
}

/**
 * The address of an outside service as an admin types it; `https://` may be left out. Refused when it is not a public name under https: what people type
 * there must not be readable on the way, and nobody is led to a machine of the café.
 */
export function readLaunchAddress(typed: string): Result<string, "not-an-address" | "not-secure"> {
  const text = typed.trim();
  if (/^http:\/\//i.test(text)) return refuse("not-secure");
  const url = URL.parse(/^https:\/\//i.test(text) ? text : `https://${text}`);
  const plain = url?.username === "" && url.password === "";
  return plain && PUBLIC_NAME.test(url.hostname) ? ok(url.href) : refuse("not-an-address");
}

/** Letters with a dot between them, and no numbers at the end: 192.168.1.1 and localhost are not for this page. */
const PUBLIC_NAME = /^(?!.*\.local$)([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/;
