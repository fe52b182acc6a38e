import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { PRACTICE_CITIZEN, PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { aSubmission, PARTNER_ANSWERS, submit } from "../support/api.ts";
import { DOORS } from "../support/doors/doors.ts";
import { isOpen, TOKEN } from "../support/doors/rows.ts";
import { askWith } from "../support/foreign/ask.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";
import { addressOf } from "../support/routes.ts";

/** What stands in addresses only when somebody put it there. */
const NASTY = [
  "'; drop table dossiers; --",
  "<script>alert(1)</script>",
  "../../../etc/passwd",
  "x".repeat(3_000),
  "a\u0000b",
  "%252e%252e%252f",
  "99999999999999999999",
] as const;

const ROLES = ["helper", "officer", "leader", "admin", "citizen"] as const;

describe("what nobody types", () => {
  let hub: TestHub;
  let people: Record<(typeof ROLES)[number], Person>;
  before(async () => {
    hub = await openHub();
    const signIn = async (path: string, fields: Record<string, string>) => {
      const person = new Person(hub.url);
      await person.sends(path, { ...fields, secret: PRACTICE_SECRET });
      return person;
    };
    people = {
      helper: await signIn("/dang-nhap", { ten: "truc" }),
      officer: await signIn("/dang-nhap", { ten: "canbo" }),
      leader: await signIn("/dang-nhap", { ten: "lanhdao" }),
      admin: await signIn("/dang-nhap", { ten: "quantri" }),
      citizen: await signIn("/tai-khoan", { so: PRACTICE_CITIZEN.identityNumber }),
    };
  });
  after(() => hub.end());

  /** Who gets past the door, so that what is behind it is asked. */
  function whoEnters(route: string): Person {
    const door = DOORS[route];
    const listed = door === undefined || door === TOKEN || isOpen(door) ? undefined : ROLES.find((role) => door.includes(role));
    return people[listed ?? (route.includes("/mot-cua") ? "officer" : route.includes("/ban-truc") ? "helper" : "citizen")];
  }

  it("in an address is an address of nothing: no route fails on it, and none says it back as it came", async () => {
    const failed: string[] = [];
    let asked = 0;
    for (const route of Object.keys(DOORS).filter((one) => one.includes(":"))) {
      const [method = "", path = ""] = route.split(" ");
      await Promise.all(
        NASTY.map(async (value) => {
          asked += 1;
          const asker = { cookie: whoEnters(route).cookie, address: `10.9.${(asked >> 5) & 255}.1` };
          const address = addressOf(path, (name) => (name === "point" && value.length < 30 ? "loc-vung" : encodeURIComponent(value)));
          const { status, text } = await askWith(hub.url, asker, method, address, { key: "nasty", text: "x", ten: "x" });
          if (status >= 500) failed.push(`${route} with ${JSON.stringify(value.slice(0, 20))}: ${status}`);
          if (text.includes("<script>alert(1)")) failed.push(`${route} says a script back`);
        }),
      );
    }
    assert.deepEqual(failed, []);
  });

  it("in a form is left out where it is a NUL, and a form that is no whole one is said to be that", async () => {
    const { officer, helper, admin } = people;
    await officer.sends("/mot-cua/loc", { id: crypto.randomUUID(), ten: "Của\u0000 tôi", muc: "viec" });
    officer.sees("Của tôi");
    await helper.sends("/ban-truc/su-co", { loai: "power", note: "Mất\u0000 điện" });
    helper.sees("Mất điện");
    await admin.sends("/quan-tri/gio-lam-viec", { ngay: "17/12/2026", loai: "closed", "vi-sao": "Nước\u0000 lũ" });
    admin.sees("Nước lũ");
    for (const path of ["/dang-nhap", "/tai-khoan"]) {
      await new Person(hub.url)
        .sends(path, { ten: "a\u0000b", so: "\u0000", secret: "\u0000" })
        .then(({ status }) => assert.equal(status, 403));
    }
    for (const type of ["multipart/form-data", "multipart/form-data; boundary=z"]) {
      const headers = { cookie: officer.cookie, origin: hub.url, "content-type": type };
      const reply = await fetch(new URL("/mot-cua", hub.url), { method: "POST", headers, body: "--nothing" });
      assert.equal(reply.status, 400, type);
      assert.match(await reply.text(), /Xin quay lại trang trước rồi gửi lại/);
    }
    const token = await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
    const change = { answers: { ...PARTNER_ANSWERS, "con.hoTen": "Bo Bo\u0000 Thị Mẫu" } };
    assert.equal((await submit(hub.url, token, aSubmission(500), change)).status, 400);
  });

  it("is no form: pages that read forms refuse it with 415 and do nothing, whoever sends it and from wherever; the API takes JSON", async () => {
    const { officer, helper, citizen, admin } = people;
    const cases: [who: Person, path: string, type: string][] = [
      [officer, "/mot-cua", "application/json"],
      [officer, "/mot-cua/nhan-ho-so", "application/json; charset=utf-8"],
      [helper, "/ban-truc/su-co", "application/json"],
      [helper, "/ban-truc/luot", "text/xml"],
      [citizen, "/tai-khoan/lien-lac", "application/json"],
      [admin, "/quan-tri/gio-lam-viec", "application/octet-stream"],
      [officer, "/dang-nhap", "application/x-www-form-urlencodedd"],
      [officer, "/co-chu", "application/json"],
    ];
    const counted = () =>
      hub.context.database.sql`select (select count(*) from visits) as visits, (select count(*) from outages) as outages`;
    const before = await counted();
    for (const [who, path, type] of cases) {
      for (const origin of [{}, { origin: hub.url }]) {
        const headers = { cookie: who.cookie, ...origin, "content-type": type };
        const body = JSON.stringify({ loai: "power", purpose: "other", ten: "canbo", secret: PRACTICE_SECRET });
        const reply = await fetch(new URL(path, hub.url), { method: "POST", headers, body, redirect: "manual" });
        assert.equal(reply.status, 415, `${path} as ${type}`);
        assert.match(await reply.text(), /Trang này chỉ nhận biểu mẫu/);
      }
    }
    assert.deepEqual(await counted(), before);
    const shouted = await fetch(new URL("/mot-cua/loc", hub.url), {
      method: "POST",
      headers: { cookie: officer.cookie, origin: hub.url, "content-type": "Application/X-WWW-Form-URLEncoded; charset=UTF-8" },
      body: new URLSearchParams({ id: crypto.randomUUID(), ten: "Chữ hoa", muc: "viec" }).toString(),
    });
    assert.match(await shouted.text(), /Chữ hoa/, "what is called a form in capitals is one");
    const token = await createPartnerToken(hub.context, "gửi JSON", ["dossiers:write"]);
    assert.equal((await submit(hub.url, token, aSubmission(501))).status, 201);
  });

  it("as a method that the address does not have is refused, and HEAD tells nobody more than GET", async () => {
    const asker = { cookie: people.officer.cookie, address: "10.9.9.9" };
    for (const method of ["PUT", "DELETE", "PATCH"])
      assert.ok([403, 404].includes((await askWith(hub.url, asker, method, "/mot-cua")).status), method);
    assert.equal((await askWith(hub.url, { ...asker, cookie: "" }, "HEAD", "/mot-cua")).status, 303);
    for (const path of [
      "/tai-nguyen/..%2f..%2fpackage.json",
      "/hinh/..%2f..%2fpackage.json",
      "/tai-nguyen/%252e%252e%252fpackage.json",
      "/mot-cua%00",
    ])
      assert.equal((await askWith(hub.url, asker, "GET", path)).status, 404, path);
  });
});
