import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PAPER_PROBLEMS } from "../../../src/domain/papers/problems.ts";

describe("the sentences for papers that are not taken", () => {
  for (const [problem, sentence] of Object.entries(PAPER_PROBLEMS)) {
    it(`${problem}: says what happened, that the earlier sheets are kept, and what to do now`, () => {
      const [happened = "", kept = "", ...now] = sentence.split(/(?<=\.) /);
      assert.ok(happened.length > 15, "what happened");
      assert.equal(kept, "Những tờ trước vẫn còn.");
      assert.match(now.join(" "), /^(Bà con|Xin) /);
      assert.equal(sentence, sentence.normalize("NFC"));
      assert.ok(sentence.length <= 170, `${sentence.length} characters are too many to be read aloud`);
    });
  }
});
