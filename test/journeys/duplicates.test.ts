import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Context } from "../../src/operations/context.ts";
import { lodgePaper } from "../../src/operations/dossiers/lodge-paper.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { rebuildViews } from "../../src/operations/views/rebuild-views.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

const CLERK = { role: "officer", id: null, name: "Bo Bo Văn Thử" } as const;

/** A birth as it is known at the counter: the child, the day, the parents. */
const BIRTH = {
  loaiKhaiSinh: "du-cha-me",
  chungSinh: "co",
  "con.hoTen": "Bo Bo Thị Hòa",
  "con.ngaySinh": "2026-11-01",
  "con.gioiTinh": "nu",
  "me.hoTen": "Cao Thị Mẫu",
  "me.ngaySinh": "1990-08-15",
  "cha.hoTen": "Bo Bo Văn Thử",
};

describe("a dossier that was filed twice", () => {
  let hub: TestHub;
  let context: Context;
  let officer: Person;
  before(async () => {
    hub = await openHub();
    context = hub.context;
    officer = await signedIn("canbo");
  });
  after(() => hub.end());

  async function signedIn(username: string): Promise<Person> {
    const person = new Person(hub.url);
    await person.sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
    return person;
  }

  async function lodged(change: Record<string, string> = {}, procedure = "1.001193", office = "bac-khanh-vinh"): Promise<string> {
    const done = await lodgePaper(context, CLERK, {
      office,
      procedure,
      channel: "direct",
      point: null,
      applicant: { name: "Cao Thị Mẫu" },
      answers: { ...BIRTH, ...change },
      papers: [],
      outcome: { kind: "accept", because: "Đối chiếu sau" },
      actKey: crypto.randomUUID(),
    });
    assert.ok(done.ok, done.ok ? "" : done.reason.sentence);
    return done.value.dossier;
  }

  const pair = (one: string, other: string) => `/mot-cua/${one}/giong/${other}`;

  it("is lodged all the same, shown to the officer beside the first, answered once, and not asked about again", async () => {
    const first = await lodged();
    const second = await lodged({ "con.hoTen": "BO BO THI HOÀ", "con.ngaySinh": "2026-01-11" });
    await officer.goes(`/mot-cua/${second}`);
    officer.sees("Rất giống");
    await officer.goes(pair(second, first));
    officer.sees("01/11/2026");
    officer.sees("11/01/2026");
    assert.ok((officer.seen.text.match(/class="differs"/g) ?? []).length >= 2, "name and day are marked");
    await officer.sends(pair(second, first), { la: "khac", "ly-do": " ", key: crypto.randomUUID() });
    assert.equal(officer.seen.status, 422);
    officer.sees("Cần ghi rõ lý do");
    const act = { la: "mot", "ly-do": "Nộp lại trên mạng", key: crypto.randomUUID() };
    await officer.sends(pair(second, first), act);
    officer.sees("Đã xác nhận là một với");
    officer.seesNot("Rất giống");
    await officer.sends(pair(second, first), act);
    assert.equal(officer.seen.status, 200, "a second click answers the same");
    await officer.goes(`/mot-cua/${first}`);
    officer.seesNot("Rất giống");
    officer.sees("Đã xác nhận là một với");
    await officer.sends(pair(first, second), { la: "khac", "ly-do": "Hai bé", key: crypto.randomUUID() });
    assert.equal(officer.seen.status, 409, "what was said first stands, from whichever side");
    const [row] = await context.database.sql<{ count: number }[]>`
      select count(*) from dossier_events where type = 'duplicate-judged' and dossier in (${first}, ${second})`;
    assert.equal(row?.count, 1);
  });

  it("is not one with its twin: shown as possible, and after an officer's word no more", async () => {
    const [one, twin] = [await lodged({ "con.hoTen": "Bo Bo Thị Lan" }), await lodged({ "con.hoTen": "Bo Bo Thị Ví Dụ" })];
    await officer.goes(`/mot-cua/${twin}`);
    officer.sees("Có thể");
    await officer.sends(pair(twin, one), { la: "khac", "ly-do": "Hai bé sinh đôi", key: crypto.randomUUID() });
    await officer.goes(`/mot-cua/${twin}`);
    officer.seesNot(pair(twin, one));
    await officer.goes(pair(twin, one));
    officer.sees("không phải một");
    officer.sees("Hai bé sinh đôi");
    officer.seesNot('name="la"');
  });

  it("is seen as soon as its declaration is entered, and no more once the other was withdrawn or refused", async () => {
    const first = await lodged({ "con.ngaySinh": "2025-03-02" });
    const second = await lodged({ "con.hoTen": "", "con.ngaySinh": "" });
    await officer.goes(`/mot-cua/${second}`);
    officer.seesNot("Rất giống");
    await officer.sends(`/mot-cua/${second}/to-khai`, {
      "con.hoTen": "Bo Bo Thị Hòa",
      "con.ngaySinh": "2/3/2025",
      key: crypto.randomUUID(),
    });
    await officer.goes(`/mot-cua/${second}`);
    officer.sees("Rất giống");
    await officer.sends(`/mot-cua/${first}/stop`, { "words-stop": "Nộp hai lần", "can-cu": "Luật Thử", key: crypto.randomUUID() });
    await officer.goes(`/mot-cua/${second}`);
    officer.seesNot("Rất giống");
  });

  it("of another office is nobody's business here, on no page and by no address", async () => {
    const residence = { hoTen: "Tro Văn Mẫu", ngaySinh: "1985-01-02", soDinhDanh: "056085004321" };
    const police = "cong-an-bac-khanh-vinh";
    const [one, two] = [await lodged(residence, "1.004194", police), await lodged(residence, "1.004194", police)];
    const here = await lodged({ "con.hoTen": "Bo Bo Thị Thử" });
    for (const address of [pair(here, one), pair(one, here), pair(one, two)]) {
      await officer.goes(address);
      assert.equal(officer.seen.status, 404, address);
      await officer.sends(address, { la: "mot", key: crypto.randomUUID() });
      assert.equal(officer.seen.status, 404, address);
    }
    const own = await signedIn("congan");
    await own.goes(`/mot-cua/${one}`);
    own.sees("Rất giống");
    const helper = await signedIn("truc");
    await helper.goes(pair(here, here));
    assert.equal(helper.seen.status, 403);
  });

  it("is found the same after the views were made anew from the log", async () => {
    const { sql } = context.database;
    const read = async () => ({
      subjects: await sql`select * from dossier_subjects order by office, dossier`,
      keys: await sql`select * from duplicate_keys order by office, kind, key, dossier`,
      verdicts: await sql`select * from duplicate_verdicts order by office, one, other`,
    });
    const before = await read();
    assert.ok(before.verdicts.length >= 2 && before.keys.length > 10);
    await rebuildViews(context);
    assert.deepEqual(await read(), before);
  });
});
