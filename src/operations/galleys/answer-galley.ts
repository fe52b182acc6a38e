import { type Result, refuse } from "../../base/result.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import type { GalleyChange } from "../../domain/dossier/galley.ts";
import type { Answers } from "../../domain/forms/answers.ts";
import { displayAnswer } from "../../domain/forms/display.ts";
import { parseAnswer } from "../../domain/forms/parse-answer.ts";
import { ANSWER_PROBLEMS } from "../../domain/forms/problems.ts";
import type { DossierKey } from "../../store/records/dossier-log.ts";
import { type Context, parseContext } from "../context.ts";
import { type Act, act } from "../dossiers/act.ts";
import { type Problem, problem } from "../problems.ts";
import { readKnown } from "./galleys.ts";
import { galleyRows } from "./rows.ts";

/** What the citizen says of the galley, themselves or through somebody who called them; `typed` is by the question's id, empty where all is right. */
export interface GalleySaid {
  readonly how: "self" | "call";
  readonly typed: Answers;
  readonly words: string;
}

/** All of it is right. Whoever put something right in the same breath is asked which of the two they mean. */
export async function confirmGalley(context: Context, key: DossierKey, by: Act, said: GalleySaid): Promise<Result<Dossier, Problem>> {
  const { how, words } = said;
  const wrote = how === "self" && [words, ...Object.values(said.typed)].some((text) => text?.trim());
  if (wrote) return refuse(problem("right-and-corrected"));
  return act(context, key, by, "confirm-galley", () => ({ move: "confirm-galley", how, words }));
}

/** Something is wrong: old and new of each line, read as the declaration reads answers, so that the officer can take it over as it is. */
export async function correctGalley(context: Context, key: DossierKey, by: Act, said: GalleySaid): Promise<Result<Dossier, Problem>> {
  const known = await readKnown(context, key);
  if (!known.ok) return known;
  const parse = parseContext(context);
  const { procedure, dossier } = known.value;
  const changes: GalleyChange[] = [];
  const problems: Record<string, string> = {};
  let answers: Answers = {};
  for (const { field, label } of galleyRows(procedure, dossier.answers, context.lists, parse.today)) {
    const typed = field === null ? "" : (said.typed[field.id] ?? "").trim();
    if (field === null || typed === "") continue;
    const parsed = parseAnswer(field, { [field.id]: typed }, parse);
    if (!parsed.ok) {
      problems[`sua-${field.id}`] = `${label}: ${ANSWER_PROBLEMS[parsed.reason]}`;
      continue;
    }
    const from = displayAnswer(field, dossier.answers, context.lists);
    const to = displayAnswer(field, parsed.value, context.lists);
    if (from === to) continue;
    changes.push({ field: field.id, label, from, to });
    answers = { ...answers, ...parsed.value };
  }
  if (Object.keys(problems).length > 0) return refuse(problem("answers-refused", { fields: problems }));
  return act(context, key, by, "correct-galley", () => ({ move: "correct-galley", how: said.how, changes, answers, words: said.words }));
}
