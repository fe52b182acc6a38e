import { cutoff, type RetentionKind, type RetentionRule, ruleOf } from "../../domain/privacy/retention.ts";
import {
  CALL_NOTES,
  CONSENTS,
  countExpiringDrafts,
  FEEDBACK_VOICES,
  LODGED_DRAFTS,
  MANDATE_SIGNATURES,
  MESSAGE_ADDRESSES,
  MESSAGE_WORDS,
  NO_OFFICE,
  type OfficeCount,
  REQUESTS,
  type RowSweeper,
  VISIT_NAMES,
} from "../../store/records/retention.ts";
import { listConfirmedOffices, type RetentionConfirmation, readConfirmation } from "../../store/records/retention-confirmations.ts";
import { listReports, type RetentionReport } from "../../store/records/retention-reports.ts";
import { countPapersDue, listPapersDue } from "../../store/views/papers-due.ts";
import type { Context } from "../context.ts";
import { halvesOlderThan } from "../drafts/sweep.ts";
import type { StaffMember } from "../identity/member.ts";
import { mayConfirm, tableHash } from "./confirm-retention.ts";
import { erasePapersOf, THE_CLOCK } from "./erase-papers.ts";
import { report } from "./report.ts";

/** Kinds that are rows and nothing else; drafts, sessions and files on their way are swept in drafts/sweep, papers below. */
const ROWS = {
  "visit-names": VISIT_NAMES,
  "mandate-signatures": MANDATE_SIGNATURES,
  "feedback-voices": FEEDBACK_VOICES,
  requests: REQUESTS,
  consents: CONSENTS,
  "message-words": MESSAGE_WORDS,
  "message-addresses": MESSAGE_ADDRESSES,
  "call-notes": CALL_NOTES,
  "lodged-drafts": LODGED_DRAFTS,
} as const satisfies Partial<Record<RetentionKind, RowSweeper>>;

const ROW_KINDS = Object.keys(ROWS) as (keyof typeof ROWS)[];
/** Dossiers a run: an hour later comes the next. */
const PAPERS_AT_ONCE = 500;

/** Takes away what its time is over for, and writes the report. Runs every hour; what a run did not manage, the next does. */
export async function applyRetention(context: Context): Promise<void> {
  const now = context.now();
  for (const kind of ROW_KINDS) {
    const before = cutoff(ruleOf(context.retention, kind), now);
    await report(context, kind, before, await ROWS[kind].erase(context.database.sql, before, now));
  }
  await erasePapersDue(context, now);
}

/** Papers go in offices only whose admin confirmed the table as it stands now (confirm-retention.ts). */
async function erasePapersDue(context: Context, now: Date): Promise<void> {
  const [before, beforeAgreed] = papersCutoffs(context, now);
  const offices = await listConfirmedOffices(context.database.sql, tableHash(context.retention));
  const due = await listPapersDue(context.database.sql, offices, before, beforeAgreed, PAPERS_AT_ONCE);
  for (const { agreed, ...key } of due) {
    const erased = await erasePapersOf(context, key, "time-over", THE_CLOCK);
    if (!erased.ok) continue;
    const [kind, until] = agreed ? (["papers-agreed", beforeAgreed] as const) : (["papers", before] as const);
    await report(context, kind, until, [{ office: key.office, count: 1 }]);
  }
}

function papersCutoffs(context: Context, at: Date): [Date, Date] {
  return [cutoff(ruleOf(context.retention, "papers"), at), cutoff(ruleOf(context.retention, "papers-agreed"), at)];
}

/** A kind as leaders see it: how long it is kept, and how many of their office go within the days ahead. */
export interface RetentionLine {
  readonly rule: RetentionRule;
  readonly ahead: number;
}

export interface RetentionPage {
  readonly lines: readonly RetentionLine[];
  readonly reports: readonly RetentionReport[];
  /** Who confirmed the table as it stands now; null until somebody did. */
  readonly confirmed: RetentionConfirmation | null;
  readonly mayConfirm: boolean;
  /** Of the table as it is shown: what is confirmed is what was read. */
  readonly table: string;
}

export const DAYS_AHEAD = 30;
const REPORTS_SHOWN = 120;

/** The kinds with what will go in the next thirty days, and the reports of what went. */
export async function retentionPage(context: Context, member: StaffMember): Promise<RetentionPage> {
  const then = new Date(context.now().getTime() + DAYS_AHEAD * 86_400_000);
  const ahead = new Map<RetentionKind, number>();
  const add = (kind: RetentionKind, counts: readonly OfficeCount[]) => {
    const own = counts.filter(({ office }) => office === member.office || office === NO_OFFICE);
    ahead.set(kind, (ahead.get(kind) ?? 0) + own.reduce((sum, { count }) => sum + count, 0));
  };
  const { sql } = context.database;
  for (const kind of ROW_KINDS) add(kind, await ROWS[kind].count(sql, cutoff(ruleOf(context.retention, kind), then)));
  for (const { practice, ...count } of await countExpiringDrafts(sql, then)) add(practice ? "practice" : "drafts", [count]);
  for (const { agreed, ...count } of await countPapersDue(sql, ...papersCutoffs(context, then)))
    add(agreed ? "papers-agreed" : "papers", [count]);
  add("uploads", [
    { office: NO_OFFICE, count: (await halvesOlderThan(context, cutoff(ruleOf(context.retention, "uploads"), then))).length },
  ]);
  const table = tableHash(context.retention);
  return {
    table,
    confirmed: await readConfirmation(sql, member.office, table),
    mayConfirm: await mayConfirm(context, member),
    lines: context.retention.goes.map((rule) => ({ rule, ahead: ahead.get(rule.kind) ?? 0 })),
    reports: await listReports(sql, [member.office, NO_OFFICE], REPORTS_SHOWN),
  };
}
