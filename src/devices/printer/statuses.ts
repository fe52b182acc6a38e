import type { PrinterTrouble } from "./printer.ts";

/** What an answer's status means here (RFC 8011 appendix B); null when it is a yes: the successful ones are below 0x0100. */
export function troubleOf(status: number): PrinterTrouble | null {
  if (status < 0x0100) return null;
  return TROUBLES.get(status) ?? (status >= 0x0500 ? "failed" : "refused");
}

export const STATUSES = {
  "successful-ok": 0x0000,
  "client-error-bad-request": 0x0400,
  "client-error-forbidden": 0x0401,
  "client-error-not-authenticated": 0x0402,
  "client-error-not-authorized": 0x0403,
  "client-error-not-possible": 0x0404,
  "client-error-timeout": 0x0405,
  "client-error-not-found": 0x0406,
  "client-error-gone": 0x0407,
  "client-error-request-entity-too-large": 0x0408,
  "client-error-document-format-not-supported": 0x040a,
  "client-error-document-format-error": 0x0411,
  "server-error-operation-not-supported": 0x0501,
  "server-error-service-unavailable": 0x0502,
  "server-error-version-not-supported": 0x0503,
  "server-error-temporary-error": 0x0505,
  "server-error-not-accepting-jobs": 0x0506,
  "server-error-busy": 0x0507,
  "server-error-job-canceled": 0x0508,
  "server-error-multiple-document-jobs-not-supported": 0x0509,
} as const;

const MEANINGS = {
  "client-error-forbidden": "wants-password",
  "client-error-not-authenticated": "wants-password",
  "client-error-not-authorized": "wants-password",
  "client-error-not-possible": "ended",
  "client-error-timeout": "ended",
  "client-error-not-found": "not-found",
  "client-error-gone": "not-found",
  "client-error-request-entity-too-large": "too-large",
  "client-error-document-format-not-supported": "cannot-read",
  "client-error-document-format-error": "cannot-read",
  "server-error-operation-not-supported": "refused",
  "server-error-service-unavailable": "busy",
  "server-error-temporary-error": "busy",
  "server-error-not-accepting-jobs": "busy",
  "server-error-busy": "busy",
  "server-error-job-canceled": "ended",
  // Two documents in one job: ours is already there.
  "server-error-multiple-document-jobs-not-supported": "ended",
} as const satisfies Partial<Record<keyof typeof STATUSES, PrinterTrouble>>;

const TROUBLES = new Map<number, PrinterTrouble>(
  (Object.keys(MEANINGS) as (keyof typeof MEANINGS)[]).map((name) => [STATUSES[name], MEANINGS[name]]),
);
