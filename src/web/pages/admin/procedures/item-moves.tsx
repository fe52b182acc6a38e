import type { Editing } from "../../../../operations/procedures/editing.ts";
import { paths } from "../../../paths.ts";
import { StateFields } from "./frame.tsx";

/** Up, down, away: for one thing of a list. */
export function ItemMoves(props: { editing: Editing; slug: string; id: string; name: string; first: boolean; last: boolean }) {
  const { editing, slug, id, name, first, last } = props;
  const act = (move: string) => paths.editedItemAct(editing.code, slug, id, move);
  return (
    <form method="post" action={act("bo")} class="row tight">
      <StateFields editing={editing} />
      {first ? null : (
        <button class="plain" type="submit" formaction={act("len")}>
          Lên<span class="sr"> {name}</span>
        </button>
      )}
      {last ? null : (
        <button class="plain" type="submit" formaction={act("xuong")}>
          Xuống<span class="sr"> {name}</span>
        </button>
      )}
      <button class="plain" type="submit">
        Bỏ<span class="sr"> {name}</span>
      </button>
    </form>
  );
}
