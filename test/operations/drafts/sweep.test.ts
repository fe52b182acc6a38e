import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { sweepExpired } from "../../../src/operations/drafts/sweep.ts";
import { answerAll, photographBirthNotice } from "../../support/birth.ts";
import { openHub, type TestHub } from "../../support/hub.ts";
import { Person } from "../../support/person.ts";

describe("what its time is over for", () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
  });
  after(() => hub.end());

  const onDisk = async () =>
    (await readdir(join(hub.dataFolder, "files"), { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name));
  const sweepAfter = (hours: number) => sweepExpired({ ...hub.context, now: () => new Date(Date.now() + hours * 3_600_000) });

  it("goes from the disk too: a practice draft with its photographs after a day, and not before", async () => {
    const person = new Person(hub.url);
    const draft = await answerAll(person, true);
    await photographBirthNotice(person, draft);
    assert.ok((await onDisk()).length >= 2, "the page and its picture are stored");
    await sweepAfter(22);
    assert.ok((await onDisk()).length >= 2);
    await sweepAfter(25);
    assert.deepEqual(await onDisk(), []);
    await person.goes(`/ho-so/${draft}`);
    assert.equal(person.seen.status, 404);
  });

  it("does not take what a dossier holds, though the draft that it came from is gone and another let go of the same photograph", async () => {
    const sender = new Person(hub.url);
    const sent = await answerAll(sender);
    await photographBirthNotice(sender, sent);
    await sender.sends(`/ho-so/${sent}/gui`, {});
    const other = new Person(hub.url);
    await photographBirthNotice(other, await answerAll(other, true));
    await sweepAfter(24 * 31);
    const [dossier] = await hub.context.database.sql<{ files: string[] }[]>`select array_agg(sha256) as files from dossier_files`;
    const there = (await onDisk()).map((name) => name.slice(-64));
    assert.ok((dossier?.files.length ?? 0) >= 2, "the paper and its picture belong to the dossier");
    for (const file of dossier?.files ?? []) assert.ok(there.includes(file), `${file} is still there`);
    assert.deepEqual(there.sort(), [...(dossier?.files ?? [])].sort());
  });

  it("leaves alone what was put in again just now", async () => {
    const stored = await hub.context.files.putBytes(new TextEncoder().encode("vừa lưu lại"));
    assert.ok(stored.ok);
    await hub.context.database.sql`insert into loose_content values (${stored.value.sha256}, now() - interval '3 hours')`;
    await sweepAfter(0);
    assert.ok(await hub.context.files.has(stored.value.sha256));
  });
});
