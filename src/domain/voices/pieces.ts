import type { Procedure } from "../catalogue/procedure.ts";
import type { Field, FormPage } from "../forms/field.ts";
import { sectionsOf } from "../forms/journey.ts";
import { YES_NO } from "../forms/parse-answer.ts";
import { COMMON, COMMON_PIECES } from "./common-pieces.ts";

/**
 * What is read aloud in one go: a question, what a procedure is for, which paper is meant. Only words of the content and of the pages, never
 * what somebody typed: others sit near, and what is kept of it belongs to nobody.
 */
export interface Piece {
  /** thu-tuc · cau.ten-be · giay.giay-chung-sinh; of the common ones a name alone. */
  readonly key: string;
  /** How it is called in a list. */
  readonly title: string;
  /** In the order in which they stand on the page. When one changes, what was recorded for them is no longer played. */
  readonly sentences: readonly string[];
}

/** Where a piece stands. The common ones belong to the procedure "chung". */
export interface PieceAt {
  readonly procedure: string;
  readonly version: string;
  readonly piece: string;
}

export const aboutPiece = "thu-tuc";
export const questionPiece = (page: string) => `cau.${page}`;
export const paperPiece = (paper: string) => `giay.${paper}`;
export const commonPiece = (piece: keyof typeof COMMON_PIECES): PieceAt => ({ procedure: COMMON, version: COMMON, piece });

/** All that can be read of a procedure, in the order of its pages. */
export function piecesOf(procedure: Procedure): readonly Piece[] {
  return [
    { key: aboutPiece, title: procedure.name, sentences: [procedure.name, procedure.words.purpose, ...procedure.words.before] },
    ...sectionsOf(procedure).flatMap(({ pages }) => pages.map(questionOf)),
    ...procedure.papers.map(({ id, name, plain }) => ({ key: paperPiece(id), title: name, sentences: [name, plain] })),
  ];
}

/** The pieces that all procedures share. */
export function commonPieces(): readonly Piece[] {
  return Object.entries(COMMON_PIECES).map(([key, { title, sentences }]) => ({ key, title, sentences }));
}

function questionOf(page: FormPage): Piece {
  const asked = page.fields.filter((field) => field.derive === undefined);
  return {
    key: questionPiece(page.id),
    title: page.ask,
    sentences: [page.ask, ...(page.hint ? [page.hint] : []), ...asked.flatMap((field) => fieldSentences(field, asked.length === 1))],
  };
}

/** A field alone on its page is asked by the page; of several each is named. */
function fieldSentences(field: Field, alone: boolean): string[] {
  const named = alone ? [] : [field.ask ?? field.label];
  const options = field.type === "yes-no" ? YES_NO : (field.options ?? []);
  const offered = options.flatMap((option) => ("hint" in option && option.hint ? [option.label, option.hint] : [option.label]));
  return [...named, ...(field.hint ? [field.hint] : []), ...offered];
}
