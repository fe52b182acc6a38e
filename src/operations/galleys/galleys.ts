import { officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { type Dossier, fold } from "../../domain/dossier/fold.ts";
import { galleyUntil } from "../../domain/dossier/galley.ts";
import { effectiveAnswers, journey } from "../../domain/forms/journey.ts";
import { readable } from "../../domain/forms/readable.ts";
import { type DossierKey, readLog } from "../../store/records/dossier-log.ts";
import { listSilent } from "../../store/views/galley-list.ts";
import { type Context, calendarOf, parseContext, procedureOf } from "../context.ts";
import { type Act, act } from "../dossiers/act.ts";
import { type Problem, problem } from "../problems.ts";

// What the office and the clock do with a galley; what the citizen does stands in answer-galley.ts.

/** Is the certificate of this dossier shown to the citizen before it is signed? */
export function hasGalley(procedure: Procedure | null, dossier: Pick<Dossier, "channel">): procedure is Procedure {
  return procedure?.confirmGalley === true && procedure.result !== undefined && dossier.channel === "online";
}

/** Could one be sent now, or should whoever signs know that none was? */
export function wantsGalley(dossier: Pick<Dossier, "status">): boolean {
  return dossier.status === "accepted" || dossier.status === "processing";
}

/** Shows the certificate to the citizen, as the dossier stands now; they have until the end of the next working day. */
export async function sendGalley(context: Context, key: DossierKey, by: Act): Promise<Result<Dossier, Problem>> {
  const known = await readKnown(context, key);
  if (!known.ok) return known;
  if (!hasGalley(known.value.procedure, known.value.dossier)) return refuse(problem("no-galley"));
  return act(context, key, by, "send-galley", (_dossier, office) => ({
    move: "send-galley",
    until: galleyUntil(context.now(), calendarOf(context, office.kind)),
  }));
}

/** Takes over what the citizen wants otherwise: the declaration is what they now say. */
export async function takeCorrection(context: Context, key: DossierKey, by: Act, words: string): Promise<Result<Dossier, Problem>> {
  const known = await readKnown(context, key);
  if (!known.ok) return known;
  const { procedure, dossier: before } = known.value;
  if (before.galley === null || Object.keys(before.galley.answers).length === 0)
    return refuse(problem("nothing-corrected", { sentence: "Bà con chỉ nhắn lời, không ghi chỗ sửa. Xin trả lời bằng lời." }));
  const parse = parseContext(context);
  if (journey(procedure, { ...before.answers, ...before.galley.answers }, parse).next !== null)
    return refuse(
      problem("answers-refused", { sentence: "Sửa như vậy thì tờ khai thiếu câu khác. Xin trả lời bà con bằng lời, và bày nộp lại." }),
    );
  return act(context, key, by, "take-correction", (dossier) => {
    const answers = effectiveAnswers(procedure, { ...dossier.answers, ...dossier.galley?.answers }, parse);
    return { move: "take-correction", answers, declaration: readable(procedure, answers, parse), words };
  });
}

const BATCH = 500;

/** Closes every galley whose time is over without an answer: silence is consent, and the log says so. Answers how many. */
export async function closeSilent(context: Context): Promise<number> {
  const today = officeDay(context.now());
  let closed = 0;
  for (const key of await listSilent(context.database.sql, today, BATCH)) {
    const log = await readLog(context.database.sql, key);
    const actor = { role: "system", id: null, name: "Hệ thống" } as const;
    const by: Act = { actor, key: `close-galley:${key.dossier}:${fold(log).galley?.sequence}` };
    const done = await act(context, key, by, "close-galley", ({ galley }) => ({
      move: "close-galley",
      today,
      until: galley?.until ?? today,
    }));
    if (done.ok) closed += 1;
  }
  return closed;
}

/** The dossier with its procedure. */
export async function readKnown(context: Context, key: DossierKey): Promise<Result<{ dossier: Dossier; procedure: Procedure }, Problem>> {
  const log = await readLog(context.database.sql, key);
  if (log.length === 0) return refuse(problem("dossier-not-found"));
  const dossier = fold(log);
  const procedure = procedureOf(context, dossier.procedure.code, dossier.procedure.version);
  return procedure ? ok({ dossier, procedure }) : refuse(problem("procedure-unknown"));
}
