import { z } from "zod";

/**
 * What people may agree to beside the procedure itself. The procedure needs no consent: the law asks for it. Each purpose has words of its own, is asked
 * for by itself, is never ticked beforehand and can be taken back (Law 91/2025/QH15, Decree 356/2025/NĐ-CP). What was agreed to is kept word for word.
 */
export const CONSENT_PURPOSES = ["copy", "messages", "voice", "ladder", "statistics"] as const;

export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** One file of content/consents. */
export const consentTermsSchema = z.strictObject({
  purpose: z.enum(CONSENT_PURPOSES),
  name: z.string().min(1),
  /** Nobody is asked for what the office does not do. */
  offered: z.boolean(),
  /** May touch ethnicity, health, poverty: the notice says so, once. */
  sensitive: z.boolean(),
  /** Is asked for children too: a parent agrees, and from seven years on the child as well. */
  children: z.boolean(),
  /** Where it is asked: on the person's own page, under one dossier, or beside a recording. */
  on: z.enum(["person", "dossier", "feedback"]),
  text: z.string().trim().min(40),
  withdrawal: z.string().min(1),
  basis: z.string().min(1),
});

export type ConsentTerms = z.infer<typeof consentTermsSchema>;

/** For whom somebody agrees: themselves, a small child, or a child who is asked too. */
export const CONSENT_FOR = {
  self: "Cho chính tôi",
  "child-small": "Cho con tôi, dưới 7 tuổi",
  "child-asked": "Cho con tôi, từ 7 tuổi trở lên",
} as const satisfies Record<string, string>;

export type ConsentFor = keyof typeof CONSENT_FOR;

/** How it was given: on the screen, on paper that an officer keeps, or by somebody's hand under a mandate. */
export const CONSENT_WAYS = { screen: "trên màn hình", paper: "trên giấy", mandate: "nhờ người trực bấm" } as const satisfies Record<
  string,
  string
>;

export type ConsentWay = keyof typeof CONSENT_WAYS;

/** What somebody sends with the button. `text` is the words that stood on their page. */
export interface ConsentGiven {
  readonly agreed: boolean;
  readonly text: string;
  readonly whom: string;
  readonly childAgreed: boolean;
}

/**
 * For whom it was agreed, or why it does not count: nothing ticked, other words than those in force, or a child from seven years on who was not asked
 * (Decree 356/2025/NĐ-CP; unverified).
 */
export function consentFor(terms: ConsentTerms, given: ConsentGiven): ConsentFor | "not-ticked" | "other-words" | "child-not-asked" {
  if (!given.agreed) return "not-ticked";
  if (given.text.replaceAll("\r\n", "\n").trim() !== terms.text) return "other-words";
  const whom = isConsentFor(given.whom) && terms.children ? given.whom : "self";
  return whom === "child-asked" && !given.childAgreed ? "child-not-asked" : whom;
}

export function isConsentFor(word: string): word is ConsentFor {
  return Object.hasOwn(CONSENT_FOR, word);
}
