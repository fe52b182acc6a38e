import { personFields } from "../duplicates/subject.ts";
import { placeKeys } from "../forms/answers.ts";
import type { Condition } from "../forms/condition.ts";
import { fieldsOf } from "../forms/condition.ts";
import type { Field } from "../forms/field.ts";
import { isOnCard } from "../forms/fill.ts";
import { FILL_WAYS, fieldsById, placesOf } from "../forms/fill-text.ts";
import { sectionsOf } from "../forms/journey.ts";
import type { Procedure } from "./procedure.ts";

/** The parts in which a procedure is edited. */
export const PROCEDURE_PARTS = ["words", "papers", "fee", "deadline", "questions", "result"] as const;
export type ProcedurePart = (typeof PROCEDURE_PARTS)[number];

/** Something that is wrong, in words, and where: the part, and of a part with several things which one (a paper's or page's id, a rule's number). */
export interface Complaint {
  readonly part: ProcedurePart;
  readonly item: string | null;
  readonly words: string;
}

/** Everything that makes a procedure of the right shape unusable all the same: things named twice, names that lead nowhere, parts that are missing. */
export function complaintsOf(procedure: Procedure): Complaint[] {
  const pages = sectionsOf(procedure).flatMap((section) => section.pages);
  const fields = pages.flatMap((page) => page.fields.map((field) => ({ page: page.id, field })));
  const said = (part: ProcedurePart, item: string | null, words: string): Complaint => ({ part, item, words });
  return [
    ...repeated(pages.map((page) => page.id)).map((id) => said("questions", id, `trang "${id}" có hai lần`)),
    ...repeated(fields.map(({ field }) => field.id)).map((id) =>
      said("questions", fields.findLast(({ field }) => field.id === id)?.page ?? null, `câu "${id}" có hai lần`),
    ),
    ...repeated(procedure.papers.map((paper) => paper.id)).map((id) => said("papers", id, `giấy tờ "${id}" có hai lần`)),
    ...fields.flatMap(({ page, field }) => fieldComplaints(field).map((words) => said("questions", page, words))),
    ...sectionsOf(procedure).flatMap(({ id, card, pages: own }) =>
      card === undefined || own.some((page) => page.fields.some((field) => isOnCard(field, card.of)))
        ? []
        : [said("questions", own[0]?.id ?? null, `phần "${id}": thẻ của "${card.of}" không điền được câu nào`)],
    ),
    ...unknownNames(procedure),
    ...wayComplaints(procedure),
    ...(procedure.validTo !== undefined && procedure.validTo < procedure.validFrom
      ? [said("words", null, "validTo ở trước validFrom")]
      : []),
  ];
}

function fieldComplaints(field: Field): string[] {
  const values = field.options?.map((option) => option.value) ?? [];
  const wants = field.type === "choice" && values.length < 2 ? [`câu "${field.id}" cần ít nhất hai lựa chọn`] : [];
  const twice = repeated(values).map((value) => `câu "${field.id}" có lựa chọn "${value}" hai lần`);
  const wrongDefault = field.type === "choice" && field.default !== undefined && !values.includes(field.default);
  return [...wants, ...twice, ...(wrongDefault ? [`câu "${field.id}": "${field.default}" không có trong các lựa chọn`] : [])];
}

interface Named {
  readonly part: ProcedurePart;
  readonly item: string | null;
  readonly where: string;
  readonly id: string;
}

/** Names in conditions, fills and texts that lead to no field of the procedure. */
function unknownNames(procedure: Procedure): Complaint[] {
  const known = fieldsById(procedure);
  const keys = new Set(
    [...known.values()].flatMap((field) => [field.id, ...(field.type === "place" ? Object.values(placeKeys(field.id)) : [])]),
  );
  return [...namesInQuestions(procedure), ...namesElsewhere(procedure)]
    .filter(({ id }) => !keys.has(id))
    .map(({ part, item, where, id }) => ({ part, item, words: `${where} nhắc tới câu "${id}" không có trong tờ khai` }));
}

