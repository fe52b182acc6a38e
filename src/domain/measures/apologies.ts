import { APOLOGY_REASONS, type ApologyReason } from "../dossier/apology.ts";
import { OFFICE_STEPS, type OfficeStep } from "../dossier/steps.ts";

/** An apology as its event has it. `day` is YYYY-MM-DD at the office; older events do not say the step. */
export interface Apology {
  readonly day: string;
  readonly reasons: readonly string[];
  readonly words: string;
  readonly step: string | null;
}

/** Reasons of the list, and what officers wrote in words of their own. */
export type CountedReason = ApologyReason | "other";

/** How often something was said: by month (YYYY-MM), in the order of the months, and in all. */
export interface Counted {
  readonly months: readonly number[];
  readonly all: number;
}

export interface ApologyCounts {
  readonly apologies: Counted;
  /** An apology with two reasons counts in both, once in `apologies`. */
  readonly reasons: readonly (Counted & { readonly reason: CountedReason })[];
  readonly steps: readonly (Counted & { readonly step: OfficeStep | "unknown" })[];
}

export function countApologies(apologies: readonly Apology[], months: readonly string[]): ApologyCounts {
  const count = (fits: (one: Apology) => boolean): Counted => {
    const those = apologies.filter(fits);
    return { months: months.map((month) => those.filter(({ day }) => day.startsWith(month)).length), all: those.length };
  };
  const names = Object.keys(APOLOGY_REASONS) as ApologyReason[];
  return {
    apologies: count(() => true),
    reasons: [...names, "other" as const].map((reason) => ({ reason, ...count((one) => reasonsOf(one).includes(reason)) })),
    steps: [...OFFICE_STEPS, "unknown" as const].map((step) => ({ step, ...count((one) => stepOf(one) === step) })),
  };
}

/** What an apology counts as: its reasons of the list; in words alone, or with a reason that no list knows, also "other". */
function reasonsOf({ reasons, words }: Apology): CountedReason[] {
  const known = (Object.keys(APOLOGY_REASONS) as ApologyReason[]).filter((reason) => reasons.includes(APOLOGY_REASONS[reason]));
  const strange = reasons.some((reason) => !Object.values<string>(APOLOGY_REASONS).includes(reason));
  return strange || (known.length === 0 && words !== "") ? [...known, "other"] : known;
}

function stepOf({ step }: Apology): OfficeStep | "unknown" {
  return OFFICE_STEPS.find((known) => known === step) ?? "unknown";
}
