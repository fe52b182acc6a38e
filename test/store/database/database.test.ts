import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { freshDatabase } from "../../support/database.ts";

const database = await freshDatabase({ after });

describe("reading and writing", () => {
  it("keeps a day a day, in any time zone", async () => {
    const [row] = await database.sql<{ day: unknown }[]>`select ${"2026-11-02"}::date as day`;
    assert.equal(row?.day, "2026-11-02");
  });
});
