import { fold } from "../../domain/dossier/fold.ts";
import { isLooseKind, MESSAGE_KINDS } from "../../domain/messages/kinds.ts";
import type { Sql } from "../../store/database/database.ts";
import { insertCall } from "../../store/records/calls.ts";
import type { Delivery } from "../../store/records/deliveries.ts";
import { readLog } from "../../store/records/dossier-log.ts";
import type { Context } from "../context.ts";

/** A message that no provider takes is told by a call, where its news matters. */
export async function callInstead(
  context: Pick<Context, "newId" | "now">,
  sql: Sql,
  { office, cause, kind, dossier }: Delivery,
): Promise<void> {
  if (dossier === null || isLooseKind(kind) || MESSAGE_KINDS[kind].call === "never") return;
  const { point } = fold(await readLog(sql, { office, dossier }));
  await insertCall(sql, { office, call: context.newId(), cause, kind, dossier, point, openedAt: context.now() });
}
