import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

describe("a new point in minutes", () => {
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

  it("is a copy with a name, a place and a day; what is missing is said field by field", async () => {
    const admin = await signIn("quantri");
    await admin.sends("/quan-tri/diem/loc-vung/chep", { ten: "Điểm hỗ trợ Nhà văn hóa Suối Thơm", noi: "", ngay: "hôm nào" });
    assert.equal(admin.seen.status, 422);
    admin.sees("Xin ghi nơi đặt điểm");
    admin.sees("Xin ghi ngày mở cửa");
    admin.sees('value="Điểm hỗ trợ Nhà văn hóa Suối Thơm"');
    await admin.sends("/quan-tri/diem/loc-vung/chep", {
      ten: "Điểm hỗ trợ Nhà văn hóa Suối Thơm",
      noi: "thôn Suối Thơm",
      ngay: "2/1/2027",
    });
    admin.sees("Mở ngày 02/01/2027");
    await admin.sends("/quan-tri/diem/loc-vung/chep", { ten: "Điểm hỗ trợ Nhà văn hóa Suối Thơm", noi: "thôn khác", ngay: "3/1/2027" });
    const points = await hub.context.database.sql<{ point: string }[]>`select point from points order by opened_on, point`;
    assert.deepEqual(
      points.map(({ point }) => point),
      ["loc-vung", "nha-van-hoa-suoi-thom", "nha-van-hoa-suoi-thom-2"],
    );
    await admin.goes("/quan-tri/diem/nha-van-hoa-suoi-thom/ap-phich.pdf");
    assert.equal(new TextDecoder().decode(admin.seen.bytes.slice(0, 5)), "%PDF-");
  });

  it("has its own numbers and its own desk, once a machine is said to stand there", async () => {
    const machine = await signIn("truc");
    await machine.sends("/ban-truc/may-nay", { diem: "nha-van-hoa-suoi-thom" });
    await machine.sends("/ban-truc/luot", { purpose: "look-up" });
    machine.sees("Đang ở bàn: <strong>1");
    await machine.sends("/xong", {});
    await machine.sends("/luot-den", { purpose: "look-up" });
    machine.sees("Số của bà con: 2");
    const elsewhere = await signIn("truc");
    elsewhere.sees("Chưa có ai");
    await machine.sends("/ban-truc/may-nay", { diem: "khong-co" });
    assert.match(machine.seen.url, /dang-nhap/, "only somebody at work says where a machine stands");
  });

  it("has machines and a log of outages that its own people change, and the office's leader and admin; others are told whom to ask", async () => {
    await hub.context.database.sql`
      insert into staff (office, staff, username, name, title, role, secret_hash, created_at)
      select office, gen_random_uuid(), 'vanthu', 'Cao Văn Thư Thử', title, role, secret_hash, created_at from staff where username = 'canbo'`;
    // truc and canbo stand by at Lộc Vừng, nobody yet at the new point
    const cases: [point: string, username: string, may: boolean][] = [
      ["loc-vung", "truc", true],
      ["loc-vung", "canbo", true],
      ["loc-vung", "vanthu", false],
      ["loc-vung", "lanhdao", true],
      ["loc-vung", "quantri", true],
      ["nha-van-hoa-suoi-thom", "truc", false],
      ["nha-van-hoa-suoi-thom", "canbo", false],
      ["nha-van-hoa-suoi-thom", "lanhdao", true],
      ["nha-van-hoa-suoi-thom", "quantri", true],
    ];
    for (const [point, username, may] of cases) {
      const member = await signIn("truc");
      await member.sends("/ban-truc/may-nay", { diem: point });
      await member.sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
      const acts: [path: string, fields: Record<string, string>][] = [
        ["/ban-truc/thiet-bi", { loai: "printer", "dia-chi": `ipp://127.0.0.1:9/${username}`, ten: `Máy của ${username}` }],
        ["/ban-truc/su-co", { loai: "line", note: `mạng đứt, ${username}` }],
      ];
      for (const [path, fields] of acts) {
        await member.sends(path, fields);
        assert.equal(member.seen.status, may ? 200 : 403, `${username} at ${point}: ${path}`);
      }
      await member.goes("/ban-truc/thiet-bi");
      assert.equal(member.seen.text.includes("Tìm máy trong mạng"), may, "only who may is offered it");
      if (!may) member.sees("hoặc lãnh đạo, quản trị của cơ quan");
    }
    const admin = await signIn("quantri");
    await admin.goes(admin.link("Thiết bị, sự cố"));
    assert.match(admin.seen.url, /diem=loc-vung$/);
    await admin.sends("/ban-truc/su-co", { diem: "nha-van-hoa-suoi-thom-2", loai: "other", note: "Chưa có điện" });
    assert.match(admin.seen.url, /diem=nha-van-hoa-suoi-thom-2$/);
    admin.sees("Chưa có điện");
    const helper = await signIn("truc");
    await helper.sends("/ban-truc/su-co", { diem: "nha-van-hoa-suoi-thom-2", loai: "other", note: "Từ xa" });
    assert.equal(helper.seen.status, 403, "a point that is named is asked after like the one where they stand");
    const [device] = await hub.context.database.sql<{ device: string }[]>`select device from devices where point = 'loc-vung' limit 1`;
    const [outage] = await hub.context.database.sql<{ outage: string }[]>`
      select outage from outages where point = 'loc-vung' and ended_at is null and noticed_by is not null limit 1`;
    const clerk = await signIn("vanthu");
    for (const path of [`/ban-truc/thiet-bi/${device?.device}/bo`, `/ban-truc/su-co/${outage?.outage}/xong`]) {
      await clerk.sends(path, {});
      assert.equal(clerk.seen.status, 403, path);
      clerk.sees("Bo Bo Văn Thử");
      await helper.sends(path, {});
      assert.equal(helper.seen.status, 200, path);
    }
  });
});
