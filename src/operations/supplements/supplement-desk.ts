import { ok, type Result, refuse } from "../../base/result.ts";
import { asForSupplement } from "../../domain/catalogue/at-counter.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import type { DueDate } from "../../domain/dossier/due-date.ts";
import { isOpen } from "../../domain/dossier/moves.ts";
import { type Draft, readDraft } from "../../store/records/drafts.ts";
import type { TypedIntake } from "../../store/records/paper-intakes.ts";
import { findSupplementIntake, type SupplementTurn } from "../../store/records/supplement-intakes.ts";
import { type Context, parseContext, procedureOf } from "../context.ts";
import { dueWhenAwake } from "../dossiers/act.ts";
import type { DeskDossier } from "../dossiers/desk.ts";
import { type WantedPaper, wantedPapers } from "../drafts/papers.ts";
import { type Problem, problem } from "../problems.ts";

/** A dossier that waits for papers, as it lies open on the counter while they are brought. */
export interface OpenSupplement {
  /** The procedure as a supplement is taken in: the papers that were asked for first. */
  readonly procedure: Procedure;
  readonly turn: SupplementTurn;
  /** Holds the pages; null while nothing was scanned or typed. */
  readonly draft: Draft | null;
  readonly typed: TypedIntake;
  readonly scanned: readonly WantedPaper[];
  /** When the result would be promised, were it taken in at this moment. */
  readonly dueNow: DueDate;
}

/** What is there so far for the supplement of a dossier; refused when it waits for none. */
export async function openSupplement(context: Context, { key, dossier, office }: DeskDossier): Promise<Result<OpenSupplement, Problem>> {
  if (!isOpen(dossier, "supplement")) return refuse(problem("move-not-open"));
  const filed = procedureOf(context, dossier.procedure.code, dossier.procedure.version);
  if (!filed) return refuse(problem("procedure-unknown"));
  const { sql } = context.database;
  const turn = { office: key.office, dossier: key.dossier, turn: dossier.pauses.length };
  const { today } = parseContext(context);
  const procedure = asForSupplement(filed, { answers: dossier.answers, owed: dossier.owed?.asked ?? [], turn: turn.turn }, today);
  const intake = await findSupplementIntake(sql, turn, context.now());
  const draft = intake && (await readDraft(sql, intake.draft));
  const dueNow = await dueWhenAwake(context, sql, dossier, office);
  const scanned = draft ? await wantedPapers(context, draft, procedure) : [];
  return ok({ procedure, turn, draft, typed: intake?.typed ?? {}, scanned, dueNow });
}
