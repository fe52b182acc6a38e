import { ok, type Result, refuse } from "../../base/result.ts";
import type { Account } from "../../store/records/accounts.ts";
import { type DossierHead, listOfAccount } from "../../store/records/dossier-log.ts";
import { grantDossier, listGrantedDossiers } from "../../store/records/session-dossiers.ts";
import type { Context } from "../context.ts";
import { isOwner, type Tracked, track } from "../dossiers/track.ts";
import { sessionOf, type Visitor } from "../identity/session.ts";
import { type Problem, problem } from "../problems.ts";

/** Somebody who proved who they are: by their account, by a slip's four digits, or by having sent the dossier in this very session. */
export interface ProvenPerson {
  readonly account: Account | null;
  readonly dossiers: readonly DossierHead[];
  /** Under which office what belongs to the account alone is kept: the one of this installation's point. */
  readonly office: string;
}

const DOSSIERS_SHOWN = 200;

/** Who it is; null for whoever proved nothing, and for staff, who look at people's data at their desk only. */
export async function personOf(context: Context, visitor: Visitor, office: string): Promise<ProvenPerson | null> {
  if (visitor.kind !== "citizen" && visitor.kind !== "guest") return null;
  const { sql } = context.database;
  const account = visitor.kind === "citizen" ? visitor.account : null;
  const [own, granted] = await Promise.all([
    account ? listOfAccount(sql, account.account, DOSSIERS_SHOWN) : [],
    listGrantedDossiers(sql, visitor.session),
  ]);
  const dossiers = [...own, ...granted.filter((head) => !own.some(({ dossier }) => dossier === head.dossier))];
  return account || dossiers.length > 0 ? { account, dossiers, office } : null;
}

/** Proves a dossier by its slip, for as long as the session lasts. Answers the cookie of a new session, if one was needed. */
export async function proveDossier(
  context: Context,
  visitor: Visitor,
  slip: { readonly code: string; readonly secret: string },
): Promise<Result<{ token: string | null }, Problem>> {
  const proven = await provenBySlip(context, slip);
  if (!proven.ok) return proven;
  if (visitor.kind === "staff" || visitor.kind === "owes") return refuse(problem("person-unproven"));
  const { session, token } = await sessionOf(context, visitor);
  await grantDossier(context.database.sql, session, proven.value.head);
  return ok({ token });
}

/** The dossier whose code and four digits these are. An unknown code answers as a wrong secret: nothing is told of what is there. */
export async function provenBySlip(
  context: Context,
  { code, secret }: { readonly code: string; readonly secret: string },
): Promise<Result<Tracked, Problem>> {
  const tracked = await track(context, code);
  if (!tracked.ok) return refuse(problem("slip-wrong"));
  const owner = await isOwner(context, tracked.value, { kind: "nobody" }, secret);
  return owner.ok ? tracked : owner;
}
