import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { officeDay } from "../../src/base/clock.ts";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { aSubmission, submit } from "../support/api.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

describe("open data", () => {
  let hub: TestHub;
  let token: string;
  const today = officeDay(new Date());
  before(async () => {
    hub = await openHub();
    token = await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
  });
  after(() => hub.end());

  const ask = async (query: string) => {
    const reply = await fetch(new URL(`/api/v1/statistics${query}`, hub.url));
    return { status: reply.status, json: (await reply.json()) as Record<string, unknown> };
  };
  const lodge = (count: number) => Promise.all(Array.from({ length: count }, () => submit(hub.url, token, aSubmission(400))));

  it("hides a count from one to four, and says that it does", async () => {
    await lodge(4);
    const { json } = await ask("?unit=22615");
    assert.equal(json.received, null);
    assert.ok((json.hidden as string[]).includes("received"));
    assert.equal(json.onlineRate, null);
    assert.equal(json.post, 0, "that nothing came is no secret");
  });

  it("counts what came in at once, by unit, province and country, with the definition beside it", async () => {
    await lodge(3);
    for (const unit of ["22615", "56", "VN"]) {
      const { json } = await ask(`?unit=${unit}&from=${today}&to=${today}`);
      assert.deepEqual([json.received, json.online, json.onlineRate], [7, 7, 1], unit);
      assert.match((json.definition as Record<string, string>).received ?? "", /tính theo ngày nộp/);
    }
    const elsewhere = await ask("?unit=22618&from=2020-01-01");
    assert.equal(elsewhere.json.received, 0);
    assert.equal(elsewhere.json.onlineRate, null, "nothing to divide by is no 0 %");
  });

  it("lays counts apart by month, procedure, point, unit; the parts make the whole where nothing is hidden", async () => {
    for (const by of ["month", "day", "procedure", "point", "unit", "office", "channel", "degree"]) {
      const { json, status } = await ask(`?unit=56&by=${by}`);
      assert.equal(status, 200);
      const items = json.items as { received: number | null; name: string }[];
      assert.equal(
        items.reduce((sum, { received }) => sum + (received ?? 0), 0),
        7,
        by,
      );
      assert.ok(items.every(({ name }) => name !== ""));
    }
  });

  it("refuses a question that it does not understand field by field, and a unit that there never was", async () => {
    const wrong = await ask("?unit=khanh-dong&from=hôm qua&by=name");
    assert.equal(wrong.status, 422);
    assert.deepEqual(Object.keys(wrong.json.fields as object), ["unit", "from", "by"]);
    assert.equal((await ask("?unit=00001")).status, 404);
    assert.equal((await ask("?unit=22615&from=2026-02-30")).status, 422);
    assert.equal((await ask("?unit=22615&from=2026-02-02&to=2026-02-01")).status, 422);
  });

  it("is a page for everybody, a table for spreadsheets, and a dictionary", async () => {
    const person = new Person(hub.url);
    await person.goes("/so-lieu");
    person.sees("Số liệu mở");
    await person.goes(`/so-lieu?unit=22615&from=${today}&to=${today}&by=channel`);
    person.sees("Xã Bắc Khánh Vĩnh");
    person.sees("Trực tuyến");
    await person.goes("/so-lieu?unit=xyz&from=2024-01-01");
    assert.equal(person.seen.status, 422);
    person.sees('value="xyz"');
    await person.goes(person.seen.text.includes("data.csv") ? "/" : `/api/v1/statistics/data.csv?unit=22615&by=month`);
    const [head, ...lines] = person.seen.text.replace("\ufeff", "").trim().split("\r\n");
    assert.match(head ?? "", /^key,name,received,online/);
    assert.equal(lines.length, 2);
    await person.goes("/api/v1/statistics/dictionary.csv");
    person.sees("Tỷ lệ trực tuyến");
  });
});
