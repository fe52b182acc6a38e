import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { officeDay } from "../../src/base/clock.ts";
import { checkSignature } from "../../src/documents/verify-signature.ts";
import { formatDay } from "../../src/domain/people/dates.ts";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { rebuildViews } from "../../src/operations/views/rebuild-views.ts";
import { aSubmission, PARTNER_ANSWERS, submit } from "../support/api.ts";
import { ASKER, CORRECTION } from "../support/correction.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

const YEAR = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear();
const BIRTHS = `/mot-cua/so/so-dang-ky-khai-sinh/${YEAR}`;

describe("the registers", () => {
  let hub: TestHub;
  let token: string;
  let officer: Person;
  let leader: Person;
  before(async () => {
    hub = await openHub();
    token = await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
    [officer, leader] = [new Person(hub.url), new Person(hub.url)];
    await officer.sends("/dang-nhap", { ten: "canbo", secret: PRACTICE_SECRET });
    await leader.sends("/dang-nhap", { ten: "lanhdao", secret: PRACTICE_SECRET });
  });
  after(() => hub.end());

  const move = (member: Person, dossier: string, name: string, more: Record<string, string> = {}) =>
    member.sends(`/mot-cua/${dossier}/${name}`, { key: crypto.randomUUID(), ...more });
  const posts = (member: Person, path: string, more: Record<string, string> = {}) =>
    member.sends(path, { key: crypto.randomUUID(), ...more });
  async function lodged(change: object = {}, papers: readonly string[] = ["giay-chung-sinh"]): Promise<string> {
    const reply = await submit(hub.url, token, aSubmission(600, papers), change);
    const body = (await reply.json()) as { id?: string };
    assert.ok(body.id, JSON.stringify(body));
    return body.id;
  }
  async function signed(child: string): Promise<{ dossier: string; code: string; number: number; entry: string }> {
    const dossier = await lodged({ answers: { ...PARTNER_ANSWERS, "con.hoTen": child } });
    await move(officer, dossier, "accept");
    await move(officer, dossier, "propose");
    await move(leader, dossier, "sign");
    const [row] = await hub.context.database.sql<
      { code: string; number: number }[]
    >`select result_code as code, number from result_list where dossier = ${dossier}`;
    assert.ok(row, leader.seen.text.slice(0, 500));
    return { dossier, ...row, entry: `${BIRTHS}/${row.number}` };
  }
  async function publicSays(code: string): Promise<string> {
    const stranger = new Person(hub.url, "10.9.8.7");
    await stranger.goes(`/xac-thuc/${code}`);
    return stranger.seen.text.replace(/^[\s\S]*<main/, "").replace(/<[^>]*>/g, " ");
  }
  /** The number of the form's line that holds this value, as the page shows it. */
  function lineOf(member: Person, label: string): number {
    const labels = [...member.seen.text.matchAll(/<label for="dong-(\d+)">([^<]*)</g)];
    const found = labels.find(([, , words]) => words === label)?.[1];
    assert.ok(found !== undefined, `a line "${label}" among ${labels.map(([, , words]) => words).join(", ")}`);
    return Number(found);
  }
  const codesAt = (member: Person, entry: string) => [
    ...new Set([...member.seen.text.matchAll(new RegExp(`href="${entry}/giay/([A-Z0-9]{12})"`, "g"))].map(([, code]) => code ?? "")),
  ];

  it("are browsed by year, and searched by name with and without accents, by number and by day", async () => {
    await signed("Cao Thị Mẫu Một");
    await signed("Bo Bo Văn Hai");
    await officer.goes("/mot-cua/so");
    officer.sees("Sổ đăng ký khai sinh");
    officer.sees("2 số");
    for (const typed of ["mau mot", "MẪU MỘT", "1", `1/${YEAR}`]) {
      await officer.sends(BIRTHS, { tim: typed });
      officer.sees("Cao Thị Mẫu Một");
      officer.seesNot("Bo Bo Văn Hai");
    }
    await officer.sends(BIRTHS, { tim: "không có ai" });
    officer.sees("Không thấy “không có ai” trong sổ này");
    await officer.goes(`${BIRTHS}/1`);
    officer.sees("CAO THỊ MẪU MỘT");
    officer.sees("Chưa có ghi chú nào");
    const looks = await hub.context.database.sql`select 1 from access_log where what = 'entry'`;
    assert.ok(looks.length > 0, "a look at an entry is written down");
    await officer.goes(`${BIRTHS}/trang.pdf`);
    assert.equal(officer.seen.headers.get("content-type"), "application/pdf");
    await officer.goes(`${BIRTHS}/999`);
    assert.equal(officer.seen.status, 404);
  });

  it("keep the old words beside the new when the office puts its own slip of the pen right; the old certificate says so at once", async () => {
    const { code, entry, dossier } = await signed("Cao Thị Mẩu Ba");
    await officer.goes(entry);
    const row = lineOf(officer, "Họ, chữ đệm, tên");
    await posts(officer, `${entry}/cai-chinh`, { "ly-do": "Chép sai dấu" });
    assert.equal(officer.seen.status, 422);
    officer.sees("Chưa sửa dòng nào");
    await posts(officer, `${entry}/cai-chinh`, { [`dong-${row}`]: "CAO THỊ MẪU BA", "ly-do": "" });
    officer.sees("Xin ghi vì sao cải chính");
    assert.match(officer.seen.text, /value="CAO THỊ MẪU BA"/, "what was typed stays");
    await posts(officer, `${entry}/cai-chinh`, { [`dong-${row}`]: "CAO THỊ MẪU BA", "ly-do": "Chép sai dấu" });
    officer.sees("Chờ ký cải chính");
    assert.match(await publicSays(code), /Giấy này có thật/, "nothing is corrected before the leader signed");
    await posts(officer, `${entry}/ky`);
    assert.equal(officer.seen.status, 403, "an officer does not sign");
    await leader.goes("/mot-cua/so");
    leader.sees("Cải chính: Cao Thị Mẩu Ba");
    await posts(leader, `${entry}/ky`);
    leader.sees("Đã cải chính");
    assert.match(leader.seen.text, /<del><span class="sr">Đã gạch bỏ: <\/span>CAO THỊ MẨU BA<\/del>/);

    const said = await publicSays(code);
    assert.match(said, /đã được cải chính/);
    assert.match(said, new RegExp(`Trích lục thay đổi, cải chính hộ tịch số\\s+1/${YEAR}`));
    assert.doesNotMatch(said, /Mẫu Ba|Mẩu Ba|MẪU BA/i);
    const instead = codesAt(leader, entry).find((other) => other !== code) ?? "";
    assert.match(await publicSays(instead), /Giấy này có thật/);
    await leader.goes(`${entry}/giay/${instead}`);
    assert.equal((await checkSignature(leader.seen.bytes))?.valid, true);
    await leader.goes(`/mot-cua/so/so-dang-ky-thay-doi-cai-chinh-bo-sung-ho-tich/${YEAR}`);
    leader.sees("Cao Thị Mẩu Ba");
    await leader.goes(`/mot-cua/${dossier}`);
    leader.sees("đã cải chính");
    const entries = await hub.context.database.sql`select 1 from register_entries where dossier = ${dossier}`;
    assert.equal(entries.length, 2, "the entry, and the correction's own number");
    await assert.rejects(Promise.resolve(hub.context.database.sql`update register_entries set subject = 'khác'`), /written once/);
  });

  it("are marked by a dossier that asks for a correction, when the leader signs it, and not before", async () => {
    const { code, entry, number } = await signed("Bo Bo Thị Mẫu Tư");
    const dossier = await lodged(
      {
        procedure: "1.004859",
        answers: { ...CORRECTION, "chuThe.hoTen": "Bo Bo Thị Mẫu Tư", "giayTo.so": String(number) },
      },
      ["giay-chung-minh"],
    );
    await move(officer, dossier, "accept");
    officer.sees("Gắn với sổ");
    await officer.goes(`/mot-cua/${dossier}/gan-so`);
    officer.sees(`Giấy khai sinh số ${number}/${YEAR}`);
    const sex = lineOf(officer, "Giới tính");
    await posts(officer, `/mot-cua/${dossier}/gan-so`, {
      so: "so-dang-ky-khai-sinh",
      nam: String(YEAR),
      chon: String(number),
      [`dong-${sex}`]: "Nam",
    });
    officer.sees("từ “Nữ” thành “Nam”");
    await move(officer, dossier, "propose");
    assert.match(await publicSays(code), /Giấy này có thật/);
    await move(leader, dossier, "sign");
    leader.sees("Trích lục thay đổi, cải chính hộ tịch số");
    assert.match(await publicSays(code), /đã được cải chính/);
    await officer.goes(entry);
    officer.sees("Theo hồ sơ 000.15.22.H32");
    officer.sees("từ “Nữ” thành “Nam”");

    await posts(officer, `${entry}/ban-sao`, { "nguoi-xin": "Bo Bo Văn Thử", "so-ban": "1" });
    await posts(leader, `${entry}/ky`);
    const [copy] = await hub.context.database.sql<{ code: string }[]>`
      select data->'copies'->'papers'->0->>'code' as code from dossier_events where type = 'copied' order by at desc limit 1`;
    assert.match(await publicSays(copy?.code ?? ""), /Giấy này có thật/, "a copy that shows the correction stands");
  });

  it("give copies, each with its own code, numbered in the book of copies; who asked stands there; revoking takes them with it", async () => {
    const { code, entry, dossier } = await signed("Cao Văn Mẫu Năm");
    await posts(officer, `${entry}/ban-sao`, { "nguoi-xin": "", "so-ban": "trăm" });
    assert.equal(officer.seen.status, 422);
    officer.sees("Xin ghi tên người xin bản sao");
    officer.sees("Xin ghi số bản bằng chữ số");
    await posts(officer, `${entry}/ban-sao`, { "nguoi-xin": "Cao Thị Mẫu", "so-ban": "3", "de-lam-gi": "nộp trường" });
    officer.sees("3 bản cho Cao Thị Mẫu, để nộp trường");
    const key = crypto.randomUUID();
    await Promise.all([leader.sends(`${entry}/ky`, { key }), leader.sends(`${entry}/ky`, { key })]);
    await leader.goes(entry);
    leader.sees("Cấp 3 bản sao");
    leader.sees("Người xin: Cao Thị Mẫu (nộp trường)");
    const copies = codesAt(leader, entry).filter((other) => other !== code);
    assert.equal(copies.length, 3, "signed once, however often it is clicked");
    for (const one of copies) assert.match(await publicSays(one), /Giấy này có thật/);
    await leader.goes(`/mot-cua/so/so-cap-ban-sao-trich-luc-ho-tich/${YEAR}`);
    leader.sees("Cao Văn Mẫu Năm");

    await move(leader, dossier, "revoke", { "words-revoke": "Đăng ký hai lần" });
    for (const one of [code, ...copies]) assert.match(await publicSays(one), /đã bị thu hồi/);
    await leader.goes(entry);
    leader.sees("Đã thu hồi ngày");
    await posts(officer, `${entry}/ban-sao`, { "nguoi-xin": "Cao Thị Mẫu", "so-ban": "1" });
    assert.equal(officer.seen.status, 409, "of what is revoked nothing is copied");
  });

  it("give copies to whoever asks by a dossier, out of the entry itself, in the same book without a gap", async () => {
    const { number, entry } = await signed("Cao Thị Mẫu Sáu");
    const dossier = await lodged(
      {
        procedure: "2.000635",
        answers: {
          ...ASKER,
          loai: "khai-sinh",
          quanHe: "nguoi-than",
          "chuThe.hoTen": "Cao Thị Mẫu Sáu",
          "chuThe.ngaySinh": "2026-11-01",
          "chuThe.soDinhDanh": "",
          "dangKy.coQuan": "UBND xã Bắc Khánh Vĩnh",
          "dangKy.so": "",
          "dangKy.quyen": "",
          "dangKy.ngay": "",
          soLuong: "2",
          mucDich: "",
        },
      },
      [],
    );
    await move(officer, dossier, "accept");
    await posts(officer, `/mot-cua/${dossier}/gan-so`, { so: "so-dang-ky-khai-sinh", nam: String(YEAR), chon: String(number) });
    await move(officer, dossier, "propose");
    await move(leader, dossier, "sign");
    await officer.goes(entry);
    officer.sees("Cấp 2 bản sao");
    officer.sees("Người xin: Bo Bo Văn Thử");
    const book = await hub.context.database.sql<
      { number: number }[]
    >`select number from register_entries where register = 'Sổ cấp bản sao trích lục hộ tịch' order by number`;
    assert.deepEqual(
      book.map((row) => row.number),
      book.map((_, index) => index + 1),
    );
  });

  it("number the letter of refusal in the outgoing book; the desk's slip stays beside it, and the public check knows the letter", async () => {
    const dossier = await lodged();
    await move(officer, dossier, "decline", { "words-decline": "Không thuộc xã này" });
    await move(officer, dossier, "sign-refusal");
    assert.equal(officer.seen.status, 403, "an officer does not sign it");
    await move(leader, dossier, "sign-refusal");
    leader.sees(`Văn bản từ chối giải quyết số 1/${YEAR}`);
    leader.sees("Phiếu từ chối");
    await leader.goes(`/mot-cua/${dossier}/van-ban-tu-choi.pdf`);
    assert.equal((await checkSignature(leader.seen.bytes))?.valid, true);
    const [row] = await hub.context.database.sql<{ code: string }[]>`select code from paper_codes where dossier = ${dossier}`;
    const said = await publicSays(row?.code ?? "");
    assert.match(said, /Giấy này có thật/);
    assert.match(said, /Sổ văn bản đi/);
    await move(leader, dossier, "sign-refusal");
    assert.equal(leader.seen.status, 409, "once is enough");
  });

  it("of dossiers: a PDF for a period, the same bytes for the same days; days that are none are said where they were typed", async () => {
    const today = formatDay(officeDay(new Date()));
    await officer.goes(`/mot-cua/so/theo-doi.pdf?tu=${today}&den=${today}`);
    assert.equal(officer.seen.headers.get("content-type"), "application/pdf");
    const once = Buffer.from(officer.seen.bytes);
    await officer.goes(`/mot-cua/so/theo-doi.pdf?tu=${today}&den=${today}`);
    assert.deepEqual(Buffer.from(officer.seen.bytes), once);
    await officer.goes("/mot-cua/so/theo-doi.pdf?tu=31/2/2026&den=1/3/2026");
    assert.equal(officer.seen.status, 422);
    officer.sees("Khoảng ngày chưa dùng được");
    assert.match(officer.seen.text, /value="31\/2\/2026"/);
  });

  it("are the same when they are made anew from the log", async () => {
    const { sql } = hub.context.database;
    const both = async () => ({
      lines: (await sql`select * from register_list order by office, register, year, number`).map((row) => ({ ...row })),
      codes: (await sql`select * from paper_codes order by office, code`).map((row) => ({ ...row })),
    });
    const kept = await both();
    assert.ok(kept.lines.length > 8 && kept.codes.length > 5);
    await sql`delete from register_list`;
    await sql`delete from paper_codes`;
    await rebuildViews(hub.context);
    assert.deepEqual(await both(), kept);
  });
});
