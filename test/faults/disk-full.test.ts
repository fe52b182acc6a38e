import assert from "node:assert/strict";
import { mkdtemp, open, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pino } from "pino";
import { type Disk, openContentStore } from "../../src/files/content-store.ts";
import type { Context } from "../../src/operations/context.ts";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { createApp } from "../../src/web/app.ts";
import { PARTNER_ANSWERS } from "../support/api.ts";
import { answerAll } from "../support/birth.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { aSheet, asFile } from "../support/paper.ts";
import { Person } from "../support/person.ts";

describe("a disk that is full", () => {
  let hub: TestHub;
  let folder: string;
  let token: string;
  let full: boolean;
  before(async () => {
    [hub, folder] = await Promise.all([openHub(), mkdtemp(join(tmpdir(), "loc-vung-full-"))]);
    token = await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
  });
  after(async () => {
    await hub.end();
    await rm(folder, { recursive: true });
  });

  /** The program on a disk that has no room left while `full`: from the second file on, as it happens in life. */
  async function programOn(change: (context: Context) => Partial<Context>) {
    return createApp({ ...hub.context, ...change(hub.context) }, { logger: pino({ level: "silent" }) });
  }
  async function onFullDisk() {
    let opened = 0;
    const disk: Disk = {
      rename,
      open: (async (path: string, ...rest: [string, number]) => {
        opened += 1;
        if (full && opened > 1) throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
        return open(path, ...rest);
      }) as typeof open,
    };
    const files = await openContentStore(folder, disk);
    return programOn(() => ({ files }));
  }
  const lodging = (key: string) => {
    const form = new FormData();
    const dossier = { procedure: "1.001193", answers: PARTNER_ANSWERS, applicant: { name: "Bo Bo Văn Thử" }, channel: "online" };
    form.append("dossier", JSON.stringify(dossier));
    for (const paper of ["giay-chung-sinh", "to-khac"]) form.append(paper, new File([paper.repeat(2000)], "a.pdf"));
    const headers = { authorization: `Bearer ${token}`, "idempotency-key": key };
    return new Request("http://localhost/api/v1/dossiers", { method: "POST", body: form, headers });
  };
  const dossiers = async () => (await hub.context.database.sql`select 1 from dossiers`).length;
  const halves = () => readdir(join(folder, "incoming"));

  it("refuses a dossier with a clear word, keeps no half of it, and takes it with the same key once there is room", async () => {
    const app = await onFullDisk();
    full = true;
    const refused = await app.fetch(lodging("khoa-day-dia"));
    assert.equal(refused.status, 507);
    const said = (await refused.json()) as { title: string; detail: string };
    assert.equal(said.title, "disk-full");
    assert.equal(await dossiers(), 0);
    assert.deepEqual(await halves(), []);
    full = false;
    assert.equal((await app.fetch(lodging("khoa-day-dia"))).status, 201);
    assert.equal((await app.fetch(lodging("khoa-day-dia"))).status, 201);
    assert.equal(await dossiers(), 1);
  });

  it("refuses a paper with what to do, and the declaration stays as it was", async () => {
    const citizen = new Person(hub.url);
    const draft = await answerAll(citizen);
    const app = await onFullDisk();
    full = true;
    const form = new FormData();
    form.append("tep", asFile(await aSheet(), "giay.jpg", "image/jpeg"));
    const headers = { cookie: citizen.cookie, origin: "http://localhost" };
    const reply = await app.fetch(
      new Request(`http://localhost/ho-so/${draft}/giay-to/giay-chung-sinh`, { method: "POST", body: form, headers }),
    );
    assert.ok(reply.status >= 400);
    assert.match(await reply.text(), /Máy hết chỗ lưu. Những gì đã lưu vẫn còn/);
    await citizen.goes(`/ho-so/${draft}/giay-to`);
    citizen.sees("Chưa có. Bấm để chụp hoặc tải lên.");
    assert.deepEqual(await halves(), []);
  });

  it("is said in the same words when it is the database that has no room", async () => {
    full = false;
    const disk_full = Object.assign(new Error("could not extend file: No space left on device"), { code: "53100" });
    const app = await programOn(({ database }) => ({ database: { ...database, transaction: () => Promise.reject(disk_full) } }));
    const before = await dossiers();
    const refused = await app.fetch(lodging("khoa-khac-day-dia"));
    assert.equal(refused.status, 507);
    assert.match(await refused.text(), /Máy hết chỗ lưu/);
    assert.equal(await dossiers(), before);
  });
});
