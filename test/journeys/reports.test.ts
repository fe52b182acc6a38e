import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { officeDay } from "../../src/base/clock.ts";
import { addDays } from "../../src/domain/deadlines/days.ts";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { mailReports } from "../../src/operations/reports/mail-reports.ts";
import { aSubmission, submit } from "../support/api.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";
import { unzip } from "../support/unzip.ts";

describe("reports", () => {
  let hub: TestHub;
  const today = officeDay(new Date());
  const days = `tu=${addDays(today, -3)}&den=${today}`;
  before(async () => {
    hub = await openHub();
    const token = await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
    await Promise.all(Array.from({ length: 6 }, () => submit(hub.url, token, aSubmission(400))));
  });
  after(() => hub.end());

  const signIn = async (username: string) => {
    const member = new Person(hub.url);
    await member.sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
    return member;
  };
  const letters = () =>
    hub.context.database.sql<{ subject: string; body: string; state: string }[]>`
      select subject, body, state from deliveries where kind = 'report' order by made_at`;

  it("are found from the first page of a leader and of an officer, each with the periods that are over", async () => {
    for (const [username, home] of [
      ["lanhdao", "/lanh-dao"],
      ["canbo", "/mot-cua"],
    ] as const) {
      const member = await signIn(username);
      await member.goes(home);
      await member.goes(member.link("Báo cáo</a>"));
      for (const name of ["II.06a", "Quyết định 766", "Sổ theo dõi hồ sơ", "Báo cáo tháng"]) member.sees(name);
      await member.goes(member.link("Quý "));
      assert.equal(member.seen.status, 200);
      member.sees("Biểu số II.06a/VPCP/KSTT");
    }
  });

  it("II.06a shows what came in just now, and sums that hold", async () => {
    const leader = await signIn("lanhdao");
    await leader.goes(`/thong-ke/bao-cao/ii-06a?${days}`);
    const total = [...(/<tfoot>([\s\S]*?)<\/tfoot>/.exec(leader.seen.text)?.[1] ?? "").matchAll(/<strong>(\d+)<\/strong>/g)].map(
      ([, digits]) => Number(digits),
    );
    const [all, online, paper, carried, settled, , , , open] = total;
    assert.deepEqual([all, online, paper, carried, settled, open], [6, 6, 0, 0, 0, 6]);
  });

  it("are files for spreadsheets and paper, the monthly one a single page", async () => {
    const officer = await signIn("canbo");
    for (const report of ["ii-06a", "chi-so-766", "hop-giao-ban", "so-theo-doi"]) {
      await officer.goes(`/thong-ke/bao-cao/${report}/bao-cao.xlsx?${days}`);
      const files = await unzip(officer.seen.bytes);
      assert.ok(
        [...files.keys()].some((name) => name.endsWith("sheet1.xml")),
        report,
      );
      await officer.goes(`/thong-ke/bao-cao/${report}/bao-cao.csv?${days}`);
      assert.match(officer.seen.headers.get("content-type") ?? "", /text\/csv/);
    }
    await officer.goes(`/thong-ke/bao-cao/hop-giao-ban/bao-cao.pdf?${days}`);
    assert.equal(new TextDecoder().decode(officer.seen.bytes.slice(0, 5)), "%PDF-");
    assert.equal((new TextDecoder("latin1").decode(officer.seen.bytes).match(/\/Type ?\/Page\b/g) ?? []).length, 1, "one page");
    await officer.goes(`/thong-ke/in.pdf?${days}`);
    assert.equal(officer.seen.headers.get("content-type"), "application/pdf");
  });

  it("the book holds names: it is the own office's, who took it along is written down, and the admin does not get it", async () => {
    const officer = await signIn("canbo");
    const looks = async () =>
      (await hub.context.database.sql<{ count: number }[]>`select count(*) from access_log where what = 'export'`)[0]?.count ?? 0;
    const before = await looks();
    await officer.goes(`/thong-ke/bao-cao/so-theo-doi/bao-cao.csv?${days}`);
    assert.equal(await looks(), before + 6);
    const admin = await signIn("quantri");
    await admin.goes(`/thong-ke/bao-cao/so-theo-doi?${days}`);
    assert.equal(admin.seen.status, 403);
    await officer.goes(`/thong-ke/bao-cao/so-theo-doi?tu=2020-01-01&den=${today}`);
    assert.equal(officer.seen.status, 422);
    await officer.goes("/thong-ke/bao-cao/khong-co");
    assert.equal(officer.seen.status, 404);
  });

  it("the index says what cannot be told, and what would raise it most", async () => {
    const leader = await signIn("lanhdao");
    await leader.goes(`/thong-ke/bao-cao/chi-so-766?${days}`);
    leader.sees("chưa tính được");
    leader.sees("điểm tính được");
    leader.sees("Làm gì thì điểm tăng nhiều nhất");
    leader.sees("thủ tục trực tuyến có người nộp qua mạng");
  });

  it("go out by e-mail once a period, after the mailbox said yes, and without a figure or a name in them", async () => {
    const leader = await signIn("lanhdao");
    await leader.sends("/thong-ke/bao-cao-qua-thu", { "bao-cao": "ii-06a", ky: "quarter", "thu-dien-tu": "không phải thư" });
    assert.equal(leader.seen.status, 422);
    leader.sees('value="không phải thư"');
    await leader.sends("/thong-ke/bao-cao-qua-thu", { "bao-cao": "hop-giao-ban", ky: "month", "thu-dien-tu": "Lanhdao@xa.vidu.vn" });
    leader.sees("chờ xác nhận");
    const link = leader.link("Mở đường dẫn trong thư");
    const nextMonth = () => new Date(Date.now() + 40 * 86_400_000);
    assert.equal(await mailReports({ ...hub.context, now: nextMonth }), 0, "not before it is confirmed");
    const officer = await signIn("canbo");
    await officer.sends(link, {});
    assert.equal(officer.seen.status, 404, "a link that somebody else opens confirms nothing");
    await leader.goes(link);
    await leader.sends(link, {});
    leader.sees("đang gửi, từ");
    assert.equal(await mailReports(hub.context), 0, "the month before was over before anybody asked");
    const queued = await Promise.all([1, 2, 3].map(() => mailReports({ ...hub.context, now: nextMonth })));
    assert.equal(
      queued.reduce((sum, one) => sum + one, 0),
      1,
      "three machines at once send one",
    );
    assert.equal(await mailReports({ ...hub.context, now: nextMonth }), 0);
    const [letter, ...others] = await letters();
    assert.equal(others.length, 0);
    assert.match(letter?.body ?? "", /\/thong-ke\/bao-cao\/hop-giao-ban\?ky=\d{4}-\d\d/);
    assert.doesNotMatch(letter?.body ?? "", /Cao|hồ sơ tiếp nhận|%/);
    assert.equal(letter?.state, "shown", "a practice office sends nothing");
    await officer.goes("/mot-cua/tin-nhan");
    officer.sees("Báo cáo theo kỳ");
    await leader.goes("/thong-ke/bao-cao-qua-thu");
    const end = /action="(\/thong-ke\/bao-cao-qua-thu\/[0-9a-f-]{36}\/bo)"/.exec(leader.seen.text)?.[1] ?? "";
    await leader.sends(end, {});
    assert.equal(await mailReports({ ...hub.context, now: () => new Date(Date.now() + 80 * 86_400_000) }), 0);
  });
});
