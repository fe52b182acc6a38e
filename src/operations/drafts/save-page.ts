import { ok, type Result, refuse } from "../../base/result.ts";
import type { Answers } from "../../domain/forms/answers.ts";
import type { Applicant } from "../../domain/forms/fill.ts";
import { canVisit, parsePage, sectionsOf, stepOf } from "../../domain/forms/journey.ts";
import { type Card, type CardProblem, parseCard } from "../../domain/people/card.ts";
import { readCardQr } from "../../files/card-photo.ts";
import { noteStep } from "../../store/records/draft-steps.ts";
import { mergeAnswers, saveApplicant, saveCard, saveReceiver } from "../../store/records/drafts.ts";
import { countHardship } from "../../store/records/hardships.ts";
import { type Context, parseContext } from "../context.ts";
import type { Visitor } from "../identity/session.ts";
import { type Problem, problem } from "../problems.ts";
import { openDraftToChange } from "./open-draft.ts";

/** Saves the answers of one page. Where one cannot be taken, nothing of the page is saved and each field gets its sentence. */
export async function savePage(
  context: Context,
  visitor: Visitor,
  id: string,
  pageId: string,
  typed: Answers,
): Promise<Result<true, Problem>> {
  const open = await openDraftToChange(context, visitor, id);
  if (!open.ok) return open;
  const { draft, procedure, way, change } = open.value;
  const step = stepOf(way, pageId);
  // a new version may have opened a question before this one while it was being typed: what was typed is kept all the same
  if (!step || !(canVisit(way, pageId) || (change !== null && change.again.length > 0))) return refuse(problem("page-not-open"));

  const parsed = parsePage(procedure, step, draft.answers, typed, parseContext(context));
  if (Object.keys(parsed.problems).length > 0) {
    if (!draft.practice) await countHardship(context.database.sql, draft, pageId, "refused");
    return refuse(problem("answers-refused", { fields: parsed.problems }));
  }
  const staff = visitor.kind === "staff" ? visitor.member.staff : null;
  await context.database.transaction(async (sql) => {
    await mergeAnswers(sql, draft, parsed.answers, context.now());
    await noteStep(sql, draft, pageId, staff, context.now());
  });
  return ok(true);
}

/** Takes what an ID card's QR says as the applicant of the draft; it fills in what is asked later. */
export async function useCard(
  context: Context,
  visitor: Visitor,
  id: string,
  qrText: string,
): Promise<Result<Card, Problem | CardProblem[]>> {
  const open = await openDraftToChange(context, visitor, id);
  if (!open.ok) return open;
  const card = parseCard(qrText, context.lists.isProvinceOfIdentityNumber);
  if (!card.ok) return card;
  await saveApplicant(context.database.sql, open.value.draft, applicantOfCard(card.value), context.now());
  return card;
}

/** Takes a card as that of somebody whom the declaration asks about: the mother, the groom. One that cannot be theirs is refused. */
export async function useCardOf(
  context: Context,
  visitor: Visitor,
  id: string,
  of: string,
  qrText: string,
): Promise<Result<Card, Problem | CardProblem[]>> {
  const open = await openDraftToChange(context, visitor, id);
  if (!open.ok) return open;
  const section = sectionsOf(open.value.procedure).find((candidate) => candidate.card?.of === of);
  if (!section) return refuse(problem("draft-not-found"));
  const card = parseCard(qrText, context.lists.isProvinceOfIdentityNumber);
  if (!card.ok) return card;
  if (section.card?.sex !== undefined && section.card.sex !== card.value.sex)
    return refuse(
      problem("card-of-other", { sentence: `Thẻ này không phải của ${lowerFirst(section.title)}. Xin quét đúng thẻ, hoặc tự gõ.` }),
    );
  await saveCard(context.database.sql, open.value.draft, of, applicantOfCard(card.value), context.now());
  return card;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase("vi") + text.slice(1);
}

/** The same from a photo of the card's front. */
export async function useCardPhoto(
  context: Context,
  visitor: Visitor,
  id: string,
  photo: Uint8Array,
): Promise<Result<Card, Problem | CardProblem[]>> {
  const text = await readCardQr(photo);
  return text === null
    ? refuse(
        problem("answers-refused", { sentence: "Chưa đọc được mã vuông trong ảnh. Xin chụp gần hơn, đủ sáng, giữ máy yên; hoặc tự gõ." }),
      )
    : useCard(context, visitor, id, text);
}

/** Chooses the office that receives the dossier, where more than one can. */
export async function chooseReceiver(context: Context, visitor: Visitor, id: string, office: string): Promise<Result<true, Problem>> {
  const open = await openDraftToChange(context, visitor, id);
  if (!open.ok) return open;
  await saveReceiver(context.database.sql, open.value.draft, office);
  return ok(true);
}

export function applicantOfCard(card: Card): Applicant {
  return {
    name: card.name,
    identityNumber: card.identityNumber,
    birthDate: card.birthDate,
    sex: card.sex,
    address: card.address,
    issuedOn: card.issuedOn ?? undefined,
  };
}
