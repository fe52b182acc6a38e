import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pino } from "pino";
import { makeCatalogue } from "../../src/domain/catalogue/catalogue.ts";
import { PROJECT_FOLDER } from "../../src/main/config.ts";
import { readContent } from "../../src/main/content.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { listLooseContent } from "../../src/store/records/loose-content.ts";
import { createApp } from "../../src/web/app.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { asFile } from "../support/paper.ts";
import { Person } from "../support/person.ts";
import { aWav, aWebm } from "../support/sounds.ts";

const PIECE = "/1.001193/2026-1/thu-tuc";
const RECORD = "/ban-truc/giong-noi/1.001193/thu-tuc?tieng=rog";

describe("questions in the village's language", () => {
  let hub: TestHub;
  let helper: Person;
  let officer: Person;
  const signIn = async (username: string) => {
    const member = new Person(hub.url);
    await member.sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
    return member;
  };
  before(async () => {
    hub = await openHub({ voiceProgram: join(import.meta.dirname, "../support/speaking-program.mjs") });
    [helper, officer] = await Promise.all([signIn("truc"), signIn("canbo")]);
  });
  after(() => hub.end());

  const record = (sound: Uint8Array, path = RECORD, by = helper) => {
    const form = new FormData();
    form.append("tieng-thu", asFile(sound, "thu.wav", "audio/wav"));
    return by.sends(path, form);
  };
  const waiting = async () => {
    await officer.goes("/mot-cua/giong-noi");
    return /giong-noi\/([0-9a-f-]{36})\/duyet/.exec(officer.seen.text)?.[1] ?? "";
  };
  /** What is heard of the procedure by somebody who asked for Raglai. */
  const heard = async () => {
    const { bytes, headers } = await new Person(hub.url).goes(`/doc${PIECE}/rog`);
    return { bytes: Buffer.from(bytes), type: headers.get("content-type") };
  };

  it("are spoken in Vietnamese by the machine, as long as nobody has recorded them", async () => {
    const father = new Person(hub.url);
    await father.goes("/thu-tuc/1.001193");
    father.sees(`href="/doc${PIECE}/vi"`);
    father.seesNot("Đổi tiếng");
    assert.equal((await heard()).type, "audio/wav");
    assert.equal((await father.goes("/doc/1.001193/2026-1/cau.khong-co/vi")).status, 404);
    assert.equal((await father.goes("/doc/1.001193/1999-1/thu-tuc/vi")).status, 404);
  });

  it("are sent in parts to a player that asks for parts, and not again to a browser that has them", async () => {
    const url = `${hub.url}/doc${PIECE}/vi`;
    const whole = await fetch(url);
    const length = (await whole.arrayBuffer()).byteLength;
    const part = await fetch(url, { headers: { range: "bytes=0-1" } });
    assert.equal(part.status, 206);
    assert.equal(part.headers.get("content-range"), `bytes 0-1/${length}`);
    assert.equal((await part.arrayBuffer()).byteLength, 2);
    assert.equal((await fetch(url, { headers: { range: `bytes=${length}-` } })).status, 416);
    assert.equal((await fetch(url, { headers: { "if-none-match": whole.headers.get("etag") ?? "" } })).status, 304);
  });

  it("are taken as sound only, a minute at most, and each refusal says what to do", async () => {
    assert.equal((await record(Buffer.from("%PDF-1.7 không phải tiếng"))).status, 422);
    helper.sees("không phải tiếng thu");
    await record(aWav(70));
    helper.sees("quá 60 giây");
    await record(new Uint8Array());
    helper.sees("Chưa có tiếng nào");
    assert.equal((await record(Buffer.alloc(3 * 1024 * 1024))).status, 422);
    helper.sees("lớn quá 2 MB");
    assert.equal((await record(aWav(2), "/ban-truc/giong-noi/1.001193/cau.khong-co?tieng=rog")).status, 404);
  });

  it("are not played before an officer has listened", async () => {
    await record(aWav(3));
    helper.sees("Chờ duyệt");
    assert.notDeepEqual((await heard()).bytes, aWav(3));
    const voice = await waiting();
    assert.deepEqual(Buffer.from((await officer.goes(`/giong-noi/${voice}`)).bytes), aWav(3));
    assert.equal((await (await signIn("congan")).goes(`/giong-noi/${voice}`)).status, 404, "another office's");
    const police = await signIn("congan");
    assert.equal((await police.sends(`/mot-cua/giong-noi/${voice}/duyet`, {})).status, 404);
    assert.notDeepEqual((await heard()).bytes, aWav(3));
  });

  it("come back to the helper with a reason, and are recorded again", async () => {
    const voice = await waiting();
    await officer.sends(`/mot-cua/giong-noi/${voice}/tra-lai`, {});
    officer.sees("Cần ghi rõ lý do");
    await officer.sends(`/mot-cua/giong-noi/${voice}/tra-lai`, { [`ly-do-${voice}`]: "Tiếng quạt to quá." });
    officer.sees("Không có bản thu nào chờ duyệt");
    await helper.goes(RECORD);
    helper.sees("Tiếng quạt to quá.");
    assert.equal((await officer.sends(`/mot-cua/giong-noi/${voice}/duyet`, {})).status, 404, "decided once");
  });

  it("are played from the approval on, to those who ask for the language; the others hear Vietnamese", async () => {
    await record(aWav(4));
    await record(aWav(5));
    await officer.sends(`/mot-cua/giong-noi/${await waiting()}/duyet`, {});
    officer.sees("Không có bản thu nào chờ duyệt");
    assert.deepEqual(await heard(), { bytes: aWav(5), type: "audio/wav" });

    const mother = new Person(hub.url);
    await mother.goes("/thu-tuc/1.001193");
    mother.sees("Đổi tiếng");
    mother.sees("Đọc cho nghe");
    await mother.goes("/tieng?ve=/thu-tuc/1.001193");
    await mother.sends("/tieng", { language: "rog", back: mother.hidden("back", 'action="/tieng"') });
    assert.equal(mother.seen.url, "/thu-tuc/1.001193");
    mother.sees("Nghe tiếng Raglai");
    mother.sees(`href="/doc${PIECE}/rog"`);
    await mother.goes("/thu-tuc/1.004873");
    mother.sees("Đọc cho nghe");
    await mother.sends("/xong", {});
    await mother.goes("/thu-tuc/1.001193");
    mother.sees("Đọc cho nghe");
  });

  it("let go of the sound that another took the place of, and hold the one that is played", async () => {
    const rows = await hub.context.database.sql<{ state: string; sha256: string }[]>`
      select state, sound_sha256 as sha256 from voices order by recorded_at`;
    const loose = await listLooseContent(hub.context.database.sql, new Date(Date.now() + 3_600_000), 10);
    assert.deepEqual(
      rows.map(({ state }) => state),
      ["declined", "replaced", "approved"],
    );
    assert.deepEqual(loose, [rows[1]?.sha256]);
  });

  it("are never approved by whoever recorded them", async () => {
    await record(aWebm(6), RECORD, officer);
    const voice = await waiting();
    assert.equal((await officer.sends(`/mot-cua/giong-noi/${voice}/duyet`, {})).status, 403);
    officer.sees("chính mình thu");
    const leader = await signIn("lanhdao");
    assert.equal((await leader.sends(`/mot-cua/giong-noi/${voice}/duyet`, {})).status, 200);
    assert.deepEqual(await heard(), { bytes: aWebm(6), type: "audio/webm" });
  });

  it("are not played when the words have changed, and stand in the list as to be recorded again", async () => {
    const content = readContent(join(PROJECT_FOLDER, "content"));
    const changed = content.procedures.map((procedure) =>
      procedure.code === "1.001193" ? { ...procedure, words: { ...procedure.words, purpose: "Lời khác." } } : procedure,
    );
    const app = await createApp({ ...hub.context, catalogue: makeCatalogue(changed) }, { logger: pino({ level: "silent" }) });
    const ask = (path: string, cookie = "") => app.request(path, { headers: { cookie } });
    const sound = await ask(`/doc${PIECE}/rog`);
    assert.equal(sound.status, 200);
    assert.notDeepEqual(Buffer.from(await sound.arrayBuffer()), aWebm(6));
    assert.match(await (await ask("/thu-tuc/1.001193", "tieng=rog")).text(), /Đọc cho nghe/);
    assert.match(await (await ask("/ban-truc/giong-noi/1.001193?tieng=rog", helper.cookie)).text(), /cần thu lại/);
  });
});

describe("a machine without a voice", () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
  });
  after(() => hub.end());

  it("leaves reading aloud to the browser, and names no sound", async () => {
    const father = new Person(hub.url);
    await father.goes("/thu-tuc/1.001193");
    father.sees("data-speak");
    father.seesNot("/doc/");
    assert.equal((await father.goes(`/doc${PIECE}/vi`)).status, 404);
  });
});
