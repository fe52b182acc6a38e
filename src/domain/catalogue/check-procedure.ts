import type { Condition } from "../forms/condition.ts";
import { fieldsOf } from "../forms/condition.ts";
import { optionsOf } from "../forms/condition-words.ts";
import type { Field } from "../forms/field.ts";
import { fieldsById } from "../forms/fill-text.ts";
import { sectionsOf } from "../forms/journey.ts";
import { type Complaint, complaintsOf, type ProcedurePart } from "./complaints.ts";
import type { Procedure } from "./procedure.ts";
import { unreachablePages } from "./reachable.ts";

/** An error keeps a version from being published; a warning is for the admin to weigh. */
export interface Finding extends Complaint {
  readonly level: "error" | "warning";
}

/** All that can be said about a procedure before people use it, the errors first. `pictures` are the names of the drawings that there are. */
export function checkProcedure(procedure: Procedure, pictures: ReadonlySet<string>): Finding[] {
  const as = (level: Finding["level"]) => (complaint: Complaint) => ({ ...complaint, level });
  return [
    ...complaintsOf(procedure).map(as("error")),
    ...[...answersThatAreNotOffered(procedure), ...picturesThatAreNotThere(procedure, pictures)].map(as("error")),
    ...[
      ...askedTooLate(procedure),
      ...unreachablePages(procedure).map((page) =>
        said("questions", page.id, `câu "${page.ask}" không bao giờ hiện ra: điều kiện của nó không khi nào đúng`),
      ),
      ...papersWithoutPicture(procedure),
      ...feeGaps(procedure),
      ...deadlineGaps(procedure),
      ...longWords(procedure),
    ].map(as("warning")),
  ];
}

function said(part: ProcedurePart, item: string | null, words: string): Complaint {
  return { part, item, words };
}

interface Placed {
  readonly part: ProcedurePart;
  readonly item: string | null;
  readonly name: string;
  readonly when: Condition;
}

/** Every condition of the procedure, with where it stands. */
function conditionsOf(procedure: Procedure): Placed[] {
  const all = [
    ...sectionsOf(procedure).flatMap((section) => [
      { part: "questions" as const, item: section.pages[0]?.id ?? null, name: `phần "${section.title}"`, when: section.when },
      ...section.pages.flatMap((page) => [
        { part: "questions" as const, item: page.id, name: `câu "${page.ask}"`, when: page.when },
        ...page.fields.map((field) => ({ part: "questions" as const, item: page.id, name: `ô "${field.label}"`, when: field.when })),
      ]),
    ]),
    ...procedure.papers.map((paper) => ({ part: "papers" as const, item: paper.id, name: `giấy tờ "${paper.name}"`, when: paper.when })),
    ...procedure.fee.rules.map((rule, index) => ({
      part: "fee" as const,
      item: String(index + 1),
      name: `mức lệ phí ${index + 1}`,
      when: rule.when,
    })),
    ...procedure.deadline.rules.map((rule, index) => ({
      part: "deadline" as const,
      item: String(index + 1),
      name: `thời hạn ${index + 1}`,
      when: rule.when,
    })),
    ...(procedure.result?.rows ?? []).map((row, index) => ({
      part: "result" as const,
      item: String(index + 1),
      name: `dòng "${row.label}"`,
      when: row.when,
    })),
  ];
  return all.flatMap(({ when, ...place }) => (when === undefined ? [] : [{ ...place, when }]));
}

/** A condition that waits for an answer which nobody can choose. */
function answersThatAreNotOffered(procedure: Procedure): Complaint[] {
  const fields = fieldsById(procedure);
  return conditionsOf(procedure).flatMap(({ part, item, name, when }) =>
    comparisons(when)
      .filter(({ field, value }) => optionsOf(fields.get(field)).length > 0 && !offers(fields.get(field), value))
      .map(({ field, value }) =>
        said(
          part,
          item,
          `${name}: điều kiện nhắc tới lựa chọn "${value}" không có trong câu "${fields.get(field)?.label ?? field}"; xin chọn lại điều kiện`,
        ),
      ),
  );
}

function offers(field: Field | undefined, value: string): boolean {
  return optionsOf(field).some((option) => option.value === value);
}

function comparisons(condition: Condition): { field: string; value: string }[] {
  if ("all" in condition) return condition.all.flatMap(comparisons);
  if ("any" in condition) return condition.any.flatMap(comparisons);
  if ("not" in condition) return comparisons(condition.not);
  if ("is" in condition) return [{ field: condition.field, value: condition.is }];
  if ("isNot" in condition) return [{ field: condition.field, value: condition.isNot }];
  return "in" in condition ? condition.in.map((value) => ({ field: condition.field, value })) : [];
}

