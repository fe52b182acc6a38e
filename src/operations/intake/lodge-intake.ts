import { ok, type Result, refuse } from "../../base/result.ts";
import { readIntakeForm } from "../../domain/dossier/intake-form.ts";
import { closeDraft } from "../../store/records/drafts.ts";
import { saveIntake, type TypedIntake } from "../../store/records/paper-intakes.ts";
import type { Context } from "../context.ts";
import { type IntakeOutcome, lodgePaper, type TakenIn } from "../dossiers/lodge-paper.ts";
import { bindPapers } from "../drafts/papers.ts";
import type { StaffMember } from "../identity/member.ts";
import { hashSecret, newSlipSecret } from "../identity/secrets.ts";
import { type Problem, problem } from "../problems.ts";
import { type OpenIntake, readingOf } from "./intake-desk.ts";

export interface LodgedIntake extends TakenIn {
  /** The four digits for the person's slip; null when it was taken in before: only their hash is kept. */
  readonly slipSecret: string | null;
}

/** Takes the dossier on the counter in: what was typed, counted and scanned becomes a dossier, once. */
export async function lodgeIntake(
  context: Context,
  member: StaffMember,
  open: OpenIntake,
  typed: TypedIntake,
  { point, outcome }: { point: string | null; outcome: IntakeOutcome },
): Promise<Result<LodgedIntake, Problem>> {
  const { draft, procedure, scanned } = open;
  const again = draft.lodgedDossier !== null;
  const read = readIntakeForm(typed, procedure, draft.applicant, readingOf(context));
  if (!read.ok && !again) return refuse(problem("answers-refused", { fields: read.reason }));
  const bound = again ? ok([]) : await bindPapers(context, scanned);
  if (!bound.ok) return bound;
  const secret = newSlipSecret();
  const taken = await lodgePaper(
    context,
    { role: member.role, id: member.staff, name: member.name },
    {
      office: member.office,
      procedure: procedure.code,
      version: procedure.version,
      ...(read.ok ? read.value : { channel: "direct", applicant: { name: "" }, papers: [], post: null }),
      point,
      answers: draft.answers,
      files: bound.value,
      outcome,
      slipSecretHash: await hashSecret(secret),
      actKey: `intake:${draft.draft}`,
    },
  );
  if (!taken.ok) return taken;
  await context.database.transaction(async (sql) => {
    await closeDraft(sql, draft, taken.value);
    await saveIntake(sql, draft, {});
  });
  return ok({ ...taken.value, slipSecret: taken.value.again ? null : secret });
}
