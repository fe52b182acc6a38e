import { ok, type Result, refuse } from "../../base/result.ts";
import { dueDate } from "../../domain/deadlines/due.ts";
import { fold } from "../../domain/dossier/fold.ts";
import { isRequestKind, REQUEST_RULE, REQUEST_WORDS } from "../../domain/privacy/request.ts";
import { type DossierHead, readLog } from "../../store/records/dossier-log.ts";
import { readOffice } from "../../store/records/offices.ts";
import { insertRequest, type PersonalRequest } from "../../store/records/personal-requests.ts";
import { type Context, calendarOf } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";
import { openVisitAtDesk } from "../visits/desk.ts";
import { type ProvenPerson, provenBySlip } from "./person.ts";

/** What is asked, in the person's own words. `key` is made with the page. */
export interface Asked {
  readonly kind: string;
  readonly words: string;
  readonly key: string;
}

const WORDS_LIMIT = 4000;
const NAME_LIMIT = 100;

/** The person asks on their own page, of the office that has the dossier, or of this installation's office about their account. */
export async function askOnPage(
  context: Context,
  person: ProvenPerson,
  asked: Asked & { readonly dossier: string | null },
): Promise<Result<true, Problem>> {
  const head = person.dossiers.find(({ dossier }) => dossier === asked.dossier) ?? (person.account ? null : (person.dossiers[0] ?? null));
  const name = person.account?.name ?? (head ? await applicantOf(context, head) : "");
  return ask(context, head?.office ?? person.office, asked, {
    account: person.account?.account ?? null,
    dossier: head?.dossier ?? null,
    name,
    channel: "page",
    proof: person.account ? "account" : "slip",
    takenBy: null,
  });
}

/** A helper writes down what somebody without a phone asks; they prove themselves with their slip, or their card is looked at. */
export async function askAtPoint(
  context: Context,
  member: StaffMember,
  visit: string,
  asked: Asked & { readonly code: string; readonly secret: string; readonly name: string; readonly cardSeen: boolean },
): Promise<Result<true, Problem>> {
  const opened = await openVisitAtDesk(context, member, visit);
  if (!opened.ok) return opened;
  if (opened.value.visit.endedAt) return refuse(problem("visit-ended"));
  return askAtDesk(context, member, "point", asked);
}

/** The same at the officer's counter. */
export async function askAtDesk(
  context: Context,
  member: StaffMember,
  channel: "point" | "counter",
  asked: Asked & { readonly code: string; readonly secret: string; readonly name: string; readonly cardSeen: boolean },
): Promise<Result<true, Problem>> {
  const slip = asked.code.trim() === "" ? null : await provenBySlip(context, asked);
  if (slip?.ok === false && !(asked.cardSeen && asked.secret.trim() === "")) return slip;
  if (!slip?.ok && (!asked.cardSeen || asked.name.trim() === "")) return refuse(problem("receiver-unproven"));
  const head = slip?.ok ? slip.value.head : null;
  return ask(context, head?.office ?? member.office, asked, {
    account: head?.account ?? null,
    dossier: head?.dossier ?? null,
    name: slip?.ok ? slip.value.dossier.applicant.name : asked.name.trim().slice(0, NAME_LIMIT),
    channel,
    proof: slip?.ok ? "slip" : "card",
    takenBy: head && head.office !== member.office ? null : member.staff,
  });
}

type Who = Pick<PersonalRequest, "account" | "dossier" | "name" | "channel" | "proof" | "takenBy">;

async function ask(context: Context, officeId: string, asked: Asked, who: Who): Promise<Result<true, Problem>> {
  const words = asked.words.trim().slice(0, WORDS_LIMIT);
  if (!isRequestKind(asked.kind) || (words === "" && asked.kind !== "see")) return refuse(problem("request-empty"));
  const { sql } = context.database;
  const office = await readOffice(sql, officeId);
  if (!office) return refuse(problem("no-office"));
  const askedAt = context.now();
  const due = dueDate(REQUEST_RULE, askedAt, calendarOf(context, office.kind));
  const request = context.newId();
  await insertRequest(
    sql,
    {
      office: officeId,
      request,
      ...who,
      kind: asked.kind,
      words,
      askedAt,
      dueDay: due.day,
      dueTime: due.time,
      explanation: [REQUEST_WORDS, ...due.explanation],
    },
    asked.key || request,
  );
  return ok(true);
}

async function applicantOf(context: Context, head: DossierHead): Promise<string> {
  return fold(await readLog(context.database.sql, head)).applicant.name;
}
