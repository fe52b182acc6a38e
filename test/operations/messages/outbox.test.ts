import assert from "node:assert/strict";
import { after, beforeEach, describe, it } from "node:test";
import { uuidV7 } from "../../../src/base/ids.ts";
import { type Post, sendDue } from "../../../src/operations/messages/send.ts";
import type { Handed, Messenger, Outgoing } from "../../../src/partners/messages/messenger.ts";
import { openSmtp } from "../../../src/partners/messages/smtp.ts";
import { insertConsent, readStandingConsent, withdrawConsent } from "../../../src/store/records/consents.ts";
import { insertDelivery, resendDelivery } from "../../../src/store/records/deliveries.ts";
import { listTries } from "../../../src/store/records/delivery-tries.ts";
import { appendEvent, insertDossier } from "../../../src/store/records/dossier-log.ts";
import { insertNotice, takeNotice } from "../../../src/store/records/notices.ts";
import { insertOffice } from "../../../src/store/records/offices.ts";
import { aDossier } from "../../domain/dossier/life.ts";
import { freshDatabase } from "../../support/database.ts";
import { openMailServer } from "../../support/message-servers.ts";

const database = await freshDatabase({ after }, 8);
const { sql } = database;
const office = "xa-thu";
const START = new Date("2026-11-27T01:00:00Z");
await insertOffice(
  sql,
  {
    office,
    name: "UBND xã Thử",
    kind: "commune",
    province: "56",
    commune: "22615",
    identifier: "000",
    address: "",
    phone: "",
    practice: false,
  },
  START,
);

const BY_SMS = { channel: "sms", recipient: "0905000123" } as const;

/** A provider that keeps to keys, as its contract says: what it gets twice it delivers once. */
class Provider {
  readonly handed: Outgoing[] = [];
  readonly delivered = new Set<string>();
  answers: (message: Outgoing) => Promise<Handed> = async () => ({ is: "sent" });

  readonly messenger: Messenger = {
    channel: "sms",
    accents: false,
    send: async (message) => {
      this.handed.push(message);
      const handed = await this.answers(message);
      if (handed.is === "sent") this.delivered.add(message.key);
      return handed;
    },
    close: () => {},
  };
}

async function agrees(dossier: string): Promise<void> {
  const consent = {
    office,
    consent: uuidV7(),
    purpose: "messages",
    text: "…",
    textSha256: "…",
    whom: "self",
    way: "screen",
    witness: null,
  } as const;
  await insertConsent(sql, { dossier }, { ...consent, givenAt: START });
}

async function queued(count: number, to: { channel: "sms" | "email"; recipient: string } = BY_SMS): Promise<string[]> {
  const dossier = uuidV7();
  await insertDossier(sql, { office, dossier, trackingCode: uuidV7(), account: null, slipSecretHash: null }, START);
  const [first] = aDossier().log;
  assert.ok(first);
  await appendEvent(sql, { office, dossier }, { ...first, key: dossier });
  await agrees(dossier);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const cause = `${dossier}/${index}`;
    await insertNotice(sql, { office, cause, kind: "ready", dossier, sequence: 1, causedAt: START });
    const delivery = uuidV7();
    ids.push(delivery);
    const made = {
      office,
      delivery,
      cause,
      kind: "ready",
      dossier,
      ...to,
      subject: "s",
      body: "b",
    } as const;
    await insertDelivery(sql, { ...made, state: "waiting", madeAt: START });
  }
  return ids;
}

const rows = (ids: readonly string[]) =>
  sql<
    { state: string; tries: number; error: string | null }[]
  >`select state, tries, error from deliveries where delivery in ${sql([...ids])}`;

