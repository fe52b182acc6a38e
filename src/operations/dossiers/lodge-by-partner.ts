import { officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { papersToSubmit } from "../../domain/catalogue/applies.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import type { Channel, PaperRef } from "../../domain/dossier/events.ts";
import type { Answers } from "../../domain/forms/answers.ts";
import type { Applicant } from "../../domain/forms/fill.ts";
import type { PartnerToken } from "../../store/records/partner-tokens.ts";
import { type Context, parseContext } from "../context.ts";
import { listPoints } from "../offices/places.ts";
import { receiversFor } from "../offices/receivers.ts";
import { type Problem, problem } from "../problems.ts";
import { type Lodged, lodge, lodgedByKey } from "./lodge.ts";
import { readAnswers } from "./read-answers.ts";

export interface PartnerFile {
  /** The id of the paper that it is. */
  readonly paper: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface PartnerDossier {
  readonly procedure: string;
  readonly answers: Readonly<Record<string, string | number | boolean | null>>;
  readonly applicant: Applicant;
  readonly channel: Channel;
  readonly point?: string | null | undefined;
}

/** Lodges what a partner sends, whole or not at all; the files are in the store already. The partner's key makes it happen once. */
export async function lodgeByPartner(
  context: Context,
  partner: PartnerToken,
  key: string,
  wanted: PartnerDossier,
  files: readonly PartnerFile[],
): Promise<Result<Lodged & { ignoredAnswers: readonly string[] }, Problem>> {
  const procedure = context.catalogue.find(wanted.procedure, officeDay(context.now()));
  if (!procedure) return refuse(problem("procedure-unknown"));
  if (procedure.filing !== "online") return refuse(problem("procedure-not-filed-here"));
  const read = readAnswers(context, procedure, wanted.answers);
  if (!read.ok) return read;
  const [offices, points] = await Promise.all([receiversFor(context, procedure, read.value.answers), listPoints(context)]);
  const [office] = offices;
  if (!office) return refuse(problem("no-office"));
  const actKey = `partner:${partner.token}:${key}`;
  const before = await lodgedByKey(context, office.office, actKey);
  if (before) return ok({ ...before, ignoredAnswers: read.value.ignored });
  const papers = readPapers(context, procedure, read.value.answers, files);
  if (!papers.ok) return papers;

  const toLodge = {
    procedure,
    answers: read.value.answers,
    applicant: wanted.applicant,
    papers: papers.value,
    channel: wanted.channel,
    point: points.some(({ point }) => point === wanted.point) ? (wanted.point ?? null) : null,
    account: null,
    slipSecretHash: null,
    actor: { role: "partner" as const, id: partner.token, name: partner.name },
    actKey,
    visit: null,
    help: null,
  };
  try {
    const lodged = await context.database.transaction((sql) => lodge(context, sql, office, toLodge));
    return ok({ ...lodged, ignoredAnswers: read.value.ignored });
  } catch (error) {
    // the same key came twice at the same time: the other one won, and its answer is ours
    const winner = isDoubleKey(error) ? await lodgedByKey(context, office.office, actKey) : null;
    if (winner) return ok({ ...winner, ignoredAnswers: read.value.ignored });
    throw error;
  }
}

/** Files by the papers of this case. A partner's files are kept as they come: the partner has looked at them. */
function readPapers(context: Context, procedure: Procedure, answers: Answers, files: readonly PartnerFile[]): Result<PaperRef[], Problem> {
  const wanted = papersToSubmit(procedure, answers, parseContext(context).today);
  const missing = wanted
    .filter((paper) => paper.required && !files.some((file) => file.paper === paper.id))
    .map((paper) => `${paper.id}: ${paper.name}`);
  if (missing.length > 0) return refuse(problem("papers-missing", { details: missing }));
  const nameOf = (id: string) => procedure.papers.find((paper) => paper.id === id)?.name ?? id;
  return ok(files.map((file) => ({ ...file, name: nameOf(file.paper), pages: 1 })));
}

function isDoubleKey(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23505";
}
