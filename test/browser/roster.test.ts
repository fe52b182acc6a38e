import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { atOffice } from "../../src/base/clock.ts";
import { PROJECT_FOLDER } from "../../src/main/config.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { openBrowser } from "../support/browser.ts";
import { openHub, type TestHub } from "../support/hub.ts";

/** Pictures of the run, to be looked at; git does not keep them. */
const PICTURES = join(PROJECT_FOLDER, "tmp/pictures");

describe("the roster in a real browser", () => {
  let hub: TestHub;
  let browser: Browser;
  before(async () => {
    await mkdir(PICTURES, { recursive: true });
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
    await look(helper, "roster-asked");
    await go(helper, () => helper.click("button:has-text('lịch của tôi')"));
    await look(helper, "roster-address");

    const officer = await signedIn("canbo");
    await officer.goto(`${hub.url}/ban-truc/lich`);
    await look(officer, "roster-answer");
    await officer.focus("button:has-text('Đồng ý')");
    await go(officer, () => officer.keyboard.press("Enter"));
    assert.equal(await officer.locator("button:has-text('Đồng ý')").count(), 0);
    await officer.goto(`${hub.url}/ban-truc`);
    await look(officer, "roster-desk");

    const admin = await signedIn("quantri");
    await admin.goto(`${hub.url}/quan-tri/diem/loc-vung/lich`);
    await look(admin, "roster-week");
    await go(admin, () => admin.click("button:has-text('Thêm ca mỗi tuần')"));
    await look(admin, "roster-week-wrong");

    const visitor = await (await browser.newContext()).newPage();
    await visitor.goto(hub.url);
    await look(visitor, "roster-home");
  });

  async function signedIn(username: string): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${hub.url}/dang-nhap`);
    await page.fill("#ten", username);
    await page.fill("#secret", PRACTICE_SECRET);
    await go(page, () => page.click("main button[type=submit]"));
    return page;
  }
});

async function look(page: Page, name: string): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${name} at ${width}: ${id} ${nodes[0]?.html}`),
      [],
    );
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.ok(!wide, `${name} fits into ${width} pixels`);
  }
}

async function go(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForNavigation(), act()]);
}
