import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { BIRTH_ANSWERS } from "../support/birth.ts";
import { openBrowser } from "../support/browser.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { checkPage, collectFaults, go, questionOf, signIn, weighing } from "../support/pages.ts";
import { aSheet } from "../support/paper.ts";

describe("the story in a real browser", () => {
  let hub: TestHub;
  let browser: Browser;
  before(async () => {
    [hub, browser] = await Promise.all([openHub(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await hub.end();
  });

  it("runs from search to result without a fault of WCAG 2.2 AA on any page, at 320 and at 1280 pixels", async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const citizen = await context.newPage();
    const faults = collectFaults(citizen);
    await citizen.goto(hub.url);
    await checkPage(citizen, "home");
    await citizen.fill("input[type=search]", "lam giay khai sinh cho con");
    await go(citizen, () => citizen.keyboard.press("Enter"));
    await checkPage(citizen, "found");
    await go(citizen, () => citizen.click("a.card >> nth=0"));
    await checkPage(citizen, "procedure");
    await go(citizen, () => citizen.click("button:has-text('Bắt đầu')"));
    await checkPage(citizen, "card");
    await citizen.fill("#the", "056085004321||Bo Bo Văn Thử|02011985|Nữ|Thôn Suối Thơm, Khánh Đông, Khánh Vĩnh, Khánh Hòa|05032022");
    await go(citizen, () => citizen.keyboard.press("Enter"));
    await checkPage(citizen, "card-contradiction");
    assert.ok(await citizen.locator("main", { hasText: /số định danh/ }).isVisible());
    await citizen.fill("#the", "056085004321||Bo Bo Văn Thử|02011985|Nam|Thôn Suối Thơm, Khánh Đông, Khánh Vĩnh, Khánh Hòa|05032022");
    await go(citizen, () => citizen.keyboard.press("Enter"));

    const filledIn: string[] = [];
    for (let name = questionOf(citizen); name !== null; name = questionOf(citizen)) {
      await checkPage(citizen, `question-${name}`);
      for (const [field, value] of Object.entries(BIRTH_ANSWERS[name] ?? {})) {
        const control = citizen.locator(`[name="${field}"]`).first();
        if ((await control.getAttribute("type")) === "radio") await citizen.check(`[name="${field}"][value="${value}"]`);
        else if ((await control.inputValue()) === "") await control.fill(value);
        else filledIn.push(field);
      }
      await go(citizen, () => citizen.click("main form button[type=submit]:has-text('tiếp tục')"));
    }
    assert.ok(
      ["nyc.hoTen", "nyc.soDinhDanh", "cha.hoTen", "con.danToc"].every((field) => filledIn.includes(field)),
      `what the card and the father said is filled in: ${filledIn.join(", ")}`,
    );

    await checkPage(citizen, "papers");
    await go(citizen, () => citizen.click("a.card >> nth=0"));
    await checkPage(citizen, "paper");
    await citizen.setInputFiles("input[type=file]", { name: "giay.jpg", mimeType: "image/jpeg", buffer: await aSheet() });
    await citizen.waitForSelector("text=Đã có 1 trang", { timeout: 60_000 });
    await checkPage(citizen, "paper-there");
    await citizen.goto(citizen.url().replace(/giay-to.*/, "xem-lai"));
    await checkPage(citizen, "check");
    await go(citizen, () => citizen.click("button:has-text('gửi hồ sơ')"));
    await checkPage(citizen, "receipt");
    await go(citizen, () => citizen.click("a:has-text('Theo dõi hồ sơ')"));
    await checkPage(citizen, "tracking");

    const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    collectFaults(desk, faults);
    await desk.goto(`${hub.url}/dang-nhap`);
    await checkPage(desk, "sign-in");
    await signIn(desk, hub.url, "canbo");
    await checkPage(desk, "inbox");
    await desk.keyboard.press("j");
    await go(desk, () => desk.keyboard.press("Enter"));
    await checkPage(desk, "dossier");
    // from the list one comes to the next dossier of it; here there is none, so the same one is opened again
    const dossier = new URL(new URL(desk.url()).pathname, hub.url).href;
    await go(desk, () => desk.click("button:has-text('Tiếp nhận')"));
    await desk.goto(dossier);
    await go(desk, () => desk.click("button:has-text('Trình ký')"));
    await signIn(desk, hub.url, "lanhdao");
    await checkPage(desk, "leader");
    await desk.goto(dossier);
    await go(desk, () => desk.click("button:has-text('Ký và ban hành')"));
    await checkPage(desk, "signed");
    const code = await hub.context.database.sql<{ code: string }[]>`select result_code as code from result_list`;
    await citizen.goto(`${hub.url}/xac-thuc/${code[0]?.code}`);
    await checkPage(citizen, "verification");
    assert.ok(await citizen.locator("main", { hasText: /Giấy này có thật/ }).isVisible());
    assert.deepEqual(faults, []);
  });

  it("needs at most 40 KB over the wire for a first form page, and 8 KB for the next", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${hub.url}/thu-tuc/1.001193`);
    await go(page, () => page.click("button:has-text('Làm thử')"));
    const start = page.url().replace("the-can-cuoc", "cau/quan-he");
    const cookies = await context.cookies();
    const fresh = await browser.newContext();
    await fresh.addCookies(cookies);
    const first = await fresh.newPage();
    const weigh = await weighing(first);
    await first.goto(start);
    const firstBytes = weigh();
    await first.goto(start);
    const nextBytes = weigh() - firstBytes;
    assert.ok(firstBytes <= 40_000, `first ${firstBytes} bytes`);
    assert.ok(nextBytes <= 8_000, `next ${nextBytes} bytes`);
  });

  it("can be walked with the keyboard alone", async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(hub.url);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), "Đến phần chính");
    await page.locator("input[type=search]").focus();
    await page.keyboard.type("khai sinh");
    await go(page, () => page.keyboard.press("Enter"));
    await page.locator("a.card").first().focus();
    await go(page, () => page.keyboard.press("Enter"));
    await page.locator("button:has-text('Bắt đầu')").focus();
    await go(page, () => page.keyboard.press("Enter"));
    await go(page, async () => {
      await page.locator("a:has-text('Tôi tự gõ')").focus();
      await page.keyboard.press("Enter");
    });
    await page.locator("input[type=radio]").first().focus();
    await page.keyboard.press("Space");
    await go(page, () => page.keyboard.press("Enter"));
    assert.match(page.url(), /cau\/cha-me/);
  });
});
