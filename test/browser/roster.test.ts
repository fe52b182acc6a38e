import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { atOffice } from "../../src/base/clock.ts";
import { openBrowser } from "../support/browser.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { checkPage, go, signIn } from "../support/pages.ts";

describe("the roster in a real browser", () => {
  let hub: TestHub;
  let browser: Browser;
  before(async () => {
    [hub, browser] = await Promise.all([openHub(), openBrowser()]);
    Object.assign(hub.context, { now: () => atOffice("2026-12-08", "09:00") });
  });
  after(async () => {
    await browser.close();
    await hub.end();
  });

  it("has no fault of WCAG 2.2 AA on any of its pages, at 320 and at 1280 pixels; a swap is asked and agreed with the keyboard", async () => {
    const helper = await signedIn("truc");
    await helper.goto(`${hub.url}/ban-truc/lich`);
    await helper.focus("#tu");
    await helper.keyboard.type("14/12/2026");
    await go(helper, () => helper.keyboard.press("Enter"));
    await helper.focus("#ca");
    await helper.keyboard.press("ArrowDown");
    await helper.focus("#loi-doi");
    await helper.keyboard.type("Nhà có việc");
    await go(helper, () => helper.keyboard.press("Enter"));
    await checkPage(helper, "roster-asked");
    await go(helper, () => helper.click("button:has-text('lịch của tôi')"));
    await checkPage(helper, "roster-address");

    const officer = await signedIn("canbo");
    await officer.goto(`${hub.url}/ban-truc/lich`);
    await checkPage(officer, "roster-answer");
    await officer.focus("button:has-text('Đồng ý')");
    await go(officer, () => officer.keyboard.press("Enter"));
    assert.equal(await officer.locator("button:has-text('Đồng ý')").count(), 0);
    await officer.goto(`${hub.url}/ban-truc`);
    await checkPage(officer, "roster-desk");

    const admin = await signedIn("quantri");
    await admin.goto(`${hub.url}/quan-tri/diem/loc-vung/lich`);
    await checkPage(admin, "roster-week");
    await go(admin, () => admin.click("button:has-text('Thêm ca mỗi tuần')"));
    await checkPage(admin, "roster-week-wrong");

    const visitor = await (await browser.newContext()).newPage();
    await visitor.goto(hub.url);
    await checkPage(visitor, "roster-home");
  });

  async function signedIn(username: string): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await signIn(page, hub.url, username);
    return page;
  }
});
