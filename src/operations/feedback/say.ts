import { readableCode } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { Face } from "../../domain/point/feedback.ts";
import { SOUND_PROBLEMS } from "../../domain/voices/recording.ts";
import { checkSound } from "../../files/sound/sound.ts";
import { addWords, type Feedback, findFeedback, insertFeedback } from "../../store/records/feedback.ts";
import { readVisit } from "../../store/records/visits.ts";
import type { Context } from "../context.ts";
import { track } from "../dossiers/track.ts";
import { plainCode } from "../drafts/slip.ts";
import { type Problem, problem } from "../problems.ts";

/** Eight readable characters, to come back with for the answer. */
const CODE_LENGTH = 8;
const WORDS_LIMIT = 4000;
const NAME_LIMIT = 100;

export interface Said {
  readonly office: string;
  readonly point: string | null;
  readonly face: Face;
  readonly words: string;
  readonly name: string;
  /** The visit that just ended, or the dossier's tracking code; both may be missing. */
  readonly visit: string | null;
  readonly trackingCode: string | null;
}

/** Keeps a rating or words; answers the code to come back with. A visit and a result are rated once: a second tap answers the same. */
export async function say(context: Context, said: Said): Promise<Result<string, Problem>> {
  const { sql } = context.database;
  const visit = said.visit && UUID.test(said.visit) ? await readVisit(sql, { office: said.office, visit: said.visit }) : null;
  // of a dossier that was handed on, the office where it is now is told
  const tracked = said.trackingCode ? await track(context, said.trackingCode) : null;
  const head = tracked?.ok ? tracked.value.head : null;
  const feedback = {
    office: head?.office ?? said.office,
    feedback: context.newId(),
    point: said.point,
    code: readableCode(CODE_LENGTH),
    visit: head ? null : (visit?.visit ?? null),
    dossier: head?.dossier ?? null,
    face: said.face,
    words: said.words.trim().slice(0, WORDS_LIMIT),
    voiceSha256: null,
    name: said.name.trim().slice(0, NAME_LIMIT) || null,
    saidAt: context.now(),
  };
  return (await insertFeedback(sql, feedback)) ? ok(feedback.code) : refuse(problem("feedback-said"));
}

/** Words after the tap, written or spoken; `voice` is the recording, empty without one. */
export async function sayMore(
  context: Context,
  code: string,
  more: { readonly words: string; readonly name: string; readonly voice: Uint8Array },
): Promise<Result<true, Problem>> {
  const words = more.words.trim().slice(0, WORDS_LIMIT);
  if (words === "" && more.voice.length === 0) return refuse(problem("feedback-empty"));
  const sound = more.voice.length === 0 ? null : checkSound(more.voice);
  if (sound?.ok === false) return refuse(problem("sound-refused", { sentence: SOUND_PROBLEMS[sound.reason] }));
  const kept = sound === null ? null : await context.files.putBytes(more.voice);
  if (kept?.ok === false) return refuse(problem("disk-full"));
  const name = more.name.trim().slice(0, NAME_LIMIT) || null;
  const added = await addWords(context.database.sql, plainCode(code), words, name, kept?.value.sha256 ?? null);
  return added ? ok(true) : refuse(problem("feedback-not-found"));
}

export async function readFeedback(context: Context, code: string): Promise<Result<Feedback, Problem>> {
  const found = await findFeedback(context.database.sql, plainCode(code));
  return found ? ok(found) : refuse(problem("feedback-not-found"));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
