import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { addressNotices } from "../../src/operations/messages/address.ts";
import { answerAll, photographBirthNotice } from "../support/birth.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { type KeptPeople, keptPeople } from "../support/kept-people.ts";

const SECRET_WORDS = "Bà con nhờ nhắn cho Cao Thị Mẫu";

describe("what goes when its time is over", () => {
  let hub: TestHub;
  let kept: KeptPeople;
  before(async () => {
    hub = await openHub();
    kept = await keptPeople(hub);
  });
  after(() => hub.end());

  it("is no paper until the admin has read the table as it stands and confirmed it; till then the pages say so", async () => {
    const one = await kept.finished();
    const papers = await kept.filesOf(one.dossier);
    const there = async () => {
      const disk = await kept.onDisk();
      return papers.filter((file) => disk.has(file)).length;
    };
    await kept.daysGoBy(3650);
    assert.equal(await there(), 1, "ten years are no reason while nobody confirmed");

    const officer = await kept.signIn("canbo");
    await officer.goes("/luu-giu");
    officer.sees("Bảng này chưa được xác nhận");
    officer.seesNot('name="bang"');
    await officer.sends("/luu-giu", { bang: "", "da-doc": "yes" });
    assert.equal(officer.seen.status, 403);
    const leader = await kept.signIn("lanhdao");
    await leader.sends("/luu-giu", { bang: "", "da-doc": "yes" });
    assert.equal(leader.seen.status, 403, "the office has an admin of its own");
    const admin = await kept.signIn("quantri");
    await admin.goes("/quan-tri");
    admin.sees("Bảng lưu giữ chưa được xác nhận");
    await admin.goes("/luu-giu");
    const table = admin.hidden("bang");
    assert.ok(!/name="da-doc"[^>]*checked/.test(admin.seen.text), "nothing is ticked beforehand");
    await admin.sends("/luu-giu", { bang: table });
    assert.equal(admin.seen.status, 422);
    await admin.sends("/luu-giu", { bang: "f".repeat(64), "da-doc": "yes" });
    assert.equal(admin.seen.status, 409, "another table than the one that was read");
    await kept.daysGoBy(3650);
    assert.equal(await there(), 1);

    const police = await kept.signIn("truongcongan");
    await police.goes("/luu-giu");
    police.seesNot('name="bang"');
    await kept.sql()`update staff set disabled_at = now() where office = 'cong-an-bac-khanh-vinh' and role = 'admin'`;
    await police.goes("/luu-giu");
    await police.sends("/luu-giu", { bang: police.hidden("bang"), "da-doc": "yes" });
    police.sees("Cao Xuân Thí Dụ đã xác nhận");
    await kept.daysGoBy(3650);
    assert.equal(await there(), 1, "another office confirmed for itself only");

    const later = await kept.signIn("quantri");
    await later.sends("/luu-giu", { bang: table, "da-doc": "yes" });
    later.sees("Pi Năng Quản Trị Thử đã xác nhận");
    await later.goes("/quan-tri");
    later.seesNot("Bảng lưu giữ chưa được xác nhận");
    await kept.daysGoBy(89);
    assert.equal(await there(), 1);
    await kept.daysGoBy(91);
    assert.equal(await there(), 0);
  });

  it("is what messages said and where they went, the address that was given, what was noted of calls: rows stay to be counted, empty", async () => {
    const citizen = kept.somebody();
    const draft = await answerAll(citizen);
    await citizen.sends(`/ho-so/${draft}/cau/dien-thoai`, { "nyc.soDienThoai": "0905000123" });
    await photographBirthNotice(citizen, draft);
    await citizen.sends(`/ho-so/${draft}/gui`, {
      "thu-dien-tu": "mau@vidu.vn",
      "dong-y-tin": "yes",
      "loi-dong-y": kept.termsOf("messages"),
    });
    const [row] = await kept.sql()<{ dossier: string; code: string }[]>`
      select dossier, tracking_code as code from dossiers join drafts on lodged_dossier = dossier where draft = ${draft}`;
    assert.ok(row);
    await addressNotices(hub.context);
    let officer = await kept.signIn("canbo");
    for (const move of ["accept", "send-galley"])
      await officer.sends(`/mot-cua/${row.dossier}/${move}`, { key: crypto.randomUUID(), reason: "Thử" });
    await addressNotices(hub.context);
    const helper = await kept.signIn("truc");
    const [call] = await kept.sql()<{ call: string }[]>`select call from calls where dossier = ${row.dossier}`;
    assert.ok(call, "the galley is told by a call");
    await helper.sends(`/ban-truc/goi/${call.call}`, { outcome: "no-answer", words: SECRET_WORDS });
    const left = async () =>
      (
        await kept.sql()<{ messages: number; words: number; noted: number; calls: number; wishes: number }[]>`select
          (select count(*)::int from deliveries where dossier = ${row.dossier}) as messages,
          (select count(*)::int from deliveries where dossier = ${row.dossier} and recipient || subject || body <> '') as words,
          (select count(*)::int from call_tries where call = ${call.call}) as calls,
          (select count(*)::int from call_tries where call = ${call.call} and words <> '') as noted,
          (select count(*)::int from message_wishes where dossier = ${row.dossier} and email is not null) as wishes`
      )[0];
    const first = await left();
    assert.ok((first?.messages ?? 0) >= 2 && first?.words === first?.messages);

    await kept.daysGoBy(91);
    assert.deepEqual(
      { ...(await left()) },
      { ...first, words: 0, noted: 1, wishes: 1 },
      "the dossier is open: its call and its address are needed",
    );
    officer = await kept.signIn("canbo");
    await officer.goes("/mot-cua/tin-nhan");
    officer.sees("hết hạn lưu, đã xóa lời");
    officer.seesNot("mau@vidu.vn");
    const [message] = await kept.sql()<{ delivery: string }[]>`select delivery from deliveries where dossier = ${row.dossier} limit 1`;
    await kept.sql()`update deliveries set state = 'stuck' where delivery = ${message?.delivery ?? ""}`;
    await officer.sends(`/mot-cua/tin-nhan/${message?.delivery}/gui-lai`, {});
    const [resent] = await kept.sql()<{ state: string }[]>`select state from deliveries where delivery = ${message?.delivery ?? ""}`;
    assert.equal(resent?.state, "stuck", "an empty message is not sent");

    await officer.sends(`/mot-cua/${row.dossier}/stop`, {
      key: crypto.randomUUID(),
      "words-stop": "Bà con không làm nữa",
      "can-cu": "Luật Thử",
    });
    await kept.daysGoBy(29);
    assert.equal((await left())?.wishes, 1);
    await kept.daysGoBy(91);
    assert.deepEqual({ ...(await left()), messages: 0 }, { messages: 0, words: 0, calls: 1, noted: 0, wishes: 0 });
    assert.equal(
      (
        await kept.sql()`select 1 from call_tries where words like ${`%${SECRET_WORDS}%`} union all select 1 from deliveries where body like '%0905000123%'`
      ).length,
      0,
    );
  });

  it("is the photographs that a sent declaration's papers were made of: rows and bytes, while the dossier keeps its papers", async () => {
    const citizen = kept.somebody();
    const draft = await answerAll(citizen);
    await photographBirthNotice(citizen, draft);
    const pages = await kept.sql()<{ sha: string }[]>`
      select sha256 as sha from draft_pages where draft = ${draft}`;
    await citizen.sends(`/ho-so/${draft}/gui`, {});
    const [row] = await kept.sql()<{ dossier: string }[]>`select lodged_dossier as dossier from drafts where draft = ${draft}`;
    const photographs = pages.map(({ sha }) => sha);
    assert.ok(photographs.length >= 1);
    await kept.daysGoBy(6);
    const before = await kept.onDisk();
    assert.ok(photographs.every((file) => before.has(file)));
    await kept.daysGoBy(8);
    const after = await kept.onDisk();
    assert.deepEqual(
      photographs.filter((file) => after.has(file)),
      [],
    );
    assert.equal((await kept.sql()`select 1 from draft_pages where draft = ${draft}`).length, 0);
    assert.equal((await kept.sql()`select 1 from uploads where draft = ${draft}`).length, 0);
    const papers = await kept.filesOf(row?.dossier ?? "");
    assert.ok(papers.length > 0 && papers.every((file) => after.has(file)), "the dossier's own are there");
    const leader = await kept.signIn("lanhdao");
    await leader.goes("/luu-giu");
    for (const words of ["Ảnh gốc và tên tệp", "Lời ghi sau khi gọi điện", "Lời và nơi nhận của tin"]) leader.sees(words);
  });

  it("is erased for a person by one of two officers who answer at the same moment; the events say which, and the other is told", async () => {
    const one = await kept.finished();
    const person = await kept.proven(one);
    await person.sends("/du-lieu/yeu-cau", { kind: "erase", words: "Xóa giúp tôi", dossier: one.dossier, key: crypto.randomUUID() });
    const [asked] = await kept.sql()<{ request: string }[]>`select request from personal_requests where dossier = ${one.dossier}`;
    const [officer, leader] = await Promise.all([kept.signIn("canbo"), kept.signIn("lanhdao")]);
    const at = `/mot-cua/du-lieu/${asked?.request}`;
    await Promise.all([
      officer.sends(at, { outcome: "done", words: "Cán bộ trả lời" }),
      leader.sends(at, { outcome: "partly", words: "Lãnh đạo trả lời" }),
    ]);
    const answers = [officer, leader].map((who) => who.seen.status);
    assert.deepEqual([...answers].sort(), [200, 409], "one winner");
    const winner = answers[0] === 200 ? officer : leader;
    const name = winner === officer ? "Bo Bo Văn Thử" : "Cao Văn Ký Mẫu";
    const [row] = await kept.sql()<{ answer: string }[]>`select answer from personal_requests where request = ${asked?.request ?? ""}`;
    assert.match(row?.answer ?? "", winner === officer ? /Cán bộ trả lời/ : /Lãnh đạo trả lời/);
    assert.match(row?.answer ?? "", /Đã xóa bản chụp giấy tờ của 1 hồ sơ/, "who won said what went");
    const events = await kept.sql()<{ actor: { role: string; name: string; id: string | null } }[]>`
      select actor from dossier_events where dossier = ${one.dossier} and type = 'papers-erased'`;
    assert.deepEqual([events.length, events[0]?.actor.name, events[0]?.actor.role], [1, name, winner === officer ? "officer" : "leader"]);
    assert.ok(events[0]?.actor.id);
    await kept.logIsWhole();
  });

  it("is not begun for a refusal, and a claim that somebody died over is given up after some minutes", async () => {
    const one = await kept.finished();
    const person = await kept.proven(one);
    await person.sends("/du-lieu/yeu-cau", { kind: "erase", words: "Xóa giúp tôi", dossier: one.dossier, key: crypto.randomUUID() });
    const [asked] = await kept.sql()<{ request: string }[]>`select request from personal_requests where dossier = ${one.dossier}`;
    const request = asked?.request ?? "";
    await kept.sql()`update personal_requests set claim = gen_random_uuid(), claimed_at = now() where request = ${request}`;
    const officer = await kept.signIn("canbo");
    await officer.sends(`/mot-cua/du-lieu/${request}`, { outcome: "done", words: "Đã xóa" });
    assert.equal(officer.seen.status, 409);
    officer.sees("Cán bộ khác đang trả lời");
    officer.sees("Đã xóa");
    await kept.sql()`update personal_requests set claimed_at = now() - interval '6 minutes' where request = ${request}`;
    await officer.sends(`/mot-cua/du-lieu/${request}`, { outcome: "refused", words: "", stays: "complaint" });
    assert.equal(officer.seen.status, 200);
    assert.equal((await kept.sql()`select 1 from dossier_events where dossier = ${one.dossier} and type = 'papers-erased'`).length, 0);
  });
});
