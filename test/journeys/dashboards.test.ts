import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { officeDay } from "../../src/base/clock.ts";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { aSubmission, submit } from "../support/api.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

describe("the dashboard", () => {
  let hub: TestHub;
  let token: string;
  const today = officeDay(new Date());
  const year = `${today.slice(0, 4)}-01-01`;
  before(async () => {
    hub = await openHub();
    token = await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
    await Promise.all(Array.from({ length: 5 }, () => submit(hub.url, token, aSubmission(400))));
  });
  after(() => hub.end());

  const signIn = async (username: string) => {
    const member = new Person(hub.url);
    await member.sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
    return member;
  };
  /** The large number under a heading. */
  const figure = (member: Person, name: string) =>
    new RegExp(`<h3>${name}</h3><p class="figure[^"]*">(?:<a [^>]*>)?([^<]+)`).exec(member.seen.text)?.[1];

  it("shows a dossier as soon as it is lodged, with the definition of each figure beside it", async () => {
    const leader = await signIn("lanhdao");
    await leader.goes("/thong-ke");
    assert.equal(figure(leader, "Hồ sơ tiếp nhận"), "5");
    assert.equal(figure(leader, "Tỷ lệ trực tuyến"), "100 %");
    leader.sees("tính theo ngày nộp, qua cả ba kênh");
    await submit(hub.url, token, aSubmission(400));
    await leader.goes("/thong-ke");
    assert.equal(figure(leader, "Hồ sơ tiếp nhận"), "6");
  });

  it("draws charts without scripts or styles inside, each with a table of its numbers", async () => {
    const leader = await signIn("lanhdao");
    await leader.goes("/thong-ke");
    const charts = leader.seen.text.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
    assert.ok(charts.length >= 4, `${charts.length} charts`);
    for (const chart of charts) assert.doesNotMatch(chart, /<style| style=|<script|\son\w+=/);
    assert.ok((leader.seen.text.match(/Bảng số/g) ?? []).length >= 4);
    assert.ok(leader.seen.bytes.length < 400_000);
  });

  it("opens each figure: as many lines as it says, with names for the own office, and who looked is written down", async () => {
    const officer = await signIn("canbo");
    await officer.goes(`/thong-ke/phia-sau?tu=${year}&den=${today}&so=received`);
    officer.sees("Hồ sơ tiếp nhận: 6");
    assert.equal((officer.seen.text.match(/href="\/mot-cua\/[0-9a-f-]{36}"/g) ?? []).length, 6);
    const [looks] = await hub.context.database.sql<{ count: number }[]>`select count(*) from access_log where what = 'statistics'`;
    assert.equal(looks?.count, 6);
    await officer.goes(`/thong-ke/phia-sau.csv?tu=${year}&den=${today}&so=online`);
    assert.equal(officer.seen.text.trim().split("\r\n").length, 7);
    await officer.goes(`/thong-ke/phia-sau?so=open&thu-tuc=1.001193`);
    officer.sees("Đang giải quyết: 6");
    await officer.goes(`/thong-ke/phia-sau?so=received&thu-tuc=1.004873`);
    officer.sees("Hồ sơ tiếp nhận: 0");
    await officer.goes(`/thong-ke/phia-sau?so=khong-co`);
    assert.equal(officer.seen.status, 422);
  });

  it("shows counts of other offices, but not what stands behind them", async () => {
    const police = await signIn("congan");
    await police.goes("/thong-ke?don-vi=22615");
    assert.equal(figure(police, "Hồ sơ tiếp nhận"), "6");
    police.seesNot("/thong-ke/phia-sau?");
    await police.goes("/thong-ke/phia-sau?don-vi=22615&so=received");
    assert.equal(police.seen.status, 403);
    await police.goes("/thong-ke");
    assert.equal(figure(police, "Hồ sơ tiếp nhận"), "0");
    police.sees("không có hồ sơ");
  });

  it("draws the communes of the province, and compares a territory over the reorganisation", async () => {
    const leader = await signIn("lanhdao");
    await leader.goes("/thong-ke?don-vi=56");
    leader.sees("Sơ đồ xã, phường theo tỷ lệ trực tuyến");
    leader.sees("Sơ đồ, không phải bản đồ đúng tỉ lệ");
    assert.match(
      leader.seen.text,
      />Bắc Khánh<\/text>[\s\S]*?>Vĩnh<\/text>[\s\S]*?>100 %<\/text>/,
      "name and value are written in the square",
    );
    await leader.goes("/thong-ke?don-vi=22621&giu=dia-ban");
    leader.sees("Đơn vị này đã nhập vào đơn vị lớn hơn");
    assert.equal(figure(leader, "Hồ sơ tiếp nhận"), "6");
    await leader.goes("/thong-ke?don-vi=99999");
    assert.equal(leader.seen.status, 404);
  });

  it("is paper as well: pictures that are drawn for the page stand on it, and what is due", async () => {
    const leader = await signIn("lanhdao");
    for (const unit of ["", "&don-vi=56"]) {
      await leader.goes(`/thong-ke/in.pdf?tu=${year}&den=${today}${unit}`);
      assert.equal(leader.seen.headers.get("content-type"), "application/pdf");
      const pages = (new TextDecoder("latin1").decode(leader.seen.bytes).match(/\/Type ?\/Page\b/g) ?? []).length;
      assert.equal(pages, unit === "" ? 1 : 2, "the diagram of communes has a page of its own");
    }
  });

  it("has goals that leaders set: where it stands, and whether today's course gets there; a goal that makes no sense is refused and stays typed", async () => {
    const leader = await signIn("lanhdao");
    await leader.sends("/thong-ke/muc-tieu", { unit: "22615", measure: "online-rate", percent: "năm mươi", from: year, to: today });
    assert.equal(leader.seen.status, 422);
    leader.sees('value="năm mươi"');
    await leader.sends("/thong-ke/muc-tieu", {
      unit: "22615",
      measure: "online-rate",
      percent: "50",
      from: year,
      to: `${today.slice(0, 4)}-12-31`,
    });
    leader.sees("50 %, Xã Bắc Khánh Vĩnh (22615)");
    leader.sees("nay 100 % (6/6). Đã đạt 50 %.");
    await leader.sends("/thong-ke/muc-tieu", { unit: "22618", measure: "online-rate", percent: "50", from: year, to: today });
    assert.equal(leader.seen.status, 403, "a neighbour's goal is not theirs to set");
    await leader.goes("/thong-ke");
    leader.sees("Đã đạt 50 %.");
    const officer = await signIn("canbo");
    await officer.sends("/thong-ke/muc-tieu", { unit: "22615", measure: "online-rate", percent: "10", from: year, to: today });
    assert.equal(officer.seen.status, 403);
    await leader.goes("/thong-ke/muc-tieu");
    const away = /action="(\/thong-ke\/muc-tieu\/[0-9a-f-]{36}\/bo)"/.exec(leader.seen.text)?.[1] ?? assert.fail();
    await leader.sends(away, {});
    leader.sees("Chưa có mục tiêu nào");
  });
});
