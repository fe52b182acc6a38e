import { ok, type Result, refuse } from "../../base/result.ts";
import { parseTypedDate } from "../../domain/people/dates.ts";
import { fold as foldText } from "../../domain/people/names.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import { listAsked, listEntries, listRegisters, type RegisterFilter, type RegisterLine } from "../../store/views/register-list.ts";
import type { Context } from "../context.ts";
import { noteList } from "../dossiers/looks.ts";
import { type Problem, problem } from "../problems.ts";

/** A register of the office in one year. `slug` is how it is called in addresses. */
export interface Shelf {
  readonly register: string;
  readonly slug: string;
  readonly year: number;
  readonly count: number;
}

export interface RegisterDesk {
  readonly shelves: readonly Shelf[];
  /** Entries at which something waits for the leader's signature. */
  readonly asked: readonly RegisterLine[];
}

const MOST_ASKED = 200;
/** Entries of one page, on the screen and on paper. */
export const PAGE_ENTRIES = 20;

/** The registers of the member's office, by year, and what waits for a signature in them. */
export async function readRegisterDesk(context: Context, member: StaffMember): Promise<RegisterDesk> {
  const { sql } = context.database;
  const [registers, asked] = await Promise.all([listRegisters(sql, member.office), listAsked(sql, member.office, MOST_ASKED)]);
  return { shelves: registers.map((one) => ({ ...one, slug: slugOf(one.register) })), asked };
}

/** "Sổ đăng ký khai sinh" is so-dang-ky-khai-sinh in addresses. */
export function slugOf(register: string): string {
  return foldText(register).replaceAll(" ", "-");
}

/** The shelf that an address means. */
export async function findShelf(context: Context, member: StaffMember, slug: string, year: string): Promise<Result<Shelf, Problem>> {
  const { shelves } = await readRegisterDesk(context, member);
  const shelf = shelves.find((one) => one.slug === slug && String(one.year) === year);
  return shelf ? ok(shelf) : refuse(problem("entry-not-found"));
}

/** A page of a register, or what was looked for in it: a number, a day, or a name with or without accents; what a search shows is written down. `page` counts from 0. */
export async function browse(context: Context, member: StaffMember, shelf: Shelf, typed: string, page: number): Promise<RegisterLine[]> {
  const place = { office: member.office, register: shelf.register, year: shelf.year };
  const lines = await listEntries(context.database.sql, place, { ...filterOf(typed), limit: PAGE_ENTRIES, offset: page * PAGE_ENTRIES });
  if (typed.trim() !== "") {
    const dossiers = lines.map(({ dossier }) => dossier);
    await noteList(context, member, dossiers, "search:register");
  }
  return lines;
}

function filterOf(typed: string): Pick<RegisterFilter, "number" | "day" | "words"> {
  const text = typed.trim();
  if (/^\d{1,7}(\/\d{4})?$/.test(text)) return { number: Number(text.split("/")[0]) };
  const day = parseTypedDate(text);
  return day.ok ? { day: day.value } : { words: foldText(text) };
}
