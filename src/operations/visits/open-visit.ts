import { officeDay } from "../../base/clock.ts";
import type { Purpose, VisitState } from "../../domain/point/visit.ts";
import { hint } from "../../store/database/hints.ts";
import { nextNumber } from "../../store/records/counters.ts";
import { saveSessionVisit } from "../../store/records/sessions.ts";
import { insertVisit, readVisit, type Visit, type VisitKey } from "../../store/records/visits.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { sessionOf, type Visitor } from "../identity/session.ts";

/** The point that a request comes from. */
export interface AtPoint {
  readonly office: string;
  readonly point: string;
}

/** Under which topic changes of a point's visits are hinted at. */
export function visitsTopic({ office, point }: AtPoint): string {
  return `visits:${office}:${point}`;
}

/** A helper greets somebody: the visit is theirs from its first moment. Anonymous unless a name is given. */
export function greet(context: Context, member: StaffMember, place: AtPoint, purpose: Purpose, name: string | null): Promise<Visit> {
  return openVisit(context, place, { purpose, state: "helped", openedBy: "helper", helper: member.staff, visitorName: name });
}

/** Somebody takes a ticket on a counter or their own phone, and waits. With a running visit they keep its number. */
export async function takeTicket(
  context: Context,
  visitor: Visitor,
  place: AtPoint,
  purpose: Purpose,
): Promise<{ visit: Visit; token: string | null }> {
  const { session, token } = await sessionOf(context, visitor);
  const running = await runningVisit(context, visitor);
  if (running) return { visit: running, token };
  const visit = await openVisit(context, place, { purpose, state: "waiting", openedBy: "visitor", helper: null, visitorName: null });
  await saveSessionVisit(context.database.sql, session, visit);
  return { visit, token };
}

/** The visit of whoever begins something at the point; opened in silence for somebody who just sat down. */
export async function visitOf(
  context: Context,
  visitor: Visitor,
  session: Uint8Array,
  place: AtPoint,
  purpose: Purpose,
): Promise<VisitKey> {
  const running = await runningVisit(context, visitor);
  if (running) return running;
  const visit = await openVisit(context, place, { purpose, state: "alone", openedBy: "visitor", helper: null, visitorName: null });
  await saveSessionVisit(context.database.sql, session, visit);
  return visit;
}

/** The same for whoever comes with no session yet; somebody at work has the visit that they stand by, or none. Answers the cookie of a new session. */
export async function visitAnyway(
  context: Context,
  visitor: Visitor,
  place: AtPoint,
  purpose: Purpose,
): Promise<{ visit: VisitKey | null; token: string | null }> {
  if (visitor.kind === "staff") return { visit: visitor.visit?.office === place.office ? visitor.visit : null, token: null };
  const { session, token } = await sessionOf(context, visitor);
  return { visit: await visitOf(context, visitor, session, place, purpose), token };
}

/** The visit that the session is, while it runs. */
export async function runningVisit(context: Context, visitor: Visitor): Promise<Visit | null> {
  if (visitor.kind === "nobody" || visitor.kind === "owes" || visitor.visit === null) return null;
  const visit = await readVisit(context.database.sql, visitor.visit);
  return visit?.endedAt === null ? visit : null;
}

async function openVisit(
  context: Context,
  place: AtPoint,
  wanted: { purpose: Purpose; state: VisitState; openedBy: Visit["openedBy"]; helper: string | null; visitorName: string | null },
): Promise<Visit> {
  const now = context.now();
  const day = officeDay(now);
  const key = { office: place.office, visit: context.newId() };
  await context.database.transaction(async (sql) => {
    const number = await nextNumber(sql, place.office, `visit:${place.point}:${day}`);
    const servedAt = wanted.state === "waiting" ? null : now;
    await insertVisit(sql, { ...key, ...wanted, point: place.point, day, number, peer: false, openedAt: now, servedAt });
    await hint(sql, visitsTopic(place));
  });
  const visit = await readVisit(context.database.sql, key);
  if (!visit) throw new Error("a visit that was just opened is not there");
  return visit;
}
