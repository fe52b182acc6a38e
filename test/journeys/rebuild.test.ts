import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { rebuildViews } from "../../src/operations/views/rebuild-views.ts";
import { aSubmission, submit } from "../support/api.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

describe("the lists", () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
  });
  after(() => hub.end());

  const lists = async () => {
    const { sql } = hub.context.database;
    const dossiers = await sql`select * from dossier_list order by office, dossier`;
    const results = await sql`select * from result_list order by office, result_code`;
    const files = await sql`select * from dossier_files order by office, dossier, sha256`;
    return {
      dossiers: dossiers.map((row) => ({ ...row })),
      results: results.map((row) => ({ ...row })),
      files: files.map((row) => ({ ...row })),
    };
  };

  it("are the same when they are made anew from the log, and come back after they were lost", async () => {
    const token = await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
    await Promise.all(Array.from({ length: 6 }, () => submit(hub.url, token, aSubmission(1000))));
    const officer = new Person(hub.url);
    await officer.sends("/dang-nhap", { ten: "canbo", secret: PRACTICE_SECRET });
    const [first, second, third] = [...new Set([...officer.seen.text.matchAll(/\/mot-cua\/([0-9a-f-]{36})/g)].map(([, id]) => id))];
    const move = (member: Person, dossier: string | undefined, name: string, more: Record<string, string> = {}) =>
      member.sends(`/mot-cua/${dossier}/${name}`, { key: crypto.randomUUID(), ...more });
    await move(officer, first, "accept");
    await move(officer, first, "propose");
    await move(officer, second, "decline", { "words-decline": "Không thuộc xã" });
    await move(officer, third, "request-supplement", { "words-request-supplement": "Chụp lại giấy chứng sinh" });
    const leader = new Person(hub.url);
    await leader.sends("/dang-nhap", { ten: "lanhdao", secret: PRACTICE_SECRET });
    await move(leader, first, "sign");
    await move(leader, first, "revoke", { "words-revoke": "Ghi sai tên" });

    const kept = await lists();
    assert.deepEqual(kept.dossiers.map(({ status }) => status).sort(), [
      "decided",
      "lodged",
      "lodged",
      "lodged",
      "not-accepted",
      "supplement-requested",
    ]);
    assert.equal(kept.results.length, 1);
    assert.ok(kept.files.length > kept.dossiers.length, "papers, and a result");
    assert.equal(await rebuildViews(hub.context), 6);
    assert.deepEqual(await lists(), kept);
    await hub.context.database.sql`delete from dossier_list`;
    await hub.context.database.sql`delete from dossier_files`;
    await hub.context.database.sql`update result_list set revoked_on = null`;
    await rebuildViews(hub.context);
    assert.deepEqual(await lists(), kept);
  });
});
