import type { Condition } from "../forms/condition.ts";
import { conditionInWords } from "../forms/condition-words.ts";
import type { Field } from "../forms/field.ts";
import { fieldsById } from "../forms/fill-text.ts";
import { sectionsOf } from "../forms/journey.ts";
import type { Procedure } from "./procedure.ts";

/** What is different in the second version, in sentences; empty only where both say the same. Version, days and the order of keys do not count. */
export function differences(before: Procedure, after: Procedure): string[] {
  const said = [
    ...textDifferences(before, after),
    ...listDifferences("giấy tờ", keyed(before.papers, paperTitle), keyed(after.papers, paperTitle), namesOf(before, after)),
    ...listDifferences("mức lệ phí", numbered(before.fee.rules), numbered(after.fee.rules), namesOf(before, after)),
    ...listDifferences("thời hạn", numbered(before.deadline.rules), numbered(after.deadline.rules), namesOf(before, after)),
    ...questionDifferences(before, after),
    ...listDifferences("dòng của kết quả", numbered(before.result?.rows ?? []), numbered(after.result?.rows ?? []), namesOf(before, after)),
  ];
  return said.length > 0 || same(plain(before), plain(after)) ? said : ["Có thay đổi ở phần nâng cao."];
}

type Names = ReadonlyMap<string, Field>;

function namesOf(before: Procedure, after: Procedure): Names {
  return new Map([...fieldsById(before), ...fieldsById(after)]);
}

/** Single words and lists of words: label and how to find them. */
const TEXTS: readonly (readonly [label: string, read: (procedure: Procedure) => unknown])[] = [
  ["Tên", (one) => one.name],
  ["Tên đầy đủ", (one) => one.formalName],
  ["Dùng để làm gì", (one) => one.words.purpose],
  ["Cần biết trước", (one) => one.words.before],
  ["Nộp ở đâu", (one) => one.words.whereToFile],
  ["Sau khi gửi", (one) => one.words.afterwards],
  ["Lời bà con hay hỏi", (one) => one.words.search],
  ["Lý do yêu cầu bổ sung", (one) => one.supplementReasons],
  ["Cách nộp", (one) => one.filing],
  ["Ghi chú lệ phí", (one) => one.fee.note],
  ["Lệ phí chưa đối chiếu", (one) => one.fee.unverified ?? false],
  ["Ghi chú thời hạn", (one) => one.deadline.note],
  ["Thêm ngày để xác minh", (one) => one.deadline.verification],
  ["Phần thời gian của các bước", (one) => one.deadline.steps],
  ["Nhận được", (one) => one.resultName],
  ["Tên trên giấy kết quả", (one) => one.result?.title],
  ["Lời cuối giấy kết quả", (one) => one.result?.closing],
  ["Lời cam đoan", (one) => one.declaration?.oath],
];

function textDifferences(before: Procedure, after: Procedure): string[] {
  return TEXTS.flatMap(([label, read]) => {
    const [was, is] = [read(before), read(after)];
    return same(was, is) ? [] : [`${label}: ${change(was, is, namesOf(before, after))}`];
  });
}

function change(was: unknown, is: unknown, names: Names): string {
  if (Array.isArray(was) && Array.isArray(is)) {
    const gone = was.filter((line) => !is.some((other) => same(line, other)));
    const come = is.filter((line) => !was.some((other) => same(line, other)));
    const words = [...gone.map((line) => `bỏ ${show(line, names)}`), ...come.map((line) => `thêm ${show(line, names)}`)];
    return words.length > 0 ? words.join("; ") : "đổi thứ tự";
  }
  return `từ ${show(was, names)} thành ${show(is, names)}`;
}

type Keyed = ReadonlyMap<string, { readonly title: string; readonly value: Readonly<Record<string, unknown>> }>;

function keyed<Item extends { readonly id: string }>(items: readonly Item[], title: (item: Item) => string): Keyed {
  return new Map(items.map((item) => [item.id, { title: title(item), value: { ...item } }]));
}

function paperTitle({ name }: { readonly name: string }): string {
  return name;
}

function numbered(items: readonly object[]): Keyed {
  return new Map(items.map((item, index) => [String(index + 1), { title: String(index + 1), value: { ...item } }]));
}

