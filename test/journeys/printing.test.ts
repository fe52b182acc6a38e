import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { writePrinterAddress } from "../../src/devices/printer/printer-address.ts";
import { watchDevices } from "../../src/operations/devices/device-desk.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { answerAll } from "../support/birth.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { type SimulatedPrinter, startSimulatedPrinter } from "../support/ipp-printer.ts";
import { Person } from "../support/person.ts";
import { until } from "../support/test-printer.ts";

describe("paper out of the point's own printer", () => {
  let hub: TestHub;
  let printer: SimulatedPrinter;
  let helper: Person;
  before(async () => {
    [hub, printer] = await Promise.all([openHub(), startSimulatedPrinter({ formats: ["application/pdf"] })]);
    helper = new Person(hub.url);
    await helper.sends("/dang-nhap", { ten: "truc", secret: PRACTICE_SECRET });
  });
  after(async () => {
    await hub.end();
    await printer.close();
  });

  const outages = () =>
    hub.context.database.sql<{ kind: string; open: boolean }[]>`select kind, ended_at is null as open from outages order by began_at`;

  it("says what to do while the point has no printer", async () => {
    const citizen = new Person(hub.url);
    const draft = await answerAll(citizen);
    await citizen.sends(`/ho-so/${draft}/phieu/in`, {});
    assert.equal(citizen.seen.status, 409);
    citizen.sees("Điểm chưa có máy in nào");
  });

  it("is added by its address; a wrong address is said and kept in the field", async () => {
    await helper.sends("/ban-truc/thiet-bi", { "dia-chi": "máy in ở góc", ten: "" });
    assert.equal(helper.seen.status, 422);
    helper.sees('value="máy in ở góc"');
    await helper.sends("/ban-truc/thiet-bi", { "dia-chi": writePrinterAddress(printer.address), ten: "Máy in bàn trực" });
    helper.sees("Máy in bàn trực");
    helper.sees("Sẵn sàng.");
    await helper.sends("/ban-truc/thiet-bi", { "dia-chi": writePrinterAddress(printer.address), ten: "Lần nữa" });
    assert.equal(helper.seen.status, 409);
  });

  it("prints the citizen's slip, and says so", async () => {
    const citizen = new Person(hub.url);
    const draft = await answerAll(citizen);
    await citizen.sends(`/ho-so/${draft}/phieu/in`, {});
    const order = citizen.seen.url;
    assert.match(order, /^\/in\//);
    await until(async () => (await printer.received()).length > 0, "the printed slip");
    await until(async () => (await citizen.goes(order)).text.includes("Đã in xong"), "the word that it is done");
    const [sheet] = await printer.received();
    assert.equal(sheet?.subarray(0, 5).toString(), "%PDF-");
    const [service] = await hub.context.database.sql<{ kind: string }[]>`select kind from visit_services`;
    assert.equal(service?.kind, "print");
  });

  it("says that paper is out, goes on when there is some, and writes both into the log", async () => {
    await printer.takePaperOut();
    await helper.goes("/ban-truc/thiet-bi");
    helper.sees("Máy in hết giấy. Xin cho giấy A4 vào khay");
    assert.deepEqual(
      (await outages()).map(({ kind, open }) => [kind, open]),
      [["paper", true]],
    );
    await helper.sends(`/ban-truc/thiet-bi/${await deviceId()}/in-thu`, {});
    const order = helper.seen.url;
    await until(async () => (await helper.goes(order)).text.includes("hết giấy"), "the word that paper is out");
    await printer.putPaperIn();
    await until(async () => (await helper.goes(order)).text.includes("Đã in xong"), "the word that it is done");
    await watchDevices(hub.context);
    assert.deepEqual(
      (await outages()).map(({ kind, open }) => [kind, open]),
      [["paper", false]],
    );
  });

  it("can be taken back", async () => {
    await printer.hold();
    await helper.sends(`/ban-truc/thiet-bi/${await deviceId()}/in-thu`, {});
    const order = helper.seen.url;
    await until(async () => (await helper.goes(order)).text.includes("Đang in"), "printing");
    await helper.sends(`${order}/huy`, {});
    await until(async () => (await helper.goes(order)).text.includes("Đã hủy, không in nữa"), "the word that it was taken back");
    await printer.release();
  });

  it("keeps what people notice: power, line, other things, from when to when", async () => {
    await helper.sends("/ban-truc/su-co", { loai: "power", note: "mất điện cả thôn" });
    helper.sees("Mất điện: mất điện cả thôn");
    const outage = /action="(\/ban-truc\/su-co\/[0-9a-f-]{36}\/xong)"/.exec(helper.seen.text)?.[1] ?? "";
    await helper.sends(outage, {});
    helper.seesNot(outage);
  });

  async function deviceId(): Promise<string> {
    const [row] = await hub.context.database.sql<{ device: string }[]>`select device from devices`;
    return row?.device ?? "";
  }
});
