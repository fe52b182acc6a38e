import { readFileSync } from "node:fs";
import { uuidV7 } from "../base/ids.ts";
import { makeCatalogue } from "../domain/catalogue/catalogue.ts";
import { verifyLog } from "../operations/audit/verify-log.ts";
import { createPartnerToken, SCOPES } from "../operations/identity/partner.ts";
import { importUnits } from "../operations/units/import-units.ts";
import { rebuildViews } from "../operations/views/rebuild-views.ts";
import { verifyViews } from "../operations/views/verify-views.ts";
import { type Database, openDatabase } from "../store/database/database.ts";
import { startEmbedded } from "../store/database/embedded.ts";
import { migrate } from "../store/database/migrate.ts";
import { readConfig } from "./config.ts";
import { readContent } from "./content.ts";
import { progressBar } from "./progress-bar.ts";
import { NO_SIGNING } from "./signing-settings.ts";

const USAGE = `Cách dùng:
  npm run -s cli -- token create --name TÊN --scope dossiers:write    tạo mã truy cập cho đối tác, in ra một lần
  npm run -s cli -- views rebuild                                     làm lại các danh sách và số liệu từ nhật ký hồ sơ; bị ngắt thì
                                                                      chạy lại sẽ làm tiếp, thêm --afresh để làm lại từ đầu
  npm run -s cli -- views verify                                      xem số liệu thống kê có đúng với hồ sơ và lượt đến
  npm run -s cli -- audit verify                                      xem nhật ký và niêm phong từng ngày có còn nguyên
  npm run -s cli -- units import --old TỆP --new TỆP --map TỆP         nạp danh mục đơn vị hành chính cả nước (JSON), trước và sau 01/7/2025`;

const [subject, verb, ...rest] = process.argv.slice(2);
try {
  if (subject === "token" && verb === "create") await createToken(option(rest, "--name"), options(rest, "--scope"));
  else if (subject === "views" && verb === "rebuild") await rebuild(rest.includes("--afresh"));
  else if (subject === "views" && verb === "verify") await verifyFigures();
  else if (subject === "audit" && verb === "verify") await verify();
  else if (subject === "units" && verb === "import") await importUnitLists(rest);
  else fail(USAGE);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

async function createToken(name: string | undefined, scopes: string[]): Promise<void> {
  const unknown = scopes.filter((scope) => !(SCOPES as readonly string[]).includes(scope));
  if (!name || scopes.length === 0 || unknown.length > 0) return fail(`${USAGE}\nQuyền có thể cho: ${SCOPES.join(", ")}`);
  await withDatabase(async (database) => {
    console.log(await createPartnerToken({ database, now: () => new Date(), newId: () => uuidV7() }, name, scopes));
  });
}

async function rebuild(afresh: boolean): Promise<void> {
  await withDatabase(async (database) => {
    const catalogue = makeCatalogue(readContent(readConfig().contentFolder).procedures);
    const progress = progressBar(
      (text) => process.stderr.write(text),
      () => performance.now(),
    );
    const done = await rebuildViews({ database, catalogue }, { progress, afresh });
    console.log(`\nĐã làm lại danh sách và số liệu của ${done} hồ sơ.`);
  });
}

async function verifyFigures(): Promise<void> {
  await withDatabase(async (database) => {
    const wrong = await verifyViews({ database });
    if (wrong.length === 0) return console.log("Số liệu đúng với hồ sơ và lượt đến.");
    for (const { office, kind, month, told, counted } of wrong.slice(0, 20))
      console.error(`${office}, tháng ${month}, ${kind}: số liệu ghi ${told}, đếm lại được ${counted}`);
    console.error(`${wrong.length} số KHÔNG ĐÚNG. Xin chạy: npm run -s cli -- views rebuild`);
    process.exitCode = 1;
  });
}

async function verify(): Promise<void> {
  await withDatabase(async (database) => {
    const { stampTrust } = readConfig().signing ?? NO_SIGNING;
    const verified = await verifyLog({ database }, stampTrust);
    if (verified.ok)
      return console.log(
        `Nguyên vẹn: ${verified.value.events} sự việc, ${verified.value.days} ngày đã niêm phong, ${verified.value.stamps} ngày có dấu thời gian.`,
      );
    console.error(`KHÔNG NGUYÊN VẸN. ${verified.reason.sentence}`);
    process.exitCode = 1;
  });
}

async function importUnitLists(words: string[]): Promise<void> {
  const paths = { former: option(words, "--old"), today: option(words, "--new"), map: option(words, "--map") };
  const read = (path: string | undefined): unknown => JSON.parse(readFileSync(path ?? fail(USAGE), "utf8"));
  const files = { former: read(paths.former), today: read(paths.today), map: read(paths.map) };
  const { units, formerUnits } = readContent(readConfig().contentFolder);
  await withDatabase(async (database) => {
    const imported = await importUnits({ database, now: () => new Date() }, { today: units, former: formerUnits }, files);
    if (!imported.ok) {
      console.error(`${imported.reason}. Chưa nạp gì.`);
      process.exitCode = 1;
      return;
    }
    const { today, former, split, remarks } = imported.value;
    for (const remark of remarks) console.error(remark);
    console.log(
      `Đã nạp ${today} xã từ 01/7/2025, ${former} xã trước đó; ${split} xã cũ bị chia cho nhiều xã; ${remarks.length} điều cần xem lại.`,
    );
  });
}

/** Works beside a running program (it takes its database over) and without one (it starts it and stops it again). */
async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const config = readConfig();
  const server = config.databaseUrl ? null : await startEmbedded({ dataFolder: config.dataFolder });
  const database = await openDatabase({ connection: server ? server.connection : { url: config.databaseUrl ?? "" }, connections: 2 });
  await migrate(database);
  await work(database);
  await database.close();
  if (server && !server.adopted) await server.stop();
  process.exit();
}

function option(words: readonly string[], name: string): string | undefined {
  const place = words.indexOf(name);
  return place < 0 ? undefined : words[place + 1];
}

function options(words: readonly string[], name: string): string[] {
  return words.flatMap((word, place) => (word === name && words[place + 1] ? [words[place + 1] ?? ""] : []));
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
