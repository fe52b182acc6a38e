import type { Answers } from "../forms/answers.ts";
import { type Condition, fieldsOf, holds } from "../forms/condition.ts";
import type { Procedure, ProcedurePaper } from "./procedure.ts";

/** The declaration as it was written by hand: the one paper that no procedure lists. */
export const PAPER_FORM: ProcedurePaper = {
  id: "to-khai-giay",
  name: "Tờ khai giấy",
  plain: "Tờ khai viết tay, người nộp đã ký.",
  kind: "submit",
  originals: 1,
  copies: 0,
  required: false,
};

/**
 * The procedure as it is taken in at the counter: the declaration on paper counts as a paper, and a paper whose condition nobody knows yet may
 * lie in the dossier, without being missed when it does not.
 */
export function asAtCounter(procedure: Procedure, answers: Answers, today: string): Procedure {
  const papers = procedure.papers.flatMap((paper) => {
    if (paper.when === undefined) return [paper];
    const { when, ...rest } = paper;
    if (isOpen(when, answers)) return [{ ...rest, required: false }];
    return holds(when, answers, today) ? [rest] : [];
  });
  return { ...procedure, papers: procedure.declaration ? [PAPER_FORM, ...papers] : papers };
}

/** Whether something that the condition looks at is not answered yet. */
function isOpen(when: Condition, answers: Answers): boolean {
  return fieldsOf(when).some((field) => (answers[field] ?? "") === "");
}
