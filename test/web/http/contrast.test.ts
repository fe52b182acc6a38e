import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { contrast, nextContrast } from "../../../src/web/http/contrast.ts";

describe("colours further apart", () => {
  it("go round: usual, black on white, yellow on black, usual", () => {
    assert.equal(nextContrast("normal"), "light");
    assert.equal(nextContrast("light"), "dark");
    assert.equal(nextContrast("dark"), "normal");
  });

  it("are remembered by the browser, and lead back to the page", async () => {
    const answer = await ask({ contrast: "dark", back: "/thu-tuc/1.001193?q=1" });
    assert.match(answer.headers.get("set-cookie") ?? "", /^tuong_phan=dark; .*HttpOnly/);
    assert.equal(answer.headers.get("location"), "/thu-tuc/1.001193?q=1");
  });

  it("never lead to another site, and are never a pair that is not there", async () => {
    for (const back of ["//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", ""]) {
      const answer = await ask({ contrast: "pink", back });
      assert.equal(answer.headers.get("location"), "/");
      assert.match(answer.headers.get("set-cookie") ?? "", /^tuong_phan=normal;/);
    }
  });
});

async function ask(fields: Record<string, string>): Promise<Response> {
  return contrast.request("/tuong-phan", { method: "POST", body: new URLSearchParams(fields) });
}
