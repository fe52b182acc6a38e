import { z } from "zod";
import { OPEN_COLUMNS, type OpenColumn } from "../../operations/measures/open-data.ts";

/** What comes in and goes out of the API: validates requests, and describes itself in /api/openapi.json. */
const text = z.string().max(4000);

export const lodgeSchema = z.strictObject({
  procedure: z.string().max(20).meta({ description: "National code of the procedure, e.g. 1.001193" }),
  answers: z.record(z.string().max(100), z.union([text, z.number(), z.boolean(), z.null()])).meta({
    description:
      "Field id → answer. Ids and options are those of GET /procedures/{code}. A place may be one address text, or .province, .commune, .detail.",
  }),
  applicant: z.strictObject({
    name: text.min(1),
    identityNumber: text.optional(),
    birthDate: text.optional(),
    sex: z.enum(["male", "female"]).optional(),
    address: text.optional(),
    phone: text.optional(),
    issuedOn: text.optional(),
  }),
  channel: z.enum(["online", "direct", "post"]).default("online"),
  point: z.string().max(100).nullable().optional(),
});

export const lodgedSchema = z.object({
  id: z.uuid(),
  trackingCode: z.string(),
  status: z.string(),
  ignoredAnswers: z.array(z.string()).optional().meta({ description: "Answers whose ids the procedure does not ask for in this case" }),
});

export const hitsSchema = z.object({ items: z.array(z.object({ code: z.string(), name: z.string(), score: z.number() })) });

export const trackedSchema = z.object({
  trackingCode: z.string(),
  dossierCode: z.string().nullable(),
  procedure: z.object({ code: z.string(), name: z.string() }),
  office: z.string(),
  status: z.string(),
  statusNumber: z.int(),
  statusWords: z.string(),
  due: z.object({ day: z.iso.date(), time: z.string(), explanation: z.array(z.string()) }),
  lodgedAt: z.iso.datetime(),
});

const shown = z.int().nullable();
const rate = z.number().min(0).max(1).nullable();
const countsSchema = z.object({
  ...(Object.fromEntries(Object.keys(OPEN_COLUMNS).map((column) => [column, shown])) as Record<OpenColumn, typeof shown>),
  onlineRate: rate,
  onTimeRate: rate,
  hidden: z.array(z.string()),
});

export const statisticsSchema = countsSchema.extend({
  unit: z.object({ code: z.string(), name: z.string() }),
  from: z.iso.date(),
  to: z.iso.date(),
  hold: z.enum(["office", "territory"]),
  wider: z.boolean(),
  incompleteDays: z.int().nullable(),
  by: z.string().optional(),
  items: z.array(countsSchema.extend({ name: z.string() })).optional(),
  definition: z.record(z.string(), z.string()),
});

export const healthSchema = z.object({ status: z.enum(["ok", "failing"]), database: z.string(), version: z.string() });

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
  details: z.array(z.string()).optional(),
});
