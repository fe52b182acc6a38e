import { createHash } from "node:crypto";
import { COMMON } from "../../domain/voices/common-pieces.ts";
import { commonPieces, type Piece, type PieceAt, piecesOf } from "../../domain/voices/pieces.ts";
import type { Context } from "../context.ts";

/** A piece with the hash of its words: which version of the question it is. */
export interface KnownPiece {
  readonly piece: Piece;
  readonly procedure: string;
  readonly wordsSha256: string;
}

/** The piece at that place of the content; null when the content has none there. */
export function findPiece(context: Pick<Context, "catalogue">, at: PieceAt): KnownPiece | null {
  const procedure = at.procedure === COMMON ? null : context.catalogue.version(at.procedure, at.version);
  if (at.procedure !== COMMON && procedure === null) return null;
  const piece = (procedure ? piecesOf(procedure) : commonPieces()).find(({ key }) => key === at.piece);
  return piece ? { piece, procedure: at.procedure, wordsSha256: hashOf(piece) } : null;
}

/** SHA-256 of the sentences in their order. */
export function hashOf(piece: Piece): string {
  return createHash("sha256").update(JSON.stringify(piece.sentences)).digest("hex");
}
