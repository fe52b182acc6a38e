import { createHash } from "node:crypto";
import { clearAttempts, countFailure, readAttempts } from "../../store/records/attempts.ts";
import type { Context } from "../context.ts";

/**
 * Stops guessing. Five wrong tries on one subject (a slip code, an account, a member of staff) close it for fifteen minutes; each further
 * wrong try begins them anew. Four digits then stand for years of guessing. The subject is kept as a hash only.
 */
const TRIES = 5;
const CLOSED_MS = 15 * 60_000;

export async function isClosed(context: Context, subject: string): Promise<boolean> {
  const attempts = await readAttempts(context.database.sql, hash(subject));
  return attempts !== null && attempts.failures >= TRIES && context.now().getTime() - attempts.lastAt.getTime() < CLOSED_MS;
}

/** Counts the outcome of one try: a right one forgets the wrong ones. */
export async function countTry(context: Context, subject: string, right: boolean): Promise<void> {
  const { sql } = context.database;
  if (right) return clearAttempts(sql, hash(subject));
  const now = context.now();
  await countFailure(sql, hash(subject), now, new Date(now.getTime() - CLOSED_MS));
}

function hash(subject: string): Buffer {
  return createHash("sha256").update(subject).digest();
}
