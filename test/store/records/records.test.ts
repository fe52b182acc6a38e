import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { uuidV7 } from "../../../src/base/ids.ts";
import { nextNumber } from "../../../src/store/records/counters.ts";
import { appendEvent, findByActKey, insertDossier, readLog } from "../../../src/store/records/dossier-log.ts";
import { insertOffice } from "../../../src/store/records/offices.ts";
import { aDossier } from "../../domain/dossier/life.ts";
import { freshDatabase } from "../../support/database.ts";

const database = await freshDatabase({ after });
const office = {
  office: "xa-thu",
  name: "UBND xã Thử",
  kind: "commune",
  province: "56",
  commune: "22615",
  identifier: "000.00.00.H32",
  address: "",
  phone: "",
  practice: true,
} as const;
await insertOffice(database.sql, office, new Date());

async function lodged(): Promise<{ office: string; dossier: string; trackingCode: string }> {
  const key = { office: office.office, dossier: uuidV7(), trackingCode: uuidV7().slice(-10) };
  await insertDossier(database.sql, { ...key, account: null, slipSecretHash: null }, new Date());
  const [first] = aDossier().log;
  assert.ok(first);
  await appendEvent(database.sql, key, { ...first, key: `lodge:${key.dossier}` });
  return key;
}

describe("a counter", () => {
  it("has no gap, however many count at once, and gives back what a failed transaction took", async () => {
    const taken = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        database
          .transaction(async (sql) => {
            const number = await nextNumber(sql, office.office, "hồ sơ");
            if (index % 3 === 0) throw new Error("hỏng sau khi lấy số");
            return number;
          })
          .catch(() => null),
      ),
    );
    const numbers = taken.filter((number) => number !== null).sort((a, b) => a - b);
    assert.deepEqual(
      numbers,
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });

  it("counts each name by itself", async () => {
    assert.deepEqual(await Promise.all(["a", "b"].map((name) => nextNumber(database.sql, office.office, name))), [1, 1]);
  });
});

describe("the log of a dossier", () => {
  it("is written once: nobody changes or removes an event, whoever they are", async () => {
    const key = await lodged();
    const { sql } = database;
    await assert.rejects(sql`update dossier_events set data = '{}' where dossier = ${key.dossier}`, /written once/);
    await assert.rejects(sql`delete from dossier_events where dossier = ${key.dossier}`, /written once/);
    await assert.rejects(sql`delete from dossiers where dossier = ${key.dossier}`, /foreign key/);
    assert.equal((await readLog(sql, key)).length, 1);
  });

  it("takes the same act once, and knows where it stands", async () => {
    const [one, other] = [await lodged(), await lodged()];
    const event = {
      sequence: 2,
      at: new Date().toISOString(),
      actor: { role: "officer", id: null, name: "" },
      key: "một việc",
      event: { type: "started" },
    } as const;
    await appendEvent(database.sql, one, event);
    await assert.rejects(appendEvent(database.sql, other, event), { code: "23505" });
    await assert.rejects(appendEvent(database.sql, one, { ...event, key: "việc khác" }), { code: "23505" }, "one event at a place");
    assert.deepEqual(
      { ...(await findByActKey(database.sql, office.office, "một việc")) },
      { office: one.office, dossier: one.dossier, sequence: 2 },
    );
    assert.equal(await findByActKey(database.sql, office.office, "chưa làm"), null);
  });

  it("comes back as it was written", async () => {
    const key = await lodged();
    const [first] = await readLog(database.sql, key);
    assert.deepEqual(first?.event, aDossier().log[0]?.event);
  });

  it("gives a tracking code to one dossier only", async () => {
    const key = await lodged();
    assert.equal(await insertDossier(database.sql, { ...key, dossier: uuidV7(), account: null, slipSecretHash: null }, new Date()), false);
  });
});
