import { readableCode } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { feeFor } from "../../domain/catalogue/applies.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import type { Actor, Channel, DossierEvent, PaperIntake, PaperRef } from "../../domain/dossier/events.ts";
import { fold } from "../../domain/dossier/fold.ts";
import type { Answers } from "../../domain/forms/answers.ts";
import type { Applicant } from "../../domain/forms/fill.ts";
import { effectiveAnswers } from "../../domain/forms/journey.ts";
import { readable, withoutBlanks } from "../../domain/forms/readable.ts";
import type { Help } from "../../domain/point/degree.ts";
import type { Sql } from "../../store/database/database.ts";
import { type DossierKey, findByActKey, insertDossier, readLog } from "../../store/records/dossier-log.ts";
import { deleteDraftChange } from "../../store/records/draft-changes.ts";
import { closeDraft, type Draft, lockDraft } from "../../store/records/drafts.ts";
import type { Office } from "../../store/records/offices.ts";
import { type Context, parseContext } from "../context.ts";
import { openDraft } from "../drafts/open-draft.ts";
import { bindPapers, wantedPapers } from "../drafts/papers.ts";
import { putDuplicates } from "../duplicates/put-duplicates.ts";
import { actorOf, type Visitor } from "../identity/session.ts";
import { keepWish, NO_WISH, type SaidWish } from "../messages/contact.ts";
import { noteNews } from "../messages/note-news.ts";
import { officeCalendar } from "../offices/office-days.ts";
import { receiversFor } from "../offices/receivers.ts";
import { wayOf } from "../privacy/record-consent.ts";
import { type Problem, problem } from "../problems.ts";
import { helpWith } from "../visits/help.ts";
import { append, readDossier } from "./append.ts";
import { promise, withDayAtPoint } from "./due.ts";

export interface Lodged extends DossierKey {
  readonly trackingCode: string;
  readonly status: "lodged";
}

/** Ten readable characters: 48 bits, too many to try. */
const TRACKING_CODE_LENGTH = 10;

/**
 * Sends a draft: it becomes a dossier, once. The draft is locked, so a second click waits and then gets the same dossier as its answer.
 * What it says is frozen: answers, readable declaration, the papers' bytes, fee and due date.
 */
export async function lodgeDraft(
  context: Context,
  visitor: Visitor,
  id: string,
  wish: SaidWish = NO_WISH,
): Promise<Result<Lodged, Problem>> {
  const open = await openDraft(context, visitor, id);
  if (!open.ok) return open;
  const { draft, procedure, way } = open.value;
  if (open.value.atCounter) return refuse(problem("draft-at-counter"));
  if (draft.practice) return refuse(problem("practice-not-sent"));
  if (draft.lodgedDossier && draft.lodgedOffice)
    return lodgedAlready(context, { office: draft.lodgedOffice, dossier: draft.lodgedDossier });
  if (way.next !== null) return refuse(problem("draft-incomplete"));
  const papers = await wantedPapers(context, draft, procedure);
  const missing = papers.filter(({ paper, pages }) => paper.required && pages.length === 0).map(({ paper }) => paper.name);
  if (missing.length > 0) return refuse(problem("papers-missing", { details: missing }));
  const offices = await receiversFor(context, procedure, draft.answers);
  const office = offices.find((candidate) => candidate.office === draft.receiver) ?? offices[0];
  if (!office) return refuse(problem("no-office"));
  const bound = await bindPapers(context, papers);
  if (!bound.ok) return bound;

  return context.database.transaction(async (sql) => {
    const locked = await lockDraft(sql, draft);
    if (!locked) return refuse(problem("draft-not-found"));
    if (locked.lodgedDossier && locked.lodgedOffice)
      return lodgedAlready(context, { office: locked.lodgedOffice, dossier: locked.lodgedDossier });
    if (locked.version !== procedure.version) return refuse(problem("draft-incomplete"));
    const lodged = await lodge(context, sql, office, {
      procedure,
      answers: locked.answers,
      applicant: applicantOfDraft(locked),
      papers: bound.value,
      channel: "online",
      point: locked.point,
      account: locked.account,
      slipSecretHash: locked.slipSecretHash,
      actor: actorOf(visitor, applicantOfDraft(locked).name),
      actKey: `draft:${locked.draft}`,
      visit: locked.visit,
      help: await helpWith(sql, locked),
    });
    if (wish.email !== null || wish.agreed) await keepWish(context, sql, lodged, wish, await wayOf(context, visitor, lodged.office));
    const dossier = await readDossier(sql, lodged);
    if (dossier) await noteNews(context, sql, office, lodged, dossier);
    await closeDraft(sql, locked, lodged);
    await deleteDraftChange(sql, locked);
    return ok(lodged);
  });
}

