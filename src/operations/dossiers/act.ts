import { officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { type Command, decide, type MoveRefusal, moveWords, openForMessage } from "../../domain/dossier/decide.ts";
import { dossierCode } from "../../domain/dossier/dossier-code.ts";
import type { Actor, DueDate, ReceivedPaper } from "../../domain/dossier/events.ts";
import { type Dossier, fold } from "../../domain/dossier/fold.ts";
import { isOpen, type Move, mayDo, type Role } from "../../domain/dossier/moves.ts";
import { transferWords } from "../../domain/dossier/transfer-words.ts";
import type { Transfer } from "../../domain/dossier/work.ts";
import type { Sql } from "../../store/database/database.ts";
import { nextNumber } from "../../store/records/counters.ts";
import { type DossierKey, findByActKey, lockDossier, readLog } from "../../store/records/dossier-log.ts";
import { type Office, readOffice } from "../../store/records/offices.ts";
import { insertSlipNews } from "../../store/records/slip-news.ts";
import { type Context, procedureOf } from "../context.ts";
import { putDuplicates } from "../duplicates/put-duplicates.ts";
import { newsOf } from "../messages/note-news.ts";
import { officeCalendar } from "../offices/office-days.ts";
import { type Problem, problem } from "../problems.ts";
import { append } from "./append.ts";
import { declarationOwed } from "./declaration-owed.ts";
import { promise, withDayAtPoint } from "./due.ts";

/** Somebody's act on a dossier; `key` is made where it happens, so that a second click does nothing and answers the same. */
export interface Act {
  readonly actor: Actor & { readonly role: Role };
  readonly key: string;
}

/** What a command is made from once the dossier is locked: numbers and dates that must not be taken for nothing. */
export type MakeCommand = (dossier: Dossier, office: Office, sql: Sql) => Command | Promise<Command>;

/**
 * Moves a dossier: locks it, folds its log, sees whether the move is open to this role, makes the command, appends its event. One
 * transaction; whoever comes second finds the dossier as the first one left it.
 */
export async function act(context: Context, key: DossierKey, by: Act, move: Move, make: MakeCommand): Promise<Result<Dossier, Problem>> {
  return context.database.transaction(async (sql) => {
    const head = await lockDossier(sql, key);
    if (!head) return refuse(problem("dossier-not-found"));
    const dossier = fold(await readLog(sql, key));
    const done = await findByActKey(sql, key.office, by.key);
    if (done) return done.dossier === key.dossier ? ok(dossier) : refuse(problem("key-of-other-act"));
    const refusal = refusalOf(dossier, move, by.actor.role) ?? ownedByOther(dossier, move, by.actor);
    if (refusal) return refuse(refusal);
    const owed = move === "propose" || move === "sign" ? declarationOwed(context, dossier) : [];
    if (owed.length > 0) return refuse(problem("declaration-owed", { details: owed }));
    const office = await readOffice(sql, key.office);
    if (!office) return refuse(problem("no-office"));
    // read before the command is made: what is taken in there (a number) makes others wait
    const news = move === "accept" ? await newsOf(context, sql, office, key, dossier) : null;
    const decided = decide(dossier, await make(dossier, office, sql), by.actor.role);
    if (!decided.ok) return refuse(sentenceOf(decided.reason));
    const [after] = await Promise.all([
      append(sql, key, dossier, decided.value, { actor: by.actor, actKey: by.key, at: context.now() }),
      news === null ? null : insertSlipNews(sql, key, dossier.sequence + 1, news),
    ]);
    if (after.answers !== dossier.answers) await putDuplicates(context, sql, key, after);
    return ok(after);
  });
}

/** Accepts: the dossier gets its code, counted without gaps by office and day, and the promise is made firm. */
export function accept(context: Context, key: DossierKey, by: Act): Promise<Result<Dossier, Problem>> {
  return act(context, key, by, "accept", async (dossier, office, sql) => {
    const day = officeDay(context.now());
    const due = dossier.transfer ? dossier.due : await dueOf(context, sql, dossier, office);
    // taken last, for all others who accept wait for the counter until this transaction ends; a code that another office gave stays
    const code = dossier.dossierCode ?? dossierCode(office.identifier, day, await nextNumber(sql, key.office, `dossier:${day}`));
    return { move: "accept", dossierCode: code, due };
  });
}

/** The citizen's answer to what was asked for; the clock goes on and the promise is counted anew. */
export function supplement(
  context: Context,
  key: DossierKey,
  by: Act,
  given: { papers: Dossier["papers"]; words: string; received?: readonly ReceivedPaper[] },
): Promise<Result<Dossier, Problem>> {
  return act(context, key, by, "supplement", async (dossier, office, sql) => {
    return { move: "supplement", ...given, due: await dueWhenAwake(context, sql, dossier, office) };
  });
}

/** The promise if the clock, which sleeps, went on at this moment. */
export function dueWhenAwake(context: Context, sql: Sql, dossier: Dossier, office: Office): Promise<DueDate> {
  const now = context.now().toISOString();
  const pauses = dossier.pauses.map((pause) => (pause.to === null ? { ...pause, to: now } : pause));
  return dueOf(context, sql, { ...dossier, pauses }, office);
}

/** The promise as the law counts it now; a day that was promised with an apology stands while it is later. */
export async function dueOf(context: Context, sql: Sql, dossier: Dossier, office: Office): Promise<DueDate> {
  const procedure = procedureOf(context, dossier.procedure.code, dossier.procedure.version);
  if (!procedure) return dossier.due;
  const { answers, pauses, extension, promisedAnew } = dossier;
  const calendar = await officeCalendar(context, sql, office);
  const promised = promise(calendar, procedure, answers, new Date(dossier.countedFrom), pauses, extension);
  if (promisedAnew !== null && promisedAnew.day > promised.day) return promisedAnew;
  if (dossier.transfer) return afterTransfer(dossier, dossier.transfer, promised);
  return withDayAtPoint(context, sql, { office: office.office, point: dossier.point }, promised);
}

/** The day that was promised before a dossier was handed on stays; only what the law adds afterwards makes it later. */
function afterTransfer({ due }: Dossier, transfer: Transfer, promised: DueDate): DueDate {
  return promised.day <= due.day ? due : { ...promised, explanation: [...promised.explanation, ...transferWords(transfer)] };
}

/** A dossier is one officer's at a time: another takes it over first, with a word. What the counter does for the citizen anybody there may do. */
export function ownedByOther({ owner, status }: Dossier, move: Move, actor: Act["actor"]): Problem | null {
  if (status === "decided" || status === "returned") return null;
  if (owner === null || actor.role !== "officer" || owner.id === actor.id || FOR_ANYBODY.includes(move)) return null;
  return problem("dossier-of-other", {
    sentence: `Hồ sơ này là việc của ${owner.name}. Muốn làm, xin bấm Nhận việc và ghi một lời cho người đó biết.`,
  });
}

const FOR_ANYBODY: readonly Move[] = [
  "assign",
  "note",
  "give-opinion",
  "supplement",
  "settle-fee",
  "hand-over",
  "countersign",
  "correct-help",
  "ask-entry",
  "enter-declaration",
  "judge-duplicate",
];

function refusalOf(dossier: Dossier, move: Move, role: Role): Problem | null {
  if (!mayDo(move, role)) return problem("move-not-yours");
  return isOpen(dossier, move) ? null : sentenceOf({ problem: "move-not-open", move, open: openForMessage(dossier, role) });
}

function sentenceOf(refusal: MoveRefusal): Problem {
  if (refusal.problem !== "move-not-open" || refusal.open.length === 0) return problem(refusal.problem);
  return problem("move-not-open", {
    sentence: `Hồ sơ không còn ở bước đó, có thể người khác vừa xử lý. Bây giờ có thể: ${moveWords(refusal.open)}.`,
  });
}
