import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ProblemCode } from "../../operations/problems.ts";

/** The one place where a refusal becomes a status of HTTP. */
export const STATUS_OF = {
  "procedure-unknown": 404,
  "procedure-not-filed-here": 422,
  "draft-not-found": 404,
  "draft-lodged": 409,
  "draft-incomplete": 422,
  "papers-missing": 422,
  "page-not-open": 409,
  "practice-not-sent": 422,
  "answers-refused": 422,
  "no-office": 422,
  "slip-wrong": 403,
  "secret-wrong": 403,
  "too-many-tries": 429,
  "code-wrong": 403,
  "account-exists": 409,
  "secret-too-short": 422,
  "dossier-not-found": 404,
  "move-not-open": 409,
  "move-not-yours": 403,
  "reason-missing": 422,
  "nothing-supplemented": 422,
  "not-yours": 403,
  "no-signer": 409,
  "result-not-found": 404,
  "file-refused": 422,
  "disk-full": 507,
  "too-many-pages": 422,
  "key-of-other-act": 422,
} as const satisfies Record<ProblemCode, ContentfulStatusCode>;
