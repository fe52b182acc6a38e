import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { writePrinterAddress } from "../src/devices/printer/printer-address.ts";
import { writeScannerAddress } from "../src/devices/scanner/scanner-address.ts";
import { PROJECT_FOLDER } from "../src/main/config.ts";
import { PRACTICE_SECRET } from "../src/operations/offices/practice.ts";
import { BIRTH_ANSWERS } from "../test/support/birth.ts";
import { openBrowser } from "../test/support/browser.ts";
import { SimulatedScanner } from "../test/support/escl-scanner.ts";
import { prepareEverything } from "../test/support/everything.ts";
import { openHub } from "../test/support/hub.ts";
import { startSimulatedPrinter } from "../test/support/ipp-printer.ts";
import { aScannedSheet, aSheet } from "../test/support/paper.ts";

// node bin/run.mjs docs/take-pictures.ts: walks the story on a fresh practice set-up and takes the pictures of docs/images. Run it when pages change.
const IMAGES = join(PROJECT_FOLDER, "docs/images");
const SIZE = { width: 1100, height: 780 };
const CARD = "056085004321||Bo Bo Văn Thử|02011985|Nam|Thôn Suối Thơm, Khánh Đông, Khánh Vĩnh, Khánh Hòa|05032022";

await mkdir(IMAGES, { recursive: true });
const scanner = new SimulatedScanner({ feeder: true, glass: true });
const [hub, browser, printer] = await Promise.all([
  openHub(),
  openBrowser(),
  startSimulatedPrinter({ formats: ["application/pdf"] }),
  scanner.start(),
]);
const citizen = await (await browser.newContext({ viewport: SIZE })).newPage();
const desk = await (await browser.newContext({ viewport: SIZE })).newPage();
try {
  await deskAtWork();
  await citizenFiles(citizen);
  await pointWorks(desk);
  const visitor = await (await browser.newContext({ viewport: SIZE })).newPage();
  await visitorAtPaper(visitor);
  await papersAreScanned(visitor);
  await officeDecides(desk);
} finally {
  await browser.close();
  await hub.end();
  await Promise.all([printer.close(), scanner.unplug()]);
}

/** Paper at the counter, registers, a dashboard, the call list and the editor, in a set-up of their own in which all of them have something to show. */
async function deskAtWork(): Promise<void> {
  const busy = await openHub();
  try {
    const { ids } = await prepareEverything(busy);
    const year = new Date().getFullYear();
    const pages: readonly (readonly [who: string, path: string, name: string])[] = [
      ["canbo", `/mot-cua/nhan-ho-so/${ids.intake}`, "intake"],
      ["canbo", `/mot-cua/${ids.owing}/bo-sung`, "supplement"],
      ["canbo", `/mot-cua/${ids.twin}/giong/${ids.twinOf}`, "twice"],
      ["canbo", `/mot-cua/so/so-dang-ky-khai-sinh/${year}/1`, "register"],
      ["lanhdao", "/thong-ke", "dashboard"],
      ["truc", `/ban-truc/goi/${ids.call}`, "call"],
      ["quantri", "/quan-tri/thu-tuc/1.001193/phan/cau-hoi/gioi-tinh-be", "editor"],
    ];
    for (const [who, path, name] of pages) {
      const page = await (await browser.newContext({ viewport: SIZE })).newPage();
      await page.goto(`${busy.url}/dang-nhap`);
      await page.fill("#ten", who);
      await page.fill("#secret", PRACTICE_SECRET);
      await go(page, () => page.keyboard.press("Enter"));
      await page.goto(busy.url + path);
      await take(page, name);
    }
  } finally {
    await busy.end();
  }
}

async function citizenFiles(page: Page): Promise<void> {
  await page.goto(hub.url);
  await take(page, "home");
  await page.fill("input[type=search]", "lam giay khai sinh cho con");
  await go(page, () => page.keyboard.press("Enter"));
  await take(page, "search");
  await go(page, () => page.click("a.card >> nth=0"));
  await take(page, "procedure");
  await go(page, () => page.click("button:has-text('Bắt đầu')"));
  await take(page, "card");
  await page.fill("#the", CARD);
  await go(page, () => page.keyboard.press("Enter"));
  for (let name = questionOf(page); name !== null; name = questionOf(page)) {
    for (const [field, value] of Object.entries(BIRTH_ANSWERS[name] ?? {})) {
      const control = page.locator(`[name="${field}"]`).first();
      if ((await control.getAttribute("type")) === "radio") await page.check(`[name="${field}"][value="${value}"]`);
      else if ((await control.inputValue()) === "") await control.fill(value);
    }
    if (name === "ngay-sinh-be") await take(page, "question");
    await go(page, () => page.click("main form button[type=submit]:has-text('tiếp tục')"));
  }
  await go(page, () => page.click("a.card >> nth=0"));
  await page.setInputFiles("input[type=file]", { name: "giay.jpg", mimeType: "image/jpeg", buffer: await aSheet() });
  await page.waitForSelector("text=Đã có 1 trang", { timeout: 60_000 });
  await take(page, "paper");
  await page.goto(page.url().replace(/giay-to.*/, "xem-lai"));
  await take(page, "check");
  await go(page, () => page.click("button:has-text('gửi hồ sơ')"));
  await take(page, "receipt");
  await go(page, () => page.click("a:has-text('Theo dõi hồ sơ')"));
  await take(page, "tracking");
}

