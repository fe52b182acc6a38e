import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { Hono } from "hono";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../../support/browser.ts";
import { type Gallery, openGallery } from "../layout/gallery.tsx";

describe("the small scripts of pages", () => {
  let browser: Browser;
  let gallery: Gallery;
  let posted: { path: string; fields: Record<string, unknown> }[];
  before(async () => {
    const answers = new Hono().post("*", async (request) => {
      posted.push({ path: request.req.path, fields: { ...(await request.req.parseBody()) } });
      return request.body(null, 204);
    });
    [browser, gallery] = await Promise.all([openBrowser(), openGallery(answers)]);
  });
  beforeEach(() => {
    posted = [];
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  after(async () => {
    await browser.close();
    await gallery.close();
  });

  async function open(path: string): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await page.clock.install();
    await page.goto(gallery.url + path, { waitUntil: "networkidle" });
    return page;
  }

  describe("the list that finds by typing", () => {
    it("takes the marked line with the keys, and says how many there are", async () => {
      const page = await open("/cau-hoi");
      const field = page.getByRole("combobox", { name: "Dân tộc" });
      await field.fill("raglay");
      assert.equal(await field.getAttribute("aria-expanded"), "true");
      assert.equal(await page.getByRole("status").filter({ hasText: "Có 1 dòng" }).count(), 1);
      await field.press("ArrowDown");
      const marked = await field.getAttribute("aria-activedescendant");
      assert.equal(await page.locator(`[id="${marked}"]`).getAttribute("aria-selected"), "true");
      await field.press("Enter");
      assert.equal(await field.inputValue(), "Ra-glai");
      assert.equal(await field.getAttribute("aria-expanded"), "false");
      assert.deepEqual(posted, [], "choosing does not send the form");
    });

    it("takes a tapped line, and leaves free words as they are", async () => {
      const page = await open("/cau-hoi");
      const field = page.getByRole("combobox", { name: "Xã, phường" });
      await field.fill("");
      await field.click();
      await page.getByRole("option", { name: "Xã Bắc Khánh Vĩnh" }).click();
      assert.equal(await field.inputValue(), "Xã Bắc Khánh Vĩnh");
      await field.fill("Xã Ở Xa");
      await field.press("Escape");
      await field.press("Tab");
      assert.equal(await field.inputValue(), "Xã Ở Xa");
    });
  });

  it("sends a form once, however often its button is tapped", async () => {
    const page = await open("/cau-hoi");
    const button = page.getByRole("button", { name: "Lưu và tiếp tục" });
    await button.dblclick();
    await page.getByText("Đang gửi, bà con chờ một chút").waitFor();
    assert.equal(posted.length, 1);
    await page.clock.runFor(8001);
    await button.click();
    assert.equal(posted.length, 2, "a lost line does not lock the form");
  });

  describe("on a shared computer", () => {
    it("asks after four idle minutes and ends the visit after five", async () => {
      const page = await open("/giay-to");
      await page.clock.runFor(230_000);
      assert.equal(await page.getByRole("dialog").count(), 0);
      await page.clock.runFor(15_000);
      await page.getByRole("dialog", { name: "Bà con còn ở đây không?" }).waitFor();
      const ended = page.waitForResponse("**/xong");
      await page.clock.runFor(60_000);
      await ended;
    });

    it("goes on when somebody answers", async () => {
      const page = await open("/giay-to");
      await page.clock.runFor(250_000);
      await page.getByRole("button", { name: "Tôi còn ở đây" }).click();
      await page.clock.runFor(200_000);
      assert.equal(await page.getByRole("dialog").count(), 0);
      assert.deepEqual(posted, []);
    });
  });

  describe("the ID card", () => {
    const CARD = "056190001234|225123456|Cao Thị Mẫu|15081990|Nữ|Thôn Suối Cau, Khánh Đông, Khánh Vĩnh, Khánh Hòa|10072021";

    it("is sent by Enter, as most scanners end", async () => {
      const page = await open("/giay-to");
      await page.locator("#the").fill(CARD);
      const sent = page.waitForResponse("**/the");
      await page.keyboard.press("Enter");
      await sent;
      await page.clock.runFor(1000);
      assert.deepEqual(posted, [{ path: "/the", fields: { the: CARD } }]);
    });

    it("is sent when the scanner falls silent, and is led into its field when it typed elsewhere", async () => {
      const page = await open("/giay-to");
      const other = page.getByLabel("Ô khác");
      await other.fill(CARD.slice(0, 60));
      await page.clock.runFor(1000);
      assert.deepEqual(posted, [], "half a card is not sent");
      await other.fill(CARD);
      const sent = page.waitForResponse("**/the");
      await page.clock.runFor(1000);
      await sent;
      assert.deepEqual(posted, [{ path: "/the", fields: { the: CARD } }]);
      assert.equal(await other.inputValue(), "");
    });
  });

  it("lets an officer go through the list by keys, see which there are, and switch them off", async () => {
    const page = await open("/ban-viec");
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    assert.equal(await focused(), "Bo Bo Văn Thử");
    await page.keyboard.press("k");
    assert.equal(await focused(), "Cao Thị Mẫu");
    await page.keyboard.press("/");
    assert.equal(await page.locator("#tim").evaluate((field) => field === document.activeElement), true);
    await page.locator("#tim").blur();
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Phím tắt của trang này" });
    assert.match((await keys.textContent()) ?? "", /xuống một hồ sơ.*tìm/);
    await keys.getByRole("button", { name: "Tắt phím tắt" }).click();
    await keys.getByRole("button", { name: "Đóng" }).click();
    await page.keyboard.press("j");
    assert.notEqual(await focused(), "Cao Thị Mẫu");
    await page.getByRole("button", { name: "Phím tắt" }).click();
    await page.getByRole("button", { name: "Bật phím tắt" }).waitFor();
  });
});
