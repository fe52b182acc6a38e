import { isUuid } from "../../../base/ids.ts";
import type { Channel } from "../../../domain/dossier/events.ts";
import { INBOX_TABS, type InboxTab } from "../../../operations/dossiers/desk.ts";
import { savedFilters } from "../../../operations/dossiers/saved-filters.ts";
import { DUE_RANGES, type ListChoice } from "../../../operations/dossiers/work-list.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import type { Request } from "../../http/request.ts";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";

/** A list that somebody looks at: what it is narrowed by, and the saved filter that it came from. */
export interface ChosenList {
  readonly choice: ListChoice;
  readonly saved: string;
}

/** Reads a list from the fields of a form or an address; `first` is the tab where they say none. A saved filter brings its own choice, words too. */
export async function readList(
  request: Request,
  member: StaffMember,
  asked: Readonly<Record<string, string>>,
  first: InboxTab,
): Promise<ChosenList> {
  const saved = asked.loc ? (await savedFilters(request.var.services, member)).find(({ filter }) => filter === asked.loc) : undefined;
  if (saved) return { choice: saved.choice, saved: saved.filter };
  const { muc = "", cua = "", kenh = "", han = "", tim = "" } = asked;
  return {
    saved: "",
    choice: {
      tab: muc in INBOX_TABS ? (muc as InboxTab) : first,
      owner: OWNERS[cua] ?? (isUuid(cua) ? cua : ""),
      procedure: asked["thu-tuc"] ?? "",
      channel: ["online", "direct", "post"].includes(kenh) ? (kenh as Channel) : "",
      point: asked.diem ?? "",
      due: han in DUE_RANGES ? (han as keyof typeof DUE_RANGES) : "",
      asked: asked.cho === "1",
      words: tim,
    },
  };
}

const OWNERS: Readonly<Record<string, string>> = { toi: "me", "chua-ai": "nobody" };

/** The fields of a list, words with them. */
export function listFields({ choice, saved }: ChosenList): Record<string, string> {
  if (saved !== "") return { loc: saved };
  const owner = Object.entries(OWNERS).find(([, meaning]) => meaning === choice.owner)?.[0] ?? choice.owner;
  const fields = {
    muc: choice.tab,
    cua: owner,
    "thu-tuc": choice.procedure,
    kenh: choice.channel,
    diem: choice.point,
    han: choice.due,
    cho: choice.asked ? "1" : "",
    tim: choice.words,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
}

/** The list as an address carries it: without words, for they may be a name. */
export function listQuery(list: ChosenList, more: Readonly<Record<string, string>> = {}): string {
  const { tim: _words, ...fields } = listFields(list);
  return new URLSearchParams({ ...fields, ...more }).toString();
}

/** The list that a page was reached from; null when it was from none. */
export async function listCameFrom(
  request: Request,
  member: StaffMember,
  asked: Readonly<Record<string, string>>,
): Promise<ChosenList | null> {
  return asked.muc || asked.loc ? readList(request, member, asked, "cho-tiep-nhan") : null;
}

/** Back to a list. */
export function listAddress(member: StaffMember, query: string): string {
  return `${member.role === "helper" ? paths.helperResults : homeOf(member)}?${query}`;
}
