import type { Procedure } from "../../../../domain/catalogue/procedure.ts";
import type { ApologyDraft } from "../../../../domain/dossier/apology.ts";
import { isRegisterMove, MOVES, type Move } from "../../../../domain/dossier/moves.ts";
import type { DeskDossier } from "../../../../operations/dossiers/desk.ts";
import { hasGalley } from "../../../../operations/galleys/galleys.ts";
import { paths } from "../../../paths.ts";
import { MoveForm } from "../move-form.tsx";

/** Moves that have a place of their own on the page. */
const ELSEWHERE: readonly Move[] = [
  "supplement",
  "enter-declaration",
  "judge-duplicate",
  "assign",
  "note",
  "ask-opinion",
  "give-opinion",
  "transfer",
];

/** What this member can do now, each move as its own form. */
export function OpenMoves({
  opened: { key, dossier: open },
  procedure,
  moves,
  apology,
  list,
}: {
  opened: DeskDossier;
  procedure: Procedure | null;
  moves: readonly Move[];
  apology: ApologyDraft | null;
  list: string;
}) {
  if (!moves.some((move) => !ELSEWHERE.includes(move) && !isRegisterMove(move))) return null;
  return (
    <section aria-label="Việc làm được bây giờ">
      <h2>Làm gì tiếp</h2>
      <div class="moves">
        {moves
          .filter(
            (move) =>
              !ELSEWHERE.includes(move) &&
              !isRegisterMove(move) &&
              ((move !== "send-galley" && move !== "skip-galley") || hasGalley(procedure, open)) &&
              (move !== "extend" || procedure?.deadline.verification !== undefined),
          )
          .map((move) => (
            <MoveForm
              id={key.dossier}
              move={move}
              words={MOVES[move].words}
              reasons={procedure?.supplementReasons ?? []}
              applicant={open.applicant.name}
              apology={apology}
              list={list}
            />
          ))}
        {moves.includes("link-entry") && procedure?.result?.onEntry ? (
          <a class="button quiet" href={paths.officeLinkEntry(key.dossier)}>
            {open.entry ? "Đổi số trong sổ" : "Gắn với sổ"}
          </a>
        ) : null}
      </div>
    </section>
  );
}
