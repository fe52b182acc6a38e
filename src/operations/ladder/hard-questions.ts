import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { journey, sectionsOf } from "../../domain/forms/journey.ts";
import type { Sql } from "../../store/database/database.ts";
import type { Draft } from "../../store/records/drafts.ts";
import { countHardship, listQuestionCounts, type QuestionCount } from "../../store/records/hardships.ts";
import { type Context, parseContext, procedureOf } from "../context.ts";

/** A question with how many people asked for help at it, had an answer refused, or went no further. */
export interface HardQuestion extends QuestionCount {
  readonly procedureName: string;
  readonly question: string;
}

const SHOWN = 50;

/** The questions that people find hard, the hardest first. */
export async function hardQuestions(context: Context, office: string): Promise<HardQuestion[]> {
  const counts = await listQuestionCounts(context.database.sql, office, SHOWN);
  return counts.map((count) => {
    const procedure = procedureOf(context, count.procedure, count.version);
    return { ...count, procedureName: procedure?.name ?? count.procedure, question: questionOf(procedure, count.page) };
  });
}

/** Counts where somebody stopped: at the first question that is not answered, or at the papers. Practice is never counted, nor what was sent. */
export async function countStop(context: Context, sql: Sql, draft: Draft): Promise<void> {
  const procedure = procedureOf(context, draft.procedure, draft.version);
  if (draft.practice || draft.lodgedDossier !== null || procedure === null) return;
  const { next } = journey(procedure, draft.answers, parseContext(context));
  await countHardship(sql, draft, next?.page.id ?? PAPERS, "stopped");
}

/** Behind the last question come the papers. */
const PAPERS = "giay-to";

function questionOf(procedure: Procedure | null, page: string): string {
  if (page === PAPERS) return "Nộp giấy tờ, xem lại và gửi";
  const pages = procedure ? sectionsOf(procedure).flatMap((section) => section.pages) : [];
  return pages.find(({ id }) => id === page)?.ask ?? page;
}
