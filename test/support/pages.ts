import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import axe, { type RuleObject, type RunOnly } from "axe-core";
import type { Page } from "playwright-core";
import { PROJECT_FOLDER } from "../../src/main/config.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";

/** Pictures of the runs, to be looked at: `npm test -- --pictures test/browser/story.test.ts`. Git does not keep them. */
const PICTURES = join(PROJECT_FOLDER, "tmp/pictures");
const WITH_PICTURES = process.env.TEST_PICTURES === "yes";

/**
 * No fault of WCAG 2.2 AA (axe), nothing wider than the window, at 320 and at 1280 pixels; everything that can be pressed can be reached by the keyboard.
 * Takes a picture of each when asked to.
 */
export async function checkPage(page: Page, name: string): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => {
      const window = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= window) return [];
      const wide = [...document.querySelectorAll("main *, header *, footer *")].filter(
        (part) => part.getBoundingClientRect().right > window,
      );
      return wide.map((part) => part.outerHTML.slice(0, 120));
    });
    assert.deepEqual(overflow, [], `${name} at ${width} is too wide`);
    assert.deepEqual(await faultsOf(page, width === 320 ? EVERY_RULE : RULES_OF_WIDTH), [], `${name} at ${width}`);
    if (WITH_PICTURES) await takePicture(page, `${name}-${width}`);
  }
  const outOfReach = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("a[href], button, input:not([type=hidden]), select, textarea, summary")]
      .filter((control) => control.checkVisibility() && control.tabIndex < 0)
      .map((control) => control.outerHTML),
  );
  assert.deepEqual(outOfReach, [], `${name}: out of the keyboard's reach`);
}

async function takePicture(page: Page, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.jpg`), type: "jpeg", quality: 70, fullPage: true });
}

/** Where the page breaks the rules, by axe; frames are not looked into. The checker is put into a page once, however often it is asked. */
export async function faultsOf(page: Page, runOnly: RunOnly, more: RuleObject = {}): Promise<string[]> {
  const there = await page.evaluate(() => "axe" in window);
  if (!there) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (rules) =>
      (window as unknown as { axe: typeof axe }).axe.run(
        { exclude: ["iframe"] },
        { ...rules, resultTypes: ["violations"], iframes: false, elementRef: false },
      ),
    { runOnly, rules: more },
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ""}`).join(" | ")}`);
}

export const EVERY_RULE: RunOnly = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };

/** What can be right in a narrow window and wrong in a wide one: the document is the same. */
const RULES_OF_WIDTH: RunOnly = { type: "rule", values: ["color-contrast", "target-size", "scrollable-region-focusable"] };

export async function signIn(page: Page, url: string, username: string): Promise<void> {
  await page.goto(`${url}/dang-nhap`);
  await page.fill("#ten", username);
  await page.fill("#secret", PRACTICE_SECRET);
  await go(page, () => page.keyboard.press("Enter"));
}

/** Does something that leads to another page, and waits for it. */
export async function go(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForNavigation({ timeout: 60_000 }), act()]);
}

/** The question in front of them; null when it is none. */
export function questionOf(page: Page): string | null {
  return /\/cau\/([a-z0-9-]+)/.exec(page.url())?.[1] ?? null;
}

/** Errors of the page and its scripts; a 422 or 404 that the story asks for is none. */
export function collectFaults(page: Page, faults: string[] = []): string[] {
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("422")) faults.push(message.text());
  });
  return faults;
}

/** Bytes that came over the wire since it was called, as the browser counts them. */
export async function weighing(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", (event) => {
    bytes += event.encodedDataLength;
  });
  return () => bytes;
}
