import { isCollection, isNode, isPair, LineCounter, parseAllDocuments, stringify, type YAMLError } from "yaml";
import { ok, type Result, refuse } from "../../base/result.ts";
import { sayIssue } from "../content-file.ts";
import { type Procedure, procedureSchema } from "./procedure.ts";

/** Three times all procedures that ship. */
export const FILE_LIMIT_CHARACTERS = 1_500_000;
/** Aliases (*name) are allowed, but not so many that a small file becomes a large one. */
const ALIAS_LIMIT = 50;
/** What one procedure may be, written out: five times the longest that ships. */
const PROCEDURE_LIMIT_CHARACTERS = 200_000;
const COMPLAINTS_SHOWN = 20;

/**
 * Reads a file of one procedure or of several (YAML documents behind one another, parted by ---) in the format of content/procedures. Whatever is wrong is
 * said with its line and place, all of it at once, and nothing of the file is taken. Names that lead nowhere are not looked for here: complaints.ts.
 */
export function readProcedureFile(text: string): Result<Procedure[], string[]> {
  if (text.length > FILE_LIMIT_CHARACTERS) return refuse(["Tệp lớn quá. Mỗi tệp nhiều nhất 1,5 triệu chữ."]);
  const lines = new LineCounter();
  const documents = [...parseAllDocuments(text, { lineCounter: lines, prettyErrors: false })].filter(
    (document) => document.contents !== null,
  );
  if (documents.length === 0) return refuse(["Tệp trống. Xin chọn tệp của thủ tục, có phần đuôi .yaml."]);
  const procedures: Procedure[] = [];
  const problems: string[] = [];
  for (const document of documents) {
    const read = readDocument(document, (offset) => lines.linePos(offset).line);
    if (read.ok) procedures.push(read.value);
    else problems.push(...read.reason);
  }
  problems.push(...repeatedCodes(procedures).map((code) => `Thủ tục ${code} có hai lần trong tệp.`));
  return problems.length > 0 ? refuse(problems.slice(0, COMPLAINTS_SHOWN)) : ok(procedures);
}

type Document = ReturnType<typeof parseAllDocuments>[number];

function readDocument(document: Document, lineAt: (offset: number) => number): Result<Procedure, string[]> {
  if (document.errors.length > 0)
    return refuse(document.errors.map((error: YAMLError) => `Dòng ${lineAt(error.pos[0])}: ${sayYaml(error)}`));
  const data = plain(document);
  if (!data.ok) return data;
  const parsed = procedureSchema.safeParse(data.value, { reportInput: true });
  if (!parsed.success)
    return refuse(
      parsed.error.issues.map((issue) => {
        const line = lineAt(offsetOf(document, issue.path));
        return `Dòng ${line}, ở ${issue.path.join(" › ") || "đầu tệp"}: ${sayIssue(issue)}`;
      }),
    );
  if (JSON.stringify(parsed.data).length > PROCEDURE_LIMIT_CHARACTERS) return refuse([`Thủ tục ${parsed.data.code} dài quá.`]);
  return ok(parsed.data);
}

function plain(document: Document): Result<unknown, string[]> {
  try {
    return ok(document.toJS({ maxAliasCount: ALIAS_LIMIT }));
  } catch {
    return refuse(["Tệp dùng ký hiệu nhắc lại (*) quá nhiều hoặc nhắc tới chỗ không có. Xin viết rõ ra từng chỗ."]);
  }
}

/** Where the thing stands that a path leads to; of a thing that is missing, where its nearest surroundings begin. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return keyOffset(document, path.slice(0, length)) ?? node.range[0];
  }
  return 0;
}

/** Of an entry with a name, the line of its name. */
function keyOffset(document: Document, path: readonly PropertyKey[]): number | null {
  const parent = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (path.length === 0 || !isCollection(parent)) return null;
  const pair = parent.items.find((item) => isPair(item) && String(item.key) === String(path.at(-1)));
  return isPair(pair) && isNode(pair.key) && pair.key.range ? pair.key.range[0] : null;
}

function sayYaml(error: YAMLError): string {
  return (
    YAML_WORDS[error.code] ?? "chỗ này viết không đúng dạng YAML. Xin xem lại dấu hai chấm, dấu gạch đầu dòng và khoảng trống đầu dòng."
  );
}

const YAML_WORDS: Partial<Record<YAMLError["code"], string>> = {
  DUPLICATE_KEY: "mục này có hai lần.",
  TAB_AS_INDENT: "đầu dòng có dấu Tab. Xin dùng khoảng trống.",
  BAD_INDENT: "khoảng trống đầu dòng không thẳng với dòng trên.",
  MISSING_CHAR: "thiếu một dấu đóng, ví dụ dấu ngoặc kép, ngoặc nhọn hay ngoặc vuông.",
};

function repeatedCodes(procedures: readonly Procedure[]): string[] {
  const codes = procedures.map(({ code }) => code);
  return [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
}

/** Writes procedures as such a file; read again they are the same. What is as it is by default is left out, as in the files that ship. */
export function writeProcedureFile(procedures: readonly Procedure[]): string {
  return procedures.map((procedure) => stringify(withoutDefaults(procedure), { lineWidth: 0 })).join("---\n");
}

/** A part of it, for a field in which it can be changed. */
export function writePart(data: unknown): string {
  return stringify(data, { lineWidth: 0 });
}

/** Reads such a part: plain data, or what is wrong with it. */
export function readPart(text: string): Result<unknown, string> {
  if (text.length > PROCEDURE_LIMIT_CHARACTERS) return refuse("Đoạn này dài quá.");
  const lines = new LineCounter();
  const [document] = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false });
  if (!document) return ok(null);
  const [error] = document.errors;
  if (error) return refuse(`Dòng ${lines.linePos(error.pos[0]).line}: ${sayYaml(error)}`);
  const data = plain(document);
  return data.ok ? data : refuse(data.reason.join(" "));
}

function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key, part]) => part !== undefined && !isDefault(key, part, value));
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutDefaults(part)]));
}

const DEFAULTS: Readonly<Record<string, unknown>> = { required: true, future: false, kind: "submit", originals: 1, copies: 0 };
/** Lists that are empty where nothing is said. */
const LISTS = ["aliases", "before", "cases", "fill", "checks", "supplementReasons", "legal", "unverified", "rows"];

function isDefault(key: string, part: unknown, owner: object): boolean {
  if (LISTS.includes(key) && Array.isArray(part)) return part.length === 0;
  if (["kind", "originals", "copies"].includes(key) && !("plain" in owner)) return false;
  return DEFAULTS[key] === part;
}
