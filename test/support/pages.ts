import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { PROJECT_FOLDER } from "../../src/main/config.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";

/** Pictures of the runs, to be looked at; git does not keep them. */
const PICTURES = join(PROJECT_FOLDER, "tmp/pictures");

/**
 * No fault of WCAG 2.2 AA (axe), nothing wider than the window, at 320 and at 1280 pixels; everything that can be pressed can be reached by the keyboard.
 * Takes a picture of each.
 */
export async function checkPage(page: Page, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
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
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ["violations"] })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .exclude("iframe")
      // frames are left out, so that no second page is needed to put their findings together
      .setLegacyMode(true)
      .analyze();
    assert.deepEqual(
      violations.map((violation) => `${name} at ${width}: ${violation.id}: ${violation.nodes[0]?.html}`),
      [],
    );
    await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
  }
  const outOfReach = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("a[href], button, input:not([type=hidden]), select, textarea, summary")]
      .filter((control) => control.checkVisibility() && control.tabIndex < 0)
      .map((control) => control.outerHTML),
  );
  assert.deepEqual(outOfReach, [], `${name}: out of the keyboard's reach`);
}

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
