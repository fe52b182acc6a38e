import { ok, type Result, refuse } from "../../base/result.ts";
import type { LoggedEvent } from "../../domain/dossier/events.ts";
import { type Dossier, fold } from "../../domain/dossier/fold.ts";
import { forCitizen } from "../../domain/dossier/for-citizen.ts";
import { type DossierHead, findByTrackingCode, readHead, readLog } from "../../store/records/dossier-log.ts";
import type { Draft } from "../../store/records/drafts.ts";
import { type Office, readOffice } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import { plainCode } from "../drafts/slip.ts";
import { countTry, isClosed } from "../identity/attempts.ts";
import { isSecret } from "../identity/secrets.ts";
import type { Visitor } from "../identity/session.ts";
import { type Problem, problem } from "../problems.ts";
import { collectDay, type Opening, openingNow, pointOfDossier } from "../roster/opening.ts";

export interface Tracked {
  readonly head: DossierHead;
  readonly dossier: Dossier;
  /** Without what an office does among its own people. */
  readonly log: readonly LoggedEvent[];
  readonly office: Office;
  /** Where it was before, when another office had begun with it; the first office first. */
  readonly before: readonly Omit<Tracked, "before">[];
}

/**
 * A dossier by its tracking code; one that was handed on to another office is found there, with what happened before. What the public page shows of it is
 * the page's choice: state and dates, no personal data.
 */
export async function track(context: Context, typedCode: string): Promise<Result<Tracked, Problem>> {
  const { sql } = context.database;
  const head = await findByTrackingCode(sql, plainCode(typedCode));
  return head ? trackFrom(context, head, []) : refuse(problem("dossier-not-found"));
}

async function trackFrom(context: Context, head: DossierHead, before: Tracked["before"]): Promise<Result<Tracked, Problem>> {
  const { sql } = context.database;
  const log = await readLog(sql, head);
  const office = await readOffice(sql, head.office);
  if (!office || log.length === 0) return refuse(problem("dossier-not-found"));
  const dossier = fold(log);
  const own = { head, dossier, log: forCitizen(log), office };
  const next = dossier.transferredTo === null ? null : await readHead(sql, dossier.transferredTo);
  return next ? trackFrom(context, next, [...before, own]) : ok({ ...own, before });
}

/** From which day on the result can be had at the point where the dossier came in, as its roster is today; null when it came in at none. */
export function collectDayOf(context: Context, { dossier, office }: Tracked): Promise<string | null> {
  return collectDay(context, context.database.sql, { office: office.office, point: dossier.point }, dossier.due);
}

/** What the door of that point says now; null when it came in at none. */
export async function openingOf(context: Context, { dossier, office }: Tracked): Promise<Opening | null> {
  const point = await pointOfDossier(context.database.sql, office.office, dossier.point);
  return point ? openingNow(context, point) : null;
}

/** The dossier that a draft became; null while it is a draft. */
export async function trackedDraft(context: Context, draft: Draft): Promise<Tracked | null> {
  if (!draft.lodgedOffice || !draft.lodgedDossier) return null;
  const head = await readHead(context.database.sql, { office: draft.lodgedOffice, dossier: draft.lodgedDossier });
  const tracked = head ? await track(context, head.trackingCode) : null;
  return tracked?.ok ? tracked.value : null;
}

/** Is the dossier this visitor's: by account, or by the four digits of the slip (counted, five tries)? */
export async function isOwner(context: Context, tracked: Tracked, visitor: Visitor, slipSecret: string): Promise<Result<true, Problem>> {
  if (visitor.kind === "citizen" && tracked.head.account === visitor.account.account) return ok(true);
  const subject = `dossier:${tracked.head.trackingCode}`;
  if (await isClosed(context, subject)) return refuse(problem("too-many-tries"));
  const right = tracked.head.slipSecretHash !== null && (await isSecret(slipSecret.trim(), tracked.head.slipSecretHash));
  await countTry(context, subject, right);
  return right ? ok(true) : refuse(problem("slip-wrong"));
}
