import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { Face } from "../../domain/point/feedback.ts";
import { checkSound } from "../../files/sound/sound.ts";
import {
  answerFeedback,
  countFaces,
  type Feedback,
  listOpenFeedback,
  listShownFeedback,
  readFeedbackVoice,
} from "../../store/records/feedback.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { queueAnswer } from "../messages/queue.ts";
import { type Problem, problem } from "../problems.ts";
import type { Sound } from "../voices/listen.ts";

/** What the office was told: what waits for an answer, and the faces of the last thirty days. */
export interface FeedbackDesk {
  readonly open: readonly Feedback[];
  readonly faces: Readonly<Record<Face, number>>;
}

const LINES = 100;
const FACES_DAYS = 30;

export async function readFeedbackDesk(context: Context, office: string): Promise<FeedbackDesk> {
  const { sql } = context.database;
  const since = new Date(context.now().getTime() - FACES_DAYS * 86_400_000);
  const [open, counts] = await Promise.all([listOpenFeedback(sql, office, LINES), countFaces(sql, office, since)]);
  const count = (face: Face) => counts.find((row) => row.face === face)?.count ?? 0;
  return { open, faces: { glad: count("glad"), fair: count("fair"), sad: count("sad") } };
}

/** The office's answer; read by the person with the code, and by everybody where the officer says so. */
export async function answer(
  context: Context,
  member: StaffMember,
  feedback: string,
  words: string,
  shown: boolean,
): Promise<Result<true, Problem>> {
  if (words.trim() === "") return refuse(problem("reason-missing"));
  if (!isUuid(feedback)) return refuse(problem("feedback-not-found"));
  const key = { office: member.office, feedback };
  return context.database.transaction(async (sql) => {
    const answered = await answerFeedback(sql, key, { words: words.trim(), by: member.staff, shown }, context.now());
    if (answered === null) return refuse(problem("feedback-answered"));
    if (answered.dossier !== null) await queueAnswer(sql, { office: member.office, dossier: answered.dossier }, feedback, context.now());
    return ok(true);
  });
}

/** Answers that everybody may read. */
export function shownFeedback(context: Context, office: string): Promise<Feedback[]> {
  return listShownFeedback(context.database.sql, office, 20);
}

/** What somebody said with their voice, for the office that it was said to; null where there is none. */
export async function voiceOfFeedback(context: Context, member: StaffMember, feedback: string): Promise<Sound | null> {
  const sha256 = isUuid(feedback) ? await readFeedbackVoice(context.database.sql, { office: member.office, feedback }) : null;
  if (sha256 === null) return null;
  const bytes = Uint8Array.from(await context.files.read(sha256));
  const checked = checkSound(bytes);
  return checked.ok ? { type: checked.value.type, bytes, tag: sha256 } : null;
}
