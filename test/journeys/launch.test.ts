import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

describe("the launch page of a point", () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
  });
  after(() => hub.end());

  const uses = () => hub.context.database.sql<{ purpose: string }[]>`select purpose from visit_services where kind = 'launch' order by at`;
  const admin = async () => {
    const member = new Person(hub.url);
    await member.sends("/dang-nhap", { ten: "quantri", secret: PRACTICE_SECRET });
    return member;
  };

  it("offers what the admin lists; what is wrong is said and stays typed", async () => {
    const member = await admin();
    await member.sends("/quan-tri/diem/loc-vung/dich-vu", { ten: "Chợ Thử", loi: "", "dia-chi": "http://cho.vidu.vn", viec: "utility" });
    assert.equal(member.seen.status, 422);
    member.sees("phải bắt đầu bằng https://");
    member.sees('value="Chợ Thử"');
    await member.sends("/quan-tri/diem/loc-vung/dich-vu", {
      ten: "Chợ Thử",
      loi: "Mua hàng",
      "dia-chi": "https://cho.vidu.vn",
      viec: "utility",
    });
    const visitor = new Person(hub.url);
    await visitor.goes("/dich-vu");
    visitor.sees("Chợ Thử");
    await visitor.goes(visitor.link("Chợ Thử"));
    visitor.sees("cho.vidu.vn");
    visitor.sees('rel="noopener noreferrer"');
  });

  it("counts each use as its purpose, in a visit of its own for whoever has none, and leads out without saying from where", async () => {
    const before = (await uses()).length;
    const visitor = new Person(hub.url);
    await visitor.goes("/dich-vu");
    await visitor.goes(visitor.link("Tiền điện"));
    const way = visitor.link("Mở trang trong cửa sổ mới");
    const answer = await fetch(new URL(way, hub.url), { redirect: "manual" });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get("location"), "https://cskh.cpc.vn/");
    assert.equal(answer.headers.get("referrer-policy"), "same-origin", "another site learns nothing of where they came from");
    assert.deepEqual((await uses()).slice(before), [{ purpose: "utility" }]);
    const [visit] = await hub.context.database.sql<{ purpose: string }[]>`select purpose from visits order by opened_at desc limit 1`;
    assert.equal(visit?.purpose, "utility");
  });

  it("does not count people at work, and leads nowhere that is not on the list", async () => {
    const before = (await uses()).length;
    const member = await admin();
    await member.goes("/dich-vu/00000000-0000-0000-0000-000000000000/mo");
    assert.equal(member.seen.status, 404);
    assert.equal((await uses()).length, before);
  });

  it("is copied with its point", async () => {
    const member = await admin();
    await member.sends("/quan-tri/diem/loc-vung/chep", { ten: "Điểm Suối Sâu", noi: "thôn Suối Sâu", ngay: "2/1/2027" });
    await member.goes("/quan-tri/diem/diem-suoi-sau/dich-vu");
    member.sees("Tiền điện");
  });
});
