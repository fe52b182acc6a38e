import type { Actor } from "../../domain/dossier/events.ts";
import type { Applicant } from "../../domain/forms/fill.ts";
import { type Account, readAccount } from "../../store/records/accounts.ts";
import type { Draft, DraftKey } from "../../store/records/drafts.ts";
import { readLiveMandate } from "../../store/records/mandates.ts";
import { readIntake } from "../../store/records/paper-intakes.ts";
import { maySeeLodged } from "../../store/records/session-dossiers.ts";
import {
  deleteSession,
  extendSession,
  grantDraft,
  insertSession,
  mayOpenDraft,
  readSession,
  type Session,
} from "../../store/records/sessions.ts";
import { readStaff, type StaffMember } from "../../store/records/staff.ts";
import { readSupplementIntake } from "../../store/records/supplement-intakes.ts";
import type { VisitKey } from "../../store/records/visits.ts";
import type { Context } from "../context.ts";
import { newToken, tokenHash } from "./secrets.ts";

/**
 * Who is at the other end of a request. `owes` is a member of staff whose second factor is still missing: nobody yet. `visit` is the visit at a
 * point that the session is; for staff, the one that they act in.
 */
export type Visitor =
  | { readonly kind: "nobody" }
  | { readonly kind: "guest"; readonly session: Uint8Array; readonly visit: VisitKey | null }
  | { readonly kind: "citizen"; readonly session: Uint8Array; readonly account: Account; readonly visit: VisitKey | null }
  | { readonly kind: "owes"; readonly session: Uint8Array; readonly member: StaffMember }
  | { readonly kind: "staff"; readonly session: Uint8Array; readonly member: StaffMember; readonly visit: VisitKey | null };

/** A shared computer forgets soon: half an hour without a page. Staff work a morning through. */
const LIFETIME_MS = { guest: 30 * 60_000, citizen: 30 * 60_000, staff: 4 * 3_600_000 };
/** A session is written again at most this often, so that reading a page is not a write. */
const EXTEND_AFTER_MS = 60_000;

/** The visitor whose cookie this is; unknown and expired cookies are nobody. */
export async function whoIs(context: Context, token: string | undefined): Promise<Visitor> {
  if (!token) return { kind: "nobody" };
  const { sql } = context.database;
  const session = await readSession(sql, tokenHash(token), context.now());
  if (!session) return { kind: "nobody" };
  await keepAlive(context, session);
  const { tokenHash: hash, visit } = session;
  if (session.kind === "guest") return { kind: "guest", session: hash, visit };
  if (session.kind === "citizen" && session.account) {
    const account = await readAccount(sql, session.account);
    return account ? { kind: "citizen", session: hash, account, visit } : { kind: "nobody" };
  }
  if (!session.office || !session.staff) return { kind: "nobody" };
  const member = await readStaff(sql, session.office, session.staff);
  if (!member) return { kind: "nobody" };
  return session.secondFactorOwed ? { kind: "owes", session: hash, member } : { kind: "staff", session: hash, member, visit };
}

/** Opens a session and answers the token for the cookie; only its hash is kept. */
export async function openSession(
  context: Context,
  whose: { kind: "guest" } | { kind: "citizen"; account: string } | { kind: "staff"; member: StaffMember },
  visit: VisitKey | null = null,
): Promise<string> {
  const token = newToken();
  const now = context.now();
  await insertSession(
    context.database.sql,
    {
      tokenHash: tokenHash(token),
      kind: whose.kind,
      account: whose.kind === "citizen" ? whose.account : null,
      office: whose.kind === "staff" ? whose.member.office : null,
      staff: whose.kind === "staff" ? whose.member.staff : null,
      secondFactorOwed: whose.kind === "staff" && whose.member.totpSecret !== null,
      expiresAt: new Date(now.getTime() + LIFETIME_MS[whose.kind]),
      visit,
    },
    now,
  );
  return token;
}

export async function endSession(context: Context, session: Uint8Array): Promise<void> {
  await deleteSession(context.database.sql, session);
}

/**
 * May this visitor open the draft? Its own account's, or one that this session began or proved the slip of. A member of staff only under a mandate
 * that the citizen gave for the visit in which the draft stands; an officer also what their office is taking in on paper.
 */
export async function maySeeDraft(
  context: Context,
  visitor: Visitor,
  draft: Pick<Draft, "office" | "draft" | "account" | "visit" | "practice">,
): Promise<boolean> {
  if (visitor.kind === "citizen" && draft.account === visitor.account.account) return true;
  if (visitor.kind === "nobody" || visitor.kind === "owes") return false;
  if (visitor.kind === "staff" && !draft.practice) {
    const { office, visit } = draft;
    const atCounter = visitor.member.role === "officer" && office === visitor.member.office;
    if (atCounter && (await readIntake(context.database.sql, draft)) !== null) return true;
    if (atCounter && (await readSupplementIntake(context.database.sql, draft)) !== null) return true;
    return (
      visit !== null &&
      office === visitor.member.office &&
      (await readLiveMandate(context.database.sql, { office, visit }, visitor.member.staff)) !== null
    );
  }
  return mayOpenDraft(context.database.sql, visitor.session, draft);
}

export async function letSeeDraft(context: Context, session: Uint8Array, draft: DraftKey): Promise<void> {
  await grantDraft(context.database.sql, session, draft);
}

/** Did this very session send the dossier, or prove its slip? Then it may see its name on papers until it ends. */
export async function sessionLodged(context: Context, session: Uint8Array, key: { office: string; dossier: string }): Promise<boolean> {
  return maySeeLodged(context.database.sql, session, key);
}

/** The visitor's session, or a new one for a guest. */
export async function sessionOf(context: Context, visitor: Visitor): Promise<{ session: Uint8Array; token: string | null }> {
  if (visitor.kind !== "nobody") return { session: visitor.session, token: null };
  const token = await openSession(context, { kind: "guest" });
  return { session: tokenHash(token), token };
}

/** How the log names the visitor. */
export function actorOf(visitor: Visitor, name = ""): Actor {
  if (visitor.kind === "staff") return { role: visitor.member.role, id: visitor.member.staff, name: visitor.member.name };
  if (visitor.kind === "citizen") return { role: "citizen", id: visitor.account.account, name: visitor.account.name };
  return { role: "citizen", id: null, name };
}

/** What an account knows about its owner, for filling in. */
export function applicantOf(account: Account): Applicant {
  return {
    name: account.name,
    identityNumber: account.identityNumber,
    birthDate: account.birthDate ?? undefined,
    sex: account.sex ?? undefined,
    address: account.address || undefined,
    issuedOn: account.issuedOn ?? undefined,
    phone: account.phone || undefined,
  };
}

async function keepAlive(context: Context, session: Session): Promise<void> {
  const now = context.now();
  const lifetime = LIFETIME_MS[session.kind];
  const age = lifetime - (session.expiresAt.getTime() - now.getTime());
  if (age > EXTEND_AFTER_MS) await extendSession(context.database.sql, session.tokenHash, now, new Date(now.getTime() + lifetime));
}
