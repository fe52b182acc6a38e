import type { LoggedEvent } from "../../domain/dossier/events.ts";
import { CALLS_ENDED } from "../../domain/messages/calls.ts";
import { messageOf } from "../../domain/messages/kinds.ts";
import type { Sql } from "../../store/database/database.ts";
import { closeCalls } from "../../store/records/calls.ts";
import type { DossierKey } from "../../store/records/dossier-log.ts";
import { insertNotice } from "../../store/records/notices.ts";

/**
 * Queues what people are to be told of an event, in the event's own transaction: the event and the message are both there, or neither. Nothing is written or
 * sent here; `addressNotices` and `sendDue` do that. Calls that the event has overtaken are over.
 */
export async function queueMessage(sql: Sql, key: DossierKey, logged: LoggedEvent): Promise<void> {
  const kind = messageOf(logged);
  const ended = CALLS_ENDED[logged.event.type];
  const at = new Date(logged.at);
  await Promise.all([
    ended === undefined ? null : closeCalls(sql, key, ended === "all" ? null : ended, at),
    kind === null
      ? null
      : insertNotice(sql, {
          office: key.office,
          cause: `${key.dossier}/${logged.sequence}`,
          kind,
          dossier: key.dossier,
          sequence: logged.sequence,
          causedAt: at,
        }),
  ]);
}

/** Queues that what was said of a dossier has an answer, in the transaction of the answer. */
export function queueAnswer(sql: Sql, key: DossierKey, feedback: string, at: Date): Promise<void> {
  return insertNotice(sql, { ...key, cause: `feedback/${feedback}`, kind: "feedback-answered", sequence: null, causedAt: at });
}
