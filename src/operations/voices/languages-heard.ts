import { FALLBACK, type Language } from "../../domain/voices/languages.ts";
import { countPlayed } from "../../store/records/voices.ts";
import type { Context } from "../context.ts";

/** A language and how many pieces were recorded in it. */
export type LanguageHeard = Language & { readonly count: number };

/** The languages in which something can be heard at an office; Vietnamese always. */
export async function languagesHeard(context: Context, office: string): Promise<LanguageHeard[]> {
  const counted = await countPlayed(context.database.sql, office);
  return context.languages
    .map((language) => ({ ...language, count: Number(counted.find((row) => row.language === language.code)?.count ?? 0) }))
    .filter(({ code, count }) => code === FALLBACK || count > 0);
}
