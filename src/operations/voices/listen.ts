import { createHash } from "node:crypto";
import { FALLBACK, type Language, languageOf } from "../../domain/voices/languages.ts";
import type { PieceAt } from "../../domain/voices/pieces.ts";
import { SPOKEN_CHARACTERS, speakable } from "../../domain/voices/speakable.ts";
import { countPlayed, findPlayed } from "../../store/records/voices.ts";
import type { Context } from "../context.ts";
import { findPiece, type KnownPiece } from "./find-piece.ts";

/** What can be heard of a page. */
export interface Listen {
  /** The language of the first piece: what was asked for, or Vietnamese where nobody recorded it in that. */
  readonly spoken: Language;
  /** Those pieces that can be heard, in their order. */
  readonly pieces: readonly PieceAt[];
  /** Something at this office is recorded in another language than Vietnamese. */
  readonly choice: boolean;
}

/** A sound on its way to a browser; `tag` changes when the sound does. */
export interface Sound {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly tag: string;
}

/** Which of these pieces can be heard at an office, and in which language. Where the first cannot, the browser has to speak for itself. */
export async function listenTo(context: Context, office: string, wanted: Language, pieces: readonly PieceAt[]): Promise<Listen> {
  const [ways, counted] = await Promise.all([
    Promise.all(pieces.map(async (at) => ({ at, way: await wayToSay(context, office, wanted, at) }))),
    countPlayed(context.database.sql, office),
  ]);
  const heard = ways.flatMap(({ at, way }) => (way ? [{ at, way }] : []));
  const first = ways[0]?.way ?? null;
  return {
    spoken: languageOf(context.languages, first?.language),
    pieces: first ? heard.map(({ at }) => at) : [],
    choice: counted.some(({ language }) => language !== FALLBACK),
  };
}

/** The sound of a piece: recorded in that language, else recorded in Vietnamese, else spoken by the machine; null when there is none. */
export async function soundOf(context: Context, office: string, code: string, at: PieceAt): Promise<Sound | null> {
  const way = await wayToSay(context, office, languageOf(context.languages, code), at);
  if (way === null) return null;
  if (way.kind === "recorded") {
    return { type: way.type, bytes: Uint8Array.from(await context.files.read(way.sha256)), tag: way.sha256 };
  }
  const bytes = await context.voice.say(speakable(way.known.piece.sentences).slice(0, SPOKEN_CHARACTERS), way.speech);
  return bytes && { type: "audio/wav", bytes, tag: createHash("sha256").update(bytes).digest("hex") };
}

type Way =
  | { readonly kind: "recorded"; readonly language: string; readonly sha256: string; readonly type: string }
  | { readonly kind: "machine"; readonly language: string; readonly speech: string; readonly known: KnownPiece };

async function wayToSay(context: Context, office: string, wanted: Language, at: PieceAt): Promise<Way | null> {
  const known = findPiece(context, at);
  if (known === null) return null;
  const of = { office, procedure: known.procedure, piece: known.piece.key, wordsSha256: known.wordsSha256 };
  const languages = [...new Set([wanted.code, FALLBACK])];
  const played = await findPlayed(context.database.sql, of, languages);
  const recorded = languages.map((code) => played.find(({ language }) => language === code)).find((found) => found !== undefined);
  if (recorded) return { kind: "recorded", language: recorded.language, sha256: recorded.soundSha256, type: recorded.soundType };
  const { speech } = languageOf(context.languages, FALLBACK);
  return context.voice.there && speech ? { kind: "machine", language: FALLBACK, speech, known } : null;
}