describe("the outbox", () => {
  let provider: Provider;
  let clock = START;
  const worker = (): Post => ({ database, messengers: { sms: provider.messenger }, newId: () => uuidV7(), now: () => clock });
  const later = (minutes: number) => {
    clock = new Date(clock.getTime() + minutes * 60_000);
  };
  beforeEach(async () => {
    provider = new Provider();
    clock = START;
    await sql`update deliveries set state = 'sent', claim = null where state in ('waiting', 'sending')`;
  });

  it("hands each message over once, however many workers are at it", async () => {
    const ids = await queued(40);
    const sent = await Promise.all(Array.from({ length: 5 }, () => sendDue(worker())));
    assert.equal(
      sent.reduce((sum, count) => sum + count, 0),
      40,
    );
    assert.deepEqual(provider.handed.map(({ key }) => key).sort(), [...ids].sort());
    assert.deepEqual(new Set((await rows(ids)).map(({ state }) => state)), new Set(["sent"]));
  });

  it("keeps a message while the provider is down, with growing pauses, and sends it when it is up again", async () => {
    const ids = await queued(1);
    provider.answers = async () => ({ is: "later", error: "HTTP 503" });
    await sendDue(worker());
    await sendDue(worker());
    assert.equal(provider.handed.length, 1, "not before its time");
    later(1);
    await sendDue(worker());
    later(4);
    await sendDue(worker());
    assert.equal(provider.handed.length, 2, "the second pause is longer");
    later(1);
    provider.answers = async () => ({ is: "sent" });
    await sendDue(worker());
    assert.deepEqual([...(await rows(ids))], [{ state: "sent", tries: 3, error: null }]);
    assert.equal(new Set(provider.handed.map(({ key }) => key)).size, 1, "under one key");
  });

  it("does not lose what no provider takes: it waits for a person, the point calls, and it can be sent again", async () => {
    const [id = ""] = await queued(1);
    provider.answers = async () => ({ is: "never", error: "HTTP 422" });
    await sendDue(worker());
    assert.deepEqual([...(await rows([id]))], [{ state: "stuck", tries: 1, error: "HTTP 422" }]);
    const calls = await sql`select 1 from calls join deliveries using (office, cause) where delivery = ${id}`;
    assert.equal(calls.length, 1);
    provider.answers = async () => ({ is: "sent" });
    await sendDue(worker());
    assert.equal(provider.handed.length, 1);
    assert.equal(await resendDelivery(sql, { office, delivery: id }, clock), true);
    assert.equal(await resendDelivery(sql, { office, delivery: id }, clock), false, "a second click does nothing");
    await sendDue(worker());
    assert.equal((await rows([id]))[0]?.state, "sent");
  });

  it("hands over under the same key after a crash between sending and writing it down, so that it is delivered once", async () => {
    const [id = ""] = await queued(1);
    provider.answers = async ({ key }) => {
      provider.delivered.add(key);
      throw new Error("the power went");
    };
    await assert.rejects(sendDue(worker()));
    assert.equal((await rows([id]))[0]?.state, "sending");
    provider.answers = async () => ({ is: "sent" });
    await sendDue(worker());
    assert.equal(provider.handed.length, 1, "nobody else takes it while its worker may still be at it");
    later(6);
    await sendDue(worker());
    assert.deepEqual([provider.handed.length, provider.delivered.size], [2, 1]);
    const tries = await listTries(sql, office, [id]);
    assert.deepEqual(
      tries.map(({ endedAt, sent }) => [endedAt === null, sent]),
      [
        [true, null],
        [false, true],
      ],
      "that the first was broken off can be seen",
    );
    assert.deepEqual([...(await rows([id]))], [{ state: "sent", tries: 2, error: null }]);
  });

  it("sends a letter that may have arrived already again under the same Message-ID, and notes both tries", async () => {
    const mail = await openMailServer();
    const [id = ""] = await queued(1, { channel: "email", recipient: "mau@vidu.vn" });
    const email = openSmtp({ url: mail.url, from: "UBND xã Thử <motcua@xa.vidu.vn>" }, 3_000);
    const post = () => ({ ...worker(), messengers: { email } });
    mail.afterwards = 451;
    await sendDue(post());
    mail.afterwards = null;
    later(2);
    await sendDue(post());
    await mail.close();
    const keys = mail.letters.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim());
    assert.deepEqual(keys, [`<${id}@xa.vidu.vn>`, `<${id}@xa.vidu.vn>`]);
    assert.deepEqual(
      (await listTries(sql, office, [id])).map(({ sent, error }) => [sent, error]),
      [
        [false, "SMTP 451"],
        [true, null],
      ],
    );
  });

  it("lets a worker that was given up change nothing when it comes back", async () => {
    const [id = ""] = await queued(1);
    let wake = () => {};
    provider.answers = () => new Promise((resolve) => (wake = () => resolve({ is: "never", error: "late" })));
    const slow = sendDue(worker());
    while (provider.handed.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    later(6);
    provider.answers = async () => ({ is: "sent" });
    await sendDue(worker());
    wake();
    await slow;
    assert.deepEqual((await rows([id]))[0]?.state, "sent");
  });

  it("asks before each try whether the person still agrees: not one on its way when they took it back goes, nor one that is sent again", async () => {
    const [id = ""] = await queued(1);
    const [row] = await sql<{ dossier: string }[]>`select dossier from deliveries where delivery = ${id}`;
    const dossier = row?.dossier ?? "";
    provider.answers = async () => {
      const standing = await readStandingConsent(sql, office, { dossier }, "messages");
      if (standing) await withdrawConsent(sql, standing, clock);
      return { is: "later", error: "HTTP 503" };
    };
    await sendDue(worker());
    provider.answers = async () => ({ is: "sent" });
    later(5);
    await sendDue(worker());
    assert.deepEqual([...(await rows([id]))], [{ state: "stuck", tries: 2, error: "Bà con đã rút lời đồng ý nhận tin" }]);
    assert.equal(await resendDelivery(sql, { office, delivery: id }, clock), true);
    await sendDue(worker());
    assert.equal((await rows([id]))[0]?.state, "stuck");
    assert.equal(provider.handed.length, 1, "after the first try nothing left the house");
    const calls = await sql`select 1 from calls join deliveries using (office, cause) where delivery = ${id}`;
    assert.equal(calls.length, 1, "the point calls instead");
    await agrees(dossier);
    await resendDelivery(sql, { office, delivery: id }, clock);
    await sendDue(worker());
    assert.equal((await rows([id]))[0]?.state, "sent");
  });

  it("goes with its cause: what is rolled back is not told, and what is told twice is told once", async () => {
    const [id = ""] = await queued(1);
    const [row] = await sql<{ dossier: string; cause: string }[]>`select dossier, cause from deliveries where delivery = ${id}`;
    assert.ok(row);
    const notice = { office, cause: "x/1", kind: "ready", dossier: row.dossier, sequence: 1, causedAt: START } as const;
    await assert.rejects(
      database.transaction(async (inside) => {
        await insertNotice(inside, notice);
        throw new Error("the event failed");
      }),
    );
    assert.equal((await sql`select 1 from notices where cause = 'x/1'`).length, 0);
    await insertNotice(sql, notice);
    await insertNotice(sql, notice);
    assert.equal((await sql`select 1 from notices where cause = 'x/1'`).length, 1);
    await sql`update notices set addressed_at = now() where cause <> 'x/1'`;
    await database.transaction(async (one) => {
      assert.equal((await takeNotice(one, clock))?.cause, "x/1");
      await database.transaction(async (other) => assert.equal(await takeNotice(other, clock), null));
    });
  });
});
