import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sealDays } from "../../../src/operations/audit/seal-days.ts";
import { verifyLog } from "../../../src/operations/audit/verify-log.ts";
import { createPartnerToken } from "../../../src/operations/identity/partner.ts";
import { PRACTICE_SECRET } from "../../../src/operations/offices/practice.ts";
import type { Sql } from "../../../src/store/database/database.ts";
import { aSubmission, submit } from "../../support/api.ts";
import { openHub, type TestHub } from "../../support/hub.ts";
import { Person } from "../../support/person.ts";

const DAYS = 86_400_000;

describe("the sealed log", () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
    const token = await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
    for (let index = 0; index < 3; index += 1) await submit(hub.url, token, aSubmission(800));
    const officer = new Person(hub.url);
    await officer.sends("/dang-nhap", { ten: "canbo", secret: PRACTICE_SECRET });
    const dossiers = [...new Set([...officer.seen.text.matchAll(/\/mot-cua\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? ""))];
    for (const dossier of dossiers) {
      await officer.goes(`/mot-cua/${dossier}`);
      await officer.sends(`/mot-cua/${dossier}/accept`, { key: crypto.randomUUID() });
      await officer.sends(`/mot-cua/${dossier}/start`, { key: crypto.randomUUID() });
    }
    assert.ok((await seal(2)) > 0, "the day of the test is sealed");
  });
  after(() => hub.end());

  const seal = (daysLater: number) => sealDays({ ...hub.context, now: () => new Date(Date.now() + daysLater * DAYS) });
  const verdict = async () => {
    const verified = await verifyLog(hub.context);
    return verified.ok ? "whole" : verified.reason.sentence;
  };
  /** What somebody with the whole database in hand can do: the guards of the table are off. What they did is taken back afterwards. */
  async function tamperedBy(work: (sql: Sql) => Promise<unknown>): Promise<string> {
    let said = "";
    await hub.context.database
      .transaction(async (sql) => {
        await sql`set local session_replication_role = replica`;
        await work(sql);
        const verified = await verifyLog({ database: { ...hub.context.database, sql } });
        said = verified.ok ? "whole" : verified.reason.sentence;
        throw new Error("taken back");
      })
      .catch((error: Error) => {
        if (error.message !== "taken back") throw error;
      });
    return said;
  }
  const aDossier = async () => {
    const [row] = await hub.context.database.sql<{ dossier: string }[]>`select dossier from dossier_events where sequence = 2 limit 1`;
    return row?.dossier ?? "";
  };

  it("is whole as it was written, and a day is sealed once", async () => {
    assert.equal(await verdict(), "whole");
    assert.equal(await seal(2), 0);
    assert.ok((await seal(5)) > 0, "days on which nothing happened are sealed too");
    assert.equal(await verdict(), "whole");
  });

  it("shows each changed part of an event, with its place", async () => {
    const dossier = await aDossier();
    const changes: ((sql: Sql) => Promise<unknown>)[] = [
      (sql) => sql`update dossier_events set data = data || '{"dossierCode": "khác"}' where dossier = ${dossier} and sequence = 2`,
      (sql) => sql`update dossier_events set actor = actor || '{"name": "Người Khác"}' where dossier = ${dossier} and sequence = 2`,
      (sql) => sql`update dossier_events set at = at + interval '1 microsecond' where dossier = ${dossier} and sequence = 2`,
      (sql) => sql`update dossier_events set key = key || 'x' where dossier = ${dossier} and sequence = 2`,
      (sql) => sql`update dossier_events set type = 'declined' where dossier = ${dossier} and sequence = 2`,
    ];
    for (const change of changes)
      assert.match(await tamperedBy(change), new RegExp(`hồ sơ ${dossier}, dòng 2: nội dung không còn như lúc ghi`));
  });

  it("shows an event that was taken out, in the middle, at the end, or with all its dossier", async () => {
    const dossier = await aDossier();
    assert.match(
      await tamperedBy((sql) => sql`delete from dossier_events where dossier = ${dossier} and sequence = 2`),
      /thiếu dòng ở trước/,
    );
    assert.match(
      await tamperedBy((sql) => sql`delete from dossier_events where dossier = ${dossier} and sequence = 3`),
      /thiếu dòng ở cuối/,
    );
    const whole = await tamperedBy(async (sql) => {
      await sql`delete from dossier_events where dossier = ${dossier}`;
      await sql`delete from dossiers where dossier = ${dossier}`;
    });
    assert.match(whole, /sự việc của ngày không còn như lúc niêm phong/);
  });

  it("shows a chain that was made anew after a change: the day's seal does not fit it", async () => {
    const dossier = await aDossier();
    const said = await tamperedBy(async (sql) => {
      await sql`update dossier_events set data = data || '{"dossierCode": "khác"}' where dossier = ${dossier} and sequence = 2`;
      for (const sequence of [2, 3])
        await sql`
          update dossier_events event set prev_sha256 = before.sha256, sha256 = event_hash(before.sha256, event)
          from dossier_events before
          where event.dossier = ${dossier} and event.sequence = ${sequence} and before.dossier = event.dossier and before.sequence = ${sequence - 1}`;
    });
    assert.match(said, /sự việc của ngày không còn như lúc niêm phong/);
  });

  it("shows a look that was struck from the book, and a seal that was taken out", async () => {
    assert.match(
      await tamperedBy((sql) => sql`delete from access_log where access = (select access from access_log limit 1)`),
      /sổ ai đã xem không còn như lúc niêm phong/,
    );
    assert.match(
      await tamperedBy(
        (sql) => sql`delete from day_seals where (office, day) = (select office, day from day_seals order by office, day offset 1 limit 1)`,
      ),
      /thiếu niêm phong|không nối với ngày trước/,
    );
  });

  it("cannot be changed without switching the guards off", async () => {
    const { sql } = hub.context.database;
    for (const change of [sql`update dossier_events set key = key`, sql`delete from access_log`, sql`delete from day_seals`])
      await assert.rejects(Promise.resolve(change), /written once/);
  });
});
