import type { Dossier } from "../../domain/dossier/fold.ts";
import { SLIP_NAMES } from "../../domain/slips/forms.ts";
import { type AccessLine, insertAccess, insertAccesses, listAccesses } from "../../store/records/access-log.ts";
import type { DossierKey } from "../../store/records/dossier-log.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import { SEARCH_REASONS } from "./search-all.ts";
import type { Tracked } from "./track.ts";

/** Somebody looked at a dossier, searched it out, took it along in a list, or printed something of it. */
export interface Look {
  readonly at: Date;
  /** "Công chức tư pháp - hộ tịch in kết quả: Giấy khai sinh". */
  readonly words: string;
}

const SHOWN = 50;

/** Who looked, in words for the person whose dossier it is: by title, not by name. */
export async function looksAt(context: Context, { head, dossier, before }: Tracked): Promise<Look[]> {
  const heads = [head, ...before.map((one) => one.head).reverse()];
  const lines = await Promise.all(heads.map((one) => listAccesses(context.database.sql, one, SHOWN)));
  return lines.flat().map((line) => ({ at: line.at, words: `${line.title ?? "Chính bà con"} ${lookWords(line, dossier)}` }));
}

/** The same for the dossier's own office, with names. */
export async function looksAtDesk(context: Context, key: DossierKey, dossier: Dossier): Promise<Look[]> {
  const lines = await listAccesses(context.database.sql, key, SHOWN);
  return lines.map((line) => {
    const who = line.title === null ? "Chính người nộp" : `${line.name}, ${line.title},`;
    return { at: line.at, words: `${who} ${lookWords(line, dossier)}` };
  });
}

/** Writes down a look that is not the opening of the dossier itself. Staff is null for the person themselves. */
export async function noteLook(context: Context, key: DossierKey, staff: string | null, what: string): Promise<void> {
  const look = { office: key.office, access: context.newId(), staff, dossier: key.dossier, what };
  await insertAccess(context.database.sql, look, context.now());
}

/** A statement holds 65,535 values. */
const LOOKS_AT_ONCE = 5_000;

/** Writes down that somebody saw or took along a list: a look at each of its dossiers of their own office. */
export async function noteList(context: Context, member: StaffMember, dossiers: readonly string[], what: string): Promise<void> {
  const looks = dossiers.map((dossier) => ({ office: member.office, access: context.newId(), staff: member.staff, dossier, what }));
  await context.database.transaction(async (sql) => {
    for (let from = 0; from < looks.length; from += LOOKS_AT_ONCE)
      await insertAccesses(sql, looks.slice(from, from + LOOKS_AT_ONCE), context.now());
  });
}

/**
 * What was done, from the word in the log: "paper:giay-chung-sinh", "pdf:result", "print:slip:receipt", "search:asked" … The log holds no names; the dossier
 * gives them.
 */
function lookWords({ what, title, times }: AccessLine, dossier: Dossier): string {
  const [verb = "", ...rest] = what.split(":");
  const thing = rest.join(":");
  if (verb === "print") return `in ${thingWords(thing, dossier)}${often(times)}`;
  if (verb === "pdf") return `mở bản in ${thingWords(thing, dossier)}${often(times)}`;
  if (verb === "search") return `thấy hồ sơ khi tìm kiếm${searchedWhy(thing)}`;
  if (what === "export") return title === null ? "tải bản sao dữ liệu" : "tải danh sách có hồ sơ này";
  return WORDS[what] ?? `xem ${thingWords(what, dossier)}`;
}

const WORDS: Readonly<Record<string, string>> = {
  statistics: "xem danh sách số liệu có hồ sơ này",
  call: "xem số điện thoại để gọi",
};

function often(times: number): string {
  return times > 1 ? `, ${times} lần` : "";
}

function searchedWhy(reason: string): string {
  if (reason === "register") return " trong sổ";
  const words = Object.hasOwn(SEARCH_REASONS, reason) ? SEARCH_REASONS[reason as keyof typeof SEARCH_REASONS] : "";
  return words === "" ? "" : `, lý do: ${words}`;
}

function thingWords(thing: string, { papers, result, refusal }: Dossier): string {
  const [kind = "", name = ""] = thing.split(":");
  if (kind === "paper" || kind === "page") return named("giấy tờ", papers.find(({ paper }) => paper === name)?.name);
  if (kind === "result") return named("kết quả", result?.name);
  if (kind === "refusal") return named("văn bản trả lời", refusal?.name);
  if (kind === "slip") return named("phiếu", Object.hasOwn(SLIP_NAMES, name) ? SLIP_NAMES[name as keyof typeof SLIP_NAMES] : undefined);
  return THINGS[kind] ?? "hồ sơ";
}

function named(kind: string, name: string | undefined): string {
  return name ? `${kind}: ${name}` : kind;
}

const THINGS: Readonly<Record<string, string>> = {
  declaration: "tờ khai",
  galley: "bản nháp",
  entry: "số trong sổ",
  "register-page": "trang sổ có việc này",
  "dossier-book": "sổ theo dõi hồ sơ có hồ sơ này",
  "control-sheet": "phiếu kiểm soát quá trình giải quyết",
  "intake-slips": "giấy hẹn và phiếu theo dõi",
  question: "phần hồ sơ được hỏi ý kiến",
};
