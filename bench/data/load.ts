import { uuidV7 } from "../../src/base/ids.ts";
import { type Dossier, fold } from "../../src/domain/dossier/fold.ts";
import { factsOf } from "../../src/domain/measures/facts.ts";
import { lineOf } from "../../src/operations/dossiers/append.ts";
import { hashSecret } from "../../src/operations/identity/secrets.ts";
import type { Database } from "../../src/store/database/database.ts";
import { insertOffice } from "../../src/store/records/offices.ts";
import { insertStaff } from "../../src/store/records/staff.ts";
import { copyInto, onOwnConnection, withoutIndexes } from "./copy.ts";
import { type BenchDossier, benchDossiers, type Wanted } from "./lives.ts";
import { BENCH_OFFICES, type BenchOffice } from "./offices.ts";

export const BENCH_SECRET = "thuc-hanh-2026";

/** The name under which the officer of a bench office signs in. */
export function officerOf({ office }: BenchOffice): string {
  return `canbo-${office}`;
}

/** The office of the province, which receives nothing, and its leader. */
export const BENCH_PROVINCE = { office: "tinh-thu", username: "lanhdao-tinh-thu" } as const;

/** The sixty-five offices, each with its point and one officer, each in one of these communes; and the province's. */
export async function loadOffices(database: Database, now: Date, communes: readonly string[] = ["22615"]): Promise<void> {
  const secretHash = await hashSecret(BENCH_SECRET);
  const shared = { province: "56", address: "", phone: "", practice: true };
  const { office, username } = BENCH_PROVINCE;
  const above = { office, name: "UBND tỉnh Thử", kind: "province", commune: "56", identifier: "000.00.00.H32", ...shared } as const;
  await insertOffice(database.sql, above, now);
  const leader = { office, staff: uuidV7(), username, name: "Cao Văn Lãnh Thử", title: "Lãnh đạo", role: "leader", secretHash } as const;
  await insertStaff(database.sql, leader, now);
  for (const [index, bench] of BENCH_OFFICES.entries()) {
    const { office, name, kind, identifier, point } = bench;
    const place = { ...shared, commune: communes[index % communes.length] ?? "" };
    await insertOffice(database.sql, { office, name, kind, identifier, ...place }, now);
    if (point !== null)
      await database.sql`insert into points (office, point, name, place, opened_on) values (${office}, ${point}, 'Điểm hỗ trợ thử', 'thôn Thử', '2023-11-21')`;
    const officer = {
      office,
      staff: uuidV7(),
      username: officerOf(bench),
      name: "Bo Bo Văn Thử",
      title: "Công chức",
      role: "officer",
    } as const;
    await insertStaff(database.sql, { ...officer, secretHash }, now);
  }
}

/** What is loaded of each dossier, and how a dossier becomes its rows: the views by the very functions that keep them in life. */
const TABLES = {
  dossiers: {
    columns: "office, dossier, tracking_code, sequence, created_at",
    rows: ({ office, dossier, trackingCode, log }: BenchDossier) => [[office, dossier, trackingCode, log.length, log[0]?.at ?? ""]],
  },
  // chained afterwards, all at once
  bench_events: {
    columns: "office, dossier, sequence, at, actor, key, type, data",
    rows: ({ office, dossier, log }: BenchDossier) =>
      log.map(({ sequence, at, actor, key, event: { type, ...data } }) => [office, dossier, sequence, at, actor, key, type, data]),
  },
  dossier_list: {
    columns: `office, dossier, status, proposed, procedure, procedure_name, applicant, search_ascii, tracking_code, dossier_code, channel, point,
      lodged_at, due_day, due_time`,
    rows: (told: BenchDossier, folded: Dossier) => {
      const line = lineOf(told, folded);
      const { office, dossier, status, proposed, procedure, procedureName, applicant, searchAscii } = line;
      const { trackingCode, dossierCode, channel, point, lodgedAt, dueDay, dueTime } = line;
      const names = [office, dossier, status, proposed, procedure, procedureName, applicant, searchAscii];
      return [[...names, trackingCode, dossierCode, channel, point, lodgedAt, dueDay, dueTime]];
    },
  },
  dossier_facts: {
    columns: `office, dossier, procedure, channel, point, degree, received_on, outcome, settled_on, took, timeliness, due_on, asleep, supplemented`,
    rows: ({ office, dossier }: BenchDossier, folded: Dossier) => {
      const facts = factsOf(folded);
      const { procedure, channel, point, degree, receivedOn, outcome, settledOn, tookDays, timeliness, dueOn, asleep, supplemented } =
        facts;
      const first = [office, dossier, procedure, channel, point ?? "", degree, receivedOn, outcome, settledOn];
      return [[...first, tookDays, timeliness, dueOn, asleep, supplemented]];
    },
  },
  result_list: {
    columns: "office, result_code, dossier, name, register, year, number, sha256, issued_on",
    rows: ({ office, dossier }: BenchDossier, { result }: Dossier) => {
      if (result === null) return [];
      const { code, name, register, year, number, sha256, issuedOn } = result;
      return [[office, code, dossier, name, register, year, number, sha256, issuedOn]];
    },
  },
} as const;

