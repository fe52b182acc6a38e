import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rename } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { openDatabase } from "../../src/store/database/database.ts";
import { startEmbedded } from "../../src/store/database/embedded.ts";
import { migrate } from "../../src/store/database/migrate.ts";

// The bare limit of this machine: a handler that reads the same body, writes and syncs the same files and inserts the same rows, and does nothing
// else: no rules, no parsing of answers, no checks, no explanation of a date.
const [dataFolder = ""] = process.argv.slice(2);
const server = await startEmbedded({ dataFolder, progress: () => {} });
const database = await openDatabase({ connection: server.connection });
await migrate(database);
await database.sql`insert into offices (office, name, kind, province, commune, identifier, address, phone, practice, created_at)
  values ('bench', 'bench', 'commune', '56', '22615', '000.15.22.H32', '', '', true, now())`;
const folder = join(dataFolder, "files");
for (let index = 0; index < 256; index += 1) await mkdir(join(folder, index.toString(16).padStart(2, "0")), { recursive: true });

const http = createServer((incoming, reply) => {
  handle(incoming).then(
    (id) => reply.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify({ id })),
    (error) => reply.writeHead(500).end(String(error)),
  );
});
http.listen(0, () => process.send?.({ port: (http.address() as { port: number }).port }));
process.on("message", async () => {
  http.close();
  http.closeAllConnections();
  await database.close();
  await server.stop();
  process.exit(0);
});

async function handle(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const [dossier = Buffer.alloc(0), ...files] = split(Buffer.concat(parts), incoming.headers["content-type"] ?? "");
  await Promise.all(files.map(keep));
  const [id, code, text] = [randomUUID(), randomUUID(), dossier.toString()];
  const { sql } = database;
  await database.transaction(async (inside) => {
    await Promise.all([
      inside`insert into dossiers (office, dossier, tracking_code, sequence, created_at) values ('bench', ${id}, ${code}, 1, now())`,
      inside`insert into dossier_events (office, dossier, sequence, at, actor, key, type, data)
        values ('bench', ${id}, 1, now(), '{}', ${code}, 'lodged', ${sql.json(JSON.parse(text))})`,
      inside`insert into dossier_list (office, dossier, status, proposed, procedure, procedure_name, applicant, search_ascii, tracking_code, channel, lodged_at, due_day, due_time)
        values ('bench', ${id}, 'lodged', false, '1.001193', 'Đăng ký khai sinh', 'Bo Bo Văn Thử', 'bo bo van thu 056085004321 dang ky khai sinh', ${code}, 'online', now(), '2026-11-25', '17:00')`,
    ]);
  });
  return id;
}

async function keep(bytes: Buffer): Promise<void> {
  const name = createHash("sha256").update(bytes).digest("hex");
  const bucket = join(folder, name.slice(0, 2));
  const half = join(folder, `half-${randomUUID()}`);
  const file = await open(half, "wx", 0o600);
  await file.writeFile(bytes);
  await file.datasync();
  await file.close();
  await rename(half, join(bucket, name));
  const handle = await open(bucket, "r");
  await handle.sync();
  await handle.close();
}

function split(body: Buffer, contentType: string): Buffer[] {
  const boundary = Buffer.from(`--${contentType.split("boundary=")[1] ?? ""}`);
  const found: Buffer[] = [];
  for (let from = body.indexOf(boundary); ; ) {
    const start = body.indexOf("\r\n\r\n", from);
    const next = start < 0 ? -1 : body.indexOf(boundary, start);
    if (next < 0) return found;
    found.push(body.subarray(start + 4, next - 2));
    from = next;
  }
}
