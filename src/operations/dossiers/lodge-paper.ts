import { officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { deadlineFor, papersToSubmit } from "../../domain/catalogue/applies.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { type Command, decide } from "../../domain/dossier/decide.ts";
import { dossierCode } from "../../domain/dossier/dossier-code.ts";
import type { Actor, AskedPaper, PaperIntake, PaperRef, PostalItem } from "../../domain/dossier/events.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import type { Answers } from "../../domain/forms/answers.ts";
import type { Applicant } from "../../domain/forms/fill.ts";
import { isPersonName } from "../../domain/people/names.ts";
import type { Sql } from "../../store/database/database.ts";
import { nextNumber } from "../../store/records/counters.ts";
import { type DossierKey, findByActKey } from "../../store/records/dossier-log.ts";
import { type Office, readOffice } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import { noteNews } from "../messages/note-news.ts";
import { type Problem, problem } from "../problems.ts";
import { dueOf } from "./act.ts";
import { append, readDossier } from "./append.ts";
import { lodge } from "./lodge.ts";

/** A dossier on paper as it lies on the counter. */
export interface PaperDossier {
  /** The office that takes it in: the officer's own. */
  readonly office: string;
  /** National code; `version` where another than the one in force on the day is meant, as when the past is written down. */
  readonly procedure: string;
  readonly version?: string | undefined;
  readonly channel: "direct" | "post";
  /** Where it was handed in, when that was a support point. */
  readonly point: string | null;
  readonly applicant: Applicant;
  /** What of the declaration is known, in stored form; the rest is entered later from the paper. */
  readonly answers: Answers;
  /** What lies in it, counted, by the ids of the procedure's papers. */
  readonly papers: readonly { readonly paper: string; readonly originals: number; readonly copies: number }[];
  /** The scanned pages of what lies in it, and of the declaration on paper. */
  readonly files?: readonly PaperRef[];
  readonly post?: PostalItem | null;
  /** What the officer does with it at once. */
  readonly outcome?: IntakeOutcome;
  /** How the person proves later that it is theirs; null where they get no slip. */
  readonly slipSecretHash?: string | null;
  readonly actKey: string;
}

/**
 * Accepted at once, which is the rule; or, where something is missing, asked for more or not accepted. `because` says why it is accepted though
 * required papers are missing.
 */
export type IntakeOutcome =
  | { readonly kind: "accept"; readonly because?: string }
  | { readonly kind: "request-supplement"; readonly reasons: readonly string[]; readonly words: string }
  | { readonly kind: "decline"; readonly reason: string };

export interface TakenIn extends DossierKey {
  readonly dossierNow: Dossier;
  /** The same act had been done before. */
  readonly again: boolean;
}

/**
 * Takes in a dossier on paper: it is lodged and, at the same moment, accepted (or asked to be completed, or not accepted). The same key answers
 * the same dossier. The day is the context's; what is refused leaves nothing behind.
 */
export async function lodgePaper(context: Context, by: Actor, wanted: PaperDossier): Promise<Result<TakenIn, Problem>> {
  const before = await takenInBefore(context, wanted);
  if (before) return ok(before);
  const office = await readOffice(context.database.sql, wanted.office);
  if (!office) return refuse(problem("no-office"));
  const found = procedureForPaper(context, office, wanted.procedure, wanted.version);
  if (!found.ok) return found;
  const refusal = refusalOf(context, found.value, wanted);
  if (refusal) return refuse(refusal);
  try {
    return await context.database.transaction((sql) => takeIn(context, sql, by, office, found.value, wanted));
  } catch (error) {
    // the same key came twice at the same time: the other one won, and its answer is ours
    const winner = isDoubleKey(error) ? await takenInBefore(context, wanted) : null;
    if (winner) return ok(winner);
    throw error;
  }
}

/** The procedure, when this office takes it in on paper: of its own kind, however it is filed otherwise, and with a deadline. */
export function procedureForPaper(
  context: Context,
  office: Pick<Office, "kind">,
  code: string,
  version?: string,
): Result<Procedure, Problem> {
  const today = officeDay(context.now());
  const procedure = version === undefined ? context.catalogue.find(code, today) : context.catalogue.version(code, version);
  if (!procedure) return refuse(problem("procedure-unknown"));
  if (procedure.officeKind !== office.kind)
    return refuse(
      problem("procedure-of-other-office", {
        sentence: `${procedure.name} không nộp ở cơ quan này. Nơi nộp: ${procedure.words.whereToFile.trim()}`,
      }),
    );
  return ok(procedure);
}

/** The required papers of this case that do not lie in it. One whose condition is not known yet is not missing, nor is one that is only shown. */
export function missingPapers(procedure: Procedure, answers: Answers, papers: PaperDossier["papers"], today: string): AskedPaper[] {
  return papersToSubmit(procedure, answers, today)
    .filter((paper) => paper.required && !papers.some(({ paper: id, originals, copies }) => id === paper.id && originals + copies > 0))
    .map(({ id, name }) => ({ paper: id, name }));
}

function refusalOf(context: Context, procedure: Procedure, wanted: PaperDossier): Problem | null {
  const today = officeDay(context.now());
  const fields = {
    ...(isPersonName(wanted.applicant.name) ? {} : { "ho-ten": "Xin gõ họ tên người nộp, hoặc quét thẻ." }),
    ...(wanted.channel === "post" && !wanted.post?.number.trim()
      ? { "so-hieu": "Hồ sơ qua bưu điện cần số hiệu bưu gửi ghi trên bì." }
      : {}),
    ...(wanted.post && wanted.post.arrivedOn > today ? { "ngay-den": "Ngày đến không thể sau hôm nay." } : {}),
  };
  if (Object.keys(fields).length > 0) return problem("answers-refused", { fields });
  if (deadlineFor(procedure, wanted.answers, today) === null) return problem("procedure-without-deadline");
  const outcome = wanted.outcome ?? { kind: "accept" };
  if (outcome.kind === "decline" && outcome.reason.trim() === "") return problem("reason-missing");
  if (outcome.kind === "request-supplement" && outcome.reasons.length === 0 && outcome.words.trim() === "")
    return problem("reason-missing");
  const missing = missingPapers(procedure, wanted.answers, wanted.papers, today);
  return outcome.kind === "accept" && missing.length > 0 && !outcome.because?.trim()
    ? problem("intake-papers-missing", { details: missing.map(({ name }) => name) })
    : null;
}

async function takeIn(
  context: Context,
  sql: Sql,
  by: Actor,
  office: Office,
  procedure: Procedure,
  wanted: PaperDossier,
): Promise<Result<TakenIn, Problem>> {
  const lodged = await lodge(context, sql, office, {
    procedure,
    answers: wanted.answers,
    applicant: wanted.applicant,
    papers: wanted.files ?? [],
    channel: wanted.channel,
    point: wanted.point,
    account: null,
    slipSecretHash: wanted.slipSecretHash ?? null,
    actor: by,
    actKey: wanted.actKey,
    visit: null,
    help: null,
    intake: intakeOf(context, procedure, wanted),
  });
  const dossier = await readDossier(sql, lodged);
  if (!dossier) throw new Error("a dossier that was just lodged is there");
  const decided = decide(dossier, await commandFor(context, sql, office, dossier, procedure, wanted), "officer");
  if (!decided.ok) throw new Error(`what the officer does at once was looked at before: ${decided.reason.problem}`);
  const dossierNow = await append(sql, lodged, dossier, decided.value, {
    actor: by,
    actKey: `${wanted.actKey}:at-once`,
    at: context.now(),
  });
  if (decided.value.type === "accepted") await noteNews(context, sql, office, lodged, dossierNow);
  return ok({ office: lodged.office, dossier: lodged.dossier, dossierNow, again: false });
}

async function commandFor(
  context: Context,
  sql: Sql,
  office: Office,
  dossier: Dossier,
  procedure: Procedure,
  { outcome, answers, papers }: PaperDossier,
): Promise<Command> {
  if (outcome?.kind === "request-supplement")
    return {
      move: "request-supplement",
      reasons: outcome.reasons,
      words: outcome.words,
      asked: missingPapers(procedure, answers, papers, officeDay(context.now())),
    };
  if (outcome?.kind === "decline") return { move: "decline", reason: outcome.reason };
  const day = officeDay(context.now());
  const number = await nextNumber(sql, office.office, `dossier:${day}`);
  return { move: "accept", dossierCode: dossierCode(office.identifier, day, number), due: await dueOf(context, sql, dossier, office) };
}

function intakeOf(context: Context, procedure: Procedure, wanted: PaperDossier): PaperIntake {
  const because = wanted.outcome?.kind === "accept" ? wanted.outcome.because?.trim() : undefined;
  const missing = missingPapers(procedure, wanted.answers, wanted.papers, officeDay(context.now()));
  const nameOf = (id: string) => procedure.papers.find((paper) => paper.id === id)?.name ?? id;
  return {
    papers: wanted.papers.map(({ paper, originals, copies }) => ({ paper, name: nameOf(paper), originals, copies })),
    post: wanted.post ?? null,
    missing: because && missing.length > 0 ? { papers: missing.map(({ name }) => name), because } : null,
  };
}

async function takenInBefore(context: Context, { office, actKey }: PaperDossier): Promise<TakenIn | null> {
  const found = await findByActKey(context.database.sql, office, actKey);
  const dossierNow = found ? await readDossier(context.database.sql, found) : null;
  return found && dossierNow ? { office, dossier: found.dossier, dossierNow, again: true } : null;
}

function isDoubleKey(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23505";
}
