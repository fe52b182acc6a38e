import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { hideSmall, SMALLEST_SHOWN, type Sums } from "../../../src/domain/measures/disclosure.ts";

const SUMS: Sums = {
  within: [
    { total: "received", parts: ["online", "direct", "post"] },
    { total: "received", parts: ["atPoint", "elsewhere"] },
  ],
  across: ["received", "online", "direct", "post", "atPoint", "elsewhere", "visits"],
};

const row = fc
  .record({ online: count(), direct: count(), post: count(), visits: count(), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ share, ...counts }) => {
    const received = counts.online + counts.direct + counts.post;
    const atPoint = Math.round(share * received);
    return { ...counts, received, atPoint, elsewhere: received - atPoint };
  });

const table = fc.array(row, { minLength: 1, maxLength: 5 }).map((rows) => {
  const total = Object.fromEntries(
    SUMS.across.map((column) => [column, rows.reduce((sum, line) => sum + (line[column as keyof typeof line] ?? 0), 0)]),
  );
  return [total, ...rows];
});

describe("what is published", () => {
  it("shows no count from one to four", () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const shown of hideSmall(rows, SUMS).flatMap((line) => Object.values(line)))
          assert.ok(shown === null || shown === 0 || shown >= SMALLEST_SHOWN);
      }),
    );
  });

  it("lets nobody find a hidden count in a sum by subtracting what is shown", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const shown = hideSmall(rows, SUMS);
        const lines = [
          ...shown.flatMap((line) => SUMS.within.map(({ total, parts }) => [line[total], ...parts.map((part) => line[part])])),
          ...SUMS.across.map((column) => shown.map((line) => line[column])),
        ];
        for (const line of lines) {
          const hidden = line.filter((value) => value === null).length;
          const others = line.slice(1).every((value) => value === 0 || value === undefined);
          assert.ok(hidden !== 1 || others, `one hidden count in ${JSON.stringify(line)}`);
        }
      }),
    );
  });

  it("hides nothing where nothing is small, and never changes what it shows", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const shown = hideSmall(rows, SUMS);
        shown.forEach((line, index) => {
          for (const [column, value] of Object.entries(line))
            if (value !== null) assert.equal(value, rows[index]?.[column as keyof (typeof rows)[number]]);
        });
        const large = rows.map((line) => Object.fromEntries(Object.entries(line).map(([column, n]) => [column, n * SMALLEST_SHOWN])));
        assert.deepEqual(hideSmall(large, SUMS), large);
      }),
    );
  });

  it("hides the next smallest beside a single small one", () => {
    const [shown] = hideSmall([{ received: 100, online: 60, direct: 37, post: 3, atPoint: 50, elsewhere: 50, visits: 9 }], SUMS);
    assert.deepEqual(shown, { received: 100, online: 60, direct: null, post: null, atPoint: 50, elsewhere: 50, visits: 9 });
  });
});

function count() {
  return fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 9, max: 500 }));
}
