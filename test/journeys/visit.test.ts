import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { answerAll, photographBirthNotice } from "../support/birth.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

const SIGNATURE = `M10 10${Array.from({ length: 20 }, (_, index) => `L${10 + index * 5} ${20 + (index % 5) * 7}`).join("")}`;

describe("a visit at the point", () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
  });
  after(() => hub.end());

  const signIn = async (username: string) => {
    const member = new Person(hub.url);
    await member.sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
    return member;
  };
  const visitOf = (person: Person) => /\/ban-truc\/luot\/([0-9a-f-]{36})/.exec(person.seen.url + person.seen.text)?.[1] ?? "";
  const dossierOf = (person: Person) => /\/mot-cua\/([0-9a-f-]{36})/.exec(person.seen.text)?.[1] ?? "";
  const greet = async (helper: Person) => {
    await helper.sends("/ban-truc/luot", { purpose: "guided" });
    return visitOf(helper);
  };
  const giveMandate = async (helper: Person, visit: string, more: Record<string, string>) => {
    await helper.sends(`/ban-truc/luot/${visit}/uy-quyen`, { ten: "Cao Thị Mẫu" });
    return helper.sends(`/ban-truc/luot/${visit}/uy-quyen`, { ten: "Cao Thị Mẫu", text: helper.hidden("text"), ...more });
  };

  it("gives somebody a number, calls it, and ends with everything in it", async () => {
    const visitor = new Person(hub.url);
    await visitor.sends("/luot-den", { purpose: "guided" });
    visitor.sees("Đang chờ");
    const number = /Số của bà con: (\d+)/.exec(visitor.seen.text)?.[1];
    const helper = await signIn("truc");
    helper.sees("Đang chờ: <strong>1");
    const visit = visitOf(helper);
    await helper.sends(`/ban-truc/luot/${visit}/serve`, {});
    helper.sees("Đang được giúp");
    const screen = new Person(hub.url);
    await screen.goes("/man-hinh");
    screen.sees(`Mời số ${number}`);
    await visitor.goes("/luot-den");
    visitor.sees("Mấu Thị Trực Thử");

    const draft = await answerAll(visitor);
    await helper.goes(`/ban-truc/luot/${visit}`);
    helper.sees("Đăng ký khai sinh: đang khai");
    await helper.sends(`/ban-truc/luot/${visit}/finish`, {});
    helper.seesNot(`/ban-truc/luot/${visit}`);
    await visitor.goes(`/ho-so/${draft}`);
    assert.equal(visitor.seen.status, 404, "the visitor's session went with the visit");
  });

  it("lets of two helpers one have the number, and tells the other who was first", async () => {
    const visitor = new Person(hub.url);
    await visitor.sends("/luot-den", { purpose: "look-up" });
    const [first, second] = await Promise.all([signIn("truc"), signIn("canbo")]);
    await second.goes("/ban-truc");
    const visit = visitOf(second);
    await Promise.all([first.sends(`/ban-truc/luot/${visit}/serve`, {}), second.sends(`/ban-truc/luot/${visit}/serve`, {})]);
    const [winner, loser] = first.seen.status === 200 ? [first, second] : [second, first];
    assert.deepEqual([winner.seen.status, loser.seen.status], [200, 409]);
    loser.sees("đang giúp số");
    await winner.sends(`/ban-truc/luot/${visit}/finish`, {});
    await winner.sends(`/ban-truc/luot/${visit}/finish`, {});
    assert.equal(winner.seen.status, 409);
    winner.sees("Lượt này đã kết thúc");
  });

  it("counts numbers from one each day, without a gap, however many come at once", async () => {
    const people = Array.from({ length: 12 }, () => new Person(hub.url));
    await Promise.all(people.map((person) => person.sends("/luot-den", { purpose: "other" })));
    const rows = await hub.context.database.sql<{ number: number }[]>`select number from visits order by number`;
    assert.deepEqual(
      rows.map(({ number }) => number),
      rows.map((_, index) => index + 1),
    );
  });

  it("opens no draft to a helper without the citizen's mandate; practising needs none", async () => {
    const visitor = new Person(hub.url);
    const draft = await answerAll(visitor);
    const helper = await signIn("truc");
    await helper.goes(`/ho-so/${draft}?bo-qua=1`);
    assert.equal(helper.seen.status, 404);
    await helper.sends("/thu-tuc/1.001193", {});
    assert.equal(helper.seen.status, 403);
    helper.sees("cần bà con đồng ý trước");
    await helper.sends("/thu-tuc/1.001193", { practice: "yes" });
    assert.equal(helper.seen.status, 200, "practising needs nobody's consent");
  });

  it("takes a mandate only with the tick, the very text, and a proof", async () => {
    const helper = await signIn("truc");
    const visit = await greet(helper);
    await giveMandate(helper, visit, { "chu-ky": SIGNATURE });
    helper.sees("đánh dấu đồng ý");
    await giveMandate(helper, visit, { "dong-y": "yes" });
    helper.sees("Cần chữ ký của bà con");
    await giveMandate(helper, visit, { "dong-y": "yes", "chu-ky": "M1 1L2 2" });
    helper.sees("Cần chữ ký của bà con");
    await giveMandate(helper, visit, { "dong-y": "yes", "chu-ky": SIGNATURE, text: "Tôi cho hết" });
    helper.sees("đánh dấu đồng ý");
    await giveMandate(helper, visit, { "dong-y": "yes", "chu-ky": SIGNATURE });
    helper.sees("Đang làm thay bà con");
    const [row] = await hub.context.database.sql<
      { text: string; sha: string }[]
    >`select text, text_sha256 as sha from mandates where visit = ${visit}`;
    assert.match(row?.text ?? "", /Tôi là Cao Thị Mẫu\.[\s\S]*Mấu Thị Trực Thử/);
    assert.equal(row?.sha.length, 64);
    await helper.sends(`/ban-truc/luot/${visit}/finish`, {});
  });

  it("carries a helper's work as làm thay, and has an officer sign for it before it is accepted", async () => {
    const helper = await signIn("truc");
    const visit = await greet(helper);
    await giveMandate(helper, visit, { "dong-y": "yes", "chu-ky": SIGNATURE });
    const draft = await answerAll(helper);
    await photographBirthNotice(helper, draft);
    await helper.sends(`/ho-so/${draft}/gui`, {});
    helper.sees("Đã gửi hồ sơ");
    await helper.sends(`/ban-truc/luot/${visit}/finish`, {});
    await helper.goes(`/ho-so/${draft}/da-gui`);
    assert.equal(helper.seen.status, 404, "the mandate ended with the visit");

    const officer = await signIn("canbo");
    const dossier = dossierOf(officer);
    await officer.goes(`/mot-cua/${dossier}`);
    officer.sees("Làm thay – Mấu Thị Trực Thử");
    officer.seesNot(`action="/mot-cua/${dossier}/accept"`);
    await officer.sends(`/mot-cua/${dossier}/accept`, { key: "vội" });
    assert.equal(officer.seen.status, 409);
    await officer.sends(`/mot-cua/${dossier}/countersign`, { key: "ký" });
    await officer.sends(`/mot-cua/${dossier}/accept`, { key: "nhận" });
    officer.sees("Được tiếp nhận");
    await officer.sends(`/mot-cua/${dossier}/correct-help`, {
      key: "sửa",
      degree: "guided",
      "words-correct-help": "Bà con tự gõ, người trực chỉ bày",
    });
    officer.sees("Được bày");
  });

  it("tells tự làm from được bày by who stood by", async () => {
    const alone = new Person(hub.url);
    const first = await answerAll(alone);
    await photographBirthNotice(alone, first);
    await alone.sends(`/ho-so/${first}/gui`, {});
    const shown = new Person(hub.url);
    await shown.sends("/luot-den", { purpose: "guided" });
    const helper = await signIn("truc");
    const numbers = [...helper.seen.text.matchAll(/luot\/([0-9a-f-]{36})\/serve/g)].map(([, id]) => id ?? "");
    await helper.sends(`/ban-truc/luot/${numbers.at(-1)}/serve`, {});
    const second = await answerAll(shown);
    await photographBirthNotice(shown, second);
    await shown.sends(`/ho-so/${second}/gui`, {});
    const rows = await hub.context.database.sql<{ degree: string }[]>`
      select data->'help'->>'degree' as degree from dossier_events
      where type = 'lodged' and key in (${`draft:${first}`}, ${`draft:${second}`}) order by at`;
    assert.deepEqual(
      rows.map(({ degree }) => degree),
      ["alone", "guided"],
    );
  });

  it("hands the screen over: the helper's session is gone from it, the visit's begins", async () => {
    const machine = await signIn("truc");
    const visit = await greet(machine);
    await machine.sends(`/ban-truc/luot/${visit}/giao-may`, {});
    await machine.goes("/ban-truc");
    assert.match(machine.seen.url, /dang-nhap/);
    await machine.sends("/thu-tuc/1.001193", {});
    const helper = await signIn("truc");
    await helper.goes(`/ban-truc/luot/${visit}`);
    helper.sees("Đăng ký khai sinh: đang khai");
    await machine.sends("/xong", {});
    await helper.goes(`/ban-truc/luot/${visit}`);
    helper.sees(": Xong");
  });

  it("hints at once to who follows the desk", async () => {
    const helper = await signIn("truc");
    const stop = new AbortController();
    const reply = await fetch(new URL("/ban-truc/tin", hub.url), { headers: { cookie: helper.cookie }, signal: stop.signal });
    const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
    const heard = (async () => {
      for (let text = ""; reader; ) {
        const { value, done } = await reader.read();
        text += value ?? "";
        if (text.includes("data: changed")) return true;
        if (done) return false;
      }
    })();
    await new Person(hub.url).sends("/luot-den", { purpose: "other" });
    assert.equal(await heard, true);
    stop.abort();
  });

  it("asks nothing of anybody: no name, no telephone, no card is needed for a visit", async () => {
    const [row] = await hub.context.database.sql<
      { anonymous: number }[]
    >`select count(*) as anonymous from visits where visitor_name is null`;
    assert.ok((row?.anonymous ?? 0) > 10);
  });
});
