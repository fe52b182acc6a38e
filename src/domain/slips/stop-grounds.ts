import { z } from "zod";

/** content/stops.yaml: for what an office stops working on a dossier, and by which law; `unverified` grounds were not read in the law's text. */
export const stopReasonsSchema = z
  .strictObject({
    reasons: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9-]+$/),
          reason: z.string().trim().min(1),
          grounds: z.array(z.strictObject({ words: z.string().trim().min(1), unverified: z.boolean().default(false) })).min(1),
        }),
      )
      .min(1),
  })
  .transform(({ reasons }) => reasons);

export type StopReason = z.infer<typeof stopReasonsSchema>[number];

/** The longest ground that somebody types, in characters. */
const LONGEST = 500;

/** The grounds that somebody ticked, and the one that they typed: each once, in their order. */
export function groundsOf(ticked: readonly string[], typed: string): string[] {
  const all = [...ticked, ...typed.split("\n")].map((words) => words.normalize("NFC").trim().slice(0, LONGEST));
  return [...new Set(all.filter((words) => words !== ""))];
}

/** "Căn cứ Luật …; Nghị định …." as it begins a notice; empty where none was given. */
export function groundsSentence(grounds: readonly string[]): string {
  return grounds.length === 0 ? "" : `Căn cứ ${grounds.map((words) => words.replace(/[.;\s]+$/, "")).join("; ")}.`;
}