function listDifferences(kind: string, before: Keyed, after: Keyed, names: Names): string[] {
  const capital = kind.slice(0, 1).toLocaleUpperCase("vi") + kind.slice(1);
  const gone = [...before].filter(([id]) => !after.has(id)).map(([, { title, value }]) => `Bỏ ${kind} ${describe(title, value)}`);
  const come = [...after].filter(([id]) => !before.has(id)).map(([, { title, value }]) => `Thêm ${kind} ${describe(title, value)}`);
  const changed = [...after].flatMap(([id, { title, value }]) => {
    const old = before.get(id);
    if (old === undefined) return [];
    const parts = partDifferences(old.value, value, names);
    return parts.length > 0 ? [`${capital} ${quoted(old.title || title)}: ${parts.join("; ")}`] : [];
  });
  const stay = (one: Keyed, other: Keyed) => [...one.keys()].filter((id) => other.has(id));
  const moved = same(stay(before, after), stay(after, before)) ? [] : [`${capital}: đổi thứ tự`];
  return [...gone, ...come, ...changed, ...moved];
}

function describe(title: string, value: Readonly<Record<string, unknown>>): string {
  const words = value.words ?? value.label;
  return /^\d+$/.test(title) && typeof words === "string" ? `${title} (${words})` : quoted(title);
}

function quoted(title: string): string {
  return /^\d+$/.test(title) ? title : `"${title}"`;
}

function questionDifferences(before: Procedure, after: Procedure): string[] {
  const pages = (procedure: Procedure): Keyed =>
    new Map(
      sectionsOf(procedure).flatMap((section) =>
        section.pages.map((page) => [page.id, { title: page.ask, value: { ...page, section: section.id } }]),
      ),
    );
  const sections = (procedure: Procedure): Keyed =>
    new Map(sectionsOf(procedure).map(({ id, title, card, when }) => [id, { title, value: { title, card, when } }]));
  const names = namesOf(before, after);
  return [
    ...listDifferences("phần", sections(before), sections(after), names),
    ...listDifferences("câu hỏi", pages(before), pages(after), names),
  ];
}

const KEYS: Readonly<Record<string, string>> = {
  name: "tên",
  plain: "giải thích",
  words: "lời",
  kind: "nộp hay cho xem",
  originals: "bản chính",
  copies: "bản sao",
  required: "bắt buộc",
  when: "điều kiện",
  picture: "hình mẫu",
  amountDong: "số tiền",
  onPaperDong: "số tiền khi nộp giấy",
  times: "nhân với",
  rule: "cách tính",
  unverified: "chưa đối chiếu",
  ask: "lời hỏi",
  hint: "lời gợi ý",
  label: "nhãn",
  title: "tên",
  type: "kiểu",
  options: "lựa chọn",
  section: "phần",
  value: "nội dung",
  maxLength: "dài nhất",
};

function partDifferences(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>, names: Names): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => key !== "id");
  return keys.flatMap((key) => {
    const [was, is] = [before[key], after[key]];
    if (same(was, is)) return [];
    if (key === "fields") return fieldDifferences(was, is, names);
    const label = KEYS[key];
    return [label === undefined ? `đổi ở phần nâng cao (${key})` : `${label} ${change(was, is, names)}`];
  });
}

function fieldDifferences(was: unknown, is: unknown, names: Names): string[] {
  const fields = (list: unknown): Keyed => keyed(Array.isArray(list) ? (list as Field[]) : [], ({ label }) => label);
  return listDifferences("ô trả lời", fields(was), fields(is), names);
}

/** A value in words that fit into a sentence. */
function show(value: unknown, names: Names): string {
  if (value === undefined || value === null || value === "") return "(chưa có)";
  if (typeof value === "number") return value.toLocaleString("vi-VN");
  if (typeof value === "boolean") return value ? "có" : "không";
  if (typeof value === "string") return `"${value}"`;
  if (Array.isArray(value)) return value.map((one) => show(one, names)).join(", ");
  if (isCondition(value)) return conditionInWords(value, names);
  const one = value as Readonly<Record<string, unknown>>;
  if (typeof one.label === "string") return `"${one.label}"`;
  return Object.values(one).map(String).join(" ");
}

function isCondition(value: object): value is Condition {
  return ["field", "days", "years", "all", "any", "not"].some((key) => key in value && !("label" in value));
}

function plain({ version: _version, validFrom: _from, validTo: _to, ...rest }: Procedure): unknown {
  return rest;
}

/** Whether two pieces of data say the same; a key that is not there is the same as one without a value, however letters are composed. */
function same(one: unknown, other: unknown): boolean {
  return sorted(one).normalize("NFC") === sorted(other).normalize("NFC");
}

function sorted(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === "object" && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? "undefined"
  );
}
