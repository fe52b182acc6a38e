import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openKeySafe } from "../../src/documents/keys/key-safe.ts";
import { createTokens } from "../../src/documents/keys/token.ts";
import { createStampAuthority } from "../../src/documents/stamp.ts";
import { checkSignature } from "../../src/documents/verify-signature.ts";
import { sealDays } from "../../src/operations/audit/seal-days.ts";
import { stampSeals } from "../../src/operations/audit/stamp-seals.ts";
import { verifyLog } from "../../src/operations/audit/verify-log.ts";
import type { Context } from "../../src/operations/context.ts";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { sealPlainKeys } from "../../src/operations/keys/kept-keys.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import type { Sql } from "../../src/store/database/database.ts";
import { aSubmission, submit } from "../support/api.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { aKeyFile, FOR_ENCRYPTION_ONLY, makeKey } from "../support/key-files.ts";
import { Person } from "../support/person.ts";
import { startTimeAuthority, type TimeAuthority } from "../support/time-authority.ts";
import { openOwnTokens, openSoftHsm } from "../support/tokens.ts";

const DAY_MS = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), "loc-vung-tokens-"));
const softHsm = openSoftHsm(folder);
const tokens = typeof softHsm === "string" ? openOwnTokens(folder) : softHsm;
tokens.put("lanh-dao", "ky", await makeKey({ kind: "RSA", name: "Cao Văn Ký Mẫu, trên token" }));

