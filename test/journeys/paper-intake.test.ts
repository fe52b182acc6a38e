import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { officeDay } from "../../src/base/clock.ts";
import type { Context } from "../../src/operations/context.ts";
import { act } from "../../src/operations/dossiers/act.ts";
import { enterDeclaration } from "../../src/operations/dossiers/enter-declaration.ts";
import { lodgePaper, type PaperDossier } from "../../src/operations/dossiers/lodge-paper.ts";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { aPdf } from "../files/pdfs.ts";
import { aSubmission, submit } from "../support/api.ts";
import { BIRTH_ANSWERS } from "../support/birth.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { asFile } from "../support/paper.ts";
import { Person } from "../support/person.ts";

const CLERK = { role: "officer", id: null, name: "Bo Bo Văn Thử" } as const;
const CARD = "056190001234||Cao Thị Mẫu|15081990|Nữ|Thôn Suối Cau, Khánh Đông, Khánh Vĩnh, Khánh Hòa|10072021";
const OFFICES = { commune: "bac-khanh-vinh", police: "cong-an-bac-khanh-vinh" } as const;

function onPaper(change: Partial<PaperDossier> = {}): PaperDossier {
  return {
    office: "bac-khanh-vinh",
    procedure: "1.001193",
    channel: "direct",
    point: null,
    applicant: { name: "Cao Thị Mẫu", identityNumber: "056190001234" },
    answers: { chungSinh: "co" },
    papers: [{ paper: "giay-chung-sinh", originals: 1, copies: 0 }],
    actKey: `intake:${crypto.randomUUID()}`,
    ...change,
  };
}

