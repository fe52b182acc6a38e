import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { RunOnly } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../../support/browser.ts";
import { EVERY_RULE, faultsOf, go } from "../../support/pages.ts";
import { CITIZEN_PAGES, DESK_PAGES, type Gallery, openGallery } from "./gallery.tsx";

const WIDTHS_PX = [320, 768, 1280] as const;
const GOOD_RULES: RunOnly = { type: "tag", values: [...EVERY_RULE.values, "best-practice"] };

describe("what pages are put together from", () => {
  let browser: Browser;
  let gallery: Gallery;
  before(async () => {
    [browser, gallery] = await Promise.all([openBrowser(), openGallery()]);
  });
  after(async () => {
    await browser.close();
    await gallery.close();
  });

  async function open(path: string, widthPx: number, more: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: widthPx, height: 640 }, ...more });
    const page = await context.newPage();
    page.on("pageerror", (error) => assert.fail(`${path}: ${error.message}`));
    await page.goto(gallery.url + path);
    return page;
  }

  for (const path of [...CITIZEN_PAGES, ...DESK_PAGES]) {
    it(`breaks no rule of WCAG 2.2 AA at ${WIDTHS_PX.join(", ")} px: ${path}`, async () => {
      const page = await open(path, WIDTHS_PX[0]);
      for (const width of WIDTHS_PX) {
        await page.setViewportSize({ width, height: 640 });
        assert.deepEqual(await faultsOf(page, GOOD_RULES, { "target-size": { enabled: true } }), [], `${width} px`);
      }
      await page.context().close();
    });
  }

  for (const path of [...CITIZEN_PAGES, ...DESK_PAGES]) {
    it(`keeps 7:1 between letters and ground when somebody asks for colours further apart: ${path}`, async () => {
      const page = await open(path === "/sai" ? "/cau-hoi" : path, 1280);
      for (const name of ["chữ đen nền trắng", "chữ vàng nền đen"]) {
        await go(page, () => page.getByRole("button", { name }).click());
        const enhanced = { "color-contrast-enhanced": { enabled: true } };
        assert.deepEqual(await faultsOf(page, { type: "rule", values: ["color-contrast-enhanced"] }, enhanced), [], name);
      }
      assert.equal(await page.locator("html").getAttribute("class"), "contrast-dark");
      await page.context().close();
    });
  }

  for (const path of CITIZEN_PAGES) {
    it(`never scrolls sideways, not even at 320 px with the largest letters: ${path}`, async () => {
      const page = await open(path, 320);
      assert.equal(await tooWideBy(page), 0);
      await page.getByRole("button", { name: "chữ to hơn" }).click();
      await page.getByRole("button", { name: "chữ to hơn" }).click();
      assert.equal(await page.locator("html").getAttribute("class"), "text-largest");
      assert.equal(await tooWideBy(page), 0);
      await page.context().close();
    });

    it(`writes nothing smaller than 20 px, and lets nothing to press be smaller than 48: ${path}`, async () => {
      const page = await open(path, 390);
      assert.deepEqual(await page.evaluate(smallLetters), []);
      assert.deepEqual(await page.evaluate(smallTargets), []);
      await page.context().close();
    });

    it(`is whole without scripts: ${path}`, async () => {
      const page = await open(path, 390, { javaScriptEnabled: false });
      assert.equal((await page.locator("main :is(input, textarea, button):visible").count()) > 0, true);
      assert.equal(await page.locator("[style], script:not([src]), style").count(), 0);
      await page.context().close();
    });
  }

  it("can be walked with the keyboard alone: the way past the head first, then every control in its order, each seen in focus", async () => {
    const page = await open("/cau-hoi", 1280);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), "Đến phần chính");
    const reached: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const { activeElement } = document;
        if (!activeElement || activeElement === document.body) return null;
        const box = activeElement.getBoundingClientRect();
        const outline = Number.parseFloat(getComputedStyle(activeElement.closest(".choice") ?? activeElement).outlineWidth);
        return { id: activeElement.id, seen: outline >= 2 && box.bottom > 0 && box.top < innerHeight };
      });
      if (at === null) break;
      assert.equal(at.seen, true, `${at.id} is seen in focus`);
      if (at.id) reached.push(at.id);
    }
    const places = ["noiO", "noiO.commune", "noiO.detail"];
    assert.deepEqual(reached, ["ten", "ngay", "so", "goi", "ban", "loi", "danToc", ...places, "co", "quanHe"]);
    await page.context().close();
  });

  it("leads from what was wrong to the field it was wrong in, and says it there too", async () => {
    const page = await open("/sai", 1280);
    assert.match(await page.title(), /^Xin xem lại: /);
    assert.equal(await page.evaluate(() => document.activeElement?.className), "summary-error");
    await page.getByRole("link", { name: /^Số định danh/ }).click();
    const field = page.getByLabel("Số định danh");
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    const said = await field.evaluate((input) =>
      (input.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent?.trim()),
    );
    assert.deepEqual(said, ["12 chữ số ở mặt trước thẻ căn cước.", "Bà con chưa trả lời câu này. Xin điền vào rồi bấm tiếp."]);
    await page.context().close();
  });
});

function tooWideBy(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

function smallLetters(): string[] {
  const written = [...document.querySelectorAll("body *")].filter(
    (element) =>
      !element.closest("svg, script, datalist") && [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
  );
  return written.filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 20).map((element) => element.outerHTML);
}

/** Links inside a sentence are as high as its lines (WCAG 2.5.8, inline); everything that stands alone is for fingers. */
function smallTargets(): string[] {
  const alone = [
    ...document.querySelectorAll("button, .button, input:not([type=hidden]):not([type=radio]), .choice, nav a, .back, .change a"),
  ];
  return alone
    .filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().height < 47.5)
    .map((element) => element.outerHTML);
}
