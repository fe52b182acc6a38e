import { ok, type Result, refuse } from "../../base/result.ts";
import { fold as foldText } from "../../domain/people/names.ts";
import { parsePhone } from "../../domain/people/phone.ts";
import { insertAccesses } from "../../store/records/access-log.ts";
import { insertSearch } from "../../store/records/dossier-searches.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import { type FoundDossier, findEverywhere } from "../../store/views/all-dossiers.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";

/** Why somebody of the office looks through all dossiers. */
export const SEARCH_REASONS = {
  asked: "Người nộp hỏi tại quầy hoặc qua điện thoại",
  work: "Đang giải quyết một hồ sơ liên quan",
  complaint: "Trả lời khiếu nại, phản ánh",
  inspection: "Kiểm tra, thanh tra, thống kê",
  other: "Lý do khác",
} as const;

export type SearchReason = keyof typeof SEARCH_REASONS;

/** The newest that hold the words, and whether there are more. */
export interface FoundEverywhere {
  readonly found: readonly FoundDossier[];
  readonly more: boolean;
}

const MOST = 50;
const SHORTEST = 3;

/**
 * Looks through all dossiers of the member's office, those that are over too: by name with or without accents, identity number, phone, dossier or tracking
 * code. The reason is written down with who and when, and each dossier that was shown counts as looked at. What was looked for is kept nowhere.
 */
export async function searchAll(
  context: Context,
  member: StaffMember,
  asked: { readonly words: string; readonly reason: string; readonly reasonWords: string },
): Promise<Result<FoundEverywhere, Problem>> {
  const { reason } = asked;
  const reasonWords = asked.reasonWords.trim();
  if (!isReason(reason) || (reason === "other" && reasonWords === "")) return refuse(problem("search-reason"));
  const wanted = wordsOf(asked.words);
  if (wanted.join("").length < SHORTEST) return refuse(problem("search-short"));
  return context.database.transaction(async (sql) => {
    const lines = await findEverywhere(sql, member.office, wanted, MOST + 1);
    const [found, more] = [lines.slice(0, MOST), lines.length > MOST];
    const now = context.now();
    const { office, staff } = member;
    await insertSearch(sql, { office, search: context.newId(), staff, reason, words: reasonWords, found: found.length }, now);
    const looks = found.map(({ dossier }) => ({ office, access: context.newId(), staff, dossier, what: `search:${reason}` }));
    await insertAccesses(sql, looks, now);
    return ok({ found, more });
  });
}

function isReason(reason: string): reason is SearchReason {
  return reason in SEARCH_REASONS;
}

/** Words as the lists hold them. A number may be typed with spaces, dots or +84. */
function wordsOf(typed: string): string[] {
  const phone = parsePhone(typed);
  if (phone.ok) return [phone.value];
  const digits = typed.replace(/[\s.]/g, "");
  return /^\d{9,12}$/.test(digits) ? [digits] : foldText(typed).split(" ").filter(Boolean);
}
