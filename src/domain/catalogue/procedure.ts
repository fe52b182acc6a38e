import { z } from "zod";
import { conditionSchema } from "../forms/condition.ts";
import { pageSchema, sectionSchema } from "../forms/field.ts";

/** Which kind of office takes the dossier; the unit of the applicant's residence then says which one. */
export const OFFICE_KINDS = ["commune", "police", "social-insurance", "land-registry"] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];

/**
 * How a procedure can be filed in this system: guided online; at the counter with a booking and the list of papers to bring; or not here,
 * and then `words.whereToFile` says where and how.
 */
export const FILING_WAYS = ["online", "counter", "elsewhere"] as const;

const paperSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** The paper's name as people know it: Giấy chứng sinh. */
  name: z.string().min(1),
  /** What it is, who gives it, what to do without it, in plain words. */
  plain: z.string().min(1),
  /** handed in with the dossier, or only shown to the officer. */
  kind: z.enum(["submit", "show"]).default("submit"),
  originals: z.int().min(0).default(1),
  copies: z.int().min(0).default(0),
  required: z.boolean().default(true),
  when: conditionSchema.optional(),
  /** The drawing of a filled sample, a file of content/pictures. */
  picture: z.string().optional(),
});

const feeRuleSchema = z.strictObject({
  when: conditionSchema.optional(),
  /** đồng; null where the provincial council sets it and the office has not entered it yet. */
  amountDong: z.int().min(0).nullable(),
  /** The amount where the dossier is brought or posted, when filing online is cheaper (75/2022/TT-BTC for residence). */
  onPaperDong: z.int().min(0).optional(),
  /** The field that says how many times the amount is due (copies). */
  times: z.string().optional(),
  /** Where the pages of one copy count: `amountDong` for each of the first, `thenDong` for each further one, never more than `mostDong` a copy. */
  pages: z.strictObject({ field: z.string(), first: z.int().positive(), thenDong: z.int().min(0), mostDong: z.int().min(0) }).optional(),
  words: z.string().min(1),
});

const deadlineSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("same-day"), cutoff: z.string().regex(/^\d{2}:\d{2}$/) }),
  z.strictObject({ kind: z.literal("working-days"), days: z.int().positive() }),
  z.strictObject({ kind: z.literal("calendar-days"), days: z.int().positive() }),
]);

const deadlineRuleSchema = z.strictObject({
  when: conditionSchema.optional(),
  rule: deadlineSchema,
  words: z.string().min(1),
  unverified: z.boolean().optional(),
});

const stepSchema = z.strictObject({ percent: z.int().min(1).max(98), words: z.string().min(1).optional() });

const stepsSchema = z
  .strictObject({
    reception: stepSchema,
    work: stepSchema,
    signing: stepSchema,
    /** The paper that says so. */
    source: z.string().min(1).optional(),
    unverified: z.boolean().optional(),
  })
  .refine(({ reception, work, signing }) => reception.percent + work.percent + signing.percent === 100, {
    error: "phần của các bước (reception, work, signing) cộng lại phải là 100",
  });

const resultSchema = z.strictObject({
  /** National code of the kind of result: KQ.G15.000031. */
  code: z.string(),
  name: z.string().min(1),
  /** Title on the paper, in capitals. */
  title: z.string().min(1),
  /** The register (sổ) in which it gets its number; a result without one is numbered in the book of outgoing papers. */
  register: z.string().min(1),
  /** What stands on it: words with {field} places, see forms/fill-text.ts. */
  rows: z.array(z.strictObject({ label: z.string(), value: z.string(), when: conditionSchema.optional() })).default([]),
  /** A sentence under the rows (what the paper is for, how long it is valid). */
  closing: z.string().optional(),
  /** How the subject of the result is called in the register, e.g. "{con.hoTen}". */
  subject: z.string(),
  /** Title of a copy of it, where "… (BẢN SAO)" is not what the law calls it. */
  copyTitle: z.string().min(1).optional(),
  /** What it does to an entry that stands in a register already: puts it right, or copies it. */
  onEntry: z.enum(["corrects", "copies"]).optional(),
});

/**
 * What makes two dossiers one: the same child, the same marriage, the same request twice. `people` name the parts of the declaration that say who it is about
 * (con → con.hoTen, con.ngaySinh, con.soDinhDanh; empty where the form asks of one person only); `support` confirms, as parents do.
 */
