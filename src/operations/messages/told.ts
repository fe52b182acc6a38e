import type { MessageKind } from "../../domain/messages/kinds.ts";
import { messageOf } from "../../domain/messages/kinds.ts";
import { fillPlaces } from "../../domain/messages/template.ts";
import type { Context } from "../context.ts";
import type { Tracked } from "../dossiers/track.ts";
import { placesAfter } from "./places.ts";

/** A message as it waits for somebody who looks: on the tracking page and after the slip. */
export interface Told {
  readonly kind: MessageKind;
  readonly at: string;
  readonly words: string;
}

/** All that the person was told of the dossier, the latest first, whether or not anything was sent: made from the log. */
export async function toldOf(context: Context, { log, office }: Tracked): Promise<Told[]> {
  const told = log.map(async (logged, index) => {
    const kind = messageOf(logged);
    if (kind === null) return [];
    const places = await placesAfter(context, context.database.sql, office, log.slice(0, index + 1));
    return [{ kind, at: logged.at, words: fillPlaces(context.messages[kind].text, places) }];
  });
  return (await Promise.all(told)).flat().reverse();
}