export interface ToLodge {
  readonly procedure: Procedure;
  readonly answers: Answers;
  readonly applicant: Applicant;
  readonly papers: readonly PaperRef[];
  readonly channel: Channel;
  readonly point: string | null;
  readonly account: string | null;
  readonly slipSecretHash: string | null;
  readonly actor: Actor;
  readonly actKey: string;
  readonly visit: string | null;
  /** null where nobody can know, as for a partner's. */
  readonly help: Help | null;
  /** How it was taken in on paper; then the answers may be few. */
  readonly intake?: PaperIntake;
}

/** Opens the dossier's log with its first event, in the caller's transaction. The answers are complete, the caller has seen to it, or it is on paper. */
export async function lodge(context: Context, sql: Sql, office: Office, wanted: ToLodge): Promise<Lodged> {
  const now = context.now();
  const parse = parseContext(context);
  const answers = effectiveAnswers(wanted.procedure, wanted.answers, parse);
  const key = { office: office.office, dossier: context.newId(), trackingCode: readableCode(TRACKING_CODE_LENGTH) };
  const promised = promise(await officeCalendar(context, sql, office), wanted.procedure, answers, now);
  const event: DossierEvent = {
    type: "lodged",
    procedure: { code: wanted.procedure.code, version: wanted.procedure.version, name: wanted.procedure.name },
    answers,
    declaration: wanted.intake ? withoutBlanks(readable(wanted.procedure, answers, parse)) : readable(wanted.procedure, answers, parse),
    applicant: wanted.applicant,
    papers: wanted.papers,
    channel: wanted.channel,
    point: wanted.point,
    trackingCode: key.trackingCode,
    fee: feeFor(wanted.procedure, answers, parse.today, wanted.channel),
    due: await withDayAtPoint(context, sql, { office: office.office, point: wanted.point }, promised),
    ...(wanted.visit ? { visit: wanted.visit } : {}),
    ...(wanted.help ? { help: wanted.help } : {}),
    ...(wanted.intake ? { intake: wanted.intake } : {}),
  };
  // sent one behind the other without waiting for answers; the database takes them in this order
  const [, dossier] = await Promise.all([
    insertDossier(sql, { ...key, account: wanted.account, slipSecretHash: wanted.slipSecretHash }, now),
    append(sql, key, null, event, { actor: wanted.actor, actKey: wanted.actKey, at: now }),
  ]);
  await putDuplicates(context, sql, key, dossier);
  return { ...key, status: "lodged" };
}

/** The answer to an act that was done before, by its key; null when it was not. */
export async function lodgedByKey(context: Context, office: string, actKey: string): Promise<Lodged | null> {
  const found = await findByActKey(context.database.sql, office, actKey);
  const again = found ? await lodgedAlready(context, found) : null;
  return again?.ok ? again.value : null;
}

async function lodgedAlready(context: Context, key: DossierKey): Promise<Result<Lodged, Problem>> {
  const log = await readLog(context.database.sql, key);
  if (log.length === 0) return refuse(problem("dossier-not-found"));
  return ok({ office: key.office, dossier: key.dossier, trackingCode: fold(log).trackingCode, status: "lodged" });
}

/** Who files: what the ID card or the account said, and over it what the declaration says of the requester. */
function applicantOfDraft(draft: Draft): Applicant {
  return applicantFromAnswers(draft.answers, draft.applicant);
}

export function applicantFromAnswers(answers: Answers, known: Applicant | null): Applicant {
  const said = (key: string) => answers[key] || undefined;
  return {
    name: said("nyc.hoTen") ?? said("hoTen") ?? known?.name ?? "",
    identityNumber: said("nyc.soDinhDanh") ?? said("soDinhDanh") ?? known?.identityNumber,
    birthDate: said("nyc.ngaySinh") ?? said("ngaySinh") ?? known?.birthDate,
    sex: known?.sex,
    address: [said("nyc.noiCuTru.detail"), known?.address].find(Boolean),
    phone: said("nyc.soDienThoai") ?? said("sdt") ?? known?.phone,
  };
}
