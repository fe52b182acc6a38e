import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { type Assets, buildAssets } from "../../../src/web/assets/assets.ts";

describe("styles, scripts and pictures", () => {
  let assets: Assets;
  before(async () => {
    assets = await buildAssets();
  });

  it("are named by what is in them, and kept for a year without asking again", async () => {
    const address = assets.url("style.css");
    assert.match(address, /^\/tai-nguyen\/style\.[A-Z0-9]{8}\.css$/);
    const answer = await assets.routes.request(address);
    assert.equal(answer.headers.get("cache-control"), "public, max-age=31536000, immutable");
    assert.equal(answer.headers.get("content-type"), "text/css; charset=utf-8");
    assert.equal((await buildAssets()).url("style.css"), address, "the same contents have the same name");
  });

  it("come in the smallest form that the browser takes", async () => {
    const asked = (encoding: string) => assets.routes.request(assets.url("once.js"), { headers: { "accept-encoding": encoding } });
    const plain = await (await asked("")).text();
    const brotli = await asked("gzip, deflate, br");
    assert.equal(brotli.headers.get("content-encoding"), "br");
    assert.equal(brotliDecompressSync(await brotli.arrayBuffer()).toString(), plain);
    const gzip = await asked("gzip, br;q=0");
    assert.equal(gzip.headers.get("content-encoding"), "gzip");
    assert.equal(gunzipSync(await gzip.arrayBuffer()).toString(), plain);
    assert.equal((await asked("zstd")).headers.get("content-encoding"), null);
  });

  it("are not sent again to a browser that has them", async () => {
    const first = await assets.routes.request(assets.url("logo.svg"));
    const etag = first.headers.get("etag") ?? "";
    const again = await assets.routes.request(assets.url("logo.svg"), { headers: { "if-none-match": etag } });
    assert.equal(again.status, 304);
  });

  it("name their pictures by what is in them too", async () => {
    const css = await (await assets.routes.request(assets.url("style.css"))).text();
    const pictures = [...css.matchAll(/url\("?([^")]+)/g)].map(([, address]) => address ?? "");
    assert.notEqual(pictures.length, 0);
    for (const picture of pictures) assert.equal((await assets.routes.request(picture)).status, 200, picture);
  });

  it("are refused by names that were never given", async () => {
    assert.equal((await assets.routes.request("/tai-nguyen/style.css")).status, 404);
    assert.equal((await assets.routes.request("/tai-nguyen/..%2fassets.ts")).status, 404);
    assert.throws(() => assets.url("nothing.css"), /nothing\.css/);
  });

  it("leave room on a line of 430 kbit/s: a page's own style and scripts are under 8 KB, each script under 3", async () => {
    const sizeOf = async (name: string) => {
      const answer = await assets.routes.request(assets.url(name), { headers: { "accept-encoding": "gzip" } });
      return (await answer.arrayBuffer()).byteLength;
    };
    const scripts = ["once.js", "speak.js", "idle.js", "combo.js", "upload.js", "card.js", "desk.js"];
    const sizes = await Promise.all(scripts.map(sizeOf));
    for (const [index, size] of sizes.entries()) assert.ok(size < 3 * 1024, `${scripts[index]} has ${size} bytes`);
    const question = (await sizeOf("style.css")) + sizes.slice(0, 4).reduce((sum, size) => sum + size, 0);
    assert.ok(question < 8 * 1024, `a question page loads ${question} bytes`);
  });
});
