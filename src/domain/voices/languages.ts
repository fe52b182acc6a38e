import { z } from "zod";

/** What the voices of an installation can speak; content/languages.yaml. Vietnamese comes first and is what everything falls back to. */
export const languagesSchema = z
  .array(
    z.strictObject({
      /** ISO 639: "vi", "rog" (Raglai). */
      code: z.string().regex(/^[a-z]{2,3}$/),
      /** As people call it: tiếng Raglai. */
      name: z.string().min(1),
      /** The machine's voice for it, where there is one; a language without one is spoken by people only. */
      speech: z
        .string()
        .regex(/^[a-z]{2,3}(-[a-z0-9]+)*$/)
        .optional(),
    }),
  )
  .refine((list) => list[0]?.code === FALLBACK, { error: "tiếng Việt (vi) phải đứng đầu" })
  .refine((list) => new Set(list.map(({ code }) => code)).size === list.length, { error: "có mã viết hai lần" });

export type Language = z.infer<typeof languagesSchema>[number];

export const FALLBACK = "vi";

/** The language of that code; Vietnamese for a code that nobody knows. */
export function languageOf(languages: readonly Language[], code: string | undefined): Language {
  return languages.find((language) => language.code === code) ?? VIETNAMESE;
}

const VIETNAMESE: Language = { code: FALLBACK, name: "tiếng Việt", speech: "vi" };
