import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { readCardQr } from "../../src/files/card-photo.ts";
import { answerAll } from "../support/birth.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { aSheet, asFile } from "../support/paper.ts";
import { Person } from "../support/person.ts";

describe("a phone lends its camera to the counter", () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
  });
  after(() => hub.end());

  const paperOf = (draft: string) => `/ho-so/${draft}/giay-to/giay-chung-sinh`;
  const photo = async () => {
    const form = new FormData();
    form.append("tep", asFile(await aSheet(), "anh.jpg", "image/jpeg"));
    return form;
  };
  /** Somebody at the counter with a declaration filled in, and the token of the code on their screen. */
  async function offer(): Promise<{ counter: Person; draft: string; token: string }> {
    const counter = new Person(hub.url);
    const draft = await answerAll(counter);
    await counter.sends(`${paperOf(draft)}/dien-thoai`, {});
    counter.sees("Mã QR để mở trên điện thoại");
    return { counter, draft, token: await tokenOnScreen(counter) };
  }

  it("puts its pictures into the paper at once", async () => {
    const { counter, draft, token } = await offer();
    const phone = new Person(hub.url);
    await phone.goes(`/dien-thoai/${token}`);
    phone.sees("Bắt đầu chụp");
    await phone.sends(`/dien-thoai/${token}`, {});
    phone.sees("Chưa có trang nào");
    await phone.sends("/dien-thoai", await photo());
    phone.sees("Đã có 1 trang");
    await counter.goes(`${paperOf(draft)}/dien-thoai`);
    counter.sees("Điện thoại đã nối");
    counter.sees("Đã có 1 trang");
  });

  it("sees nothing but that paper, and the code serves one phone", async () => {
    const { draft, token } = await offer();
    const phone = new Person(hub.url);
    await phone.sends(`/dien-thoai/${token}`, {});
    for (const path of [`/ho-so/${draft}/xem-lai`, paperOf(draft), `/ho-so/${draft}/phieu`]) {
      await phone.goes(path);
      assert.equal(phone.seen.status, 404, path);
    }
    const second = new Person(hub.url);
    await second.sends(`/dien-thoai/${token}`, {});
    assert.equal(second.seen.status, 403);
    second.sees("đã dùng trên điện thoại khác");
  });

  it("goes on where the wifi broke off", async () => {
    const { counter, draft, token } = await offer();
    const phone = new Person(hub.url);
    await phone.sends(`/dien-thoai/${token}`, {});
    const bytes = await aSheet();
    const ask = (path: string, init: RequestInit) =>
      fetch(new URL(path, hub.url), { ...init, headers: { ...init.headers, cookie: phone.cookie, origin: hub.url } });
    const made = await ask("/dien-thoai/gui", { method: "POST", headers: { "upload-length": String(bytes.length) } });
    const address = made.headers.get("location") ?? "";
    const piece = (offset: number, body: Uint8Array) =>
      ask(address, {
        method: "PATCH",
        headers: { "upload-offset": String(offset), "content-type": "application/offset+octet-stream" },
        body: Uint8Array.from(body),
      });
    await piece(0, bytes.subarray(0, 10_000));
    const far = await ask(address, { method: "HEAD" });
    assert.equal(far.headers.get("upload-offset"), "10000");
    assert.equal((await piece(10_000, bytes.subarray(10_000))).status, 204);
    await counter.goes(paperOf(draft));
    counter.sees("Đã có 1 trang");
  });

  it("dies with the visit", async () => {
    const { counter, token } = await offer();
    const phone = new Person(hub.url);
    await phone.sends(`/dien-thoai/${token}`, {});
    await counter.sends("/xong", {});
    await phone.sends("/dien-thoai", await photo());
    assert.equal(phone.seen.status, 403);
    phone.sees("hết hạn");
  });

  it("is let go when the counter shows a new code", async () => {
    const { counter, draft, token } = await offer();
    const phone = new Person(hub.url);
    await phone.sends(`/dien-thoai/${token}`, {});
    await counter.sends(`${paperOf(draft)}/dien-thoai`, {});
    await phone.goes("/dien-thoai");
    assert.equal(phone.seen.status, 403);
  });
});

/** Reads the QR code off the page, as a camera does. */
async function tokenOnScreen(person: Person): Promise<string> {
  const svg = /<svg[\s\S]*?<\/svg>/.exec(person.seen.text.slice(person.seen.text.indexOf('class="qr"')))?.[0] ?? "";
  const picture = await sharp(Buffer.from(svg)).resize(600).flatten({ background: "#fff" }).png().toBuffer();
  const address = await readCardQr(picture);
  const token = /\/dien-thoai\/([\w-]+)$/.exec(address ?? "")?.[1];
  assert.ok(token, `the code on the screen leads to the phone's page: ${address}`);
  return token;
}
