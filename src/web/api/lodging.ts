import type { Readable } from "node:stream";
import { Hono } from "hono";
import { FILE_LIMIT_BYTES } from "../../domain/papers/limits.ts";
import type { Context } from "../../operations/context.ts";
import { lodgeByPartner, type PartnerFile } from "../../operations/dossiers/lodge-by-partner.ts";
import { partnerOf } from "../../operations/identity/partner.ts";
import { type PostedField, readFiles } from "../http/multipart.ts";
import { STATUS_OF } from "../http/refusals.ts";
import type { Env } from "../http/request.ts";
import { problemDocument } from "./problem-document.ts";
import { lodgeSchema } from "./schemas.ts";

const KEY = /^[\x21-\x7e]{8,100}$/;

/** POST /api/v1/dossiers: files stream to disk while they come; the answer is sent when the dossier and its files are durable. */
export const lodging = new Hono<Env>().post("/", async (request) => {
  const { services } = request.var;
  const partner = await partnerOf(services, request.req.header("authorization"));
  if (!partner) return problemDocument(request, 401, "token-missing", "Cần mã truy cập của đối tác: Authorization: Bearer …");
  if (!partner.scopes.includes("dossiers:write"))
    return problemDocument(request, 403, "scope-missing", "Mã truy cập này không được nộp hồ sơ.");
  const key = request.req.header("idempotency-key") ?? "";
  if (!KEY.test(key))
    return problemDocument(request, 400, "key-missing", "Cần đầu đề Idempotency-Key, 8 đến 100 ký tự, mỗi hồ sơ một khóa.");

  let text = "";
  const keepDossier = (part: PostedField) => {
    if (part.field === "dossier") text = part.value;
  };
  // a file is synced to the disk while the next one comes in
  const storing: Promise<Arrived>[] = [];
  try {
    for await (const { field, stream } of readFiles(request, keepDossier)) storing.push(store(services, field, stream));
  } catch {
    await Promise.allSettled(storing);
    return problemDocument(request, 400, "body-broken", "Nội dung gửi lên không phải multipart/form-data đầy đủ.");
  }
  const files: PartnerFile[] = [];
  for (const { field, stored } of await Promise.all(storing)) {
    if (!stored.ok) return problemDocument(request, STATUS_OF_WRITE[stored.reason], stored.reason, `Tệp "${field}" chưa nhận được.`);
    files.push({ paper: field, ...stored.value });
  }
  const body = parse(text);
  if (!body.success)
    return problemDocument(request, 400, "dossier-malformed", "Trường dossier chưa đúng.", {
      details: body.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    });
  const lodged = await lodgeByPartner(services, partner, key, body.data, files);
  if (!lodged.ok)
    return problemDocument(request, STATUS_OF[lodged.reason.code], lodged.reason.code, lodged.reason.sentence, {
      fields: lodged.reason.fields,
      details: lodged.reason.details,
    });
  const { dossier, trackingCode, status, ignoredAnswers } = lodged.value;
  return request.json({ id: dossier, trackingCode, status, ...(ignoredAnswers.length > 0 ? { ignoredAnswers } : {}) }, 201);
});

type Stored = Awaited<ReturnType<Context["files"]["put"]>>;

interface Arrived {
  readonly field: string;
  readonly stored: Stored;
}

const STATUS_OF_WRITE = { "disk-full": 507, "too-large": 413, interrupted: 422, empty: 422 } as const satisfies Record<
  Extract<Stored, { ok: false }>["reason"],
  number
>;

/** Stores a file while it comes in. What is refused is read to its end all the same: the files behind it wait for that. */
async function store(services: Context, field: string, stream: Readable): Promise<Arrived> {
  const stored = await services.files.put(stream, FILE_LIMIT_BYTES);
  if (!stored.ok) stream.resume();
  return { field, stored };
}

function parse(text: string) {
  try {
    // no answer holds a NUL, and PostgreSQL would not keep it
    return lodgeSchema.safeParse(text.includes("\\u0000") ? undefined : JSON.parse(text));
  } catch {
    return lodgeSchema.safeParse(undefined);
  }
}
