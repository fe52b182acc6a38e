import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { checkSignature } from "../../src/documents/verify-signature.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { answerAll, photographBirthNotice } from "../support/birth.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

describe("a father registers the birth of his daughter", () => {
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

  it("goes from the question in his own words to the certificate in his hand", async () => {
    const father = new Person(hub.url);
    await father.goes("/?q=lam%20giay%20khai%20sinh%20cho%20con");
    assert.match(father.seen.text, /class="card" href="\/thu-tuc\/1\.001193"/);

    const draft = await answerAll(father);
    await photographBirthNotice(father, draft);
    await father.goes(`/ho-so/${draft}/xem-lai`);
    father.sees("Bo Bo Thị Mẫu");
    father.sees("056•••••4321");
    const unopened = father.seen.text.replace(/<\/summary>[^<]*<\/details>/g, "");
    assert.ok(!unopened.includes("056085004321"), "the whole number is seen only by whoever opens it");
    await father.sends(`/ho-so/${draft}/gui`, {});
    father.sees("Đã gửi hồ sơ");
    const trackingCode = /class="code">([^<]+)</.exec(father.seen.text)?.[1] ?? "";
    await father.goes(`/tra-cuu/${trackingCode}/phieu.pdf`);
    assert.equal(new TextDecoder().decode(father.seen.bytes.slice(0, 5)), "%PDF-");

    const officer = await signIn("canbo");
    officer.sees("Bo Bo Văn Thử");
    const dossier = /\/mot-cua\/([0-9a-f-]{36})/.exec(officer.seen.text)?.[1] ?? "";
    await move(officer, dossier, "accept");
    assert.match(officer.seen.text, /000\.15\.22\.H32-\d{6}-0001/);
    await move(officer, dossier, "propose");
    const leader = await signIn("lanhdao");
    leader.sees("Bo Bo Văn Thử");
    await move(leader, dossier, "sign");
    leader.sees("Giấy khai sinh số 1/");
    await leader.goes(`/mot-cua/${dossier}/ket-qua.pdf`);
    assert.deepEqual(
      (({ valid, coversWholeFile }) => ({ valid, coversWholeFile }))(
        (await checkSignature(leader.seen.bytes)) ?? { valid: false, coversWholeFile: false },
      ),
      {
        valid: true,
        coversWholeFile: true,
      },
    );

    const helper = await signIn("truc");
    await move(helper, dossier, "hand-over", { "to-hand-over": "Bo Bo Văn Thử", place: "point" });
    await father.goes(`/tra-cuu/${trackingCode}`);
    father.sees("Đã trả kết quả");
    father.seesNot("Bo Bo");
  });

  it("sends the dossier once, however often it is clicked", async () => {
    const father = new Person(hub.url);
    const draft = await answerAll(father);
    await photographBirthNotice(father, draft);
    const codes = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const reply = await fetch(new URL(`/ho-so/${draft}/gui`, hub.url), {
          method: "POST",
          redirect: "manual",
          headers: { origin: hub.url, cookie: father.cookie },
        });
        return reply.status;
      }),
    );
    assert.deepEqual(new Set(codes), new Set([303]));
    const rows = await hub.context.database.sql<{ count: number }[]>`select count(*) from dossier_events where key = ${`draft:${draft}`}`;
    assert.equal(rows[0]?.count, 1);
  });

  it("keeps what was typed when an answer cannot be taken, and says what to write", async () => {
    const father = new Person(hub.url);
    const draft = await answerAll(father);
    await father.sends(`/ho-so/${draft}/cau/ten-be`, { "con.hoTen": "B3 <script>" });
    assert.equal(father.seen.status, 422);
    father.sees("Tên chỉ gồm chữ cái");
    father.sees("B3 &lt;script&gt;");
    await father.goes(`/ho-so/${draft}/xem-lai`);
    father.sees("Bo Bo Thị Mẫu");
  });

  it("brings a draft back by its slip on another computer, and stops guessing after five wrong tries", async () => {
    const father = new Person(hub.url);
    const draft = await answerAll(father);
    await father.goes(`/ho-so/${draft}/phieu`);
    const code = /class="code">([^<]+)</.exec(father.seen.text)?.[1] ?? "";
    const [row] = await hub.context.database.sql<{ slip_code: string }[]>`select slip_code from drafts where draft = ${draft}`;
    assert.equal(code.replace("-", ""), row?.slip_code);

    const { printSlip } = await import("../../src/operations/drafts/slip.ts");
    const { readDraft } = await import("../../src/store/records/drafts.ts");
    const stored = await readDraft(hub.context.database.sql, draft);
    assert.ok(stored);
    const { secret } = await printSlip(hub.context, stored);
    const elsewhere = new Person(hub.url);
    await elsewhere.goes(`/ho-so/${draft}`);
    assert.equal(elsewhere.seen.status, 404);
    await elsewhere.sends("/ho-so/quay-lai", { ma: code.toLowerCase(), so: secret });
    assert.match(elsewhere.seen.url, /giay-to/);

    const thief = new Person(hub.url);
    const wrong = secret === "0000" ? "1111" : "0000";
    for (let attempt = 0; attempt < 5; attempt += 1) await thief.sends("/ho-so/quay-lai", { ma: code, so: wrong });
    await thief.sends("/ho-so/quay-lai", { ma: code, so: secret });
    assert.equal(thief.seen.status, 429);
  });

  it("never sends a practice draft, and marks it on every page", async () => {
    const father = new Person(hub.url);
    const draft = await answerAll(father, true);
    father.sees("không gửi đi đâu cả");
    await photographBirthNotice(father, draft);
    await father.sends(`/ho-so/${draft}/gui`, {});
    assert.equal(father.seen.status, 422);
    father.sees("Đây là bản làm thử nên không gửi đi");
  });

  it("lets the clock sleep while a paper is owed, and takes the answer by the slip", async () => {
    const father = new Person(hub.url);
    const draft = await answerAll(father);
    await photographBirthNotice(father, draft);
    await father.sends(`/ho-so/${draft}/gui`, {});
    const trackingCode = /class="code">([^<]+)</.exec(father.seen.text)?.[1] ?? "";
    const [head] = await hub.context.database.sql<
      { dossier: string }[]
    >`select dossier from dossiers where tracking_code = ${trackingCode}`;
    const officer = await signIn("canbo");
    const dossier = head?.dossier ?? "";
    await move(officer, dossier, "request-supplement", { "words-request-supplement": "" });
    assert.equal(officer.seen.status, 422);
    await move(officer, dossier, "request-supplement", {
      reasons: "Giấy chứng sinh chụp chưa rõ",
      "words-request-supplement": "Chụp lại giúp.",
    });
    await father.goes(`/tra-cuu/${trackingCode}`);
    father.sees("Giấy chứng sinh chụp chưa rõ");
    const form = new FormData();
    form.append("key", crypto.randomUUID());
    form.append("so-bo-sung", "wrong");
    form.append("words", "Gửi lại giấy rõ hơn");
    await father.sends(`/tra-cuu/${trackingCode}/bo-sung`, form);
    assert.equal(father.seen.status, 403);
    const [stored] = await hub.context.database.sql<{ draft: string }[]>`select draft from drafts where lodged_dossier = ${dossier}`;
    assert.ok(stored);
    const stranger = new Person(hub.url);
    await stranger.goes(`/tra-cuu/${trackingCode}`);
    stranger.seesNot("Bo Bo");
    await move(officer, dossier, "accept");
    assert.equal(officer.seen.status, 409);
    officer.sees("Hồ sơ không còn ở bước đó");
  });
});
