import type { Sql } from "../database/database.ts";
import type { DeliveryKey } from "./deliveries.ts";

/** A file that goes along with a letter. */
export interface DeliveryFile {
  readonly name: string;
  /** The media type: application/pdf */
  readonly type: string;
  readonly bytes: Uint8Array;
}

export async function insertDeliveryFile(sql: Sql, key: DeliveryKey, file: DeliveryFile): Promise<void> {
  await sql`
    insert into delivery_files (office, delivery, name, type, bytes)
    values (${key.office}, ${key.delivery}, ${file.name}, ${file.type}, ${Buffer.from(file.bytes)})`;
}

export async function listDeliveryFiles(sql: Sql, key: DeliveryKey): Promise<DeliveryFile[]> {
  return sql<DeliveryFile[]>`
    select name, type, bytes from delivery_files where office = ${key.office} and delivery = ${key.delivery} order by name`;
}
