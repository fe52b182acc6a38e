import { ok, type Result, refuse } from "../../base/result.ts";
import { personFields } from "../duplicates/subject.ts";
import { placeKeys } from "../forms/answers.ts";
import type { Condition } from "../forms/condition.ts";
import { fieldsOf } from "../forms/condition.ts";
import type { Field } from "../forms/field.ts";
import { isOnCard } from "../forms/fill.ts";
import { FILL_WAYS, fieldsById, placesOf } from "../forms/fill-text.ts";
import { sectionsOf } from "../forms/journey.ts";
import { type Procedure, procedureSchema } from "./procedure.ts";

/**
 * Reads one procedure file. What is wrong is said in words, with its place in the file, all of it at once: whoever writes a procedure is not
 * a programmer.
 */
export function parseProcedure(data: unknown, fileName: string): Result<Procedure, string[]> {
  const parsed = procedureSchema.safeParse(data);
  if (!parsed.success)
    return refuse(parsed.error.issues.map((issue) => `${fileName}: ở ${issue.path.join(" › ") || "đầu tệp"}: ${issue.message}`));
  const problems = complaints(parsed.data).map((sentence) => `${fileName}: ${sentence}`);
  if (!fileName.startsWith(parsed.data.code)) problems.push(`${fileName}: tên tệp phải bắt đầu bằng mã ${parsed.data.code}`);
  return problems.length > 0 ? refuse(problems) : ok(parsed.data);
}

function complaints(procedure: Procedure): string[] {
  const pages = sectionsOf(procedure).flatMap((section) => section.pages);
  const fields = pages.flatMap((page) => page.fields);
  return [
    ...repeated(pages.map((page) => page.id)).map((id) => `trang "${id}" có hai lần`),
    ...repeated(fields.map((field) => field.id)).map((id) => `câu "${id}" có hai lần`),
    ...repeated(procedure.papers.map((paper) => paper.id)).map((id) => `giấy tờ "${id}" có hai lần`),
    ...fields.flatMap(fieldComplaints),
    ...sectionsOf(procedure).flatMap(({ id, card, pages: own }) =>
      card === undefined || own.some((page) => page.fields.some((field) => isOnCard(field, card.of)))
        ? []
        : [`phần "${id}": thẻ của "${card.of}" không điền được câu nào`],
    ),
    ...unknownNames(procedure),
    ...wayComplaints(procedure),
    ...(procedure.validTo !== undefined && procedure.validTo < procedure.validFrom ? ["validTo ở trước validFrom"] : []),
  ];
}

function fieldComplaints(field: Field): string[] {
  const values = field.options?.map((option) => option.value) ?? [];
  const wants = field.type === "choice" && values.length < 2 ? [`câu "${field.id}" cần ít nhất hai lựa chọn`] : [];
  const twice = repeated(values).map((value) => `câu "${field.id}" có lựa chọn "${value}" hai lần`);
  const wrongDefault = field.type === "choice" && field.default !== undefined && !values.includes(field.default);
  return [...wants, ...twice, ...(wrongDefault ? [`câu "${field.id}": "${field.default}" không có trong các lựa chọn`] : [])];
}

/** Names in conditions, fills and texts that lead to no field of the procedure. */
function unknownNames(procedure: Procedure): string[] {
  const known = fieldsById(procedure);
  const keys = new Set(
    [...known.values()].flatMap((field) => [field.id, ...(field.type === "place" ? Object.values(placeKeys(field.id)) : [])]),
  );
  const named = (where: string, condition: Condition | undefined) => (condition ? fieldsOf(condition) : []).map((id) => ({ where, id }));
  const sections = sectionsOf(procedure);
  const all = [
    ...sections.flatMap((section) => [
      ...named(`phần "${section.id}"`, section.when),
      ...section.pages.flatMap((page) => [
        ...named(`trang "${page.id}"`, page.when),
        ...page.fields.flatMap((field) => [
          ...named(`câu "${field.id}"`, field.when),
          ...field.fill.flatMap((fill) => [...named(`câu "${field.id}"`, fill.when), ...fillName(field.id, fill.from)]),
          ...(field.derive ? [{ where: `câu "${field.id}"`, id: field.derive.from }] : []),
        ]),
      ]),
    ]),
    ...procedure.papers.flatMap((paper) => named(`giấy tờ "${paper.id}"`, paper.when)),
    ...procedure.fee.rules.flatMap((rule) => [
      ...named("lệ phí", rule.when),
      ...[rule.times, rule.pages?.field].flatMap((id) => (id === undefined ? [] : [{ where: "lệ phí", id }])),
    ]),
    ...procedure.deadline.rules.flatMap((rule) => named("thời hạn", rule.when)),
    ...procedure.checks.flatMap((check) => [...named("checks", check.when), { where: "checks", id: check.field }]),
    ...resultPlaces(procedure).map(({ id }) => ({ where: "kết quả", id })),
    ...identityFields(procedure).map((id) => ({ where: "identity", id })),
  ];
  return all.filter(({ id }) => !keys.has(id)).map(({ where, id }) => `${where} nhắc tới câu "${id}" không có trong tờ khai`);
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

function resultPlaces(procedure: Procedure) {
  const texts = procedure.result
    ? [procedure.result.subject, procedure.result.closing ?? "", ...procedure.result.rows.map((row) => row.value)]
    : [];
  return texts.flatMap(placesOf);
}

function wayComplaints(procedure: Procedure): string[] {
  const ways = resultPlaces(procedure).flatMap(({ way }) =>
    way !== null && !FILL_WAYS.includes(way) ? [`kết quả: không biết cách viết "${way}"`] : [],
  );
  if (procedure.filing !== "online") return ways;
  return [
    ...ways,
    ...(procedure.declaration ? [] : ["nộp trực tuyến thì cần phần declaration"]),
    ...(procedure.result ? [] : ["nộp trực tuyến thì cần phần result"]),
    ...(procedure.deadline.rules.at(-1)?.when === undefined ? [] : ["thời hạn cuối cùng phải không có điều kiện"]),
    ...(procedure.fee.rules.at(-1)?.when === undefined ? [] : ["mức lệ phí cuối cùng phải không có điều kiện"]),
  ];
}

function repeated(words: readonly string[]): string[] {
  return [...new Set(words.filter((word, index) => words.indexOf(word) !== index))];
}
