import { MOVES, type Move } from "../../../domain/dossier/moves.ts";

/** What a move is called at the desk, where the table's words are the citizen's. */
const DESK_WORDS: Partial<Record<Move, string>> = { supplement: "Nhận bổ sung tại quầy" };

export function moveWordsAtDesk(move: Move): string {
  return DESK_WORDS[move] ?? MOVES[move].words;
}
