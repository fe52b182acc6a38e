import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type PageMeasures, qualityProblem } from "../../../src/domain/papers/quality.ts";

const GOOD: PageMeasures = { widthPx: 1654, heightPx: 2339, light: 250, inkShare: 0.1, edgeBlurPx: 1.1 };

describe("whether a page can be read", () => {
  it("takes a sharp page of text, lying or standing", () => {
    assert.equal(qualityProblem(GOOD), null);
    assert.equal(qualityProblem({ ...GOOD, widthPx: 2339, heightPx: 1654 }), null);
  });

  it("takes a page with one line on it, a page at dusk, a page a little out of focus", () => {
    assert.equal(qualityProblem({ ...GOOD, inkShare: 0.0016 }), null);
    assert.equal(qualityProblem({ ...GOOD, light: 76 }), null);
    assert.equal(qualityProblem({ ...GOOD, edgeBlurPx: 2.3 }), null);
  });

  it("takes a photo of a card, which is smaller than a sheet", () => {
    assert.equal(qualityProblem({ ...GOOD, widthPx: 640, heightPx: 404 }), null);
  });

  it("judges no sharpness where nothing tells of it", () => {
    assert.equal(qualityProblem({ ...GOOD, edgeBlurPx: 0 }), null);
  });

  it("names the first thing to mend: size, then light, then the right side, then focus", () => {
    const hopeless: PageMeasures = { widthPx: 300, heightPx: 400, light: 20, inkShare: 0, edgeBlurPx: 9 };
    assert.equal(qualityProblem(hopeless), "tiny");
    assert.equal(qualityProblem({ ...hopeless, widthPx: 900, heightPx: 1200 }), "too-dark");
    assert.equal(qualityProblem({ ...hopeless, widthPx: 900, heightPx: 1200, light: 240 }), "blank");
    assert.equal(qualityProblem({ ...hopeless, widthPx: 900, heightPx: 1200, light: 240, inkShare: 0.05 }), "blurred");
  });
});
