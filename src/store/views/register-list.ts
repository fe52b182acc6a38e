import type { Sql } from "../database/database.ts";

/** An entry as a line of its register, with the marks beside it. Days are YYYY-MM-DD. */
export interface RegisterLine {
  readonly office: string;
  readonly register: string;
  readonly year: number;
  readonly number: number;
  readonly dossier: string;
  readonly resultCode: string;
  /** What kind of paper was issued for it. */
  readonly name: string;
  readonly subject: string;
  /** Folded (no accents, small letters). */
  readonly subjectAscii: string;
  readonly enteredOn: string;
  readonly correctedOn: string | null;
  readonly revokedOn: string | null;
  readonly copies: number;
  /** What waits there for the leader's signature. */
  readonly asked: "correction" | "copies" | null;
}

export async function putRegisterLine(sql: Sql, line: RegisterLine): Promise<void> {
  await sql`
    insert into register_list (office, register, year, number, dossier, result_code, name, subject, subject_ascii, entered_on, corrected_on, revoked_on, copies, asked)
    values (${line.office}, ${line.register}, ${line.year}, ${line.number}, ${line.dossier}, ${line.resultCode}, ${line.name}, ${line.subject},
      ${line.subjectAscii}, ${line.enteredOn}, ${line.correctedOn}, ${line.revokedOn}, ${line.copies}, ${line.asked})
    on conflict (office, register, year, number) do update set
      corrected_on = excluded.corrected_on, revoked_on = excluded.revoked_on, copies = excluded.copies, asked = excluded.asked`;
}

/** Which registers an office has, by year, with how many entries; the newest year first. */
export async function listRegisters(sql: Sql, office: string): Promise<{ register: string; year: number; count: number }[]> {
  return sql<{ register: string; year: number; count: number }[]>`
    select register, year, count(*) from register_list where office = ${office} group by register, year order by year desc, register`;
}

/** What is looked for in a register: all of its entries, those with this number, on this day, or about somebody (folded words). */
export interface RegisterFilter {
  readonly number?: number | undefined;
  readonly day?: string | undefined;
  readonly words?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** The entries of a register's year in the order of their numbers. */
export async function listEntries(
  sql: Sql,
  book: { office: string; register: string; year: number },
  filter: RegisterFilter,
): Promise<RegisterLine[]> {
  return sql<RegisterLine[]>`
    select ${columns(sql)} from register_list
    where office = ${book.office} and register = ${book.register} and year = ${book.year}
      ${filter.number === undefined ? sql`` : sql`and number = ${filter.number}`}
      ${filter.day === undefined ? sql`` : sql`and entered_on = ${filter.day}`}
      ${filter.words ? sql`and subject_ascii like ${`%${filter.words.replace(/[\\%_]/g, "\\$&")}%`}` : sql``}
    order by number limit ${filter.limit} offset ${filter.offset}`;
}

/** Entries at which something waits for the leader's signature. */
export async function listAsked(sql: Sql, office: string, limit: number): Promise<RegisterLine[]> {
  return sql<RegisterLine[]>`
    select ${columns(sql)} from register_list where office = ${office} and asked is not null order by register, year, number limit ${limit}`;
}

/** Entries of those registers about somebody (folded words) or with this number, the newest first: candidates for a dossier that asks about one. */
export async function findEntries(
  sql: Sql,
  office: string,
  asked: { words: string; number: number | null },
  limit: number,
): Promise<RegisterLine[]> {
  return sql<RegisterLine[]>`
    select ${columns(sql)} from register_list
    where office = ${office} and subject_ascii like ${`%${asked.words.replace(/[\\%_]/g, "\\$&")}%`}
    order by (number = ${asked.number}::int) desc nulls last, year desc, number desc limit ${limit}`;
}

export async function putPaperCode(sql: Sql, office: string, code: string, dossier: string): Promise<void> {
  await sql`insert into paper_codes (office, code, dossier) values (${office}, ${code}, ${dossier}) on conflict do nothing`;
}

/** The dossier that a paper's code belongs to. */
export async function findPaperCode(sql: Sql, code: string): Promise<{ office: string; dossier: string } | null> {
  const [row] = await sql<{ office: string; dossier: string }[]>`select office, dossier from paper_codes where code = ${code}`;
  return row ?? null;
}

function columns(sql: Sql) {
  return sql`office, register, year, number, dossier, result_code as "resultCode", name, subject, subject_ascii as "subjectAscii", entered_on as "enteredOn",
    corrected_on as "correctedOn", revoked_on as "revokedOn", copies, asked`;
}
