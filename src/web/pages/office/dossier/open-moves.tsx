import type { Child } from "hono/jsx";
import { askablePapers } from "../../../../domain/catalogue/at-counter.ts";
import type { Procedure } from "../../../../domain/catalogue/procedure.ts";
import type { ApologyDraft } from "../../../../domain/dossier/apology.ts";
import { isRegisterMove, type Move, type Role } from "../../../../domain/dossier/moves.ts";
import { comingMoves, type Due, KIND_OF_MOVE, MOVE_KINDS, type MoveKind } from "../../../../domain/dossier/next-moves.ts";
import type { DeskDossier } from "../../../../operations/dossiers/desk.ts";
import { hasGalley } from "../../../../operations/galleys/galleys.ts";
import { paths } from "../../../paths.ts";
import { MoveForm, type Tone } from "../move-form.tsx";

/** Moves that have a place of their own on the page. */
const ELSEWHERE: readonly Move[] = ["judge-duplicate", "assign", "note", "give-opinion"];

interface OpenMovesProps {
  readonly opened: DeskDossier;
  readonly procedure: Procedure | null;
  readonly role: Role;
  readonly moves: readonly Move[];
  readonly due: Due;
  readonly apology: ApologyDraft | null;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly list: string;
  /** The move that was just refused: its form is open. */
  readonly refused: Move | null;
  /** Forms that ask for more than words; each is shown where its move belongs. */
  readonly forms: Partial<Readonly<Record<Move, Child>>>;
}

/** What this member can do now: the next step first and largest, what is usual beside it, the rest folded away by what it is about. */
export function OpenMoves(props: OpenMovesProps) {
  const { opened, procedure, role, due } = props;
  const shown = props.moves.filter((move) => hasPlaceHere(move, opened, procedure));
  if (shown.length === 0) return null;
  const { next, usual, rare } = comingMoves(opened.dossier, role, shown, due);
  const draw = (tone: Tone) => (move: Move) => <OneMove {...props} move={move} tone={tone} />;
  return (
    <section aria-label="Việc làm được bây giờ" class="coming">
      <h2>Làm gì tiếp</h2>
      {next === null && usual.length === 0 ? null : (
        <div class="moves">
          {next === null ? null : draw("next")(next)}
          {usual.map(draw("usual"))}
        </div>
      )}
      {rare.length === 0 ? null : (
        <details class="rare" open={props.refused !== null && rare.includes(props.refused)}>
          <summary data-key="m" aria-keyshortcuts="m">
            Việc khác ({rare.length}) <kbd>m</kbd>
          </summary>
          {(Object.keys(MOVE_KINDS) as MoveKind[]).map((kind) => (
            <Group kind={kind} moves={rare.filter((move) => KIND_OF_MOVE[move] === kind)} draw={draw("rare")} />
          ))}
        </details>
      )}
    </section>
  );
}

function Group({ kind, moves, draw }: { kind: MoveKind; moves: readonly Move[]; draw: (move: Move) => Child }) {
  if (moves.length === 0) return null;
  return (
    <section aria-labelledby={`viec-${kind}`}>
      <h3 id={`viec-${kind}`}>{MOVE_KINDS[kind]}</h3>
      <div class="moves">{moves.map(draw)}</div>
    </section>
  );
}

function OneMove({
  opened: { key, dossier: open },
  procedure,
  role,
  apology,
  today,
  list,
  forms,
  move,
  tone,
}: OpenMovesProps & { move: Move; tone: Tone }) {
  const leading = tone === "next" ? "button" : "button quiet";
  if (forms[move] !== undefined) return <div class={tone}>{forms[move]}</div>;
  if (move === "enter-declaration")
    return (
      <a class={leading} href={paths.officeDeclarationForm(key.dossier)}>
        Nhập tờ khai giấy
      </a>
    );
  if (move === "supplement" && role === "officer")
    return (
      <a class={leading} href={paths.officeSupplement(key.dossier)} data-key="s" aria-keyshortcuts="s">
        Nhận giấy tờ bổ sung <kbd>s</kbd>
      </a>
    );
  if (move === "link-entry")
    return (
      <a class={leading} href={paths.officeLinkEntry(key.dossier)}>
        {open.entry ? "Đổi số trong sổ" : "Gắn với sổ"}
      </a>
    );
  return (
    <MoveForm
      id={key.dossier}
      move={move}
      tone={tone}
      reasons={procedure?.supplementReasons ?? []}
      papers={procedure ? askablePapers(procedure, open.answers, today) : []}
      applicant={open.applicant.name}
      apology={apology}
      list={list}
    />
  );
}

/** Some moves make sense with some procedures only. */
function hasPlaceHere(move: Move, { dossier }: DeskDossier, procedure: Procedure | null): boolean {
  if (ELSEWHERE.includes(move)) return false;
  if (move === "send-galley" || move === "skip-galley") return hasGalley(procedure, dossier);
  if (move === "extend") return procedure?.deadline.verification !== undefined;
  if (move === "enter-declaration") return procedure?.declaration !== undefined;
  if (move === "link-entry") return procedure?.result?.onEntry !== undefined;
  return !isRegisterMove(move);
}
