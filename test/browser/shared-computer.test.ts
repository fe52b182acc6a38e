import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { BIRTH_ANSWERS } from "../support/birth.ts";
import { openProfile } from "../support/browser.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { aSheet } from "../support/paper.ts";

const CARD = "056085004321||Bo Bo Văn Thử|02011985|Nam|Thôn Suối Thơm, Khánh Đông, Khánh Vĩnh, Khánh Hòa|05032022";
/** What nobody may find afterwards: names and numbers of the last person and their family. */
const TRACES = ["Bo Bo Văn Thử", "056085004321", "Bo Bo Thị Mẫu", "056190001234", "056•••••4321"];

describe("the shared computer", () => {
  let hub: TestHub;
  let profile: string;
  before(async () => {
    [hub, profile] = await Promise.all([openHub(), mkdtemp(join(tmpdir(), "loc-vung-profile-"))]);
  });
  after(async () => {
    await hub.end();
    await rm(profile, { recursive: true, force: true });
  });

  it("keeps nothing of the last person on its disk after Xong, shows nothing on Back, and greets the next one", async () => {
    const browser = await openProfile(profile);
    const page = await browser.newPage();
    await page.goto(hub.url);
    await fileBirth(page);
    await go(page, () => page.click("header button:has-text('Xong')"));
    assert.equal(new URL(page.url()).pathname, "/");
    assert.ok(await page.getByRole("heading", { name: "Bà con cần làm giấy tờ gì?" }).isVisible());
    for (let back = 0; back < 4; back += 1) {
      await page.goBack({ timeout: 5_000 }).catch(() => null);
      const shown = await page.content();
      assert.deepEqual(
        TRACES.filter((trace) => shown.includes(trace)),
        [],
        `after going back ${back + 1} times`,
      );
    }
    await browser.close();
    assert.deepEqual(await tracesIn(profile, TRACES), []);
  });

  it("would find them: the search of the disk sees what a careless page leaves", async () => {
    const careless = createServer((_, reply) => {
      reply.setHeader("cache-control", "max-age=3600");
      reply.setHeader("content-type", "text/html; charset=utf-8");
      reply.end(
        "<!doctype html><title>Nguyễn Thị Hớ Hênh</title><script>localStorage.setItem('so', '056190009999')</script>Nguyễn Thị Hớ Hênh",
      );
    }).listen(0);
    const { port } = careless.address() as { port: number };
    const folder = await mkdtemp(join(tmpdir(), "loc-vung-careless-"));
    const browser = await openProfile(folder);
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/`);
    await page.waitForTimeout(500);
    await browser.close();
    careless.close();
    const found = await tracesIn(folder, ["Nguyễn Thị Hớ Hênh", "056190009999"]);
    await rm(folder, { recursive: true, force: true });
    assert.deepEqual([...new Set(found.map(({ trace }) => trace))].sort(), ["056190009999", "Nguyễn Thị Hớ Hênh"]);
  });

  async function fileBirth(page: Page): Promise<void> {
    await page.fill("input[type=search]", "khai sinh");
    await go(page, () => page.keyboard.press("Enter"));
    await go(page, () => page.click("a.card >> nth=0"));
    await go(page, () => page.click("button:has-text('Bắt đầu')"));
    await page.fill("#the", CARD);
    await go(page, () => page.keyboard.press("Enter"));
    for (let name = pageOf(page); name !== null; name = pageOf(page)) {
      for (const [field, value] of Object.entries(BIRTH_ANSWERS[name] ?? {})) {
        const control = page.locator(`[name="${field}"]`).first();
        if ((await control.getAttribute("type")) === "radio") await page.check(`[name="${field}"][value="${value}"]`);
        else if ((await control.inputValue()) === "") await control.fill(value);
      }
      await go(page, () => page.click("main form button[type=submit]:has-text('tiếp tục')"));
    }
    await go(page, () => page.click("a.card >> nth=0"));
    await page.setInputFiles("input[type=file]", { name: "giay.jpg", mimeType: "image/jpeg", buffer: await aSheet() });
    await page.waitForSelector("text=Đã có 1 trang", { timeout: 60_000 });
    await page.goto(page.url().replace(/giay-to.*/, "xem-lai"));
    await go(page, () => page.click("button:has-text('gửi hồ sơ')"));
    await go(page, () => page.click("a:has-text('Theo dõi hồ sơ')"));
  }
});

/** Looks through every byte of a browser's folder, in the encodings that browsers write. */
async function tracesIn(folder: string, traces: readonly string[]): Promise<{ trace: string; file: string }[]> {
  const needles = traces.flatMap((trace) =>
    [Buffer.from(trace), Buffer.from(trace, "utf16le"), Buffer.from(encodeURIComponent(trace))].map((bytes) => ({ trace, bytes })),
  );
  const found: { trace: string; file: string }[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    for (const needle of needles) if (bytes.includes(needle.bytes)) found.push({ trace: needle.trace, file: entry.name });
  }
  return found;
}

async function go(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForNavigation({ timeout: 60_000 }), act()]);
}

function pageOf(page: Page): string | null {
  return /\/cau\/([a-z0-9-]+)/.exec(page.url())?.[1] ?? null;
}
