import { formatDay } from "../../domain/people/dates.ts";
import { markedRows } from "../../domain/registers/entry.ts";
import { numberWords } from "../../domain/registers/numbering.ts";
import { readOffice } from "../../store/records/offices.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { RegisterLine } from "../../store/views/register-list.ts";
import type { Context } from "../context.ts";
import { openAtDesk } from "../dossiers/desk.ts";
import { provinceWords } from "../dossiers/office-words.ts";
import { momentWords } from "../dossiers/slips.ts";
import { correctionNotes } from "./books.ts";
import { writtenRows } from "./read-entry.ts";
import type { Shelf } from "./register-desk.ts";

/** A page of a register for the shelf: each entry as it was written, what was struck through, and the marks beside it. Each entry counts as looked at. */
export async function drawRegisterPage(
  context: Context,
  member: StaffMember,
  shelf: Shelf,
  lines: readonly RegisterLine[],
): Promise<Uint8Array> {
  const office = await readOffice(context.database.sql, member.office);
  const now = context.now();
  const entries = [];
  for (const line of lines) entries.push(await entryOf(context, member, line));
  return context.documents.render({
    template: "register-page",
    at: now,
    data: {
      title: shelf.register,
      practice: office?.practice ?? false,
      office: office?.name ?? "",
      above: office ? provinceWords(context, office) : "",
      year: String(shelf.year),
      range: lines.length === 0 ? "" : `Từ số ${lines[0]?.number} đến số ${lines.at(-1)?.number}`,
      entries,
      footer: `In lúc ${momentWords(now.toISOString())}, người in: ${member.name}. Lập theo sổ điện tử.`,
    },
  });
}

async function entryOf(context: Context, member: StaffMember, line: RegisterLine) {
  const opened = await openAtDesk(context, member, line.dossier, "pdf:register-page");
  if (!opened.ok) throw new Error("an entry without its dossier");
  const { dossier } = opened.value;
  const own = dossier.result?.code === line.resultCode;
  const rows = own ? markedRows(writtenRows(context, dossier), dossier.corrections) : [{ label: "Việc", value: line.name, was: [] }];
  return {
    number: String(line.number),
    day: formatDay(line.enteredOn),
    subject: line.subject,
    rows: rows.filter(({ value, was }) => value !== "" || was.length > 0),
    notes: own ? markWords(dossier) : [],
  };
}

/** What stands beside an entry, in the order in which it is read: corrections, revocation, copies given. */
export function markWords(dossier: {
  readonly corrections: Parameters<typeof correctionNotes>[0];
  readonly revokedOn: string | null;
  readonly copies: readonly { readonly number: number; readonly year: number; readonly day: string; readonly papers: readonly unknown[] }[];
}): string[] {
  return [
    ...correctionNotes(dossier.corrections),
    ...(dossier.revokedOn ? [`Đã thu hồi ngày ${formatDay(dossier.revokedOn)}.`] : []),
    ...dossier.copies.map((copies) => `Cấp ${copies.papers.length} bản sao, số ${numberWords(copies)} ngày ${formatDay(copies.day)}.`),
  ];
}
