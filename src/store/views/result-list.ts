import type { Sql } from "../database/database.ts";

/** An issued result as the public check knows it: no name of a person stands here. */
export interface ResultLine {
  readonly office: string;
  readonly resultCode: string;
  readonly dossier: string;
  readonly name: string;
  readonly register: string;
  readonly year: number;
  readonly number: number;
  readonly sha256: string;
  readonly issuedOn: string;
  readonly revokedOn: string | null;
}

export async function putResultLine(sql: Sql, line: ResultLine): Promise<void> {
  await sql`
    insert into result_list (office, result_code, dossier, name, register, year, number, sha256, issued_on, revoked_on)
    values (${line.office}, ${line.resultCode}, ${line.dossier}, ${line.name}, ${line.register}, ${line.year}, ${line.number}, ${line.sha256}, ${line.issuedOn}, ${line.revokedOn})
    on conflict (office, result_code) do update set revoked_on = excluded.revoked_on`;
}

export async function findResult(sql: Sql, resultCode: string): Promise<ResultLine | null> {
  const [line] = await sql<ResultLine[]>`
    select office, result_code as "resultCode", dossier, name, register, year, number, sha256, issued_on as "issuedOn", revoked_on as "revokedOn"
    from result_list where result_code = ${resultCode}`;
  return line ?? null;
}
