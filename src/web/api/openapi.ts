import { z } from "zod";
import { procedureSchema } from "../../domain/catalogue/procedure.ts";
import { conditionSchema } from "../../domain/forms/condition.ts";
import { OPEN_MARKS } from "../../operations/measures/open-data.ts";
import { healthSchema, hitsSchema, lodgedSchema, lodgeSchema, problemSchema, statisticsSchema, trackedSchema } from "./schemas.ts";

/** The description of the API (OpenAPI 3.1), made from the schemas that validate it. */
export function openApi(): object {
  return {
    openapi: "3.1.0",
    info: { title: "Lộc Vừng", version: "1", license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    servers: [{ url: "/api/v1" }],
    components: { securitySchemes: { partner: { type: "http", scheme: "bearer" } }, schemas: { Condition: schema(conditionSchema) } },
    paths: {
      "/procedures": {
        get: {
          operationId: "searchProcedures",
          summary: "Find procedures in people's own words",
          parameters: [
            parameter("q", "query", { type: "string" }),
            parameter("limit", "query", { type: "integer", minimum: 1, maximum: 100, default: 10 }),
          ],
          responses: { 200: answer("The likeliest first", hitsSchema) },
        },
      },
      "/procedures/{code}": {
        get: {
          operationId: "readProcedure",
          summary: "One procedure in the version in force today",
          parameters: [parameter("code", "path", { type: "string" })],
          responses: { 200: answer("The procedure", procedureSchema), ...refusals(404) },
        },
      },
      "/dossiers": {
        post: {
          operationId: "lodgeDossier",
          summary: "Lodge a dossier; sent again with the same key, the same answer comes back",
          security: [{ partner: [] }],
          parameters: [{ ...parameter("Idempotency-Key", "header", { type: "string", minLength: 8, maxLength: 100 }), required: true }],
          requestBody: {
            required: true,
            content: {
              "multipart/form-data": {
                schema: {
                  type: "object",
                  required: ["dossier"],
                  properties: { dossier: schema(lodgeSchema, "input") },
                  additionalProperties: { type: "string", format: "binary", description: "Files, each named by the id of its paper" },
                },
              },
            },
          },
          responses: { 201: answer("Lodged, durably", lodgedSchema), ...refusals(400, 401, 403, 404, 413, 422, 507) },
        },
      },
      "/tracking/{code}": {
        get: {
          operationId: "trackDossier",
          summary: "Where a dossier stands; no personal data",
          parameters: [parameter("code", "path", { type: "string" })],
          responses: { 200: answer("State and due date", trackedSchema), ...refusals(404) },
        },
      },
      "/statistics": {
        get: {
          operationId: "readStatistics",
          summary: "Counts of a unit over some days, without personal data; counts from 1 to 4 are hidden (null)",
          parameters: [
            parameter("unit", "query", { type: "string", pattern: "^(VN|\\d{2}|\\d{3}|\\d{5})$", default: "VN" }),
            parameter("from", "query", { type: "string", format: "date" }),
            parameter("to", "query", { type: "string", format: "date" }),
            parameter("by", "query", { type: "string", enum: Object.keys(OPEN_MARKS) }),
            parameter("hold", "query", { type: "string", enum: ["office", "territory"], default: "office" }),
          ],
          responses: { 200: answer("The counts, with their definitions", statisticsSchema), ...refusals(404, 422) },
        },
      },
      "/health": {
        get: {
          operationId: "readHealth",
          summary: "Is the program well?",
          responses: { 200: answer("It is", healthSchema), 503: answer("It is not", healthSchema) },
        },
      },
    },
  };
}

function parameter(name: string, where: "query" | "path" | "header", type: object) {
  return { name, in: where, required: where === "path", schema: type };
}

/** The schema as it stands inside the document. The one shape that holds itself, a condition, stands among the components. */
function schema(shape: z.ZodType, io: "input" | "output" = "output"): object {
  const { $schema: _dialect, $defs: _shared, ...json } = z.toJSONSchema(shape, { io, unrepresentable: "any", reused: "inline" });
  return JSON.parse(JSON.stringify(json).replace(/"\$ref":"#[^"]*"/g, '"$ref":"#/components/schemas/Condition"'));
}

function answer(description: string, shape: z.ZodType) {
  return { description, content: { "application/json": { schema: schema(shape) } } };
}

function refusals(...statuses: number[]) {
  const content = { "application/problem+json": { schema: schema(problemSchema) } };
  return Object.fromEntries(statuses.map((status) => [status, { description: "Refused (RFC 9457)", content }]));
}
