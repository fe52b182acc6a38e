import { officeDay } from "../../base/clock.ts";
import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import { fold } from "../../domain/dossier/fold.ts";
import { isOpen, type Move, mayDo } from "../../domain/dossier/moves.ts";
import { STATUSES } from "../../domain/dossier/status.ts";
import { holds } from "../../domain/forms/condition.ts";
import { fillText } from "../../domain/forms/fill-text.ts";
import { insertAccess } from "../../store/records/access-log.ts";
import { type DossierKey, readLog } from "../../store/records/dossier-log.ts";
import type { StaffMember, StaffRole } from "../../store/records/staff.ts";
import { type Context, procedureOf } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import { type Act, accept, act, ownedByOther } from "./act.ts";
import type { InboxTab } from "./desk.ts";
import { handOver } from "./hand-over.ts";
import { signResult } from "./sign-result.ts";

/** What can be done to several dossiers at once, on which tab, and under which key. */
export const MANY = {
  accept: { tabs: ["cho-tiep-nhan"], words: "Tiếp nhận", done: "Đã tiếp nhận", key: "t" },
  propose: { tabs: ["dang-giai-quyet"], words: "Trình ký", done: "Đã trình ký", key: "p" },
  sign: { tabs: ["cho-ky"], words: "Ký và ban hành", done: "Đã ký", key: "y" },
  "hand-over": { tabs: ["cho-tra"], words: "Trao kết quả", done: "Đã trao", key: "o" },
} as const satisfies Partial<Record<Move, { tabs: readonly InboxTab[]; words: string; done: string; key: string }>>;

export type ManyMove = keyof typeof MANY;

export function isManyMove(move: string): move is ManyMove {
  return move in MANY;
}

/** What a role can do to several dossiers of a tab. */
export function manyMovesOf(role: StaffRole, tab: InboxTab): ManyMove[] {
  const moves = Object.keys(MANY) as ManyMove[];
  return moves.filter((move) => role !== "admin" && mayDo(move, role) && (MANY[move].tabs as readonly InboxTab[]).includes(tab));
}

/** A dossier as it is looked at before many are done: what will stand on the result, or why it cannot be done. */
export interface Previewed {
  readonly key: DossierKey;
  readonly dossier: Dossier;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly cannot: string | null;
}

const MOST = 100;

/** Looks at each of the dossiers that were marked, in their order; that somebody looked is written down. */
export async function previewMany(
  context: Context,
  member: StaffMember,
  move: ManyMove,
  ids: readonly string[],
): Promise<Result<Previewed[], Problem>> {
  const wanted = [...new Set(ids)].filter((id) => isUuid(id)).slice(0, MOST);
  if (wanted.length === 0) return refuse(problem("nothing-chosen"));
  const previewed: Previewed[] = [];
  for (const id of wanted) {
    const key = { office: member.office, dossier: id };
    const log = await readLog(context.database.sql, key);
    if (log.length === 0) continue;
    const dossier = fold(log);
    await insertAccess(
      context.database.sql,
      { office: member.office, access: context.newId(), staff: member.staff, dossier: id, what: "dossier" },
      context.now(),
    );
    previewed.push({ key, dossier, facts: factsOf(context, dossier), cannot: whyNot(member, dossier, move) });
  }
  return previewed.length === 0 ? refuse(problem("dossier-not-found")) : ok(previewed);
}

function whyNot(member: StaffMember, dossier: Dossier, move: ManyMove): string | null {
  if (member.role === "admin" || !mayDo(move, member.role)) return problem("move-not-yours").sentence;
  const other = ownedByOther(dossier, move, { role: member.role, id: member.staff, name: member.name });
  if (other) return other.sentence;
  if (isOpen(dossier, move)) return null;
  if (dossier.withdrawalAsked !== null) return "Bà con đã xin rút, phải trả lời trước.";
  if (dossier.countersignOwed) return "Người trực làm thay, phải ký xác nhận trước.";
  return `Không còn ở bước này: ${dossier.proposed ? "đang chờ ký" : STATUSES[dossier.status].words.toLowerCase()}.`;
}

/** What will stand on the result; for a procedure without one, what the declaration says first. */
function factsOf(context: Context, dossier: Dossier): { label: string; value: string }[] {
  const procedure = procedureOf(context, dossier.procedure.code, dossier.procedure.version);
  if (!procedure?.result) return (dossier.declaration.sections[0]?.rows ?? []).map(({ label, value }) => ({ label, value }));
  const today = officeDay(context.now());
  return procedure.result.rows
    .filter((row) => holds(row.when, dossier.answers, today))
    .map((row) => ({ label: row.label, value: fillText(row.value, procedure, dossier.answers, context.lists) || "—" }));
}

/** What became of one of many. */
export interface Outcome {
  readonly key: DossierKey;
  readonly dossier: Dossier | null;
  readonly problem: string | null;
}

export interface ManyWanted {
  readonly move: ManyMove;
  readonly ids: readonly string[];
  /** Made where the preview was drawn: the same list sent twice is done once. */
  readonly key: string;
  /** Whom each result is handed to, by dossier, and whether the card of each was seen. */
  readonly receivers: Readonly<Record<string, string>>;
  readonly cardsSeen: boolean;
}

/** Does each in a transaction of its own, one after the other; one that cannot be done stops none of the others. */
export async function doMany(context: Context, member: StaffMember, wanted: ManyWanted): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of [...new Set(wanted.ids)].filter((one) => isUuid(one)).slice(0, MOST)) {
    const key = { office: member.office, dossier: id };
    const by: Act = { actor: { role: member.role, id: member.staff, name: member.name }, key: `${wanted.move}:${wanted.key}:${id}` };
    const done = await doOne(context, member, key, by, wanted);
    outcomes.push(done.ok ? { key, dossier: done.value, problem: null } : { key, dossier: null, problem: done.reason.sentence });
  }
  return outcomes;
}

async function doOne(
  context: Context,
  member: StaffMember,
  key: DossierKey,
  by: Act,
  wanted: ManyWanted,
): Promise<Result<Dossier, Problem>> {
  switch (wanted.move) {
    case "accept":
      return accept(context, key, by);
    case "propose":
      return act(context, key, by, "propose", () => ({ move: "propose", note: "" }));
    case "sign":
      return signResult(context, key, by, member);
    case "hand-over":
      if (!wanted.cardsSeen) return refuse(problem("receiver-unproven"));
      return handOver(context, key, by, {
        to: wanted.receivers[key.dossier] ?? "",
        place: member.role === "helper" ? "point" : "office",
        proof: "card",
        slipSecret: "",
        signature: "",
      });
  }
}
