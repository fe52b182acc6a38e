import { ok, type Result, refuse } from "../../base/result.ts";
import type { PieceAt } from "../../domain/voices/pieces.ts";
import { SOUND_PROBLEMS } from "../../domain/voices/recording.ts";
import { checkSound } from "../../files/sound/sound.ts";
import { insertVoice } from "../../store/records/voices.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";
import { findPiece } from "./find-piece.ts";

/**
 * Keeps what somebody at work recorded of a piece in a language. It waits for an officer; a recording of the same words that still waited steps
 * aside. Problems: the piece or language is not known; the file is no sound, too long, too large; no room on the disk.
 */
export async function recordVoice(
  context: Context,
  member: StaffMember,
  at: PieceAt,
  language: string,
  bytes: Uint8Array,
): Promise<Result<string, Problem>> {
  const known = findPiece(context, at);
  if (known === null || !context.languages.some(({ code }) => code === language)) return refuse(problem("voice-of-nothing"));
  const sound = checkSound(bytes);
  if (!sound.ok) return refuse(problem("sound-refused", { sentence: SOUND_PROBLEMS[sound.reason] }));
  const kept = await context.files.putBytes(bytes);
  if (!kept.ok) return refuse(problem("disk-full"));
  const voice = {
    office: member.office,
    voice: context.newId(),
    procedure: known.procedure,
    piece: known.piece.key,
    wordsSha256: known.wordsSha256,
    language,
    soundSha256: kept.value.sha256,
    soundType: sound.value.type,
    seconds: sound.value.seconds,
    recordedBy: member.staff,
    recordedAt: context.now(),
  };
  await context.database.transaction((sql) => insertVoice(sql, voice));
  return ok(voice.voice);
}
