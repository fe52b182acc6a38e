import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import sharp from "sharp";
import { PROJECT_FOLDER } from "../../src/main/config.ts";
import { readContent } from "../../src/main/content.ts";

const { procedures, pictures } = readContent(join(PROJECT_FOLDER, "content"));
const called = procedures.flatMap(({ papers }) => papers.flatMap(({ picture }) => picture ?? []));

describe("drawings of filled papers", () => {
  it("are there for every name that a procedure calls, and none is there for nothing", () => {
    assert.deepEqual([...new Set(called)].sort(), [...pictures.keys()].sort());
  });

  it("are there for every paper of a procedure that is filed here", () => {
    const without = procedures
      .filter(({ filing }) => filing === "online")
      .flatMap(({ code, papers }) => papers.filter(({ picture }) => picture === undefined).map(({ id }) => `${code}: ${id}`));
    assert.deepEqual(without, []);
  });

  it("can be drawn, run nothing, ask for nothing from elsewhere, and say that they are samples", async () => {
    for (const [name, { svg, widthPx, heightPx }] of pictures) {
      assert.doesNotMatch(svg, /<script|<style|\sstyle=|href=|url\(|<image|<foreignObject|\bon\w+=/i, name);
      assert.match(svg, />MẪU</, name);
      const { width = 0, height = 1 } = await sharp(Buffer.from(svg)).metadata();
      assert.ok(Math.abs(width / height - widthPx / heightPx) < 0.01, name);
    }
  });

  it("are light enough for a line of 430 kbit/s", () => {
    assert.deepEqual(
      [...pictures].filter(([, { svg }]) => svg.length > 6_000).map(([name]) => name),
      [],
    );
  });
});
