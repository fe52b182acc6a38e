import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { LoggedEvent } from "../../domain/dossier/events.ts";
import { type Dossier, fold } from "../../domain/dossier/fold.ts";
import type { CallOutcome } from "../../domain/messages/calls.ts";
import { isOutcome } from "../../domain/messages/calls.ts";
import { fillPlaces } from "../../domain/messages/template.ts";
import { insertAccess } from "../../store/records/access-log.ts";
import { type Call, type CallTry, insertTry, listOpenCalls, listTries, readCall } from "../../store/records/calls.ts";
import { readLog } from "../../store/records/dossier-log.ts";
import { readOffice } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";
import { contactOf } from "./contact.ts";
import { placesAfter } from "./places.ts";

const SHOWN = 100;

/** A line of the list: enough to choose whom to call next; the number itself stands on the call's own page. */
export interface CallLine {
  readonly call: Call;
  readonly applicant: string;
  readonly hasPhone: boolean;
  readonly address: string;
  readonly lastTry: CallTry | null;
}

/** Whom to call, those of this point first, then who waits longest. */
export async function readCallList(context: Context, member: StaffMember, point: string | null): Promise<CallLine[]> {
  const { sql } = context.database;
  const calls = await listOpenCalls(sql, member.office, SHOWN);
  const lines = await Promise.all(
    calls.map(async (call) => {
      const [log, tries] = await Promise.all([readLog(sql, call), listTries(sql, call)]);
      const dossier = fold(log);
      const { phone } = await contactOf(sql, call, dossier);
      return { call, applicant: dossier.applicant.name, hasPhone: phone !== null, address: addressOf(dossier), lastTry: tries[0] ?? null };
    }),
  );
  return lines.sort((a, b) => Number(b.call.point === point) - Number(a.call.point === point));
}

/** One call: the number, or the address for the village head, and what to say. */
export interface OpenCall {
  readonly call: Call;
  readonly dossier: Dossier;
  readonly phone: string | null;
  readonly address: string;
  readonly say: string;
  /** What the galley asks to be read aloud is on the dossier's page. */
  readonly galleyOut: boolean;
  readonly tries: readonly CallTry[];
}

/** Opens a call of the member's own office; that somebody looked at the person's number is written down. */
export async function openCall(context: Context, member: StaffMember, id: string): Promise<Result<OpenCall, Problem>> {
  const { sql } = context.database;
  const call = isUuid(id) ? await readCall(sql, { office: member.office, call: id }) : null;
  const office = await readOffice(sql, member.office);
  if (!call || !office) return refuse(problem("call-not-found"));
  const { staff } = member;
  await insertAccess(sql, { office: call.office, access: context.newId(), staff, dossier: call.dossier, what: "call" }, context.now());
  const log = await readLog(sql, call);
  const dossier = fold(log);
  const [contact, tries, places] = await Promise.all([
    contactOf(sql, call, dossier),
    listTries(sql, call),
    placesAfter(context, sql, office, upToCause(log, call)),
  ]);
  const say = `Chào bà con, tôi là ${member.name}, ${office.name}. ${fillPlaces(context.messages[call.kind].call, places)}`;
  return ok({ call, dossier, phone: contact.phone, address: addressOf(dossier), say, galleyOut: dossier.galley?.state === "out", tries });
}

/** Ticks how the call went, with who and when. */
export async function noteCall(
  context: Context,
  member: StaffMember,
  id: string,
  { outcome, words }: { readonly outcome: string; readonly words: string },
): Promise<Result<CallOutcome, Problem>> {
  if (!isOutcome(outcome)) return refuse(problem("reason-missing", { sentence: "Xin chọn cuộc gọi ra sao rồi ghi lại." }));
  return context.database.transaction(async (sql) => {
    const call = isUuid(id) ? await readCall(sql, { office: member.office, call: id }) : null;
    if (!call) return refuse(problem("call-not-found"));
    const noted = { try: context.newId(), outcome, words: words.trim().slice(0, WORDS_LIMIT), staff: member.staff };
    await insertTry(sql, call, noted, context.now());
    return ok(outcome);
  });
}

const WORDS_LIMIT = 500;

function upToCause(log: readonly LoggedEvent[], { cause }: Call): readonly LoggedEvent[] {
  const sequence = Number(cause.split("/")[1]);
  const upTo = log.filter((logged) => logged.sequence <= sequence);
  return upTo.length > 0 ? upTo : log;
}

/** Where somebody lives, for whoever goes by: the declaration's row, which names village and commune, else what the card says. */
function addressOf({ declaration, applicant }: Dossier): string {
  const row = declaration.sections.flatMap(({ rows }) => rows).find(({ field }) => field === "nyc.noiCuTru" || field === "noiCuTru");
  return row?.value || applicant.address || "";
}
