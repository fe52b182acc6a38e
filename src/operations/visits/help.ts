import { degreeOf, type Help } from "../../domain/point/degree.ts";
import type { Sql } from "../../store/database/database.ts";
import { listSteps } from "../../store/records/draft-steps.ts";
import type { Draft } from "../../store/records/drafts.ts";
import { listMandates } from "../../store/records/mandates.ts";
import { listStaff } from "../../store/records/staff.ts";
import { readVisit } from "../../store/records/visits.ts";

/** How much somebody helped with a draft: from who answered its pages, and who stood by in its visit. */
export async function helpWith(sql: Sql, draft: Draft): Promise<Help> {
  const steps = await listSteps(sql, draft);
  const visit = draft.visit === null ? null : await readVisit(sql, { office: draft.office, visit: draft.visit });
  const hands = new Set([...steps.flatMap(({ staff }) => staff ?? []), ...(visit?.helper ? [visit.helper] : [])]);
  const staff = hands.size === 0 ? [] : (await listStaff(sql, draft.office)).filter((member) => hands.has(member.staff));
  const typed = staff.filter((member) => steps.some((step) => step.staff === member.staff));
  const mandates = visit && typed.length > 0 ? await listMandates(sql, visit) : [];
  return {
    degree: degreeOf(steps, visit !== null && (visit.helper !== null || visit.peer)),
    helpers: staff.map(({ name }) => name),
    byVolunteer: typed.some(({ role }) => role === "helper"),
    mandate: mandates.at(-1)?.mandate ?? null,
  };
}
