import { ok, type Result, refuse } from "../../base/result.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { type Dossier, fold } from "../../domain/dossier/fold.ts";
import type { Answers } from "../../domain/forms/answers.ts";
import { effectiveAnswers, journey, parsePage } from "../../domain/forms/journey.ts";
import type { ParseContext } from "../../domain/forms/parse-answer.ts";
import { readable, withoutBlanks } from "../../domain/forms/readable.ts";
import { type DossierKey, readLog } from "../../store/records/dossier-log.ts";
import { type Context, parseContext, procedureOf } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import { type Act, act } from "./act.ts";

/**
 * Enters what stands on the declaration on paper, all questions at once or some of them. A question left empty is one that is not entered yet; what cannot be
 * taken is said at its question, and then nothing is entered. Answers to earlier questions open later ones, so typing goes on where it stood.
 */
export async function enterDeclaration(context: Context, key: DossierKey, by: Act, typed: Answers): Promise<Result<Dossier, Problem>> {
  const log = await readLog(context.database.sql, key);
  if (log.length === 0) return refuse(problem("dossier-not-found"));
  const known = fold(log);
  const procedure = procedureOf(context, known.procedure.code, known.procedure.version);
  if (!procedure) return refuse(problem("procedure-unknown"));
  const parse = parseContext(context);
  const read = readTyped(procedure, known.answers, typed, parse);
  if (!read.ok) return refuse(problem("answers-refused", { fields: read.reason }));
  return act(context, key, by, "enter-declaration", () => {
    const answers = effectiveAnswers(procedure, read.value, parse);
    return { move: "enter-declaration", answers, declaration: withoutBlanks(readable(procedure, answers, parse)) };
  });
}

/** The answers after what was typed, page by page as far as the answers open them; or a sentence for each question that cannot be taken. */
export function readTyped(
  procedure: Procedure,
  known: Answers,
  typed: Answers,
  parse: ParseContext,
): Result<Answers, Record<string, string>> {
  let answers = known;
  const fields: Record<string, string> = {};
  const seen = new Set<string>();
  for (let next = unseen(procedure, answers, parse, seen); next !== undefined; next = unseen(procedure, answers, parse, seen)) {
    seen.add(next.page.id);
    const page = parsePage(procedure, next, answers, typed, parse);
    const wrong = Object.entries(page.problems).filter(([id]) => isTyped(typed, id));
    for (const [id, sentence] of wrong) fields[id] = sentence;
    answers = { ...answers, ...page.answers };
  }
  return Object.keys(fields).length > 0 ? refuse(fields) : ok(answers);
}

function unseen(procedure: Procedure, answers: Answers, parse: ParseContext, seen: ReadonlySet<string>) {
  return journey(procedure, answers, parse).steps.find((step) => !seen.has(step.page.id));
}

/** Something stands in the question's field, or in a part of its place. */
function isTyped(typed: Answers, id: string): boolean {
  return Object.entries(typed).some(([name, value]) => (name === id || name.startsWith(`${id}.`)) && value.trim() !== "");
}
