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
});