const identitySchema = z.strictObject({
  /** birth, marriage: procedures with the same word are compared with each other. */
  kind: z.string().regex(/^[a-z][a-z-]*$/),
  people: z.array(z.strictObject({ of: z.string(), role: z.enum(["subject", "support"]).default("subject") })).min(1),
  /** Answers that must not contradict each other: what is asked for, where. */
  details: z.array(z.string()).default([]),
  /** For what people ask for again and again: only dossiers lodged within so many days of each other can be one. */
  withinDays: z.int().positive().optional(),
});

export const procedureSchema = z.strictObject({
  /** National code of the procedure: 1.001193. */
  code: z.string().regex(/^\d\.\d{6}$/),
  /** This file's version; a dossier keeps the one it was filed under. */
  version: z.string().min(1),
  validFrom: z.iso.date(),
  validTo: z.iso.date().optional(),
  /** Short name that people use: Đăng ký khai sinh. */
  name: z.string().min(1),
  /** The full name of the national catalogue. */
  formalName: z.string().min(1),
  /** Older or wrong codes that stand on papers. */
  aliases: z.array(z.string()).default([]),
  field: z.string().min(1),
  level: z.enum(["full", "partial", "direct"]),
  officeKind: z.enum(OFFICE_KINDS),
  filing: z.enum(FILING_WAYS),
  words: z.strictObject({
    /** What it is for, in one or two plain sentences. */
    purpose: z.string().min(1),
    /** Who goes, and what to have at hand before starting. */
    before: z.array(z.string()).default([]),
    whereToFile: z.string().min(1),
    /** What happens after sending. */
    afterwards: z.string().optional(),
    /** The ways people ask for it. Whole phrases; folding and typos are the search's work. */
    search: z.array(z.string()).min(1),
  }),
  /** Two or three questions whose answers decide papers and fee; asked on the procedure's page and not again in the declaration. */
  cases: z.array(pageSchema).default([]),
  papers: z.array(paperSchema),
  fee: z.strictObject({ rules: z.array(feeRuleSchema).min(1), note: z.string().optional(), unverified: z.boolean().optional() }),
  deadline: z.strictObject({
    rules: z.array(deadlineRuleSchema).min(1),
    /** Days of the same kind that the law adds once, when something has to be verified elsewhere; working days for a same-day procedure. */
    verification: z.strictObject({ days: z.int().positive(), words: z.string().min(1), unverified: z.boolean().optional() }).optional(),
    /** Only where the law gives an office that the dossier is handed on to a term of its own; else the promised day stays. */
    transfer: z.strictObject({ term: z.literal("anew"), words: z.string().min(1) }).optional(),
    /** What part of the term each step of the office has, in hundredths, where the office's inner procedure says so; and what it calls the step. */
    steps: stepsSchema.optional(),
    note: z.string().optional(),
  }),
  /** What the people get, in words; always there. */
  resultName: z.string().min(1),
  /** How the result is drawn and numbered; only where dossiers are decided here. */
  result: resultSchema.optional(),
  identity: identitySchema.optional(),
  declaration: z
    .strictObject({
      title: z.string().min(1),
      basis: z.string().optional(),
      sections: z.array(sectionSchema).min(1),
      /** The sentence that the requester stands by. */
      oath: z.string().min(1),
    })
    .optional(),
  /** Contradictions between answers: when the condition holds, the sentence is said at the field. */
  checks: z.array(z.strictObject({ field: z.string(), when: conditionSchema, say: z.string().min(1) })).default([]),
  /** A dossier filed online is shown to the citizen as a galley before it is signed (civil status): at most one day, silence is consent. */
  confirmGalley: z.boolean().default(false),
  /** Reasons an officer can pick when asking for more. */
  supplementReasons: z.array(z.string()).default([]),
  legal: z.array(z.string()).default([]),
  /** What in this file is from memory and wants checking, in words. */
  unverified: z.array(z.string()).default([]),
});

export type Procedure = z.infer<typeof procedureSchema>;
export type ProcedurePaper = Procedure["papers"][number];
export type FeeRule = Procedure["fee"]["rules"][number];
export type DeadlineRule = z.infer<typeof deadlineSchema>;
export type ProcedureIdentity = NonNullable<Procedure["identity"]>;
export type ResultDefinition = NonNullable<Procedure["result"]>;