async function pointWorks(page: Page): Promise<void> {
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${hub.url}/luot-den`);
  await go(visitor, () => visitor.click("button:has-text('Hỏi, tra cứu')"));
  await signIn(page, "truc");
  await go(page, () => page.click("button:has-text('Được hướng dẫn')"));
  await page.goto(`${hub.url}/ban-truc`);
  await take(page, "desk");
  await go(page, () => page.click("tr:has-text('Đang chờ') button:has-text('Mời')"));
  await page.goto(`${hub.url}/man-hinh`);
  await take(page, "call-screen");
  await page.goto(`${hub.url}/ban-truc/lich`);
  await take(page, "roster");
  await page.goto(`${hub.url}/ban-truc/giong-noi`);
  await take(page, "voices");
  await page.goto(`${hub.url}/ban-truc/thiet-bi`);
  for (const [kind, address, name] of [
    ["printer", writePrinterAddress(printer.address), "Máy in bàn trực"],
    ["scanner", writeScannerAddress(scanner.address), "Máy quét bàn trực"],
  ] as const) {
    await page.selectOption("#loai-may", kind);
    await page.fill("#dia-chi", address);
    await page.fill("#ten", name);
    await go(page, () => page.click("button:text-is('Thêm')"));
  }
  await take(page, "devices");
}

async function papersAreScanned(page: Page): Promise<void> {
  scanner.sheets = [await aScannedSheet(1), await aScannedSheet(2)];
  await go(page, () => page.click("button:has-text('Quét bằng máy quét')"));
  await page.waitForSelector("text=Đã quét xong 2 trang");
  await take(page, "scanned");
}

/** Up to the page of the paper that is wanted, in practice. */
async function visitorAtPaper(page: Page): Promise<void> {
  await page.goto(`${hub.url}/thu-tuc/1.001193`);
  await go(page, () => page.click("button:has-text('Làm thử')"));
  await go(page, () => page.click("a:has-text('Tôi tự gõ')"));
  for (let name = questionOf(page); name !== null; name = questionOf(page)) {
    for (const [field, value] of Object.entries(BIRTH_ANSWERS[name] ?? {})) {
      const control = page.locator(`[name="${field}"]`).first();
      if ((await control.getAttribute("type")) === "radio") await page.check(`[name="${field}"][value="${value}"]`);
      else if ((await control.inputValue()) === "") await control.fill(value);
    }
    await go(page, () => page.click("main form button[type=submit]:has-text('tiếp tục')"));
  }
  await go(page, () => page.click("a.card >> nth=0"));
}

async function officeDecides(page: Page): Promise<void> {
  await signIn(page, "canbo");
  await take(page, "inbox");
  await go(page, () => page.click("[data-row]"));
  await page.waitForLoadState("networkidle");
  await take(page, "dossier");
  const dossier = new URL(page.url()).origin + new URL(page.url()).pathname;
  await go(page, () => page.click("button:has-text('Tiếp nhận')"));
  await page.goto(dossier);
  await go(page, () => page.click("button:has-text('Trình ký')"));
  await signIn(page, "lanhdao");
  await page.goto(dossier);
  await go(page, () => page.click("button:has-text('Ký và ban hành')"));
  const [row] = await hub.context.database.sql<{ code: string }[]>`select result_code as code from result_list`;
  await page.goto(`${hub.url}/xac-thuc/${row?.code}`);
  await take(page, "verification");
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.goto(`${hub.url}/dang-nhap`);
  await page.fill("#ten", username);
  await page.fill("#secret", PRACTICE_SECRET);
  await go(page, () => page.keyboard.press("Enter"));
}

async function take(page: Page, name: string): Promise<void> {
  const picture = await page.screenshot();
  await writeFile(join(IMAGES, `${name}.png`), await sharp(picture).png({ palette: true, colours: 96, compressionLevel: 9 }).toBuffer());
}

async function go(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForNavigation({ timeout: 60_000 }), act()]);
}

function questionOf(page: Page): string | null {
  return /\/cau\/([a-z0-9-]+)/.exec(page.url())?.[1] ?? null;
}