describe("a dossier on paper", () => {
  let hub: TestHub;
  let context: Context;
  before(async () => {
    hub = await openHub();
    context = hub.context;
  });
  after(() => hub.end());

  async function taken(change: Partial<PaperDossier> = {}, at: Context = context) {
    const done = await lodgePaper(at, CLERK, onPaper(change));
    assert.ok(done.ok, done.ok ? "" : `${done.reason.code}: ${done.reason.sentence} ${JSON.stringify(done.reason.fields ?? {})}`);
    return done.value;
  }
  async function refusedWith(change: Partial<PaperDossier>) {
    const [before] = await context.database.sql<{ count: number }[]>`select count(*) from dossiers`;
    const done = await lodgePaper(context, CLERK, onPaper(change));
    assert.ok(!done.ok);
    const [afterwards] = await context.database.sql<{ count: number }[]>`select count(*) from dossiers`;
    assert.deepEqual(afterwards, before, "what is refused leaves nothing behind");
    return done.reason;
  }

  it("is lodged and accepted at once: code, promise, what lay in it", async () => {
    const { dossierNow } = await taken();
    assert.equal(dossierNow.status, "accepted");
    assert.match(dossierNow.dossierCode ?? "", /^000\.15\.22\.H32-\d{6}-\d{4}$/);
    assert.deepEqual(dossierNow.intake?.papers, [{ paper: "giay-chung-sinh", name: "Giấy chứng sinh", originals: 1, copies: 0 }]);
    assert.ok(dossierNow.due.explanation.length > 0);
    assert.equal(dossierNow.channel, "direct");
  });

  it("is taken in once, however often and however much at the same time the same act is sent", async () => {
    const wanted = onPaper();
    const done = await Promise.all([1, 2, 3].map(() => lodgePaper(context, CLERK, wanted)));
    const ids = done.map((one) => (one.ok ? one.value.dossier : ""));
    assert.equal(new Set(ids).size, 1);
    assert.notEqual(ids[0], "");
  });

  it("can be written down for a day that was: the day is the clock's, the code and the promise follow it", async () => {
    const then = { ...context, now: () => new Date("2026-03-02T02:00:00Z") };
    const { dossierNow } = await taken({ version: "2026-1" }, then);
    assert.match(dossierNow.dossierCode ?? "", /-260302-0001$/);
    assert.equal(officeDay(new Date(dossierNow.lodgedAt)), "2026-03-02");
    assert.ok(dossierNow.due.day >= "2026-03-02" && dossierNow.due.day < "2026-03-20");
  });

  it("can be of every procedure that an office of its kind takes in, whatever is filed online", async () => {
    const procedures = context.catalogue.all(officeDay(context.now()));
    let count = 0;
    for (const [kind, office] of Object.entries(OFFICES)) {
      for (const { code, papers, result } of procedures.filter(({ officeKind }) => officeKind === kind)) {
        const all = papers.map(({ id, originals, copies }) => ({ paper: id, originals: Math.max(1, originals), copies }));
        const { dossierNow } = await taken({ office, procedure: code, answers: {}, papers: all });
        assert.equal(dossierNow.status, "accepted", code);
        assert.ok(result === undefined || dossierNow.declaration.sections.length === 0);
        count += 1;
      }
    }
    assert.ok(count > 60);
  });

  it("is refused with words where it does not belong, or nobody could promise a day", async () => {
    const elsewhere = await refusedWith({ office: OFFICES.police });
    assert.equal(elsewhere.code, "procedure-of-other-office");
    assert.match(elsewhere.sentence, /Nơi nộp:/);
    assert.equal((await refusedWith({ procedure: "9.999999" })).code, "procedure-unknown");
    assert.ok((await refusedWith({ applicant: { name: " " } })).fields?.["ho-ten"]);
    assert.ok((await refusedWith({ channel: "post" })).fields?.["so-hieu"]);
    const birth = context.catalogue.find("1.001193", officeDay(context.now()));
    assert.ok(birth);
    const undated = { ...birth, deadline: { rules: [] } };
    const catalogue = { ...context.catalogue, find: () => undated };
    const done = await lodgePaper({ ...context, catalogue }, CLERK, onPaper());
    assert.equal(done.ok ? "" : done.reason.code, "procedure-without-deadline");
  });

  it("with a required paper missing waits for the officer's word: why it is taken all the same, what to bring, or no", async () => {
    const missing = await refusedWith({ papers: [] });
    assert.deepEqual([missing.code, missing.details], ["intake-papers-missing", ["Giấy chứng sinh"]]);
    const because = "Tra được trong cơ sở dữ liệu";
    const all = await taken({ papers: [], outcome: { kind: "accept", because } });
    assert.deepEqual(all.dossierNow.intake?.missing, { papers: ["Giấy chứng sinh"], because });
    const more = await taken({ papers: [], outcome: { kind: "request-supplement", reasons: ["Thiếu giấy chứng sinh"], words: "" } });
    assert.equal(more.dossierNow.status, "supplement-requested");
    assert.equal(more.dossierNow.dossierCode, null, "what is not accepted takes no number");
    const no = await taken({ papers: [], outcome: { kind: "decline", reason: "Không thuộc xã này" } });
    assert.equal(no.dossierNow.status, "not-accepted");
    assert.equal((await refusedWith({ papers: [], outcome: { kind: "decline", reason: " " } })).code, "reason-missing");
  });

  it("is not proposed and not signed before the result's answers stand in it; they are entered in one go or several", async () => {
    const { office, dossier } = await taken({ answers: {} });
    const key = { office, dossier };
    const by = () => ({ actor: CLERK, key: crypto.randomUUID() });
    const propose = () => act(context, key, by(), "propose", () => ({ move: "propose", note: "" }));
    const early = await propose();
    assert.ok(!early.ok);
    assert.equal(early.reason.code, "declaration-owed");
    assert.ok((early.reason.details?.length ?? 0) > 0);

    const all = Object.assign({}, ...Object.values(BIRTH_ANSWERS)) as Record<string, string>;
    const wrong = await enterDeclaration(context, key, by(), { ...all, "con.ngaySinh": "31/2/2026" });
    assert.ok(!wrong.ok && wrong.reason.fields?.["con.ngaySinh"]);
    const some = await enterDeclaration(context, key, by(), { ...all, "con.hoTen": "", "con.ngaySinh": "" });
    assert.ok(some.ok);
    assert.equal((await propose()).ok, false, "the child's name is owed");
    const rest = await enterDeclaration(context, key, by(), { "con.hoTen": "Bo Bo Thị Mẫu", "con.ngaySinh": "1/11/2026" });
    assert.ok(rest.ok);
    assert.equal(rest.value.answers["con.ngaySinh"], "2026-11-01");
    assert.equal(rest.value.answers["me.hoTen"], "Cao Thị Mẫu", "what was entered before stays");
    assert.ok(rest.value.declaration.sections.some(({ rows }) => rows.some(({ value }) => value === "Bo Bo Thị Mẫu")));
    const proposed = await propose();
    assert.ok(proposed.ok);
    const late = await enterDeclaration(context, key, by(), all);
    assert.equal(late.ok ? "" : late.reason.code, "move-not-open", "what waits for the leader is not changed behind their back");
  });

  describe("at the desk", () => {
    /** A clerk, with what they press and type counted; what the scanner types is not theirs. */
    class Clerk extends Person {
      presses = 0;
      async pressing(path: string, fields: Record<string, string>, typed = ""): Promise<void> {
        this.presses += 1 + typed.length;
        await this.sends(path, fields);
      }
    }
    async function aClerk(username = "canbo"): Promise<Clerk> {
      const clerk = new Clerk(hub.url);
      await clerk.sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
      return clerk;
    }
    /** What the form in front of the clerk holds, as a browser would send it again. */
    function formOf({ seen: { text } }: Person): Record<string, string> {
      const inputs = [...text.matchAll(/<input [^>]*>/g)].map(([tag]) => ({
        name: /name="([^"]*)"/.exec(tag)?.[1] ?? "",
        value: decode(/ value="([^"]*)"/.exec(tag)?.[1] ?? ""),
        kept: !/type="(checkbox|radio)"/.test(tag) || / checked/.test(tag),
      }));
      return Object.fromEntries(inputs.filter(({ name, kept }) => name && kept).map(({ name, value }) => [name, value]));
    }
    const decode = (html: string) => html.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
    async function opened(words: string, clerk: Clerk): Promise<string> {
      await clerk.goes("/mot-cua/nhan-ho-so");
      await clerk.sends("/mot-cua/nhan-ho-so", { the: CARD, tim: words, lam: "xem" });
      return /\/mot-cua\/nhan-ho-so\/([0-9a-f-]{36})/.exec(clerk.seen.url + clerk.seen.text)?.[0] ?? "";
    }

    it("is taken in with thirteen presses, typing included, and a fourteenth for a printer that is not the point's: to the page, the card, the procedure in two words, one paper, the button", async () => {
      const clerk = await aClerk();
      await clerk.goes("/mot-cua");
      clerk.presses = 1;
      await clerk.goes(clerk.link("Nhận hồ sơ giấy"));
      await clerk.sends("/mot-cua/nhan-ho-so", { ...formOf(clerk), the: CARD });
      clerk.sees('value="Cao Thị Mẫu"');
      clerk.sees('value="15/08/1990"');
      await clerk.pressing("/mot-cua/nhan-ho-so", { ...formOf(clerk), tim: "khai sinh", lam: "xem" }, "khai sinh");
      clerk.sees('value="Đăng ký khai sinh"');
      const here = /\/mot-cua\/nhan-ho-so\/[0-9a-f-]{36}/.exec(clerk.seen.text)?.[0] ?? "";
      const ticked = { ...formOf(clerk), "co-giay-chung-sinh": "1" };
      clerk.presses += 1;
      await clerk.pressing(here, { ...ticked, lam: "nhan" });
      clerk.sees("Đã nhận hồ sơ: Cao Thị Mẫu");
      clerk.sees("000.15.22.H32-");
      assert.equal(clerk.presses, 13);

      const digits = /<dd>(\d{4})<\/dd>/.exec(clerk.seen.text)?.[1] ?? "";
      const dossier = /\/mot-cua\/([0-9a-f-]{36})\/giay-hen/.exec(clerk.seen.text)?.[1] ?? "";
      await clerk.pressing(`/mot-cua/${dossier}/giay-hen.pdf`, { so: digits });
      assert.equal(clerk.seen.headers.get("content-type"), "application/pdf");
      assert.equal(clerk.presses, 14);

      const citizen = new Person(hub.url);
      const tracking = (
        await context.database.sql<{ code: string }[]>`select tracking_code as code from dossiers where dossier = ${dossier}`
      )[0]?.code;
      await citizen.sends(`/tra-cuu/${tracking}/rut`, { key: crypto.randomUUID(), so: digits, reason: "Làm ở nơi khác" });
      citizen.sees("Bà con đã xin rút hồ sơ này");
    });

    it("keeps what was typed whatever was wrong: the card's text, the procedure, a day, a missing paper", async () => {
      const clerk = await aClerk();
      await clerk.sends("/mot-cua/nhan-ho-so", { the: "8934563138165", "ho-ten": "Bo Bo Văn Thử", tim: "khai sinh", lam: "xem" });
      clerk.sees("Đây không phải mã QR trên thẻ căn cước");
      clerk.sees('value="Bo Bo Văn Thử"');
      await clerk.sends("/mot-cua/nhan-ho-so", { "ho-ten": "Bo Bo Văn Thử", tim: "xyz không có", lam: "tiep" });
      clerk.sees("Chưa thấy thủ tục này");
      clerk.sees('value="xyz không có"');
      await clerk.sends("/mot-cua/nhan-ho-so", { "ho-ten": "Bo Bo Văn Thử", tim: "đăng ký tạm trú", lam: "tiep" });
      clerk.sees("không nộp ở cơ quan này. Nơi nộp:");
      const here = await opened("Chứng thực bản sao (sao y, công chứng bản photo)", clerk);
      const typed = { ...formOf(clerk), kenh: "post", "so-hieu": "EM 123 456 789 VN", "ngay-den": "31/2/2026" };
      await clerk.sends(here, { ...typed, lam: "nhan" });
      assert.equal(clerk.seen.status, 422);
      clerk.sees("Ngày này không có trong lịch");
      clerk.sees('value="EM 123 456 789 VN"');
      await clerk.sends(here, { ...typed, "ngay-den": "", lam: "nhan" });
      clerk.sees("Còn thiếu giấy tờ bắt buộc");
      clerk.sees("Bản photo");
      await clerk.sends(here, { ...typed, "ngay-den": "", lam: "nhan:bo-sung", "loi-nhan": "Xin photo thêm một bản" });
      clerk.sees("Yêu cầu bổ sung");
      await clerk.sends(here, { ...typed, "ngay-den": "", lam: "nhan" });
      clerk.sees("đã in trên phiếu");
    });

    it("takes scanned pages and typed answers along, and is given back to no citizen's page", async () => {
      const clerk = await aClerk();
      const here = await opened("Đăng ký khai sinh", clerk);
      const draft = here.split("/").at(-1) ?? "";
      await clerk.sends(here, { ...formOf(clerk), lam: "giay:to-khai-giay" });
      assert.equal(clerk.seen.url, `/ho-so/${draft}/giay-to/to-khai-giay`);
      const form = new FormData();
      form.append("tep", asFile(await aPdf(), "to-khai.pdf", "application/pdf"));
      await clerk.sends(`/ho-so/${draft}/giay-to/to-khai-giay`, form);
      clerk.sees("Đã có 1 trang");
      await clerk.goes(`/ho-so/${draft}/giay-to`);
      assert.equal(clerk.seen.url, here);
      clerk.sees("1 trang");
      await clerk.sends(here, { ...formOf(clerk), lam: "to-khai" });
      assert.equal(clerk.seen.url, `/ho-so/${draft}/cau/quan-he`);
      await clerk.sends(`/ho-so/${draft}/cau/quan-he`, { "nyc.quanHe": "cha-de" });
      await clerk.sends(`/ho-so/${draft}/gui`, {});
      assert.equal(clerk.seen.status, 409, "it is sent at the counter, not online");
      const other = await aClerk("congan");
      await other.goes(here);
      assert.equal(other.seen.status, 404);

      await clerk.goes(here);
      await clerk.sends(here, { ...formOf(clerk), lam: "nhan" });
      clerk.sees("Đã nhận hồ sơ");
      await clerk.goes(clerk.link("Mở hồ sơ"));
      clerk.sees("Tờ khai giấy (1 trang)");
      clerk.sees("Tờ khai giấy chưa nhập đủ");
      const dossier = clerk.seen.url;
      await clerk.sends(`${dossier}/propose`, { key: crypto.randomUUID() });
      clerk.sees("Tờ khai giấy chưa nhập đủ những câu cần cho kết quả");
      await clerk.goes(`${dossier}/to-khai`);
      clerk.sees("Họ, chữ đệm, tên người được khai sinh");
      const all = Object.assign({}, ...Object.values(BIRTH_ANSWERS)) as Record<string, string>;
      await clerk.sends(`${dossier}/to-khai`, { ...all, "con.ngaySinh": "31/2/2026", key: crypto.randomUUID() });
      assert.equal(clerk.seen.status, 422);
      clerk.sees('value="Bo Bo Thị Mẫu"');
      await clerk.sends(`${dossier}/to-khai`, { ...all, key: crypto.randomUUID() });
      assert.equal(clerk.seen.url, dossier);
      clerk.sees("Bo Bo Thị Mẫu");
      await clerk.sends(`${dossier}/propose`, { key: crypto.randomUUID() });
      clerk.sees("Chờ lãnh đạo ký");
      const leader = await aClerk("lanhdao");
      await leader.sends(`${dossier}/sign`, { key: crypto.randomUUID() });
      leader.sees("Giấy khai sinh số");
    });

    it("lies in the same inbox as what was sent online and what the post brought, each with its channel, and can be looked for by it", async () => {
      const token = await createPartnerToken(context, "thử", ["dossiers:write"]);
      assert.equal((await submit(hub.url, token, aSubmission(500))).status, 201);
      await taken({ applicant: { name: "Tro Thị Quầy" } });
      const post = { number: "EM123456789VN", arrivedOn: officeDay(context.now()), postmark: null };
      await taken({ applicant: { name: "Tro Thị Bưu" }, channel: "post", post });
      const clerk = await aClerk();
      const [online] = await context.database.sql<{ dossier: string }[]>`select dossier from dossier_list where channel = 'online' limit 1`;
      await clerk.sends(`/mot-cua/${online?.dossier}/accept`, { key: crypto.randomUUID() });
      await clerk.goes("/mot-cua?muc=dang-giai-quyet");
      for (const words of [
        "Tro Thị Quầy",
        "Tro Thị Bưu",
        "Bo Bo Văn Thử",
        "<small>Trực tuyến</small>",
        "<small>Trực tiếp</small>",
        "<small>Bưu chính</small>",
      ])
        clerk.sees(words);
      await clerk.sends("/mot-cua", { muc: "dang-giai-quyet", kenh: "post" });
      clerk.sees("Tro Thị Bưu");
      clerk.seesNot("Tro Thị Quầy");
      clerk.seesNot("<small>Trực tuyến</small>");
    });

    it("of a police officer is taken in at their own office the same way", async () => {
      const clerk = await aClerk("congan");
      const here = await opened("đăng ký tạm trú", clerk);
      const fields = formOf(clerk);
      const papers = Object.keys(fields).filter((name) => name.startsWith("chinh-"));
      const ticks = Object.fromEntries(papers.map((name) => [name.replace("chinh-", "co-"), "1"]));
      await clerk.sends(here, { ...fields, ...ticks, lam: "nhan" });
      clerk.sees("Đã nhận hồ sơ");
      clerk.sees("000.15.23.H32-");
    });
  });
});
