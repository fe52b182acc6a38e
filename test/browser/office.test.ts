import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { aSubmission, submit } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { checkPage, collectFaults, go, signIn } from "../support/pages.ts";

const DOSSIERS = 20;
const MOST_STROKES = 6;

describe("an officer's day in a real browser", () => {
  let hub: TestHub;
  let browser: Browser;
  const faults: string[] = [];
  before(async () => {
    [hub, browser] = await Promise.all([openHub(), openBrowser()]);
    const token = await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
    for (let index = 0; index < DOSSIERS; index += 1) await submit(hub.url, token, aSubmission(600));
  });
  after(async () => {
    await browser.close();
    await hub.end();
  });

  async function signedIn(username: string): Promise<Page> {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    collectFaults(page, faults);
    await signIn(page, hub.url, username);
    return page;
  }

  it(`clears ${DOSSIERS} birth registrations from the inbox to the signed certificate, reading each, with at most ${MOST_STROKES} strokes each`, async (test) => {
    let strokes = 0;
    const stroke = async (page: Page, key: string, leads = false) => {
      strokes += 1;
      if (leads) await go(page, () => page.keyboard.press(key));
      else await page.keyboard.press(key);
    };
    /** Opens the first of the list, and presses the key on each page that comes, after what must be read stood there. */
    const clear = async (page: Page, key: string, button: string) => {
      await stroke(page, "j");
      await stroke(page, "Enter", true);
      for (let index = 0; index < DOSSIERS; index += 1) {
        await page.waitForSelector("h2:has-text('Tờ khai')");
        assert.equal(await page.locator(`button[data-key="${key}"]:has-text("${button}")`).count(), 1);
        await stroke(page, key, true);
      }
      await page.waitForSelector("text=Danh sách này không còn hồ sơ nào sau đó");
    };
    /** Marks all, reads on the preview what will stand on each certificate, and does all. */
    const clearAll = async (page: Page, key: string) => {
      await stroke(page, "a");
      await stroke(page, key, true);
      assert.equal(await page.locator(".preview dl.facts").count(), DOSSIERS);
      await stroke(page, key, true);
      await page.waitForSelector(`h1:has-text("${DOSSIERS} trên ${DOSSIERS} hồ sơ")`);
    };
    const officer = await signedIn("canbo");
    await clear(officer, "t", "Tiếp nhận");
    strokes += 1;
    await go(officer, () => officer.click("a:has-text('Đang giải quyết')"));
    await clearAll(officer, "p");
    const leader = await signedIn("lanhdao");
    await clearAll(leader, "y");

    const [row] = await hub.context.database.sql<
      { count: number; last: number }[]
    >`select count(*), max(number) as last from register_entries`;
    assert.deepEqual({ ...row }, { count: DOSSIERS, last: DOSSIERS });
    test.diagnostic(`${strokes} keystrokes and clicks for ${DOSSIERS} dossiers: ${strokes / DOSSIERS} each`);
    assert.ok(strokes / DOSSIERS <= MOST_STROKES, `${strokes} strokes`);
  });

  it("has no fault of WCAG 2.2 AA on the pages of work, at 320 and at 1280 pixels", async () => {
    const token = await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
    for (let index = 0; index < 2; index += 1) await submit(hub.url, token, aSubmission(600));
    const officer = await signedIn("canbo");
    await officer.click("summary:has-text('Lọc kỹ hơn')");
    await officer.keyboard.press("m");
    await checkPage(officer, "office-inbox");
    await officer.keyboard.press("a");
    await go(officer, () => officer.keyboard.press("t"));
    await checkPage(officer, "office-many");
    await go(officer, () => officer.keyboard.press("t"));
    await checkPage(officer, "office-many-done");
    await officer.goto(`${hub.url}/mot-cua?muc=dang-giai-quyet`);
    await officer.keyboard.press("j");
    await go(officer, () => officer.keyboard.press("Enter"));
    await officer.keyboard.press("n");
    await officer.keyboard.type("Đã gọi điện cho người nộp");
    await go(officer, () => officer.click("button:has-text('Lưu ghi chú')"));
    assert.equal(await officer.evaluate(() => document.activeElement?.textContent), "Ghi chú nội bộ: xong.");
    await officer.keyboard.press("m");
    await checkPage(officer, "office-dossier");
    await officer.keyboard.press("?");
    await officer.waitForSelector("dialog.keys:has-text('Việc khác')");
    await checkPage(officer, "office-keys");
    assert.deepEqual(faults, []);
  });
});
