import type { Dossier } from "../../domain/dossier/dossier.ts";
import type { OfficeStep, StepPlan } from "../../domain/dossier/steps.ts";
import type { Sql } from "../database/database.ts";
import type { DossierKey } from "../records/dossier-log.ts";

/** In which step a dossier is, or was when the citizen's turn came, and what its due is reckoned from. */
export interface StepLine extends DossierKey {
  readonly step: OfficeStep | "citizen";
  readonly version: string;
  readonly plan: StepPlan;
  readonly pauses: Dossier["pauses"];
}

export async function putStepLine(sql: Sql, line: StepLine): Promise<void> {
  await sql`
    insert into dossier_steps (office, dossier, step, version, plan, pauses)
    values (${line.office}, ${line.dossier}, ${line.step}, ${line.version}, ${sql.json(line.plan as never)}, ${sql.json(line.pauses as never)})
    on conflict (office, dossier) do update set step = excluded.step, version = excluded.version, plan = excluded.plan, pauses = excluded.pauses`;
}

export async function takeStepLineAway(sql: Sql, key: DossierKey): Promise<void> {
  await sql`delete from dossier_steps where office = ${key.office} and dossier = ${key.dossier}`;
}
