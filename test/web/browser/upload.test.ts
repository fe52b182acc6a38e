import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { Hono } from "hono";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../../support/browser.ts";
import { type Gallery, openGallery } from "../layout/gallery.tsx";

/** A server of the tus protocol whose line breaks as told. */
class WeakLine {
  readonly received: Buffer[] = [];
  /** The numbers of the pieces (counted from 1) whose answer gets lost after half their bytes arrived. */
  lost: readonly number[] = [];
  /** From this piece on nothing arrives any more. */
  deadFrom = Number.POSITIVE_INFINITY;
  refusal: string | null = null;
  pieces = 0;

  routes(): Hono {
    return new Hono()
      .post("/gui", (request) => {
        this.received.push(Buffer.alloc(0));
        return request.body(null, 201, { location: `/tep/${this.received.length - 1}`, "upload-offset": "0" });
      })
      .on("HEAD", "/tep/:id", (request) =>
        request.body(null, 200, { "upload-offset": String(this.fileOf(request.req.param("id")).length) }),
      )
      .get("/tep/:id", (request) => request.body(null, 200, { "upload-offset": String(this.fileOf(request.req.param("id")).length) }))
      .patch("/tep/:id", async (request) => {
        const id = Number(request.req.param("id"));
        const before = this.fileOf(String(id));
        if (Number(request.req.header("upload-offset")) !== before.length) return request.body(null, 409);
        this.pieces += 1;
        if (this.pieces >= this.deadFrom) return request.body(null, 503);
        const piece = Buffer.from(await request.req.arrayBuffer());
        const isLost = this.lost.includes(this.pieces);
        this.received[id] = Buffer.concat([before, isLost ? piece.subarray(0, piece.length / 2) : piece]);
        if (isLost) return request.body(null, 503);
        if (this.refusal) return request.body(null, 422, { "upload-problem": this.refusal });
        return request.body(null, 204, { "upload-offset": String(this.fileOf(String(id)).length) });
      });
  }

  private fileOf(id: string): Buffer {
    return this.received[Number(id)] ?? Buffer.alloc(0);
  }
}

describe("sending a paper over a weak line", () => {
  let browser: Browser;
  let gallery: Gallery;
  let line: WeakLine;
  before(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    line = new WeakLine();
    gallery = await openGallery(line.routes());
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await gallery.close();
  });
  after(() => browser.close());

  async function choose(...files: Buffer[]): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${gallery.url}/giay-to`);
    await page.clock.install();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Chụp ảnh hoặc chọn tệp" }).click();
    await (await chooser).setFiles(files.map((buffer, index) => ({ name: `trang-${index}.jpg`, mimeType: "image/jpeg", buffer })));
    return page;
  }

  it("sends every file in pieces and shows the page anew", async () => {
    const files = [Buffer.alloc(700_000, 1), Buffer.alloc(10, 2)];
    const page = await choose(...files);
    await page.waitForNavigation({ url: "**/giay-to" });
    assert.deepEqual(line.received, files);
    assert.equal(line.pieces, 4);
  });

  it("asks how far it came and goes on from there when an answer is lost", async () => {
    const file = Buffer.from(Array.from({ length: 600_000 }, (_, index) => index % 251));
    line.lost = [1, 3];
    const page = await choose(file);
    const sent = page.waitForNavigation({ url: "**/giay-to" });
    const said = page.getByText("Đường truyền yếu, đang gửi lại phần bị mất");
    await said.waitFor();
    await page.clock.runFor(2000);
    await said.waitFor();
    await page.clock.runFor(2000);
    await sent;
    assert.deepEqual(line.received, [file]);
  });

  it("brings the server's word on the file to the page", async () => {
    line.refusal = "blurred";
    const page = await choose(Buffer.alloc(10));
    await page.waitForURL("**/giay-to?sai=blurred");
  });

  it("gives up after a minute and a half, keeps its place, and goes on at a tap", async () => {
    const file = Buffer.alloc(300_000, 7);
    line.deadFrom = 2;
    const page = await choose(file);
    const goOn = page.getByRole("button", { name: "Gửi tiếp" });
    while (!(await goOn.isVisible())) await page.clock.runFor(20_000);
    assert.equal(line.received[0]?.length, 256 * 1024);
    assert.equal(line.pieces, 9);
    line.deadFrom = Number.POSITIVE_INFINITY;
    const sent = page.waitForNavigation({ url: "**/giay-to" });
    await goOn.click();
    await sent;
    assert.deepEqual(line.received, [file]);
  });

  it("stops at a tap, even while it waits for the line", async () => {
    line.deadFrom = 1;
    const page = await choose(Buffer.alloc(10));
    await page.getByText("Đường truyền yếu").waitFor();
    await page.getByRole("button", { name: "Dừng" }).click();
    await page.getByText("Đã dừng. Phần đã gửi vẫn còn.").waitFor();
    assert.equal(await page.getByRole("button", { name: "Gửi tiếp" }).isVisible(), true);
  });
});
