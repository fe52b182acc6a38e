import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { openBrowser } from "../support/browser.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { checkPage, go } from "../support/pages.ts";

describe("recording and listening in a real browser", () => {
  let hub: TestHub;
  let browser: Browser;
  before(async () => {
    const voiceProgram = join(import.meta.dirname, "../support/speaking-program.mjs");
    [hub, browser] = await Promise.all([openHub({ voiceProgram }), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await hub.end();
  });

  it("goes from the microphone to the ear: recorded, listened to, sent, approved, played", async () => {
    const helper = await signIn("truc");
    await go(helper, () => helper.goto(`${hub.url}/ban-truc/giong-noi/1.001193?tieng=rog`));
    await checkPage(helper, "voices-of-procedure");
    await go(helper, () => helper.click("a:has-text('Bà con là gì của bé')"));
    await helper.getByRole("button", { name: "Thu", exact: true }).click();
    await helper.getByText("Đang thu").waitFor();
    await helper.waitForTimeout(1200);
    await helper.getByRole("button", { name: "Dừng" }).click();
    await helper.getByText("Xin nghe lại").waitFor();
    assert.ok(await helper.getByLabel("Nghe lại bản vừa thu").isVisible());
    await checkPage(helper, "voices-recorded");
    await go(helper, () => helper.getByRole("button", { name: "Gửi cho cán bộ duyệt" }).click());
    await helper.getByText("Chờ duyệt").waitFor();
    const [kept] = await hub.context.database.sql<{ type: string; seconds: number }[]>`select sound_type as type, seconds from voices`;
    assert.equal(kept?.type, "audio/webm");
    assert.ok(kept.seconds > 0.5 && kept.seconds < 30, `${kept.seconds} s`);

    const officer = await signIn("canbo");
    await officer.goto(`${hub.url}/mot-cua/giong-noi`);
    await checkPage(officer, "voices-approval");
    await officer.getByRole("button", { name: "Nghe bản thu" }).click();
    await officer.getByRole("button", { name: "Thôi đọc" }).waitFor();
    await go(officer, () => officer.getByRole("button", { name: "Duyệt" }).click());

    const mother = await (await browser.newContext()).newPage();
    await mother.goto(`${hub.url}/tieng?ve=/thu-tuc/1.001193`);
    await checkPage(mother, "voices-language");
    await go(mother, () => mother.getByRole("button", { name: "Tiếng Raglai" }).click());
    await go(mother, () => mother.getByRole("button", { name: "Làm thử" }).click());
    await mother.goto(mother.url().replace("the-can-cuoc", "cau/quan-he"));
    const sounds: string[] = [];
    mother.on("response", (reply) => {
      if (reply.url().includes("/doc/")) sounds.push(`${new URL(reply.url()).pathname} ${reply.headers()["content-type"]}`);
    });
    const listen = mother.getByRole("button", { name: "Nghe tiếng Raglai" });
    await listen.focus();
    await mother.keyboard.press("Enter");
    await mother.getByRole("button", { name: "Thôi đọc" }).waitFor();
    await listen.waitFor({ timeout: 60_000 });
    assert.deepEqual(
      [...new Set(sounds)],
      ["/doc/1.001193/2026-1/cau.quan-he/rog audio/webm", "/doc/chung/chung/nut-cau-hoi/rog audio/wav"],
      "the question in Raglai, then the buttons in Vietnamese",
    );
  });

  it("works without scripts: the link opens the sound itself", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${hub.url}/thu-tuc/1.001193`);
    const address = await page.getByRole("link", { name: "Đọc cho nghe" }).getAttribute("href");
    const sound = await context.request.get(hub.url + address);
    assert.equal(sound.headers()["content-type"], "audio/wav");
    assert.equal((await sound.body()).subarray(0, 4).toString(), "RIFF");
  });

  /** A browser whose microphone hears a tone. */
  async function signIn(username: string): Promise<Page> {
    const context = await browser.newContext();
    await context.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = async () => {
        const sound = new AudioContext();
        const [tone, line] = [sound.createOscillator(), sound.createMediaStreamDestination()];
        tone.connect(line);
        tone.start();
        return line.stream;
      };
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => assert.fail(error.message));
    await page.goto(`${hub.url}/dang-nhap`);
    await page.fill("#ten", username);
    await page.fill("#secret", PRACTICE_SECRET);
    await go(page, () => page.keyboard.press("Enter"));
    return page;
  }
});
