import { uuidV7 } from "../../src/base/ids.ts";
import type { ProcedureIdentity } from "../../src/domain/catalogue/procedure.ts";
import { keysOfSubject } from "../../src/domain/duplicates/keys.ts";
import { subjectOf } from "../../src/domain/duplicates/subject.ts";
import type { Answers } from "../../src/domain/forms/answers.ts";
import { hashSecret } from "../../src/operations/identity/secrets.ts";
import type { Database } from "../../src/store/database/database.ts";
import { insertOffice } from "../../src/store/records/offices.ts";
import { insertStaff } from "../../src/store/records/staff.ts";
import { createChance, dropChance } from "./chance.ts";
import { atRest, copyInto, inTurns, withoutIndexes } from "./copy.ts";
import { ANSWERS, writeLogs } from "./events.ts";
import { makeLives, type Wanted } from "./lives.ts";
import { BENCH_OFFICES, officerOf } from "./offices.ts";
import { WRITTEN } from "./views.ts";

export const BENCH_SECRET = "thuc-hanh-2026";

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

export interface Loading extends Wanted {
  /** Whole logs take most of the time; without them only what is not over yet can be worked on. */
  readonly logs: "all" | "open";
  /** By what dossiers of births are compared; without it nobody looks for duplicates. */
  readonly births?: ProcedureIdentity | undefined;
}

/** Writes the dossiers with their lists, facts and registers, and their logs; `tallyAll` counts tallies afterwards. `progress` hears what is done. */
export async function loadDossiers(database: Database, wanted: Loading, progress: (what: string) => void = () => {}): Promise<void> {
  const { births, logs } = wanted;
  await atRest(database, async (sql) => {
    await createChance(sql, wanted.seed);
    await makeLives(sql, wanted);
  });
  progress("lives");
  await withoutIndexes(database, [...Object.keys(WRITTEN), "dossier_events", "dossier_subjects", "duplicate_keys"], async () => {
    await inTurns(Object.entries(WRITTEN), ([name, statement]) =>
      atRest(database, async (sql) => {
        await sql.unsafe(statement);
        progress(name);
      }),
    );
    await inTurns(BENCH_OFFICES, ({ office }) => atRest(database, (sql) => writeLogs(sql, office, logs)));
    progress("logs");
    if (births) await writeSubjects(database, births);
    progress("subjects");
  });
  progress("indexes");
  // as autovacuum does in the night after: index-only scans need it
  await inTurns([...Object.keys(WRITTEN), "dossier_events", "dossier_subjects", "duplicate_keys"], (name) =>
    atRest(database, async (sql) => void (await sql.unsafe(`vacuum (analyze) ${name}`))),
  );
  await atRest(database, dropChance);
  progress("vacuum");
}

interface Birth {
  readonly dossier: string;
  readonly day: string;
  readonly answers: Answers;
}

/** What births are about, by the program's own functions. */
export async function writeSubjects(database: Database, identity: ProcedureIdentity): Promise<void> {
  const subjects = await copyInto(database, "dossier_subjects", "office, dossier, kind, subject");
  const keys = await copyInto(database, "duplicate_keys", "office, kind, key, dossier");
  for (const { office } of BENCH_OFFICES) {
    await atRest(database, async (sql) => {
      const births = await sql.unsafe<Birth[]>(
        `select dossier, bench.day(lodged_at) as day, ${ANSWERS} as answers from bench.lives life where office = $1 and child is not null order by i`,
        [office],
      );
      for (const { dossier, day, answers } of births) {
        const subject = subjectOf(identity, answers, day);
        if (subject === null) continue;
        subjects.row([office, dossier, subject.kind, subject]);
        for (const key of keysOfSubject(subject)) keys.row([office, subject.kind, key, dossier]);
      }
    });
    await Promise.all([subjects.keepUp(), keys.keepUp()]);
  }
  await Promise.all([subjects.end(), keys.end()]);
}
