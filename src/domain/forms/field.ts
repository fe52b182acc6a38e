import { z } from "zod";
import { conditionSchema } from "./condition.ts";

/** The kinds of question that a procedure file may ask. Each has one parser (parse-answer.ts) and one way to be shown (display.ts). */
export const FIELD_TYPES = [
  "text",
  "paragraph",
  "name",
  "date",
  "choice",
  "yes-no",
  "number",
  "identity-number",
  "phone",
  "email",
  "ethnic-group",
  "nationality",
  "place",
] as const;

export type FieldType = (typeof FIELD_TYPES)[number];

const optionSchema = z.strictObject({ value: z.string().min(1), label: z.string().min(1), hint: z.string().optional() });

/**
 * Where an answer can come from before anybody types: the applicant (`applicant.name`, from the ID card or the account) or another answer.
 * What is filled in is shown to be confirmed, never taken silently.
 */
const fillSchema = z.strictObject({
  from: z.string().min(1),
  /** Of a place only its province: what is near is likely to be in the same one, and the rest is asked. */
  only: z.literal("province").optional(),
  when: conditionSchema.optional(),
});

export const fieldSchema = z.strictObject({
  /** Stored name, that of the national form where it has one: con.hoTen. */
  id: z.string().regex(/^[A-Za-z][\w.]*$/),
  type: z.enum(FIELD_TYPES),
  /** The words of the form, as they stand on the printed declaration. */
  label: z.string().min(1),
  /** The same as a question in a clerk's words, where the page asks several things. */
  ask: z.string().optional(),
  hint: z.string().optional(),
  required: z.boolean().default(true),
  when: conditionSchema.optional(),
  options: z.array(optionSchema).optional(),
  default: z.string().optional(),
  fill: z.array(fillSchema).default([]),
  /** Not asked but made from another answer: a day in words, or a copy of it. */
  derive: z.strictObject({ from: z.string(), as: z.enum(["date-in-words", "same"]) }).optional(),
  maxLength: z.int().positive().optional(),
  min: z.int().optional(),
  max: z.int().optional(),
  /** A day that may lie ahead (a trip, a wedding); all others must not. */
  future: z.boolean().default(false),
  /** The field's name in the national portal's electronic form, for the copy sheet. */
  portal: z.string().optional(),
  unverified: z.boolean().optional(),
});

export type Field = z.infer<typeof fieldSchema>;

/** One thing a page: a question in plain words and the few fields that answer it. */
export const pageSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  ask: z.string().min(1),
  hint: z.string().optional(),
  when: conditionSchema.optional(),
  fields: z.array(fieldSchema).min(1),
});

export type FormPage = z.infer<typeof pageSchema>;

/**
 * A section about a person whose ID card may be at hand: scanned, it fills in `of`.hoTen, .ngaySinh, .soDinhDanh, .gioiTinh, .noiCuTru and
 * .giayTo.ngayCap, as the national forms name them. A card of the other sex is refused where only one can be meant.
 */
const cardSchema = z.strictObject({ of: z.string().regex(/^[A-Za-z]\w*$/), sex: z.enum(["male", "female"]).optional() });

export const sectionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string().min(1),
  card: cardSchema.optional(),
  when: conditionSchema.optional(),
  pages: z.array(pageSchema).min(1),
});

export type FormSection = z.infer<typeof sectionSchema>;
