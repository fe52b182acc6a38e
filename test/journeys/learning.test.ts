import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { answerAll, photographBirthNotice } from "../support/birth.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

describe("what people learn at the point", () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
  });
  after(() => hub.end());

  const helper = async () => {
    const member = new Person(hub.url);
    await member.sends("/dang-nhap", { ten: "truc", secret: PRACTICE_SECRET });
    return member;
  };
  const counts = async () =>
    (
      await hub.context.database.sql<{ page: string; what: string; count: number }[]>`
      select page, what, count from question_counts order by page, what`
    ).map(({ page, what, count }) => `${page} ${what} ${count}`);
  const steps = () =>
    hub.context.database.sql<{ pseudonym: string; degree: string }[]>`select pseudonym, degree from ladder_steps order by day, step`;
  const send = async () => {
    const person = new Person(hub.url);
    const draft = await answerAll(person);
    await photographBirthNotice(person, draft);
    await person.sends(`/ho-so/${draft}/gui`, {});
    return { person, draft };
  };

  it("keeps nothing of whoever did not agree", async () => {
    const { person } = await send();
    person.sees("Không đồng ý cũng không sao");
    assert.equal((await steps()).length, 0);
  });

  it("keeps each degree under a pseudonym for whoever agreed, until they take it back", async () => {
    const { person, draft } = await send();
    await person.sends(`/ho-so/${draft}/da-gui/bac-thang`, { "dong-y": "yes" });
    person.sees("Các lần của bà con: tự làm");
    await person.sends(`/ho-so/${draft}/da-gui/bac-thang`, { "dong-y": "yes" });
    assert.equal((await steps()).length, 1, "agreeing twice is one step");
    const again = await send();
    again.person.sees("tự làm → tự làm");
    const kept = await steps();
    assert.equal(new Set(kept.map(({ pseudonym }) => pseudonym)).size, 1);
    assert.ok(
      kept.every(({ pseudonym }) => /^[0-9a-f]{64}$/.test(pseudonym)),
      "nobody's number stands there",
    );
    await again.person.sends(`/ho-so/${again.draft}/da-gui/bac-thang`, { "dong-y": "no" });
    assert.equal((await steps()).length, 0);
  });

  it("follows the officer who corrects the degree", async () => {
    const { person, draft } = await send();
    await person.sends(`/ho-so/${draft}/da-gui/bac-thang`, { "dong-y": "yes" });
    const [row] = await hub.context.database.sql<
      { dossier: string }[]
    >`select lodged_dossier as dossier from drafts where draft = ${draft}`;
    const officer = new Person(hub.url);
    await officer.sends("/dang-nhap", { ten: "canbo", secret: PRACTICE_SECRET });
    await officer.sends(`/mot-cua/${row?.dossier}/correct-help`, {
      key: crypto.randomUUID(),
      degree: "guided",
      "words-correct-help": "Có người ngồi bày",
    });
    assert.deepEqual(
      (await steps()).map(({ degree }) => degree),
      ["guided"],
    );
    const member = await helper();
    await member.goes("/ban-truc/hoc-duoc");
    member.sees("Chưa đủ 5 người");
  });

  it("counts the question at which somebody called for help, once, and the desk sees who calls", async () => {
    const before = await counts();
    const person = new Person(hub.url);
    await person.sends("/thu-tuc/1.001193", {});
    const draft = /\/ho-so\/([0-9a-f-]{36})/.exec(person.seen.url)?.[1] ?? "";
    await person.goes(`/ho-so/${draft}?bo-qua=1`);
    person.sees("Gọi người trực");
    await person.sends(`/ho-so/${draft}/cau/quan-he/nho-giup`, {});
    person.sees("Đã báo người trực");
    await person.sends(`/ho-so/${draft}/cau/quan-he/nho-giup`, {});
    const member = await helper();
    member.sees("Đang gọi giúp");
    const visit = /\/ban-truc\/luot\/([0-9a-f-]{36})\/serve/.exec(
      member.seen.text.slice(0, member.seen.text.indexOf("Đang gọi giúp") + 2000),
    )?.[1];
    assert.deepEqual(
      (await counts()).filter((line) => !before.includes(line)),
      ["quan-he asked 1"],
    );
    assert.ok(visit);
  });

  it("counts the question at which somebody stopped, when the visit ends, and answers that were refused; of practice nothing", async () => {
    const before = await counts();
    const practice = new Person(hub.url);
    await practice.sends("/thu-tuc/1.001193", { practice: "yes" });
    await practice.sends("/xong", {});
    assert.deepEqual(await counts(), before);

    const person = new Person(hub.url);
    await person.sends("/thu-tuc/1.001193", {});
    const draft = /\/ho-so\/([0-9a-f-]{36})/.exec(person.seen.url)?.[1] ?? "";
    await person.sends(`/ho-so/${draft}/cau/quan-he`, { "nyc.quanHe": "cha-de" });
    await person.sends(`/ho-so/${draft}/cau/cha-me`, { loaiKhaiSinh: "không biết" });
    assert.equal(person.seen.status, 422);
    await person.sends("/xong", {});
    assert.deepEqual(
      (await counts()).filter((line) => !before.includes(line)),
      ["cha-me refused 1", "cha-me stopped 1"],
    );
    const member = await helper();
    await member.goes("/ban-truc/hoc-duoc");
    member.sees("Đã biết cha mẹ của bé chưa?");
  });
});
