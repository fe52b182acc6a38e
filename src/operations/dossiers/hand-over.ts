import { ok, type Result, refuse } from "../../base/result.ts";
import type { HandOverProof } from "../../domain/dossier/events.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import { isSignature, signatureSvg } from "../../domain/point/mandate.ts";
import { type DossierKey, readHead } from "../../store/records/dossier-log.ts";
import type { Context } from "../context.ts";
import { countTry, isClosed } from "../identity/attempts.ts";
import { isSecret } from "../identity/secrets.ts";
import { type Problem, problem } from "../problems.ts";
import { type Act, act } from "./act.ts";

/** How the one at the desk made sure that the result goes into the right hands. */
export interface HandingOver {
  readonly to: string;
  readonly place: "office" | "point";
  readonly proof: "card" | "slip" | "signature";
  readonly slipSecret: string;
  readonly signature: string;
}

/** Hands a result over: identity looked at on the card, or the slip's four digits, or a signature on the screen; recorded with who received it. */
export async function handOver(context: Context, key: DossierKey, by: Act, given: HandingOver): Promise<Result<Dossier, Problem>> {
  const proof = await proofOf(context, key, given);
  if (!proof.ok) return proof;
  return act(context, key, by, "hand-over", (_dossier, office) => ({
    move: "hand-over",
    to: given.to,
    identityNumber: null,
    place: given.place === "point" ? "Điểm hỗ trợ" : office.name,
    proof: proof.value,
  }));
}

async function proofOf(context: Context, key: DossierKey, given: HandingOver): Promise<Result<HandOverProof, Problem>> {
  if (given.proof === "card") return ok({ kind: "card" });
  if (given.proof === "signature") {
    if (!isSignature(given.signature)) return refuse(problem("receiver-unproven"));
    const stored = await context.files.putBytes(Buffer.from(signatureSvg(given.signature)));
    return stored.ok ? ok({ kind: "signature", sha256: stored.value.sha256 }) : refuse(problem("disk-full"));
  }
  const head = await readHead(context.database.sql, key);
  if (!head) return refuse(problem("dossier-not-found"));
  const subject = `dossier:${head.trackingCode}`;
  if (await isClosed(context, subject)) return refuse(problem("too-many-tries"));
  const right = head.slipSecretHash !== null && (await isSecret(given.slipSecret.trim(), head.slipSecretHash));
  await countTry(context, subject, right);
  return right ? ok({ kind: "slip" }) : refuse(problem("receiver-unproven"));
}
