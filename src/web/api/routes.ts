import { Hono } from "hono";
import { officeDay } from "../../base/clock.ts";
import { STATUSES } from "../../domain/dossier/status.ts";
import { track } from "../../operations/dossiers/track.ts";
import { type Problem, problem } from "../../operations/problems.ts";
import { STATUS_OF } from "../http/refusals.ts";
import type { Env, Request } from "../http/request.ts";
import { lodging } from "./lodging.ts";
import { openApi } from "./openapi.ts";
import { problemDocument } from "./problem-document.ts";
import { statistics } from "./statistics.ts";

const VERSION = "0.1.0";
const MOST_HITS = 100;

/** The JSON API for partners and for whoever builds on it. */
export const api = new Hono<Env>()
  .get("/openapi.json", (request) => request.json(openApi()))
  .get("/v1/procedures", (request) => {
    const limit = Math.min(Math.max(Number(request.req.query("limit") ?? "10") || 10, 1), MOST_HITS);
    const { services } = request.var;
    const query = request.req.query("q");
    if (query !== undefined) return request.json({ items: services.search.search(query, limit) });
    const all = services.catalogue.all(officeDay(services.now())).slice(0, limit);
    return request.json({ items: all.map(({ code, name }) => ({ code, name, score: 1 })) });
  })
  .get("/v1/procedures/:code", (request) => {
    const { services } = request.var;
    const found = services.catalogue.find(request.req.param("code"), officeDay(services.now()));
    return found ? request.json(found) : refuse(request, problem("procedure-unknown"));
  })
  .get("/v1/tracking/:code", async (request) => {
    const tracked = await track(request.var.services, request.req.param("code"));
    if (!tracked.ok) return refuse(request, tracked.reason);
    const { dossier, office } = tracked.value;
    return request.json({
      trackingCode: dossier.trackingCode,
      dossierCode: dossier.dossierCode,
      procedure: { code: dossier.procedure.code, name: dossier.procedure.name },
      office: office.name,
      status: dossier.status,
      statusNumber: STATUSES[dossier.status].number,
      statusWords: STATUSES[dossier.status].words,
      due: dossier.due,
      lodgedAt: dossier.lodgedAt,
    });
  })
  .get("/v1/health", async (request) => {
    try {
      return request.json({ status: "ok", database: await request.var.services.database.version(), version: VERSION });
    } catch {
      return request.json({ status: "failing", database: "unreachable", version: VERSION }, 503);
    }
  })
  .route("/v1/statistics", statistics)
  .route("/v1/dossiers", lodging)
  .all("*", (request) => problemDocument(request, 404, "not-found", "Không có địa chỉ này. Xin xem /api/openapi.json."));

/** A refusal of an operation as a problem document. */
export function refuse(request: Request, refusal: Problem): Response {
  return problemDocument(request, STATUS_OF[refusal.code], refusal.code, refusal.sentence, {
    fields: refusal.fields,
    details: refusal.details,
  });
}
