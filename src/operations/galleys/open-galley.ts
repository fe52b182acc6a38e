import { officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { grantDossier } from "../../store/records/session-dossiers.ts";
import { type Context, procedureOf } from "../context.ts";
import { isOwner, type Tracked } from "../dossiers/track.ts";
import { sessionLodged, sessionOf, type Visitor } from "../identity/session.ts";
import { type Problem, problem } from "../problems.ts";
import { drawGalley } from "./draw-galley.ts";
import { type GalleyRow, galleyRows } from "./rows.ts";

/** May this visitor see the person's data of a dossier: by account, or because this session sent it or proved its slip? */
export async function ownsBySession(context: Context, visitor: Visitor, { head, before }: Tracked): Promise<boolean> {
  if (visitor.kind === "citizen" && head.account === visitor.account.account) return true;
  if (visitor.kind === "nobody" || visitor.kind === "staff") return false;
  // whoever sent it or proved its slip did so at the office where it began, or at the one where it is
  const proven = await Promise.all([head, ...before.map((one) => one.head)].map((key) => sessionLodged(context, visitor.session, key)));
  return proven.includes(true);
}

/** Proves the slip once for this session; answers a token for the cookie where the visitor had no session. Tries are counted. */
export async function proveSlip(
  context: Context,
  tracked: Tracked,
  visitor: Visitor,
  secret: string,
): Promise<Result<string | null, Problem>> {
  const owner = await isOwner(context, tracked, visitor, secret);
  if (!owner.ok) return owner;
  const { session, token } = await sessionOf(context, visitor);
  await grantDossier(context.database.sql, session, tracked.head);
  return ok(token);
}

/** The lines of a galley that is out or was; refused where there is none. */
export function galleyOf(context: Context, { dossier }: Tracked): Result<readonly GalleyRow[], Problem> {
  const procedure = procedureOf(context, dossier.procedure.code, dossier.procedure.version);
  if (!procedure || dossier.galley?.until == null) return refuse(problem("no-galley-out"));
  return ok(galleyRows(procedure, dossier.answers, context.lists, officeDay(context.now())));
}

export async function galleyPdf(
  context: Context,
  { dossier, office, log }: Pick<Tracked, "dossier" | "office" | "log">,
): Promise<Result<Uint8Array, Problem>> {
  const procedure = procedureOf(context, dossier.procedure.code, dossier.procedure.version);
  const pdf = procedure ? await drawGalley(context, office, procedure, log) : null;
  return pdf ? ok(pdf) : refuse(problem("no-galley-out"));
}
