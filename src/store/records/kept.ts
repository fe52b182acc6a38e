import type { Face } from "../../domain/point/feedback.ts";
import type { Sql } from "../database/database.ts";
import type { DossierKey } from "./dossier-log.ts";

/** A visit in which something of the person's was done. */
export interface KeptVisit {
  readonly visit: string;
  /** YYYY-MM-DD at the office */
  readonly day: string;
  readonly number: number;
  readonly purpose: string;
  readonly pointName: string;
  readonly visitorName: string | null;
}

/** The visits in which these dossiers were sent, as the lodged events name them. */
export async function listVisitsOfDossiers(sql: Sql, keys: readonly DossierKey[]): Promise<KeptVisit[]> {
  return sql<KeptVisit[]>`
    select visit, day::text, number, purpose, points.name as "pointName", visitor_name as "visitorName"
    from visits join points using (office, point)
    where (office, visit) in (
      select office, (data->>'visit')::uuid from dossier_events where dossier = any(${keys.map(({ dossier }) => dossier)}::uuid[])
        and (office, dossier) in (select * from unnest(${keys.map(({ office }) => office)}::text[], ${keys.map(({ dossier }) => dossier)}::uuid[]))
        and type = 'lodged' and data->>'visit' is not null)
    order by day desc, number desc`;
}

/** What was said about these dossiers. */
export interface KeptFeedback {
  readonly dossier: string;
  readonly face: Face;
  readonly words: string;
  readonly name: string | null;
  readonly voiceSha256: string | null;
  readonly saidAt: Date;
  readonly answer: string | null;
}

export async function listFeedbackOfDossiers(sql: Sql, keys: readonly DossierKey[]): Promise<KeptFeedback[]> {
  return sql<KeptFeedback[]>`
    select dossier, face, words, name, voice_sha256 as "voiceSha256", said_at as "saidAt", answer from feedback
    where (office, dossier) in (select * from unnest(${keys.map(({ office }) => office)}::text[], ${keys.map(({ dossier }) => dossier)}::uuid[]))
    order by said_at desc`;
}
