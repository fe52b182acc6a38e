import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Secret, TOTP } from "otpauth";
import { whoIs } from "../../../src/operations/identity/session.ts";
import { secondFactor, signInStaff, switchOnSecondFactor } from "../../../src/operations/identity/sign-in.ts";
import { PRACTICE_SECRET } from "../../../src/operations/offices/practice.ts";
import { openHub, type TestHub } from "../../support/hub.ts";

describe("signing in at work", () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
  });
  after(() => hub.end());

  it("counts wrong passwords and shuts the door for a while, also for the right one", async () => {
    for (let tries = 0; tries < 5; tries += 1) assert.equal((await signInStaff(hub.context, "congan", "sai")).ok, false);
    const refused = await signInStaff(hub.context, "congan", PRACTICE_SECRET);
    assert.equal(refused.ok ? "" : refused.reason.code, "too-many-tries");
    const later = { ...hub.context, now: () => new Date(Date.now() + 16 * 60_000) };
    assert.equal((await signInStaff(later, "congan", PRACTICE_SECRET)).ok, true);
  });

  it("says the same of a name that is not there as of a wrong password", async () => {
    const [nobody, wrong] = await Promise.all([signInStaff(hub.context, "khong-co", "x"), signInStaff(hub.context, "quantri", "x")]);
    assert.deepEqual(nobody, wrong);
  });

  it("with a second factor is nobody until the code comes; each code is good once (RFC 6238, 5.2)", async () => {
    const secret = new Secret({ size: 20 });
    const first = await signInStaff(hub.context, "canbo", PRACTICE_SECRET);
    assert.ok(first.ok);
    const code = (at: number) => new TOTP({ secret, period: 30 }).generate({ timestamp: at });
    assert.equal((await switchOnSecondFactor(hub.context, first.value.member, secret, "000000")).ok, false);
    assert.equal((await switchOnSecondFactor(hub.context, first.value.member, secret, code(Date.now()))).ok, true);

    const again = await signInStaff(hub.context, "canbo", PRACTICE_SECRET);
    assert.ok(again.ok);
    const owing = await whoIs(hub.context, again.value.token);
    assert.equal(owing.kind, "owes");
    assert.ok(owing.kind === "owes");
    const now = Date.now();
    const given = await secondFactor(hub.context, owing.session, owing.member, code(now));
    assert.equal(given.ok, true);
    assert.equal((await whoIs(hub.context, again.value.token)).kind, "staff");

    const other = await signInStaff(hub.context, "canbo", PRACTICE_SECRET);
    assert.ok(other.ok);
    const replay = await whoIs(hub.context, other.value.token);
    assert.ok(replay.kind === "owes");
    assert.equal((await secondFactor(hub.context, replay.session, replay.member, code(now))).ok, false, "the code that was just used");
    assert.equal((await secondFactor(hub.context, replay.session, replay.member, code(now - 120_000))).ok, false, "an old code");
    assert.equal((await whoIs(hub.context, other.value.token)).kind, "owes");
  });

  it("ends after its time, and is known by a hash only", async () => {
    const signed = await signInStaff(hub.context, "truc", PRACTICE_SECRET);
    assert.ok(signed.ok);
    const rows = await hub.context.database
      .sql`select 1 from sessions where encode(token_hash, 'escape') like ${`%${signed.value.token}%`}`;
    assert.equal(rows.length, 0);
    const tomorrow = { ...hub.context, now: () => new Date(Date.now() + 24 * 3_600_000) };
    assert.equal((await whoIs(tomorrow, signed.value.token)).kind, "nobody");
    assert.equal((await whoIs(hub.context, "đoán mò")).kind, "nobody");
  });
});
