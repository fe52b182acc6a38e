import { officeDay } from "../../base/clock.ts";
import { isUuid } from "../../base/ids.ts";
import { COMMON } from "../../domain/voices/common-pieces.ts";
import { commonPieces, type Piece, type PieceAt, piecesOf } from "../../domain/voices/pieces.ts";
import { listVoices, listWaitingVoices, readVoice, type VoiceRecord } from "../../store/records/voices.ts";
import type { Context } from "../context.ts";
import { findPiece, hashOf } from "./find-piece.ts";
import type { Sound } from "./listen.ts";

/** How a piece stands in a language: nothing recorded; waits; played; sent back; or recorded for words that have changed since. */
export type PieceState = "missing" | "waiting" | "approved" | "declined" | "outdated";

export interface PieceLine {
  readonly at: PieceAt;
  readonly piece: Piece;
  readonly state: PieceState;
  /** The recording that the state speaks of. */
  readonly voice: VoiceRecord | null;
  /** An older recording is still played, while another waits or was sent back. */
  readonly played: boolean;
}

export interface ProcedureVoices {
  readonly procedure: string;
  readonly name: string;
  readonly lines: readonly PieceLine[];
}

/** What is recorded and what is missing in a language, procedure by procedure: those that are filed here, after what all share. */
export async function readVoiceDesk(context: Context, office: string, language: string): Promise<ProcedureVoices[]> {
  const voices = await listVoices(context.database.sql, office, language);
  const filed = context.catalogue.all(officeDay(context.now())).filter(({ filing }) => filing === "online");
  return [
    { procedure: COMMON, version: COMMON, name: "Câu chung của mọi thủ tục", pieces: commonPieces() },
    ...filed.map((procedure) => ({
      procedure: procedure.code,
      version: procedure.version,
      name: procedure.name,
      pieces: piecesOf(procedure),
    })),
  ].map(({ procedure, version, name, pieces }) => ({
    procedure,
    name,
    lines: pieces.map((piece) =>
      lineOf(
        { procedure, version, piece: piece.key },
        piece,
        voices.filter((voice) => voice.procedure === procedure && voice.piece === piece.key),
      ),
    ),
  }));
}

function lineOf(at: PieceAt, piece: Piece, voices: readonly VoiceRecord[]): PieceLine {
  const words = hashOf(piece);
  const now = voices.filter((voice) => voice.wordsSha256 === words);
  const newest = now[0];
  const played = now.some(({ state }) => state === "approved");
  if (newest && newest.state !== "replaced") return { at, piece, state: newest.state, voice: newest, played };
  return { at, piece, state: voices.some(({ state }) => state === "approved") ? "outdated" : "missing", voice: null, played };
}

/** A recording that waits, with the words that it should say; null words when they have changed since. */
export interface WaitingVoice {
  readonly voice: VoiceRecord;
  readonly piece: Piece | null;
}

/** What waits for an officer, the oldest first. */
export async function readWaitingVoices(context: Context, office: string): Promise<WaitingVoice[]> {
  const waiting = await listWaitingVoices(context.database.sql, office, LINES);
  const today = officeDay(context.now());
  return waiting.map((voice) => {
    const version = context.catalogue.find(voice.procedure, today)?.version ?? "";
    const known = findPiece(context, { procedure: voice.procedure, version, piece: voice.piece });
    return { voice, piece: known?.wordsSha256 === voice.wordsSha256 ? known.piece : null };
  });
}

const LINES = 50;

/** A recording of the office to be listened to by those at work, whatever was decided on it. */
export async function soundOfRecording(context: Context, office: string, voice: string): Promise<Sound | null> {
  const found = isUuid(voice) ? await readVoice(context.database.sql, office, voice) : null;
  if (found === null) return null;
  return { type: found.soundType, bytes: Uint8Array.from(await context.files.read(found.soundSha256)), tag: found.soundSha256 };
}