/**
 * Writes the dossiers over a pool of at least eight connections, with logs (chained as in life) and lists. `sumTallies` counts tallies afterwards; registers and counters are not written. `progress`
 * hears how many dossiers are in.
 */
export async function loadDossiers(database: Database, wanted: Wanted, progress: (done: number) => void = () => {}): Promise<void> {
  const names = Object.keys(TABLES) as (keyof typeof TABLES)[];
  await database.sql`create unlogged table bench_events as
    select office, dossier, sequence, at, actor, key, type, data from dossier_events where false`;
  await withoutIndexes(database, [...names, "dossier_events"], async () => {
    const copies = await Promise.all(
      names.map(async (name) => ({ ...TABLES[name], copying: await copyInto(database, name, TABLES[name].columns) })),
    );
    let done = 0;
    for (const dossier of benchDossiers(wanted)) {
      const folded = fold(dossier.log);
      for (const { rows, copying } of copies) for (const row of rows(dossier, folded)) copying.row(row);
      done += 1;
      if (done % 1_000 > 0) continue;
      await Promise.all(copies.map(({ copying }) => copying.keepUp()));
      progress(done);
    }
    await Promise.all(copies.map(({ copying }) => copying.end()));
    await chainEvents(database);
  });
  // nobody was asked anything, and nobody's name stands on a dossier
  await onOwnConnection(
    database,
    async (connection) =>
      void (await connection`insert into dossier_work (office, dossier, asked, answered) select office, dossier, 0, 0 from dossier_list`),
  );
  // as autovacuum does in the night after: index-only scans need it
  await onOwnConnection(database, async (connection) => {
    for (const name of VACUUMED) await connection.unsafe(`vacuum (analyze) ${name}`);
  });
}

const VACUUMED = ["dossiers", "dossier_events", "dossier_list", "dossier_facts", "result_list", "dossier_work"];

/** The first events of all dossiers, then the second ones upon their hashes, and so on: what the trigger does event by event. */
async function chainEvents(database: Database): Promise<void> {
  await database.transaction(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`set local statement_timeout = 0`;
    // the planner knows nothing of a table that fills up while it plans
    await sql`set local enable_nestloop = off`;
    await sql`set local work_mem = '128MB'`;
    await sql`analyze bench_events`;
    const [last] = await sql<{ sequence: number | null }[]>`select max(sequence) as sequence from bench_events`;
    for (let sequence = 1; sequence <= (last?.sequence ?? 0); sequence += 1)
      await sql`
        insert into dossier_events
        select next.*, before.sha256, event_hash(before.sha256, row(next.*, null, null)::dossier_events)
        from bench_events next left join dossier_events before
          on before.office = next.office and before.dossier = next.dossier and before.sequence = next.sequence - 1
        where next.sequence = ${sequence}`;
    await sql`drop table bench_events`;
  });
}