function picturesThatAreNotThere({ papers }: Procedure, pictures: ReadonlySet<string>): Complaint[] {
  return papers
    .filter(({ picture }) => picture !== undefined && !pictures.has(picture))
    .map(({ id, name, picture }) => said("papers", id, `giấy tờ "${name}": không có hình mẫu tên "${picture}"; xin chọn hình khác`));
}

/** A question whose condition looks at a question further down. */
function askedTooLate(procedure: Procedure): Complaint[] {
  const order = sectionsOf(procedure).flatMap((section) => section.pages.map((page) => ({ section, page })));
  const placeOf = new Map(order.flatMap(({ page }, index) => page.fields.map((field) => [field.id, index] as const)));
  return order.flatMap(({ section, page }, index) => {
    const first = section.pages[0] === page ? (section.when ? fieldsOf(section.when) : []) : [];
    const own = [page.when, ...page.fields.map((field) => field.when)].flatMap((when) => (when ? fieldsOf(when) : []));
    return [...new Set([...first, ...own])]
      .filter((id) => (placeOf.get(id) ?? -1) > index)
      .map((id) =>
        said("questions", page.id, `câu "${page.ask}" có điều kiện nhìn vào câu hỏi ở sau nó (${id}); xin chuyển câu đó lên trước`),
      );
  });
}

function papersWithoutPicture({ papers }: Procedure): Complaint[] {
  return papers
    .filter(({ picture }) => picture === undefined)
    .map(({ id, name }) => said("papers", id, `giấy tờ "${name}" chưa có hình mẫu; người đọc chậm khó biết là tờ nào`));
}

function feeGaps({ fee }: Procedure): Complaint[] {
  return [
    ...(fee.rules.at(-1)?.when === undefined
      ? []
      : [said("fee", null, "có trường hợp không rơi vào mức lệ phí nào; xin thêm một mức cuối không có điều kiện")]),
    ...fee.rules.flatMap((rule, index) =>
      rule.amountDong === null ? [said("fee", String(index + 1), `mức lệ phí ${index + 1} chưa ghi số tiền`)] : [],
    ),
    ...(fee.unverified ? [said("fee", null, "lệ phí chưa đối chiếu với văn bản")] : []),
  ];
}

function deadlineGaps({ deadline }: Procedure): Complaint[] {
  return [
    ...deadline.rules.flatMap((rule, index) =>
      rule.unverified ? [said("deadline", String(index + 1), `thời hạn ${index + 1} chưa đối chiếu với văn bản`)] : [],
    ),
    ...(deadline.verification?.unverified ? [said("deadline", null, "thời hạn thêm để xác minh chưa đối chiếu với văn bản")] : []),
    ...(deadline.rules.at(-1)?.when === undefined
      ? []
      : [said("deadline", null, "có trường hợp không có thời hạn nào; xin thêm một thời hạn cuối không có điều kiện")]),
  ];
}

/** Characters that a screen of 320 pixels shows in four lines of a heading, three of an answer. */
const LONGEST_QUESTION = 85;
const LONGEST_ANSWER = 75;
/** One word without a break goes over the edge. */
const LONGEST_WORD = 22;

function longWords(procedure: Procedure): Complaint[] {
  const pages = sectionsOf(procedure).flatMap((section) => section.pages);
  return [
    ...pages.flatMap((page) => tooLong(page.ask, LONGEST_QUESTION).map((words) => said("questions", page.id, words))),
    ...pages.flatMap((page) =>
      page.fields.flatMap((field) =>
        (field.options ?? []).flatMap((option) => tooLong(option.label, LONGEST_ANSWER).map((words) => said("questions", page.id, words))),
      ),
    ),
    ...procedure.papers.flatMap((paper) => tooLong(paper.name, LONGEST_QUESTION).map((words) => said("papers", paper.id, words))),
    ...tooLong(procedure.name, LONGEST_QUESTION).map((words) => said("words", null, words)),
  ];
}

function tooLong(text: string, limit: number): string[] {
  const word = text.split(/\s+/).find((part) => part.length > LONGEST_WORD);
  if (word !== undefined) return [`chữ "${word}" liền nhau dài quá, điện thoại nhỏ không hiện hết`];
  return text.length > limit ? [`"${text}" dài ${text.length} chữ; điện thoại nhỏ khó đọc, nên dưới ${limit}`] : [];
}
