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

/** The papers that can be asked for in this case. */
export function askablePapers(procedure: Procedure, answers: Answers, today: string): ProcedurePaper[] {
  return asAtCounter(procedure, answers, today).papers.filter(({ kind, id }) => kind === "submit" && id !== PAPER_FORM.id);
}

/**
 * The procedure as a supplement is taken in at the counter: the papers that were asked for first, then what else the case may hold, and last a place for
 * what no list names. `turn` counts how often the citizen's turn came.
 */
export function asForSupplement(
  procedure: Procedure,
  { answers, owed, turn }: { answers: Answers; owed: readonly { readonly paper: string }[]; turn: number },
  today: string,
): Procedure {
  const isAsked = ({ id }: ProcedurePaper) => owed.some(({ paper }) => paper === id);
  const papers = asAtCounter(procedure, answers, today).papers.map((paper) => ({ ...paper, required: isAsked(paper) }));
  const other: ProcedurePaper = {
    id: supplementPaper(turn),
    name: supplementName(turn),
    plain: "Giấy khác bà con mang đến, không có tên trong danh sách.",
    kind: "submit",
    originals: 0,
    copies: 1,
    required: false,
  };
  const submitted = papers.filter(({ kind }) => kind === "submit");
  return { ...procedure, papers: [...submitted.filter(isAsked), ...submitted.filter((paper) => !isAsked(paper)), other] };
}

/** What is handed in with a supplement and is none of the procedure's papers. */
export function supplementPaper(turn: number): string {
  return `bo-sung-${turn}`;
}

export function supplementName(turn: number): string {
  return `Giấy tờ bổ sung lần ${turn}`;
}

/** Whether something that the condition looks at is not answered yet. */
function isOpen(when: Condition, answers: Answers): boolean {
  return fieldsOf(when).some((field) => (answers[field] ?? "") === "");
}
