import type { Sql } from "../database/database.ts";
import type { DraftKey } from "./drafts.ts";

/** A file that is being sent in pieces. `problem` says why it was refused once it was whole. */
export interface Upload {
  readonly office: string;
  readonly upload: string;
  readonly draft: string;
  readonly paper: string;
  readonly declaredName: string;
  readonly sizeBytes: number;
  readonly problem: string | null;
  readonly finishedAt: Date | null;
}

export async function insertUpload(
  sql: Sql,
  key: DraftKey,
  upload: Pick<Upload, "upload" | "paper" | "declaredName" | "sizeBytes">,
  at: Date,
): Promise<void> {
  await sql`
    insert into uploads (office, upload, draft, paper, declared_name, size_bytes, created_at)
    values (${key.office}, ${upload.upload}, ${key.draft}, ${upload.paper}, ${upload.declaredName}, ${upload.sizeBytes}, ${at})`;
}

export async function readUpload(sql: Sql, upload: string): Promise<Upload | null> {
  const [row] = await sql<Upload[]>`
    select office, upload, draft, paper, declared_name as "declaredName", size_bytes as "sizeBytes", problem, finished_at as "finishedAt"
    from uploads where upload = ${upload}`;
  return row ?? null;
}

export async function finishUpload(sql: Sql, upload: Pick<Upload, "office" | "upload">, problem: string | null, at: Date): Promise<void> {
  await sql`update uploads set finished_at = ${at}, problem = ${problem} where office = ${upload.office} and upload = ${upload.upload}`;
}
