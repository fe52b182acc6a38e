import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { LoggedEvent } from "../../domain/dossier/events.ts";
import { type Dossier, fold } from "../../domain/dossier/fold.ts";
import { isClosed, STATUSES, type Status } from "../../domain/dossier/status.ts";
import { insertAccess } from "../../store/records/access-log.ts";
import { type DossierKey, readLog } from "../../store/records/dossier-log.ts";
import { type Office, readOffice } from "../../store/records/offices.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import { countStanding, type ListedDossier, type ListPlace, listByDue } from "../../store/views/dossier-list.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";

export const INBOX_TABS = {
  "cho-tiep-nhan": { statuses: ["lodged"], proposed: undefined, words: "Chờ tiếp nhận" },
  "dang-giai-quyet": { statuses: ["accepted", "processing"], proposed: false, words: "Đang giải quyết" },
  "cho-ky": { statuses: ["processing"], proposed: true, words: "Chờ ký" },
  "cho-bo-sung": { statuses: ["supplement-requested", "fee-due"], proposed: undefined, words: "Chờ bổ sung" },
  "cho-tra": { statuses: ["decided"], proposed: undefined, words: "Chờ trả kết quả" },
  viec: {
    statuses: ["lodged", "accepted", "processing", "supplement-requested", "fee-due"],
    proposed: undefined,
    words: "Mọi việc chưa xong",
  },
  xong: { statuses: ["returned", "not-accepted", "withdrawn", "stopped"], proposed: undefined, words: "Đã xong" },
} as const satisfies Record<string, { statuses: readonly Status[]; proposed: boolean | undefined; words: string }>;

export type InboxTab = keyof typeof INBOX_TABS;

export interface Inbox {
  readonly lines: readonly ListedDossier[];
  /** None of what is over. */
  readonly counts: Readonly<Record<InboxTab, number | null>>;
  /** Where the next page goes on; null when this was the last. */
  readonly next: ListPlace | null;
}

export const PAGE_LINES = 60;
const COUNTED: readonly Status[] = (Object.keys(STATUSES) as Status[]).filter((status) => !isClosed(status));

/** The dossiers of the member's office, the earliest due first; those that are over, the latest first. */
export async function inbox(context: Context, member: StaffMember, tab: InboxTab, after?: ListPlace): Promise<Inbox> {
  const { sql } = context.database;
  const { statuses, proposed } = INBOX_TABS[tab];
  const [found, standing] = await Promise.all([
    listByDue(sql, member.office, { statuses, proposed, limit: PAGE_LINES + 1, order: orderOf(tab), after }),
    countStanding(sql, member.office, COUNTED),
  ]);
  const lines = found.slice(0, PAGE_LINES);
  return {
    lines,
    counts: countsOf(standing),
    next: found.length > PAGE_LINES ? (lines.at(-1) ?? null) : null,
  };
}

function countsOf(standing: Awaited<ReturnType<typeof countStanding>>): Inbox["counts"] {
  const counts = Object.entries(INBOX_TABS).map(([name, { statuses, proposed }]) => {
    const within: readonly Status[] = statuses;
    if (within.every(isClosed)) return [name, null];
    const those = standing.filter((line) => within.includes(line.status) && (proposed === undefined || line.proposed === proposed));
    return [name, those.reduce((sum, { n }) => sum + n, 0)];
  });
  return Object.fromEntries(counts) as Inbox["counts"];
}

/** What is over is looked at from its end. */
export function orderOf(tab: InboxTab): "earliest" | "latest" {
  return tab === "xong" ? "latest" : "earliest";
}

export interface DeskDossier {
  readonly key: DossierKey;
  readonly dossier: Dossier;
  readonly log: readonly LoggedEvent[];
  readonly office: Office;
}

/** A dossier of the member's own office; that it was looked at is written down. Another office's does not exist for them. */
export async function openAtDesk(context: Context, member: StaffMember, id: string, what: string): Promise<Result<DeskDossier, Problem>> {
  if (!isUuid(id)) return refuse(problem("dossier-not-found"));
  const key = { office: member.office, dossier: id };
  const { sql } = context.database;
  const log = await readLog(sql, key);
  const office = await readOffice(sql, member.office);
  if (log.length === 0 || !office) return refuse(problem("dossier-not-found"));
  await insertAccess(sql, { office: member.office, access: context.newId(), staff: member.staff, dossier: id, what }, context.now());
  return ok({ key, dossier: fold(log), log, office });
}
