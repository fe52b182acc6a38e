import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { groundsOf, groundsSentence } from "../../../src/domain/slips/stop-grounds.ts";
import { PROJECT_FOLDER } from "../../../src/main/config.ts";
import { readContent } from "../../../src/main/content.ts";

describe("by which law a dossier is stopped", () => {
  const cases: [what: string, ticked: string[], typed: string, grounds: string[]][] = [
    ["nothing", [], "  \n ", []],
    ["what was ticked", ["Luật A", "Nghị định B"], "", ["Luật A", "Nghị định B"]],
    [
      "a line each of what was typed, behind it",
      ["Luật A"],
      "Nghị định B, Điều 3\r\nThông tư C",
      ["Luật A", "Nghị định B, Điều 3", "Thông tư C"],
    ],
    ["each once", ["Luật A", "Luật A"], "Luật A", ["Luật A"]],
  ];
  for (const [what, ticked, typed, grounds] of cases) it(`is ${what}`, () => assert.deepEqual(groundsOf(ticked, typed), grounds));

  it("is one sentence on the notice, and none where an older event gave none", () => {
    assert.equal(groundsSentence(["Luật A.", "Nghị định B;"]), "Căn cứ Luật A; Nghị định B.");
    assert.equal(groundsSentence([]), "");
  });

  it("has a usual list whose reasons differ, each with a ground; what nobody read in the law's text is marked", () => {
    const { stopReasons } = readContent(join(PROJECT_FOLDER, "content"));
    assert.equal(new Set(stopReasons.map(({ reason }) => reason)).size, stopReasons.length);
    assert.ok(stopReasons.every(({ grounds }) => grounds.every(({ words, unverified }) => unverified || /Điều \d+/.test(words))));
  });
});
