import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nextTextSize, textSize } from "../../../src/web/http/text-size.ts";

describe("letters one size larger", () => {
  it("go round: usual, large, largest, usual", () => {
    assert.equal(nextTextSize("normal"), "large");
    assert.equal(nextTextSize("large"), "largest");
    assert.equal(nextTextSize("largest"), "normal");
  });

  it("are remembered by the browser, and lead back to the page", async () => {
    const answer = await ask({ size: "large", back: "/thu-tuc/1.001193?q=1" });
    assert.match(answer.headers.get("set-cookie") ?? "", /^co_chu=large; .*HttpOnly/);
    assert.equal(answer.headers.get("location"), "/thu-tuc/1.001193?q=1");
  });

  it("never lead to another site, and never to a size that is not there", async () => {
    for (const back of ["//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", ""]) {
      const answer = await ask({ size: "<huge>", back });
      assert.equal(answer.headers.get("location"), "/");
      assert.match(answer.headers.get("set-cookie") ?? "", /^co_chu=normal;/);
    }
  });
});

async function ask(fields: Record<string, string>): Promise<Response> {
  return textSize.request("/co-chu", { method: "POST", body: new URLSearchParams(fields) });
}
