import type { OpenDraft } from "../../operations/drafts/open-draft.ts";
import { beginUpload, continueUpload, uploadState } from "../../operations/drafts/uploads.ts";
import type { Problem } from "../../operations/problems.ts";
import { STATUS_OF } from "./refusals.ts";
import type { Request } from "./request.ts";

/** The core of tus 1.0.0 over HTTP, for whoever may add to a draft: create, ask how far, send a piece. */
const HEADERS = { "tus-resumable": "1.0.0", "cache-control": "no-store" };

type Draft = Pick<OpenDraft, "draft" | "procedure">;

export async function createUpload(request: Request, open: Draft, paper: string, addressOf: (upload: string) => string): Promise<Response> {
  const begun = await beginUpload(request.var.services, open, paper, Number(request.req.header("upload-length")));
  if (!begun.ok) return request.body(null, 413, { ...HEADERS, "upload-problem": begun.reason });
  return request.body(null, 201, { ...HEADERS, location: addressOf(begun.value), "upload-offset": "0" });
}

export async function answerUpload(request: Request, open: Draft, upload: string): Promise<Response> {
  const state = await uploadState(request.var.services, open.draft, upload);
  if (!state) return request.body(null, 404, HEADERS);
  return request.body(null, 200, { ...HEADERS, "upload-offset": String(state.offset), "upload-length": String(state.sizeBytes) });
}

export async function takePiece(request: Request, open: Draft, upload: string): Promise<Response> {
  const offset = Number(request.req.header("upload-offset"));
  const reply = await continueUpload(request.var.services, open, upload, offset, request.req.raw.body);
  if (reply.kind === "conflict") return request.body(null, 409, { ...HEADERS, "upload-offset": String(reply.offset) });
  if (reply.kind === "missing") return request.body(null, 404, HEADERS);
  if (reply.kind === "refused") return request.body(null, 422, { ...HEADERS, "upload-problem": reply.problem });
  return request.body(null, 204, { ...HEADERS, "upload-offset": String(reply.offset) });
}

/** To the sending script a refusal is a status and no page. */
export function refuseUpload(request: Request, problem: Problem): Response {
  return request.body(null, STATUS_OF[problem.code], HEADERS);
}
