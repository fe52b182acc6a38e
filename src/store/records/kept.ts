import type { CallOutcome } from "../../domain/messages/calls.ts";
import type { MessageKind } from "../../domain/messages/kinds.ts";
import type { Channel } from "../../domain/messages/reach.ts";
import type { Face } from "../../domain/point/feedback.ts";
import type { Sql } from "../database/database.ts";
import type { DeliveryState } from "./deliveries.ts";
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

/** A message about one of these dossiers. Words and recipient are empty once their time is over. */
export interface KeptMessage {
  readonly dossier: string;
  readonly kind: MessageKind;
  readonly channel: Channel;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly state: DeliveryState;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
}

export async function listMessagesOfDossiers(sql: Sql, keys: readonly DossierKey[]): Promise<KeptMessage[]> {
  return sql<KeptMessage[]>`
    select dossier, kind, channel, recipient as "to", subject, body as text, state, made_at as "madeAt", sent_at as "sentAt" from deliveries
    where (office, dossier) in (select * from unnest(${keys.map(({ office }) => office)}::text[], ${keys.map(({ dossier }) => dossier)}::uuid[]))
    order by made_at desc, delivery`;
}

/** One time that somebody called about one of these dossiers: by title, not by name. */
export interface KeptCall {
  readonly dossier: string;
  readonly kind: MessageKind;
  readonly at: Date;
  readonly title: string;
  readonly outcome: CallOutcome;
  /** What the caller noted; empty once its time is over. */
  readonly note: string;
}

export async function listCallsOfDossiers(sql: Sql, keys: readonly DossierKey[]): Promise<KeptCall[]> {
  return sql<KeptCall[]>`
    select dossier, kind, at, staff.title, outcome, words as note from calls join call_tries using (office, call) join staff using (office, staff)
    where (office, dossier) in (select * from unnest(${keys.map(({ office }) => office)}::text[], ${keys.map(({ dossier }) => dossier)}::uuid[]))
    order by at desc, try`;
}