function namesInQuestions(procedure: Procedure): Named[] {
  return sectionsOf(procedure).flatMap((section) => [
    ...named("questions", section.pages[0]?.id ?? null, `phần "${section.id}"`, section.when),
    ...section.pages.flatMap((page) => [
      ...named("questions", page.id, `trang "${page.id}"`, page.when),
      ...page.fields.flatMap((field) => [
        ...named("questions", page.id, `câu "${field.id}"`, field.when),
        ...field.fill.flatMap((fill) => [
          ...named("questions", page.id, `câu "${field.id}"`, fill.when),
          ...fillName(field.id, fill.from).map((name) => ({ part: "questions" as const, item: page.id, ...name })),
        ]),
        ...(field.derive ? [{ part: "questions" as const, item: page.id, where: `câu "${field.id}"`, id: field.derive.from }] : []),
      ]),
    ]),
  ]);
}

function namesElsewhere(procedure: Procedure): Named[] {
  const number = (index: number) => String(index + 1);
  return [
    ...procedure.papers.flatMap((paper) => named("papers", paper.id, `giấy tờ "${paper.id}"`, paper.when)),
    ...procedure.fee.rules.flatMap((rule, index) => [
      ...named("fee", number(index), "lệ phí", rule.when),
      ...[rule.times, rule.pages?.field].flatMap((id) =>
        id === undefined ? [] : [{ part: "fee" as const, item: number(index), where: "lệ phí", id }],
      ),
    ]),
    ...procedure.deadline.rules.flatMap((rule, index) => named("deadline", number(index), "thời hạn", rule.when)),
    ...procedure.checks.flatMap((check) => [
      ...named("questions", null, "checks", check.when),
      { part: "questions" as const, item: null, where: "checks", id: check.field },
    ]),
    ...(procedure.result?.rows ?? []).flatMap((row, index) => named("result", number(index), `dòng "${row.label}" của kết quả`, row.when)),
    ...resultPlaces(procedure).map(({ id, item }) => ({ part: "result" as const, item, where: "kết quả", id })),
    ...identityFields(procedure).map((id) => ({ part: "questions" as const, item: null, where: "identity", id })),
  ];
}

function named(part: ProcedurePart, item: string | null, where: string, condition: Condition | undefined): Named[] {
  return (condition ? fieldsOf(condition) : []).map((id) => ({ part, item, where, id }));
}

const APPLICANT_PARTS = ["name", "identityNumber", "birthDate", "sex", "address", "issuedOn", "phone"];

function fillName(fieldId: string, from: string): { where: string; id: string }[] {
  const part = from.startsWith("applicant.") ? from.slice("applicant.".length) : null;
  if (part === null) return [{ where: `câu "${fieldId}"`, id: from }];
  return APPLICANT_PARTS.includes(part) ? [] : [{ where: `câu "${fieldId}" (fill)`, id: from }];
}

function identityFields({ identity }: Procedure): string[] {
  return identity ? [...identity.people.map(({ of }) => personFields(of).name), ...identity.details] : [];
}

function resultPlaces({ result }: Procedure) {
  if (!result) return [];
  return [
    ...[result.subject, result.closing ?? ""].flatMap(placesOf).map((place) => ({ ...place, item: null })),
    ...result.rows.flatMap((row, index) => placesOf(row.value).map((place) => ({ ...place, item: String(index + 1) }))),
  ];
}

function wayComplaints(procedure: Procedure): Complaint[] {
  const ways = resultPlaces(procedure).flatMap(({ way, item }) =>
    way !== null && !FILL_WAYS.includes(way) ? [{ part: "result" as const, item, words: `kết quả: không biết cách viết "${way}"` }] : [],
  );
  if (procedure.filing !== "online") return ways;
  const said = (part: ProcedurePart, words: string): Complaint[] => [{ part, item: null, words }];
  return [
    ...ways,
    ...(procedure.declaration ? [] : said("questions", "nộp trực tuyến thì cần phần declaration")),
    ...(procedure.result ? [] : said("result", "nộp trực tuyến thì cần phần result")),
    ...(procedure.deadline.rules.at(-1)?.when === undefined ? [] : said("deadline", "thời hạn cuối cùng phải không có điều kiện")),
    ...(procedure.fee.rules.at(-1)?.when === undefined ? [] : said("fee", "mức lệ phí cuối cùng phải không có điều kiện")),
  ];
}

function repeated(words: readonly string[]): string[] {
  return [...new Set(words.filter((word, index) => words.indexOf(word) !== index))];
}
