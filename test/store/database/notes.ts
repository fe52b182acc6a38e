import { type Database, openDatabase } from "../../../src/store/database/database.ts";
import type { ConnectionOptions } from "../../../src/store/database/embedded.ts";

/** Opens a pool for the work and closes it again. */
export async function withDatabase<Value>(
  { connection }: { readonly connection: ConnectionOptions },
  work: (database: Database) => Promise<Value>,
): Promise<Value> {
  const database = await openDatabase({ connection, connections: 2 });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Saves a note in the simplest table there is, and answers all notes in their order. */
export function saveNote(server: { readonly connection: ConnectionOptions }, note: string): Promise<string[]> {
  return withDatabase(server, async ({ sql }) => {
    await sql`create table if not exists notes (place int generated always as identity primary key, note text not null)`;
    await sql`insert into notes (note) values (${note})`;
    return notesOf(sql);
  });
}

/** All notes in their order. */
export function readNotes(server: { readonly connection: ConnectionOptions }): Promise<string[]> {
  return withDatabase(server, ({ sql }) => notesOf(sql));
}

async function notesOf(sql: Database["sql"]): Promise<string[]> {
  const rows = await sql<{ note: string }[]>`select note from notes order by place`;
  return rows.map(({ note }) => note);
}
