import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Act, accept, act } from "../../../src/operations/dossiers/act.ts";
import { lodge } from "../../../src/operations/dossiers/lodge.ts";
import { signResult } from "../../../src/operations/dossiers/sign-result.ts";
import { createPartnerToken } from "../../../src/operations/identity/partner.ts";
import type { DossierKey } from "../../../src/store/records/dossier-log.ts";
import { listOffices, type Office } from "../../../src/store/records/offices.ts";
import { listStaff, type StaffMember } from "../../../src/store/records/staff.ts";
import { PARTNER_ANSWERS } from "../../support/api.ts";
import { openHub, type TestHub } from "../../support/hub.ts";

const MANY = 1000;

describe("several people at one dossier, and one office at a thousand", () => {
  let hub: TestHub;
  let office: Office;
  let officer: StaffMember;
  let leader: StaffMember;
  before(async () => {
    hub = await openHub();
    const { sql } = hub.context.database;
    const [first] = await listOffices(sql);
    assert.ok(first);
    office = first;
    const staff = await listStaff(sql, office.office);
    const of = (role: string) => staff.find((member) => member.role === role) ?? assert.fail(role);
    officer = of("officer");
    leader = of("leader");
    await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
  });
  after(() => hub.end());

  const by = (member: StaffMember, id = member.staff): Act => ({
    actor: { role: member.role as "officer" | "leader", id, name: member.name },
    key: crypto.randomUUID(),
  });
  const citizen = (): Act => ({ actor: { role: "citizen", id: null, name: "Bo Bo Văn Thử" }, key: crypto.randomUUID() });
  async function lodged(): Promise<DossierKey> {
    const procedure = hub.context.catalogue.find("1.001193", "2026-11-27") ?? assert.fail();
    return hub.context.database.transaction((sql) =>
      lodge(hub.context, sql, office, {
        procedure,
        answers: PARTNER_ANSWERS,
        applicant: { name: "Bo Bo Văn Thử" },
        papers: [],
        channel: "online",
        point: null,
        account: null,
        slipSecretHash: null,
        actor: { role: "partner", id: null, name: "thử" },
        actKey: crypto.randomUUID(),
        visit: null,
        help: null,
      }),
    );
  }

  it("has one winner when two officers accept the same dossier; the other is told plainly what happened", async () => {
    const key = await lodged();
    const second = crypto.randomUUID();
    const done = await Promise.all([accept(hub.context, key, by(officer)), accept(hub.context, key, by(officer, second))]);
    assert.equal(done.filter(({ ok }) => ok).length, 1);
    const lost = done.find(({ ok }) => !ok);
    assert.ok(lost && !lost.ok);
    assert.match(lost.reason.sentence, /Hồ sơ không còn ở bước đó, có thể người khác vừa xử lý|là việc của/);
  });

  it("either signs or hears that the citizen asks to withdraw, whoever comes first, and never does both", async () => {
    const signed: boolean[] = [];
    for (let round = 0; round < 6; round += 1) {
      const key = await lodged();
      await accept(hub.context, key, by(officer));
      await act(hub.context, key, by(officer), "propose", () => ({ move: "propose", note: "" }));
      const withdraw = () => act(hub.context, key, citizen(), "ask-withdrawal", () => ({ move: "ask-withdrawal", reason: "Làm nơi khác" }));
      const sign = () => signResult(hub.context, key, by(leader), leader);
      const [first, other] = await Promise.all(round % 2 === 0 ? [withdraw(), sign()] : [sign(), withdraw()]);
      assert.notEqual(first.ok, other.ok, "one of them");
      const winner = first.ok ? first.value : other.ok ? other.value : assert.fail();
      assert.equal(winner.status === "decided", winner.withdrawalAsked === null);
      signed.push(winner.status === "decided");
    }
    const [row] = await hub.context.database.sql<
      { count: number; last: number | null }[]
    >`select count(*), max(number) as last from register_entries`;
    const numbers = signed.filter(Boolean).length;
    assert.deepEqual(
      { ...row },
      { count: numbers, last: numbers || null },
      "each signature has a number, and none is lost to one that did not come about",
    );
  });

  it(`gives ${MANY} dossiers that are accepted at once the numbers 1 to ${MANY} without a gap`, async (test) => {
    const begun = performance.now();
    const { sql } = hub.context.database;
    await sql`delete from counters where name like 'dossier:%'`;
    const keys = await Promise.all(Array.from({ length: MANY }, () => lodged()));
    test.diagnostic(`lodged after ${Math.round(performance.now() - begun)} ms`);
    const done = await Promise.all(keys.map((key) => accept(hub.context, key, by(officer))));
    const numbers = done.map((one) => Number((one.ok ? (one.value.dossierCode ?? "") : "").split("-").at(-1))).sort((a, b) => a - b);
    test.diagnostic(`accepted after ${Math.round(performance.now() - begun)} ms`);
    assert.deepEqual(
      numbers,
      Array.from({ length: MANY }, (_, index) => index + 1),
    );
  });
});
