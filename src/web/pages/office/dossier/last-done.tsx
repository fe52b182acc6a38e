import { MOVES, type Move } from "../../../../domain/dossier/moves.ts";
import { paths } from "../../../paths.ts";
import { type ChosenList, listQuery } from "../list-choice.ts";
import { moveWordsAtDesk } from "../move-words.ts";

/** What was just done to the dossier before this one, with the way back to it. */
export function LastDone({
  move,
  dossier,
  code,
  list,
  next,
}: {
  move: string | undefined;
  dossier: string | undefined;
  code: string | null;
  list: ChosenList;
  next: boolean;
}) {
  if (move === undefined || dossier === undefined || code === null || !isMove(move)) return null;
  return (
    <p class="notice good" role="status" tabindex={-1} data-said>
      {moveWordsAtDesk(move)}: xong, hồ sơ <a href={paths.officeDossierFrom(dossier, listQuery(list))}>{code}</a>.{" "}
      {next ? "Đây là hồ sơ tiếp theo trong danh sách." : "Danh sách này không còn hồ sơ nào sau đó."}
    </p>
  );
}

/** What was just done to the dossier on this page. */
export function JustDone({ move }: { move: string | undefined }) {
  if (move === undefined || !isMove(move)) return null;
  return (
    <p class="notice good" role="status" tabindex={-1} data-said>
      {moveWordsAtDesk(move)}: xong.
    </p>
  );
}

function isMove(name: string): name is Move {
  return Object.hasOwn(MOVES, name);
}