describe(`keys that sign (${typeof softHsm === "string" ? `tokens: OUR OWN stand-in, because ${softHsm}` : "tokens: SoftHSM"})`, () => {
  let hub: TestHub;
  let authority: TimeAuthority;
  let admin: Person;
  let officer: Person;
  let leader: Person;
  let token: string;
  before(async () => {
    authority = await startTimeAuthority();
    hub = await openHub({ signing: { tokens: tokens.settings, stampUrl: null, stampTrust: [] } });
    token = await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
    [admin, officer, leader] = [new Person(hub.url), new Person(hub.url), new Person(hub.url)];
    await admin.sends("/dang-nhap", { ten: "quantri", secret: PRACTICE_SECRET });
    await officer.sends("/dang-nhap", { ten: "canbo", secret: PRACTICE_SECRET });
    await leader.sends("/dang-nhap", { ten: "lanhdao", secret: PRACTICE_SECRET });
  });
  after(async () => {
    await Promise.all([hub.end(), authority.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const leaderId = () => /<option value="([0-9a-f-]{36})"/.exec(admin.seen.text)?.[1] ?? "";
  async function loads(file: Uint8Array, password: string): Promise<void> {
    await admin.goes("/quan-tri/chu-ky");
    const form = new FormData();
    form.append("cua-ai", leaderId());
    form.append("tep", new File([Uint8Array.from(file)], "ky.p12", { type: "application/x-pkcs12" }));
    form.append("mat-khau", password);
    await admin.sends("/quan-tri/chu-ky", form);
  }
  const move = (member: Person, dossier: string, name: string) => member.sends(`/mot-cua/${dossier}/${name}`, { key: crypto.randomUUID() });
  async function proposed(): Promise<string> {
    const { id } = (await (await submit(hub.url, token, aSubmission(600))).json()) as { id: string };
    await move(officer, id, "accept");
    await move(officer, id, "propose");
    return id;
  }
  /** The certificate's name inside the signature of a dossier's result. */
  async function signerOf(dossier: string): Promise<string> {
    await leader.goes(`/mot-cua/${dossier}/ket-qua.pdf`);
    assert.deepEqual(
      (({ valid, coversWholeFile }) => [valid, coversWholeFile])(
        (await checkSignature(leader.seen.bytes)) ?? { valid: false, coversWholeFile: false },
      ),
      [true, true],
    );
    const text = Buffer.from(leader.seen.bytes).toString("latin1");
    return Buffer.from(/\/Contents\s*<([0-9A-Fa-f]+)>/.exec(text)?.[1] ?? "", "hex").toString("utf8");
  }
  const retireAll = () => hub.context.database.sql`update signing_keys set retired_at = now() where retired_at is null`;

  it("are loaded from a file; a wrong password, an ended or unfit certificate and another file are refused in words, and nothing is kept", async () => {
    const count = async () => (await hub.context.database.sql`select 1 from signing_keys`).length;
    const kept = await count();
    const key = await makeKey();
    for (const [file, password, words] of [
      [await aKeyFile(key, "đúng mật khẩu"), "sai mật khẩu", "Mật khẩu của tệp khóa chưa đúng"],
      [new TextEncoder().encode("%PDF-1.7"), "", "không phải tệp khóa PKCS#12"],
      [new Uint8Array(), "", "không phải tệp khóa PKCS#12"],
      [await aKeyFile(await makeKey({ days: -1 }), "a"), "a", "đã hết hạn"],
      [await aKeyFile(await makeKey({ usage: FOR_ENCRYPTION_ONLY }), "a"), "a", "không dùng để ký văn bản"],
    ] as const) {
      await loads(file, password);
      assert.equal(admin.seen.status, 422, words);
      admin.sees(words);
      admin.seesNot("sai mật khẩu");
    }
    assert.equal(await count(), kept);
    await loads(await aKeyFile(await makeKey({ name: "Cao Văn Ký Mẫu, tệp mới" }), "đúng mật khẩu"), "đúng mật khẩu");
    admin.sees("Cao Văn Ký Mẫu, tệp mới");
    const dossier = await proposed();
    await move(leader, dossier, "sign");
    assert.match(await signerOf(dossier), /tệp mới/, "the newest key of the leader signs");
    const dump = JSON.stringify(await hub.context.database.sql`select * from signing_keys`);
    assert.ok(!dump.includes("đúng mật khẩu"));
  });

  it("sign no more once they are retired; what they signed stays; without any, the leader is told what to do", async () => {
    await admin.goes("/quan-tri/chu-ky");
    const key = /chu-ky\/([0-9a-f-]{36})\/thoi/.exec(admin.seen.text)?.[1] ?? "";
    await admin.goes(admin.link("Thôi dùng"));
    admin.sees("Thôi dùng chữ ký của Cao Văn Ký Mẫu?");
    admin.seesNot("chữ ký duy nhất");
    await admin.sends(`/quan-tri/chu-ky/${key}/thoi`, {});
    admin.sees("Đã thôi dùng");
    await admin.sends(`/quan-tri/chu-ky/${key}/thoi`, {});
    assert.equal(admin.seen.status, 404);
    await admin.goes("/quan-tri/chu-ky");
    await admin.goes(admin.link("Thôi dùng"));
    admin.sees("chữ ký duy nhất của Cao Văn Ký Mẫu");
    await retireAll();
    const dossier = await proposed();
    await move(leader, dossier, "sign");
    assert.equal(leader.seen.status, 409);
    leader.sees("Cơ quan chưa có chữ ký số");
  });

  it("on a token sign too, each by its labels; what is not there is said before anything is kept", async () => {
    await admin.goes("/quan-tri/chu-ky");
    const whose = leaderId();
    await admin.sends("/quan-tri/chu-ky/token", { "cua-ai-token": whose, "ten-token": "không-có", "ten-khoa": "ky" });
    assert.equal(admin.seen.status, 409);
    admin.sees("Không thấy token");
    assert.match(admin.seen.text, /value="không-có"/, "what was typed stays");
    await admin.sends("/quan-tri/chu-ky/token", { "cua-ai-token": whose, "ten-token": "lanh-dao", "ten-khoa": "sai" });
    admin.sees("không có khóa hoặc chứng thư mang tên này");
    await admin.sends("/quan-tri/chu-ky/token", { "cua-ai-token": whose, "ten-token": "lanh-dao", "ten-khoa": "ky" });
    admin.sees("Token lanh-dao, khóa ky");
    const dossier = await proposed();
    await move(leader, dossier, "sign");
    assert.match(await signerOf(dossier), /trên token/);
  });

  it("on a token that is pulled out sign nothing: the number is given back, and the leader is told", async () => {
    const dossier = await proposed();
    const numbers = async () => (await hub.context.database.sql`select name, last from counters order by name`).map((row) => ({ ...row }));
    const before = await numbers();
    const { signing } = hub.context;
    const pulled = createTokens({
      ...tokens.settings,
      environment: { PATH: process.env.PATH, SOFTHSM2_CONF: "/không/có", TOKENS: "/không/có" },
    });
    Object.assign(signing, { tokens: pulled });
    await move(leader, dossier, "sign");
    assert.equal(leader.seen.status, 409, leader.seen.text.slice(0, 300));
    assert.match(leader.seen.text, /Không thấy token|Token không ký được/);
    assert.deepEqual(await numbers(), before);
    Object.assign(signing, { tokens: createTokens(tokens.settings) });
    await move(leader, dossier, "sign");
    leader.sees("Giấy khai sinh số");
  });

  it("out of a file lie sealed; without the server's secret nothing is signed or numbered, the leader and the admin are told what to do", async () => {
    await retireAll();
    const { sql } = hub.context.database;
    const made = await makeKey({ name: "Cao Văn Ký Mẫu, cất kín" });
    await loads(await aKeyFile(made, "a"), "a");
    const lies = async () =>
      (await sql<{ bytes: Uint8Array }[]>`select private_key as bytes from signing_keys where retired_at is null`)[0]?.bytes;
    const sealed = Buffer.from((await lies()) ?? []);
    assert.ok(sealed.length > 0 && !sealed.includes(Buffer.from(made.pkcs8).subarray(-32)), "not a byte of the key itself");

    const { signing } = hub.context;
    const { safe } = signing;
    const path = join(folder, "signing-secret");
    Object.assign(signing, { safe: openKeySafe({ path }) });
    const dossier = await proposed();
    const numbers = async () => (await sql`select name, last from counters order by name`).map((row) => ({ ...row }));
    const before = await numbers();
    await move(leader, dossier, "sign");
    assert.equal(leader.seen.status, 409);
    leader.sees("không mở được nên chưa ký gì");
    assert.deepEqual(await numbers(), before);
    await leader.goes("/lanh-dao");
    leader.sees("Khóa ký cất trong máy chủ không mở được");
    await admin.goes("/quan-tri/chu-ky");
    admin.sees("thiếu tệp signing-secret");
    admin.sees("Không mở được");
    writeFileSync(path, "hỏng");
    await admin.goes("/quan-tri/chu-ky");
    admin.sees("signing-secret của máy chủ hỏng");
    await loads(await aKeyFile(made, "a"), "a");
    assert.equal(admin.seen.status, 409);
    admin.sees("chưa cất được khóa");
    rmSync(path);
    await loads(await aKeyFile(made, "a"), "a");
    assert.equal(admin.seen.status, 200, "loaded again, it makes a secret of its own");
    await move(leader, dossier, "sign");
    assert.match(await signerOf(dossier), /cất kín/);
    Object.assign(signing, { safe });
  });

  it("that lay open since an older program are sealed at the next start, once, and sign as before", async () => {
    await retireAll();
    const { sql } = hub.context.database;
    const made = await makeKey({ name: "Cao Văn Ký Mẫu, từ trước" });
    await loads(await aKeyFile(made, "a"), "a");
    await sql`update signing_keys set private_key = ${made.pkcs8} where retired_at is null`;
    const dossier = await proposed();
    await move(leader, dossier, "sign");
    assert.equal(leader.seen.status, 409, "a key that is not sealed could be anybody's");
    const said: string[] = [];
    await sealPlainKeys(hub.context, (sentence) => said.push(sentence));
    await sealPlainKeys(hub.context, (sentence) => said.push(sentence));
    assert.equal(said.length, 1);
    assert.match(said[0] ?? "", /Đã mã hóa 1 khóa ký/);
    await move(leader, dossier, "sign");
    assert.match(await signerOf(dossier), /từ trước/);
  });

  it("are warned of a month before they end", async () => {
    await retireAll();
    await loads(await aKeyFile(await makeKey({ days: 20 }), "a"), "a");
    admin.sees("Sắp hết hạn");
    await leader.goes("/lanh-dao");
    leader.sees("Chứng thư số hết hạn ngày");
    await loads(await aKeyFile(await makeKey({ days: 200 }), "a"), "a");
    await leader.goes("/lanh-dao");
    leader.seesNot("Chứng thư số hết hạn ngày");
  });

  it("and the day's seal get the time from an authority; one that is silent delays nothing and is asked again; a stamp that does not fit is named", async () => {
    const later = (stamps: ReturnType<typeof createStampAuthority>): Context => ({
      ...hub.context,
      now: () => new Date(Date.now() + 3 * DAY_MS),
      signing: { ...hub.context.signing, stamps },
    });
    authority.clock = () => new Date(Date.now() + 3 * DAY_MS);
    authority.mood = "broken";
    const silent = later(createStampAuthority(authority.url, () => new Date()));
    assert.ok((await sealDays(silent)) > 0, "days are sealed without it");
    assert.equal(await stampSeals(silent), 0);
    authority.mood = "stamps";
    const context = later(createStampAuthority(authority.url, () => new Date(), [authority.certificate]));
    const stamped = await stampSeals(context);
    assert.ok(stamped > 0);
    assert.equal(await stampSeals(context), 0, "once is enough");
    const verdict = async (sql: Sql, trusted: readonly Uint8Array[] = [authority.certificate]) => {
      const verified = await verifyLog({ database: { ...hub.context.database, sql } }, trusted);
      return verified.ok ? `${verified.value.stamps} stamps` : verified.reason.sentence;
    };
    const { sql } = hub.context.database;
    assert.equal(await verdict(sql), `${stamped} stamps`);
    assert.match(
      await verdict(sql, [(await makeKey({ kind: "RSA" })).certificate]),
      /dấu thời gian không khớp niêm phong, hoặc không do nơi đáng tin cấp/,
    );
    const said: string[] = [];
    await hub.context.database
      .transaction(async (inside) => {
        await inside`set local session_replication_role = replica`;
        await inside`update day_stamps mine set token = other.token from day_stamps other where other.office = mine.office and other.day <> mine.day`;
        said.push(await verdict(inside));
        throw new Error("taken back");
      })
      .catch((error: Error) => assert.equal(error.message, "taken back"));
    assert.match(said[0] ?? "", /ngày \d{4}-\d{2}-\d{2}: dấu thời gian không khớp niêm phong/);
  });
});
