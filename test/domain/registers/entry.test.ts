import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { checkPaper } from "../../../src/domain/registers/check-paper.ts";
import { changesFit, changesOf, markedRows } from "../../../src/domain/registers/entry.ts";
import { aDossier, COMMANDS } from "../dossier/life.ts";

const aRow = fc.record({
  label: fc.constantFrom<string>("Họ tên", "Dân tộc", "Nơi sinh"),
  value: fc.constantFrom<string>("", "A", "B", "C", "Cao Thị Mẫu"),
});
const someRows = fc.array(aRow, { minLength: 1, maxLength: 5 });

describe("an entry of a register", () => {
  it("reads as it was last corrected, and keeps every word that was struck through, in its order", () => {
    fc.assert(
      fc.property(
        someRows,
        fc.array(fc.array(fc.constantFrom<string>("", "A", "B", "C"), { minLength: 1, maxLength: 5 })),
        (rows, rounds) => {
          const corrections: { changes: ReturnType<typeof changesOf> }[] = [];
          const history = rows.map(({ value }) => [value]);
          for (const typed of rounds) {
            const changes = changesOf(markedRows(rows, corrections), typed);
            for (const { row, to } of changes) history[row]?.push(to);
            corrections.push({ changes });
          }
          assert.deepEqual(
            markedRows(rows, corrections).map(({ was, value }) => [...was, value]),
            history,
          );
        },
      ),
    );
  });

  it("is not corrected by what was written down for other words", () => {
    const rows = [{ label: "Giới tính", value: "Nữ" }];
    const changes = changesOf(rows, [" Nam "]);
    assert.deepEqual(changes, [{ row: 0, label: "Giới tính", from: "Nữ", to: "Nam" }]);
    assert.equal(changesFit(rows, changes), true);
    assert.equal(changesFit(markedRows(rows, [{ changes }]), changes), false, "corrected meanwhile");
    assert.equal(changesFit(rows, []), false);
    assert.deepEqual(changesOf(rows, ["Nữ "]), [], "blanks at the ends are no correction");
  });
});

describe("the public check of a paper", () => {
  const issued = aDossier().does("accept").does("propose").does("sign");
  const askedCorrection = { type: "entry-asked", ask: { kind: "correction", changes: [], reason: "Chép sai" } } as const;
  const corrected = issued.with(askedCorrection).does("correct");
  const states = (life: typeof issued) => ["KQ", "CC", "BS", "TC"].map((code) => checkPaper(life.dossier, code)?.state ?? null);

  it("says of each paper whether it stands: after a correction the old one does not, what shows the correction does, revoking takes all", () => {
    assert.deepEqual(states(issued), ["genuine", null, null, null]);
    const copied = issued.does("ask-entry").does("copy");
    assert.deepEqual(states(copied), ["genuine", null, "genuine", null]);
    assert.deepEqual(states(copied.with(askedCorrection).does("correct")), ["corrected", "genuine", "corrected", null]);
    assert.deepEqual(states(corrected.does("ask-entry").does("copy")), ["corrected", "genuine", "genuine", null]);
    assert.deepEqual(states(corrected.does("revoke")), ["revoked", "revoked", null, null]);
    assert.deepEqual(states(aDossier().does("decline").does("sign-refusal")), [null, null, null, "genuine"]);
  });

  it("names the paper that stands instead, and nobody", () => {
    const said = checkPaper(corrected.dossier, "KQ");
    assert.deepEqual(said?.replacedBy, { name: "Trích lục", number: "1/2026", day: "2026-12-01" });
    assert.doesNotMatch(JSON.stringify(said), /Bo Bo|MẪU|MẨU/);
  });

  it("does not know a code that is none of its papers", () => {
    assert.equal(checkPaper(corrected.dossier, "XX"), null);
    assert.deepEqual(COMMANDS.copy.copies.papers[0]?.code, "BS");
  });
});
