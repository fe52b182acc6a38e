import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { writePrinterAddress } from "../../src/devices/printer/printer-address.ts";
import { writeScannerAddress } from "../../src/devices/scanner/scanner-address.ts";
import { printSlip } from "../../src/operations/drafts/slip.ts";
import { readDraft } from "../../src/store/records/drafts.ts";
import { BIRTH_ANSWERS } from "../support/birth.ts";
import { openBrowser } from "../support/browser.ts";
import { SimulatedScanner } from "../support/escl-scanner.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { type SimulatedPrinter, startSimulatedPrinter } from "../support/ipp-printer.ts";
import { checkPage, collectFaults, go, questionOf, signIn } from "../support/pages.ts";
import { aScannedSheet } from "../support/paper.ts";

const MOST_TAPS = 4;

describe("the point in a real browser", () => {
  let hub: TestHub;
  let browser: Browser;
  let printer: SimulatedPrinter;
  const scanner = new SimulatedScanner({ feeder: true, glass: true });
  const faults: string[] = [];
  before(async () => {
    [hub, browser, printer] = await Promise.all([
      openHub(),
      openBrowser(),
      startSimulatedPrinter({ formats: ["application/pdf"] }),
      scanner.start(),
    ]);
  });
  after(async () => {
    await browser.close();
    await hub.end();
    await Promise.all([printer.close(), scanner.unplug()]);
  });

  const openPage = async () => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    collectFaults(page, faults);
    return page;
  };
  const to = (page: Page, path: string) => page.goto(hub.url + path);

  it("has no fault of WCAG 2.2 AA on the pages of the desk, of its devices, and of the admin", async () => {
    const helper = await openPage();
    await signIn(helper, hub.url, "truc");
    await checkPage(helper, "point-desk-empty");
    const visitor = await openPage();
    await to(visitor, "/luot-den");
    await checkPage(visitor, "point-ticket");
    await go(visitor, () => visitor.click("button:has-text('Hỏi, tra cứu')"));
    await checkPage(visitor, "point-ticket-taken");
    await helper.waitForSelector("text=Hỏi, tra cứu >> nth=1");
    await go(helper, () => helper.click("main table button:has-text('Mời')"));
    await checkPage(helper, "point-visit");
    await to(helper, "/ban-truc");
    await checkPage(helper, "point-desk");
    await to(helper, "/man-hinh");
    await checkPage(helper, "point-call-screen");

    await to(helper, "/ban-truc/thiet-bi");
    await checkPage(helper, "point-devices-none");
    for (const [kind, address, name] of [
      ["printer", writePrinterAddress(printer.address), "Máy in bàn trực"],
      ["scanner", writeScannerAddress(scanner.address), "Máy quét bàn trực"],
    ] as const) {
      await helper.selectOption("#loai-may", kind);
      await helper.fill("#dia-chi", address);
      await helper.fill("#ten", name);
      await go(helper, () => helper.click("button:text-is('Thêm')"));
    }
    await checkPage(helper, "point-devices");
    await go(helper, () => helper.click("button:has-text('In trang thử')"));
    await helper.waitForSelector("text=Đã in xong");
    await checkPage(helper, "point-print-order");
    await to(helper, "/ban-truc/hoc-duoc");
    await checkPage(helper, "point-learning");
    await to(helper, "/ban-truc/ket-qua");
    await checkPage(helper, "point-results");

    const admin = await openPage();
    await signIn(admin, hub.url, "quantri");
    await checkPage(admin, "point-admin");
    await to(admin, "/quan-tri/diem/loc-vung/dich-vu");
    await checkPage(admin, "point-admin-launch");
    await admin.fill("#dia-chi", "http://vidu.vn");
    await go(admin, () => admin.click("button:text-is('Thêm')"));
    await checkPage(admin, "point-admin-launch-refused");
  });

  it("has none on the pages that visitors use there: outside services, copies, feedback, scanning, a phone as camera", async () => {
    const visitor = await openPage();
    await to(visitor, "/dich-vu");
    await checkPage(visitor, "point-launch");
    await go(visitor, () => visitor.click("a.card >> nth=0"));
    await checkPage(visitor, "point-launch-warning");
    await to(visitor, "/gop-y");
    await checkPage(visitor, "point-feedback");
    await to(visitor, "/sao-chup");
    await checkPage(visitor, "point-copying");
    scanner.sheets = [await aScannedSheet(1)];
    await go(visitor, () => visitor.click("button:text-is('Chụp')"));
    await checkPage(visitor, "point-copying-under-way");

    await to(visitor, "/thu-tuc/1.001193");
    await go(visitor, () => visitor.click("button:has-text('Bắt đầu')"));
    await go(visitor, () => visitor.click("a:has-text('Tôi tự gõ')"));
    await answerQuestions(visitor);
    await go(visitor, () => visitor.click("a.card >> nth=0"));
    await checkPage(visitor, "point-paper");
    scanner.jobs.length = 0;
    scanner.sheets = [await aScannedSheet(2), await aScannedSheet(3)];
    await go(visitor, () => visitor.click("button:has-text('Quét bằng máy quét')"));
    await visitor.waitForSelector("text=Đã quét xong 2 trang");
    await checkPage(visitor, "point-scanned");
    await to(visitor, new URL(visitor.url()).pathname.replace(/\/quet.*/, ""));
    await go(visitor, () => visitor.click("button:has-text('Chụp bằng điện thoại')"));
    await checkPage(visitor, "point-phone-counter");
    assert.deepEqual(faults, []);
  });

  it(`takes a helper at most ${MOST_TAPS} taps from greeting to Xong, beside the form and what the citizen does`, async (test) => {
    const helper = await openPage();
    await signIn(helper, hub.url, "truc");
    let taps = 0;
    const tap = async (words: string) => {
      taps += 1;
      await go(helper, () => helper.click(words));
    };
    await helper.fill("#the", "056190001234||Cao Thị Mẫu|15081990|Nữ|Thôn Suối Thơm, Bắc Khánh Vĩnh, Khánh Hòa|10072021");
    await tap("button:text-is('Được hướng dẫn làm hồ sơ')");
    await tap("a:has-text('Làm thay bà con')");
    await checkPage(helper, "point-mandate");
    // the citizen reads, ticks, signs and agrees
    await helper.check("input[name='dong-y']");
    await sign(helper);
    await checkPage(helper, "point-mandate-signed");
    await go(helper, () => helper.click("button:has-text('Tôi nhờ làm thay')"));

    await helper.fill("input[type=search]", "khai sinh");
    await go(helper, () => helper.keyboard.press("Enter"));
    await go(helper, () => helper.click("a.card >> nth=0"));
    await go(helper, () => helper.click("button:has-text('Bắt đầu')"));
    await go(helper, () => helper.click("a:has-text('Tôi tự gõ')"));
    await answerQuestions(helper);
    await go(helper, () => helper.click("a.card >> nth=0"));
    scanner.jobs.length = 0;
    scanner.sheets = [await aScannedSheet(4)];
    await go(helper, () => helper.click("button:has-text('Quét bằng máy quét')"));
    await helper.waitForSelector("text=Đã quét xong 1 trang");
    await go(helper, () => helper.click("a:has-text('Xong giấy này')"));
    await go(helper, () => helper.click("a:has-text('Xem lại và gửi')"));
    await go(helper, () => helper.click("button:has-text('gửi hồ sơ')"));
    await checkPage(helper, "point-receipt-for-helper");
    await tap("button:has-text('Xong lượt này')");
    assert.equal(new URL(helper.url()).pathname, "/ban-truc");
    test.diagnostic(`${taps} taps`);
    assert.ok(taps <= MOST_TAPS, `${taps} taps`);
    const [visit] = await hub.context.database.sql<{ state: string; visitor_name: string }[]>`
      select state, visitor_name from visits where visitor_name is not null`;
    assert.deepEqual({ ...visit }, { state: "done", visitor_name: "Cao Thị Mẫu" });
  });

  it("loses nothing that was saved when a browser dies in the middle, and doubles nothing", async () => {
    const doomed = await openBrowser();
    const page = await doomed.newPage();
    await page.goto(`${hub.url}/thu-tuc/1.001193`);
    await go(page, () => page.click("button:has-text('Bắt đầu')"));
    await go(page, () => page.click("a:has-text('Tôi tự gõ')"));
    const draft = /\/ho-so\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
    await page.check(`[value="me-de"]`);
    await go(page, () => page.click("main form button:has-text('tiếp tục')"));
    await page.check(`[value="du-cha-me"]`);
    await go(page, () => page.click("main form button:has-text('tiếp tục')"));
    const stored = await readDraft(hub.context.database.sql, draft);
    assert.ok(stored);
    const { secret } = await printSlip(hub.context, stored);
    const session = await doomed.newBrowserCDPSession();
    const gone = new Promise((resolve) => doomed.once("disconnected", resolve));
    void session.send("Browser.crash").catch(() => undefined);
    await gone;

    const again = await openPage();
    await to(again, "/ho-so/quay-lai");
    await checkPage(again, "point-coming-back");
    await again.fill("#ma", stored.slipCode);
    await again.fill("#so", secret);
    await go(again, () => again.keyboard.press("Enter"));
    await to(again, `/ho-so/${draft}/cau/quan-he`);
    assert.ok(await again.isChecked(`[value="me-de"]`), "what was saved is there");
    const drafts = await hub.context.database.sql`select 1 from drafts where slip_code = ${stored.slipCode}`;
    assert.equal(drafts.length, 1);
  });

  async function answerQuestions(page: Page): Promise<void> {
    for (let name = questionOf(page); name !== null; name = questionOf(page)) {
      for (const [field, value] of Object.entries(BIRTH_ANSWERS[name] ?? {})) {
        const control = page.locator(`[name="${field}"]`).first();
        if ((await control.getAttribute("type")) === "radio") await page.check(`[name="${field}"][value="${value}"]`);
        else if ((await control.inputValue()) === "") await control.fill(value);
      }
      await go(page, () => page.click("main form button[type=submit]:has-text('tiếp tục')"));
    }
  }

  async function sign(page: Page): Promise<void> {
    const box = await page.locator("canvas, svg[data-signature], [data-signature]").first().boundingBox();
    assert.ok(box, "there is a place to sign");
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    for (let step = 1; step <= 24; step += 1) await page.mouse.move(box.x + 20 + step * 6, box.y + 30 + (step % 6) * 8);
    await page.mouse.up();
  }
});
