import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { Sql } from "../../store/database/database.ts";
import { approveVoice, declineVoice, lockWaitingVoice, type VoiceRecord } from "../../store/records/voices.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";

/** From now on it is played at the office's points. Nobody approves their own voice: a second pair of ears is what this is for. */
export function approveRecording(context: Context, member: StaffMember, voice: string): Promise<Result<true, Problem>> {
  return decideOn(context, member, voice, async (sql, found) => {
    if (found.recordedBy === member.staff) return refuse(problem("voice-own"));
    await approveVoice(sql, found, member.staff, context.now());
    return ok(true);
  });
}

/** Sends it back to whoever recorded it, with the reason. */
export async function declineRecording(
  context: Context,
  member: StaffMember,
  voice: string,
  words: string,
): Promise<Result<true, Problem>> {
  const reason = words.trim().slice(0, REASON_LIMIT);
  if (reason === "") return refuse(problem("reason-missing"));
  return decideOn(context, member, voice, async (sql, found) => {
    await declineVoice(sql, found, member.staff, context.now(), reason);
    return ok(true);
  });
}

const REASON_LIMIT = 500;

async function decideOn(
  context: Context,
  member: StaffMember,
  voice: string,
  decide: (sql: Sql, found: VoiceRecord) => Promise<Result<true, Problem>>,
): Promise<Result<true, Problem>> {
  if (!isUuid(voice)) return refuse(problem("voice-not-found"));
  return context.database.transaction(async (sql) => {
    const found = await lockWaitingVoice(sql, member.office, voice);
    return found ? decide(sql, found) : refuse(problem("voice-not-found"));
  });
}
