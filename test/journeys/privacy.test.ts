import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { officeDay } from "../../src/base/clock.ts";
import { sealDays } from "../../src/operations/audit/seal-days.ts";
import { PRACTICE_CITIZEN, PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { rebuildViews } from "../../src/operations/views/rebuild-views.ts";
import { answerAll, photographBirthNotice } from "../support/birth.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { DAY_MS, type KeptPeople, keptPeople } from "../support/kept-people.ts";
import { aWav } from "../support/sounds.ts";
import { unzip } from "../support/unzip.ts";

describe("what is kept of people", () => {
  let hub: TestHub;
  let kept: KeptPeople;
  before(async () => {
    hub = await openHub();
    kept = await keptPeople(hub);
    await kept.tableConfirmed();
  });
  after(() => hub.end());

  it("is shown to whoever proves the slip, with why and how long; a wrong secret and an unknown code answer the same", async () => {
    const one = await kept.sent();
    const stranger = kept.somebody();
    await stranger.sends("/du-lieu", { ma: one.code, so: "no" });
    const wrong = [stranger.seen.status, /summary-error[\s\S]*?<\/div>/.exec(stranger.seen.text)?.[0]];
    await stranger.sends("/du-lieu", { ma: "ZZZZZZZZZZ", so: "0000" });
    assert.deepEqual([stranger.seen.status, /summary-error[\s\S]*?<\/div>/.exec(stranger.seen.text)?.[0]], wrong);
    await stranger.goes("/du-lieu");
    stranger.seesNot(one.code);

    await (await kept.signIn("canbo")).goes(`/mot-cua/${one.dossier}`);
    const person = await kept.proven(one);
    for (const words of [
      one.code,
      "Công chức tư pháp - hộ tịch xem hồ sơ",
      "90 ngày",
      "Sổ hộ tịch",
      "không phải hỏi lời đồng ý",
      "dữ liệu nhạy cảm",
    ])
      person.sees(words);
    person.seesNot("Bo Bo Văn Thử");
    await person.sends("/xong", {});
    await person.goes("/du-lieu");
    person.seesNot(one.code);
  });

  it("is agreed to by purpose, unticked, in the very words, for a child of seven with the child; and taken back", async () => {
    const one = await kept.sent();
    const person = await kept.proven(one);
    const give = (more: Record<string, string>) =>
      person.sends("/du-lieu/dong-y", {
        purpose: "copy",
        dossier: one.dossier,
        text: kept.termsOf("copy"),
        "dong-y": "yes",
        whom: "self",
        ...more,
      });
    assert.ok(!/name="dong-y"[^>]*checked/.test(person.seen.text), "nothing is ticked beforehand");
    const standing = async () => kept.sql()<{ consent: string; text: string; hash: string; whom: string; way: string }[]>`
      select consent, text, text_sha256 as hash, whom, way from consents where dossier = ${one.dossier} and withdrawn_at is null`;
    await give({ "dong-y": "" });
    assert.equal(person.seen.status, 422);
    await give({ text: "Tôi đồng ý tất cả" });
    assert.equal(person.seen.status, 409);
    await give({ whom: "child-asked" });
    assert.equal(person.seen.status, 422);
    person.sees("hỏi cả ý cháu");
    assert.equal((await standing()).length, 0);
    await give({ whom: "child-asked", chau: "yes" });
    await give({ whom: "child-asked", chau: "yes" });
    const [consent, ...more] = await standing();
    assert.deepEqual([consent?.text, consent?.whom, consent?.way, more.length], [kept.termsOf("copy"), "child-asked", "screen", 0]);
    assert.equal(consent?.hash, createHash("sha256").update(kept.termsOf("copy")).digest("hex"));

    const other = await kept.proven(await kept.sent());
    await other.sends(`/du-lieu/dong-y/${consent?.consent}/rut`, {});
    assert.equal(other.seen.status, 404);
    await person.sends(`/du-lieu/dong-y/${consent?.consent}/rut`, {});
    person.sees("đã rút");
    assert.equal((await standing()).length, 0);

    const officer = await kept.signIn("canbo");
    await officer.sends("/mot-cua/du-lieu/dong-y", { "ma-giay": one.code, purpose: "messages", whom: "self" });
    assert.equal(officer.seen.status, 422);
    await officer.sends("/mot-cua/du-lieu/dong-y", { "ma-giay": one.code, purpose: "messages", whom: "self", "da-xem": "yes" });
    await person.goes("/du-lieu");
    person.sees("trên giấy");
  });

  it("is asked about on the page, answered by the clock of the law, refused only with a reason", async () => {
    const one = await kept.sent();
    const person = await kept.proven(one);
    const key = crypto.randomUUID();
    await person.sends("/du-lieu/yeu-cau", { kind: "erase", words: "", dossier: one.dossier, key });
    assert.equal(person.seen.status, 422);
    await person.sends("/du-lieu/yeu-cau", { kind: "erase", words: "Xóa hồ sơ này", dossier: one.dossier, key });
    await person.sends("/du-lieu/yeu-cau", { kind: "erase", words: "Xóa hồ sơ này", dossier: one.dossier, key });
    person.sees("Nghị định 356/2025/NĐ-CP, Điều 5");
    const rows = await kept.sql()<{ request: string; due: string }[]>`
      select request, due_day::text as due from personal_requests where dossier = ${one.dossier}`;
    assert.equal(rows.length, 1, "a second click asks once");
    const request = rows[0]?.request ?? "";
    assert.ok((rows[0]?.due ?? "") > officeDay(new Date()));

    const police = await kept.signIn("congan");
    await police.goes(`/mot-cua/du-lieu/${request}`);
    assert.equal(police.seen.status, 404);
    await police.sends(`/mot-cua/du-lieu/${request}`, { outcome: "done", words: "x" });
    assert.equal(police.seen.status, 404);

    const officer = await kept.signIn("canbo");
    await officer.goes("/mot-cua/du-lieu");
    officer.sees("Bo Bo Văn Thử");
    await officer.sends(`/mot-cua/du-lieu/${request}`, { outcome: "refused", words: "" });
    assert.equal(officer.seen.status, 422);
    officer.sees("phải nói vì sao");
    await officer.sends(`/mot-cua/du-lieu/${request}`, { outcome: "partly", words: "Rút hồ sơ xong thì xóa", stays: "open" });
    await officer.sends(`/mot-cua/du-lieu/${request}`, { outcome: "done", words: "lần nữa" });
    assert.equal(officer.seen.status, 409);
    await person.goes("/du-lieu");
    for (const words of ["Làm được một phần", "Rút hồ sơ xong thì xóa", "Hồ sơ đang giải quyết"]) person.sees(words);
  });

  it("is asked about through a helper by somebody without a phone: proven by slip or card, in the visit only", async () => {
    const one = await kept.sent();
    const helper = await kept.signIn("truc");
    await helper.sends("/ban-truc/luot", { purpose: "other" });
    const [visit] = await kept.sql()<
      { visit: string }[]
    >`select visit from visits where opened_by = 'helper' order by opened_at desc limit 1`;
    const at = `/ban-truc/luot/${visit?.visit}/du-lieu`;
    const ask = (more: Record<string, string>) => helper.sends(at, { kind: "see", words: "", key: crypto.randomUUID(), ...more });
    await ask({});
    assert.equal(helper.seen.status, 422);
    await ask({ ma: one.code, so: "sai" });
    assert.equal(helper.seen.status, 403);
    await ask({ ma: one.code, so: one.secret });
    helper.sees("Đã ghi.");
    await ask({ ten: "Cao Thị Mẫu", the: "yes", kind: "correct", words: "Sai số điện thoại" });
    helper.sees("Đã ghi.");
    const rows = await kept.sql()<{ proof: string; channel: string; by: boolean }[]>`
      select proof, channel, taken_by is not null as by from personal_requests where channel = 'point' order by asked_at`;
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [
        { proof: "slip", channel: "point", by: true },
        { proof: "card", channel: "point", by: true },
      ],
    );
    await helper.sends(`/ban-truc/luot/${visit?.visit}/finish`, {});
    await ask({ ma: one.code, so: one.secret });
    assert.equal(helper.seen.status, 409);
  });

  it("goes when its time is over: papers from the disk, with an event that leaves log, seals and lists whole; not while a complaint runs", async () => {
    const [gone, agreed, held, open] = [await kept.finished(), await kept.finished(), await kept.finished(), await kept.sent()];
    const papers = await kept.filesOf(gone.dossier);
    assert.equal(papers.length, 1);
    const person = await kept.proven(agreed);
    await person.sends("/du-lieu/dong-y", { purpose: "copy", dossier: agreed.dossier, text: kept.termsOf("copy"), "dong-y": "yes" });
    const officer = await kept.signIn("canbo");
    await officer.sends("/mot-cua/du-lieu/giu-lai", { "ma-giu": held.code, "vi-sao": "" });
    assert.equal(officer.seen.status, 422);
    await officer.sends("/mot-cua/du-lieu/giu-lai", { "ma-giu": held.code, "vi-sao": "Đơn khiếu nại số 3" });
    officer.sees("Đơn khiếu nại số 3");
    const erasedOf = async (dossier: string) =>
      (await kept.sql()`select 1 from dossier_events where dossier = ${dossier} and type = 'papers-erased'`).length;

    await kept.daysGoBy(89);
    assert.equal(await erasedOf(gone.dossier), 0);
    await kept.daysGoBy(91);
    await kept.daysGoBy(91);
    assert.deepEqual(
      await Promise.all([gone, agreed, held, open].map(({ dossier }) => erasedOf(dossier))),
      [1, 0, 0, 0],
      "once, and only what is due",
    );
    const disk = await kept.onDisk();
    assert.deepEqual(
      papers.filter((file) => disk.has(file)),
      [],
      "the bytes are gone",
    );
    for (const one of [agreed, held, open])
      for (const file of await kept.filesOf(one.dossier)) assert.ok(disk.has(file), "others' are there");

    await kept.logIsWhole();
    const before = await kept.sql()`select office, dossier, sha256 from dossier_files order by 1, 2, 3`;
    await rebuildViews(hub.context);
    assert.deepEqual(
      await kept.sql()`select office, dossier, sha256 from dossier_files order by 1, 2, 3`,
      before,
      "a rebuild does not bring them back",
    );
    const later = await kept.signIn("canbo");
    await later.goes(`/mot-cua/${gone.dossier}`);
    later.sees("bản chụp đã xóa ngày");
    await later.goes(`/mot-cua/${gone.dossier}/giay-to/giay-chung-sinh.pdf`);
    assert.equal(later.seen.status, 404);

    await later.goes("/luu-giu");
    later.sees("Bản chụp giấy tờ trong hồ sơ đã xong");
    const [report] = await kept.sql()<{ count: number }[]>`select count from retention_reports where kind = 'papers'`;
    assert.ok((report?.count ?? 0) >= 1);
    const [hold] = await kept.sql()<{ hold: string }[]>`select hold from legal_holds where dossier = ${held.dossier}`;
    const police = await kept.signIn("congan");
    await police.sends(`/mot-cua/du-lieu/giu-lai/${hold?.hold}/thoi`, {});
    assert.equal(police.seen.status, 404, "another office does not end it");
    await later.sends(`/mot-cua/du-lieu/giu-lai/${hold?.hold}/thoi`, {});
    await kept.daysGoBy(456);
    assert.deepEqual(await Promise.all([agreed, held, open].map(({ dossier }) => erasedOf(dossier))), [1, 1, 0]);
  });

  it("goes when its time is over: a name in a visit, a voice and a name in feedback, a signature with its words", async () => {
    const helper = await kept.signIn("truc");
    await helper.sends("/ban-truc/luot", { purpose: "other" });
    const [visit] = await kept.sql()<
      { visit: string }[]
    >`select visit from visits where opened_by = 'helper' order by opened_at desc limit 1`;
    const id = visit?.visit ?? "";
    await helper.sends(`/ban-truc/luot/${id}`, { purpose: "other", ten: "Cao Thị Mẫu" });
    await helper.sends(`/ban-truc/luot/${id}/uy-quyen`, { ten: "Cao Thị Mẫu" });
    const text = helper.hidden("text").replaceAll("&quot;", '"');
    const stroke = `M10 10${Array.from({ length: 20 }, (_, index) => `L${10 + index * 5} ${20 + (index % 5) * 7}`).join("")}`;
    await helper.sends(`/ban-truc/luot/${id}/uy-quyen`, { ten: "Cao Thị Mẫu", text, "dong-y": "yes", "chu-ky": stroke });
    const [mandate] = await kept.sql()<{ sha: string }[]>`select proof->>'sha256' as sha from mandates where visit = ${id}`;
    assert.ok(mandate?.sha && (await kept.onDisk()).has(mandate.sha));
    await helper.sends(`/ban-truc/luot/${id}/finish`, {});

    const speaker = kept.somebody();
    await speaker.sends("/gop-y", { face: "glad" });
    const code = speaker.seen.url.split("/").at(-1) ?? "";
    const form = new FormData();
    form.append("words", "Cảm ơn");
    form.append("ten", "Cao Thị Mẫu");
    form.append("dong-y-giong", "yes");
    form.append("loi-dong-y", kept.termsOf("voice"));
    form.append("tieng-noi", new File([Uint8Array.from(aWav(1))], "noi.wav", { type: "audio/wav" }));
    await speaker.sends(`/gop-y/${code}`, form);
    const [said] = await kept.sql()<{ sha: string }[]>`select voice_sha256 as sha from feedback where code = ${code}`;
    assert.ok(said?.sha && (await kept.onDisk()).has(said.sha));

    await kept.daysGoBy(181);
    const disk = await kept.onDisk();
    assert.ok(!disk.has(mandate.sha) && !disk.has(said.sha), "signature and voice are gone from the disk");
    const [left] = await kept.sql()<{ names: number; voices: number; citizens: number }[]>`select
      (select count(*)::int from visits where visitor_name is not null) as names,
      (select count(*)::int from feedback where name is not null or voice_sha256 is not null) as voices,
      (select count(*)::int from mandates where citizen <> '' or proof ? 'sha256') as citizens`;
    assert.deepEqual({ ...left }, { names: 0, voices: 0, citizens: 0 });
    const leader = await kept.signIn("lanhdao");
    await leader.goes("/luu-giu");
    for (const words of ["Tên người đến điểm", "Chữ ký nhờ làm thay", "Giọng nói và tên"]) leader.sees(words);
    leader.seesNot("Cao Thị Mẫu");
  });

  it("goes when the person asks and the law lets it: papers of what is finished, drafts, consents, the account; the log stays", async () => {
    const citizen = kept.somebody();
    await citizen.sends("/tai-khoan/moi", {
      name: "Pi Năng Thí Dụ",
      identityNumber: "056190005678",
      secret: "mot-cau-de-nho",
      phone: "",
      birthDate: "15/8/1990",
    });
    const draft = await answerAll(citizen);
    await photographBirthNotice(citizen, draft);
    await citizen.sends(`/ho-so/${draft}/gui`, {});
    const [row] = await kept.sql()<{ dossier: string; code: string }[]>`
      select dossier, tracking_code as code from dossiers join drafts on lodged_dossier = dossier where draft = ${draft}`;
    assert.ok(row);
    const papers = await kept.filesOf(row.dossier);
    await citizen.sends(`/tra-cuu/${row.code}/rut`, { reason: "", key: crypto.randomUUID() });
    await answerAll(citizen);
    await citizen.sends("/du-lieu/dong-y", { purpose: "messages", text: kept.termsOf("messages"), "dong-y": "yes" });
    await citizen.sends("/du-lieu/yeu-cau", { kind: "erase", words: "Xóa hết giúp tôi", dossier: "", key: crypto.randomUUID() });
    const [asked] = await kept.sql()<{ request: string }[]>`select request from personal_requests where words = 'Xóa hết giúp tôi'`;
    const officer = await kept.signIn("canbo");
    await officer.sends(`/mot-cua/du-lieu/${asked?.request}`, { outcome: "done", words: "", stays: "log" });
    await officer.goes(`/mot-cua/du-lieu/${asked?.request}`);
    for (const words of ["Đã rút 1 lời đồng ý", "của 1 hồ sơ đã xong", "Đã xóa 1 tờ khai làm dở", "Đã xóa tài khoản"]) officer.sees(words);
    await kept.daysGoBy(0);
    const disk = await kept.onDisk();
    assert.deepEqual(
      papers.filter((file) => disk.has(file)),
      [],
    );
    await citizen.goes("/du-lieu");
    citizen.seesNot(row.code);
    assert.equal((await kept.sql()`select 1 from accounts where name = 'Pi Năng Thí Dụ'`).length, 0);
    assert.ok((await kept.sql()`select 1 from dossier_events where dossier = ${row.dossier}`).length >= 3);
    await kept.logIsWhole();
  });

  it("is copied for the person: a ZIP to read and for machines, without others' secrets; written down, and not without end", async () => {
    const one = await kept.sent();
    await (await kept.signIn("canbo")).goes(`/mot-cua/${one.dossier}`);
    const person = await kept.proven(one);
    await person.sends("/du-lieu/ban-sao", {});
    assert.equal(person.seen.headers.get("content-type"), "application/zip");
    const files = unzip(person.seen.bytes);
    assert.deepEqual([...files.keys()].sort(), [
      "doc-duoc.html",
      "du-lieu.json",
      `ho-so/${one.code}/giay-to/giay-chung-sinh.pdf`,
      `ho-so/${one.code}/to-khai.pdf`,
    ]);
    const paper = files.get(`ho-so/${one.code}/giay-to/giay-chung-sinh.pdf`) ?? Buffer.of();
    assert.equal(createHash("sha256").update(paper).digest("hex"), one.submission.hashes[0]);
    assert.equal(files.get(`ho-so/${one.code}/to-khai.pdf`)?.subarray(0, 4).toString(), "%PDF");
    const json = files.get("du-lieu.json")?.toString() ?? "";
    const data = JSON.parse(json) as { dossiers: { trackingCode: string; events: { type: string }[]; looks: { words: string }[] }[] };
    assert.deepEqual([data.dossiers.length, data.dossiers[0]?.trackingCode, data.dossiers[0]?.events[0]?.type], [1, one.code, "lodged"]);
    assert.match(data.dossiers[0]?.looks[0]?.words ?? "", /Công chức tư pháp/);
    for (const secret of ["argon2id", "slipSecretHash", "secretHash"]) assert.ok(!json.includes(secret), secret);
    assert.match(files.get("doc-duoc.html")?.toString() ?? "", /Bo Bo Thị Mẫu/);
    await person.goes("/du-lieu");
    person.sees("Chính bà con tải bản sao dữ liệu");
    for (let more = 0; more < 5; more += 1) await person.sends("/du-lieu/ban-sao", {});
    assert.equal(person.seen.status, 429);
    const nobody = kept.somebody();
    await nobody.sends("/du-lieu/ban-sao", {});
    assert.equal(nobody.seen.status, 403);
  });

  it("of an account shows all its dossiers on one page", async () => {
    const citizen = kept.somebody();
    await citizen.sends("/tai-khoan", { so: PRACTICE_CITIZEN.identityNumber, secret: PRACTICE_SECRET });
    await citizen.goes("/du-lieu");
    assert.equal(citizen.seen.status, 200);
    citizen.sees("Nhắn tin về hồ sơ");
    citizen.seesNot("Giữ lời góp ý bằng giọng nói");
    citizen.seesNot("Ghi tên trong danh sách");
  });

  it("goes after its days were sealed too: the seals stay whole, though the bytes of what they speak of are gone", async () => {
    const one = await kept.finished();
    const seal = (days: number) => sealDays({ ...hub.context, now: () => new Date(Date.now() + days * DAY_MS) });
    assert.ok((await seal(600)) > 500);
    await kept.daysGoBy(605);
    await seal(608);
    assert.equal((await kept.sql()`select 1 from dossier_events where dossier = ${one.dossier} and type = 'papers-erased'`).length, 1);
    await kept.logIsWhole();
  });
});
