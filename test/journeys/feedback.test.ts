import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { answerAll, photographBirthNotice } from "../support/birth.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";
import { aWav } from "../support/sounds.ts";

const SIGNATURE = `M10 10${Array.from({ length: 20 }, (_, index) => `L${10 + index * 5} ${20 + (index % 5) * 7}`).join("")}`;

describe("the result in the hand, and what people say", () => {
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
  const move = (member: Person, dossier: string, name: string, more: Record<string, string> = {}) =>
    member.sends(`/mot-cua/${dossier}/${name}`, { key: crypto.randomUUID(), ...more });
  /** A birth registration whose certificate waits at the desk. */
  async function decided(): Promise<{ dossier: string; trackingCode: string }> {
    const father = new Person(hub.url);
    const draft = await answerAll(father);
    await photographBirthNotice(father, draft);
    await father.sends(`/ho-so/${draft}/gui`, {});
    const trackingCode = /class="code">([^<]+)</.exec(father.seen.text)?.[1] ?? "";
    const officer = await signIn("canbo");
    const dossier = /\/mot-cua\/([0-9a-f-]{36})/.exec(officer.seen.text)?.[1] ?? "";
    await move(officer, dossier, "accept");
    await move(officer, dossier, "propose");
    await move(await signIn("lanhdao"), dossier, "sign");
    return { dossier, trackingCode };
  }

  it("is handed over only to somebody who is known to be the right one", async () => {
    const { dossier } = await decided();
    const helper = await signIn("truc");
    await move(helper, dossier, "hand-over", { "to-hand-over": "Bo Bo Văn Thử", proof: "slip", "so-trao": "x" });
    assert.equal(helper.seen.status, 422);
    helper.sees("Chưa rõ đúng người nhận");
    await move(helper, dossier, "hand-over", { "to-hand-over": "Bo Bo Văn Thử", proof: "signature", "chu-ky-trao": "M1 1" });
    assert.equal(helper.seen.status, 422);
    await move(helper, dossier, "hand-over", {
      "to-hand-over": "Bo Bo Văn Thử",
      proof: "signature",
      "chu-ky-trao": SIGNATURE,
      place: "point",
    });
    helper.sees("Đã trả kết quả");
    const [row] = await hub.context.database.sql<{ data: { proof: { kind: string }; to: string } }[]>`
      select data from dossier_events where dossier = ${dossier} and type = 'handed-over'`;
    assert.deepEqual([row?.data.proof.kind, row?.data.to], ["signature", "Bo Bo Văn Thử"]);
  });

  it("is rated once, by whoever received it, without a name", async () => {
    const { dossier, trackingCode } = await decided();
    await move(await signIn("truc"), dossier, "hand-over", { "to-hand-over": "Bo Bo Văn Thử", proof: "card" });
    const father = new Person(hub.url);
    await father.goes(`/tra-cuu/${trackingCode}`);
    father.sees("Bà con thấy thế nào?");
    await father.sends("/gop-y", { ma: trackingCode, face: "glad" });
    father.sees("Vừa lòng");
    await father.sends("/gop-y", { ma: trackingCode, face: "sad" });
    assert.equal(father.seen.status, 409);
    const rows = await hub.context.database.sql<
      { face: string; name: string | null }[]
    >`select face, name from feedback where dossier = ${dossier}`;
    assert.deepEqual(
      rows.map(({ face, name }) => ({ face, name })),
      [{ face: "glad", name: null }],
    );
  });

  it("asks whoever ends a visit, and the office's answer is found by a code", async () => {
    const visitor = new Person(hub.url);
    await visitor.sends("/luot-den", { purpose: "look-up" });
    await visitor.sends("/xong", {});
    visitor.sees("Hôm nay thấy thế nào?");
    await visitor.sends("/gop-y", { visit: visitor.hidden("visit"), face: "sad" });
    const address = visitor.seen.url;
    await visitor.sends(address, { words: "Máy in hết giấy, <b>phải</b> chờ lâu", ten: "" });
    visitor.sees("Cơ quan đã nhận, chưa trả lời");
    visitor.seesNot("<b>phải");

    const officer = await signIn("canbo");
    await officer.goes("/mot-cua/gop-y");
    officer.sees("Máy in hết giấy");
    const feedback = /action="\/mot-cua\/gop-y\/([0-9a-f-]{36})"/.exec(officer.seen.text)?.[1] ?? "";
    await officer.sends(`/mot-cua/gop-y/${feedback}`, { [`words-${feedback}`]: "Đã để sẵn giấy ở điểm.", shown: "yes" });
    officer.sees("Không có góp ý nào chờ trả lời");
    await visitor.goes(address);
    visitor.sees("Đã để sẵn giấy ở điểm.");
    await visitor.goes("/gop-y");
    visitor.sees("Đã để sẵn giấy ở điểm.");
    await officer.sends(`/mot-cua/gop-y/${feedback}`, { [`words-${feedback}`]: "Lần nữa" });
    assert.equal(officer.seen.status, 409);
  });

  it("does not show one office what another was told", async () => {
    const visitor = new Person(hub.url);
    await visitor.sends("/gop-y", { face: "fair" });
    await visitor.sends(visitor.seen.url, { words: "Xin mở thêm thứ Bảy" });
    const police = await signIn("congan");
    await police.goes("/mot-cua/gop-y");
    police.seesNot("Xin mở thêm thứ Bảy");
  });

  it("may be spoken: kept as it was said, heard by the office alone; what is no sound is refused", async () => {
    const visitor = new Person(hub.url);
    await visitor.sends("/gop-y", { face: "bad" });
    const page = visitor.seen.url;
    const form = (bytes: Uint8Array<ArrayBuffer>, consent: Record<string, string> = { "dong-y-giong": "yes" }) => {
      const data = new FormData();
      data.append("tieng-noi", new File([bytes], "loi", { type: "audio/wav" }));
      data.append("words", "");
      data.append("loi-dong-y", hub.context.consents.find(({ purpose }) => purpose === "voice")?.text ?? "");
      for (const [name, value] of Object.entries(consent)) data.append(name, value);
      return data;
    };
    await visitor.sends(page, form(new TextEncoder().encode("không phải tiếng")));
    assert.equal(visitor.seen.status, 422);
    visitor.sees("Tệp này không phải tiếng thu");
    assert.ok(!/name="dong-y-giong"[^>]*checked/.test(visitor.seen.text), "nothing is ticked beforehand");
    await visitor.sends(page, form(aWav(2), {}));
    assert.equal(visitor.seen.status, 422);
    visitor.sees("Bản thu chỉ giữ khi bà con đồng ý");
    await visitor.sends(page, form(aWav(2), { "dong-y-giong": "yes", whom: "child-asked" }));
    assert.equal(visitor.seen.status, 422);
    visitor.sees("hỏi cả ý cháu");
    const rows = () => hub.context.database.sql<{ voice: string | null; text: string | null; withdrawn: boolean }[]>`
      select voice_sha256 as voice, text, withdrawn_at is not null as withdrawn
      from feedback left join consents on consents.feedback = feedback.feedback where code = ${page.split("/").at(-1) ?? ""}`;
    assert.deepEqual([(await rows())[0]?.voice, (await rows())[0]?.text], [null, null], "nothing was kept without consent");
    await visitor.sends(page, form(aWav(2)));
    visitor.sees("Bà con đã gửi lời nói.");
    assert.match((await rows())[0]?.text ?? "", /giữ bản thu giọng nói/);
    const officer = await signIn("canbo");
    await officer.goes("/mot-cua/gop-y");
    const sound = /href="(\/mot-cua\/gop-y\/[0-9a-f-]{36}\/tieng)"/.exec(officer.seen.text)?.[1] ?? "";
    await officer.goes(sound);
    assert.deepEqual(Buffer.from(officer.seen.bytes), aWav(2));
    assert.equal(officer.seen.headers.get("content-type"), "audio/wav");
    await visitor.goes(sound);
    assert.match(visitor.seen.url, /dang-nhap/);
    const elsewhere = new Person(hub.url);
    await elsewhere.sends(`${new URL(page, hub.url).pathname}/xoa-tieng`, {});
    elsewhere.sees("Bản thu đã xóa.");
    const [after] = await rows();
    assert.deepEqual([after?.voice, after?.withdrawn], [null, true]);
    await officer.goes(sound);
    assert.equal(officer.seen.status, 404);
  });
});
