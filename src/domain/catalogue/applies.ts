import type { Channel } from "../dossier/events.ts";
import type { Answers } from "../forms/answers.ts";
import { holds } from "../forms/condition.ts";
import type { DeadlineRule, FeeRule, Procedure, ProcedurePaper } from "./procedure.ts";

/** The papers of this case, in the order of the file. Unanswered case questions leave conditional papers out. */
export function papersFor(procedure: Procedure, answers: Answers, today: string): ProcedurePaper[] {
  return procedure.papers.filter((paper) => holds(paper.when, answers, today));
}

/** What must be uploaded before this case can be sent. */
export function papersToSubmit(procedure: Procedure, answers: Answers, today: string): ProcedurePaper[] {
  return papersFor(procedure, answers, today).filter((paper) => paper.kind === "submit");
}

export interface Fee {
  /** đồng; null where the provincial council sets it and it is not entered yet. */
  readonly amountDong: number | null;
  readonly words: string;
}

/** The fee of this case, by the way in which it comes: the first rule that holds, by its pages, times the field that counts. */
export function feeFor(procedure: Procedure, answers: Answers, today: string, channel: Channel = "online"): Fee {
  const rule = procedure.fee.rules.find((candidate) => holds(candidate.when, answers, today));
  if (!rule) return { amountDong: null, words: procedure.fee.note ?? "Hỏi cán bộ tại quầy." };
  const amountDong = channel === "online" ? rule.amountDong : (rule.onPaperDong ?? rule.amountDong);
  const times = rule.times === undefined ? 1 : Number(answers[rule.times] || "1");
  return { amountDong: amountDong === null ? null : byPages(rule, amountDong, answers) * times, words: rule.words };
}

/** What one copy costs: the amount itself, or what its pages come to. */
function byPages({ pages }: FeeRule, amountDong: number, answers: Answers): number {
  if (pages === undefined) return amountDong;
  const count = Number(answers[pages.field] || "1");
  const dear = Math.min(count, pages.first);
  return Math.min(dear * amountDong + (count - dear) * pages.thenDong, pages.mostDong);
}

/** The deadline rule of this case: the first that holds; a procedure file always ends with one that needs nothing. */
export function deadlineFor(procedure: Procedure, answers: Answers, today: string): { rule: DeadlineRule; words: string } | null {
  return procedure.deadline.rules.find((candidate) => holds(candidate.when, answers, today)) ?? null;
}
