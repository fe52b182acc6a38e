import { isUuid, readableCode } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { Face } from "../../domain/point/feedback.ts";
import { type ConsentFor, type ConsentGiven, type ConsentTerms, consentFor } from "../../domain/privacy/consent.ts";
import { SOUND_PROBLEMS } from "../../domain/voices/recording.ts";
import { checkSound } from "../../files/sound/sound.ts";
import { addWords, type Feedback, findFeedback, insertFeedback } from "../../store/records/feedback.ts";
import { eraseFeedbackVoice } from "../../store/records/retention.ts";
import { readVisit } from "../../store/records/visits.ts";
import type { Context } from "../context.ts";
import { track } from "../dossiers/track.ts";
import { plainCode } from "../drafts/slip.ts";
import type { Visitor } from "../identity/session.ts";
import { recordConsent, strikeConsent, termsOf, wayOf } from "../privacy/record-consent.ts";
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
  const visit = said.visit && isUuid(said.visit) ? await readVisit(sql, { office: said.office, visit: said.visit }) : null;
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

/** What is said after the tap. */
export interface SaidMore {
  readonly words: string;
  readonly name: string;
  /** The recording, empty without one; kept only with the consent under it. */
  readonly voice: Uint8Array;
  readonly consent: ConsentGiven;
}

/** Words after the tap, written or spoken. A voice is kept together with the consent to keep it, or not at all. */
export async function sayMore(context: Context, visitor: Visitor, code: string, more: SaidMore): Promise<Result<true, Problem>> {
  const words = more.words.trim().slice(0, WORDS_LIMIT);
  if (words === "" && more.voice.length === 0) return refuse(problem("feedback-empty"));
  const sound = more.voice.length === 0 ? null : checkSound(more.voice);
  if (sound?.ok === false) return refuse(problem("sound-refused", { sentence: SOUND_PROBLEMS[sound.reason] }));
  const agreed = sound === null ? null : agreedToVoice(context, more.consent);
  if (agreed?.ok === false) return agreed;
  const kept = sound === null ? null : await context.files.putBytes(more.voice);
  if (kept?.ok === false) return refuse(problem("disk-full"));
  const name = more.name.trim().slice(0, NAME_LIMIT) || null;
  return context.database.transaction(async (sql) => {
    const added = await addWords(sql, plainCode(code), words, name, kept?.value.sha256 ?? null);
    if (added === null) return refuse(problem("feedback-not-found"));
    if (agreed)
      await recordConsent(context, sql, {
        office: added.office,
        subject: { feedback: added.feedback },
        ...agreed.value,
        ...(await wayOf(context, visitor, added.office)),
      });
    return ok(true);
  });
}

function agreedToVoice(context: Context, given: ConsentGiven): Result<{ terms: ConsentTerms; whom: ConsentFor }, Problem> {
  const terms = termsOf(context, "voice");
  if (!terms?.offered) return refuse(problem("consent-not-found"));
  const whom = consentFor(terms, given);
  if (whom === "not-ticked") return refuse(problem("voice-consent"));
  if (whom === "other-words") return refuse(problem("consent-words"));
  if (whom === "child-not-asked") return refuse(problem("consent-child"));
  return ok({ terms, whom });
}

/** Whoever has the code takes the consent back: the recording is erased at once, words stay. */
export async function takeVoiceBack(context: Context, code: string): Promise<Result<true, Problem>> {
  const found = await readFeedback(context, code);
  if (!found.ok) return found;
  const { office, feedback, voiceSha256 } = found.value;
  if (voiceSha256 === null) return refuse(problem("voice-gone"));
  await context.database.transaction(async (sql) => {
    await strikeConsent(context, sql, office, { feedback }, "voice");
    await eraseFeedbackVoice(sql, { office, feedback }, context.now());
  });
  return ok(true);
}

export async function readFeedback(context: Context, code: string): Promise<Result<Feedback, Problem>> {
  const found = await findFeedback(context.database.sql, plainCode(code));
  return found ? ok(found) : refuse(problem("feedback-not-found"));
}
