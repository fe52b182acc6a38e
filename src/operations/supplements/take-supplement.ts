import { ok, type Result, refuse } from "../../base/result.ts";
import type { ReceivedPaper } from "../../domain/dossier/events.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import { readCounted } from "../../domain/dossier/intake-form.ts";
import { closeDraft } from "../../store/records/drafts.ts";
import type { TypedIntake } from "../../store/records/paper-intakes.ts";
import { saveSupplementIntake } from "../../store/records/supplement-intakes.ts";
import type { Context } from "../context.ts";
import { supplement } from "../dossiers/act.ts";
import type { DeskDossier } from "../dossiers/desk.ts";
import { bindPapers } from "../drafts/papers.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";
import type { OpenSupplement } from "./supplement-desk.ts";

/** The field of the words beside the papers. */
export const SUPPLEMENT_WORDS = "loi-nhan";

/**
 * Takes in what was brought to the counter: counted, scanned and said. The clock goes on at this moment. A paper that was asked for and is not there wants a
 * word why it is taken all the same.
 */
export async function takeSupplement(
  context: Context,
  member: StaffMember,
  { key, dossier }: DeskDossier,
  open: OpenSupplement,
  typed: TypedIntake,
): Promise<Result<Dossier, Problem>> {
  const counted = readCounted(typed, open.procedure.papers);
  if (!counted.ok) return refuse(problem("answers-refused", { fields: counted.reason }));
  const words = typed[SUPPLEMENT_WORDS] ?? "";
  const missing = notThere(dossier, open, counted.value);
  if (missing.length > 0 && words.trim() === "") return refuse(problem("supplement-papers-missing", { details: missing }));
  const bound = await bindPapers(context, open.scanned);
  if (!bound.ok) return bound;
  const by = {
    actor: { role: member.role, id: member.staff, name: member.name },
    key: `supplement:${key.dossier}:${open.turn.turn}`,
  };
  const done = await supplement(context, key, by, { papers: bound.value, words, received: counted.value });
  if (done.ok && open.draft) {
    const { draft } = open;
    await context.database.transaction(async (sql) => {
      await closeDraft(sql, draft, key);
      await saveSupplementIntake(sql, draft, {});
    });
  }
  return done.ok ? ok(done.value) : done;
}

function notThere({ owed }: Dossier, { scanned }: OpenSupplement, counted: readonly ReceivedPaper[]): string[] {
  const there = new Set([
    ...counted.map(({ paper }) => paper),
    ...scanned.flatMap(({ paper, pages }) => (pages.length > 0 ? [paper.id] : [])),
  ]);
  return (owed?.asked ?? []).flatMap(({ paper, name }) => (there.has(paper) ? [] : [name]));
}
