import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { uuidV7 } from "../../../src/base/ids.ts";
import {
  countStanding,
  type DossierLine,
  type ListPlace,
  type ListWish,
  listByDue,
  putDossierLine,
} from "../../../src/store/views/dossier-list.ts";
import { freshDatabase } from "../../support/database.ts";

const { sql } = await freshDatabase({ after });

function aLine(change: Partial<DossierLine>): DossierLine {
  const dossier = uuidV7();
  return {
    office: "xa-thu",
    dossier,
    status: "processing",
    proposed: false,
    procedure: "1.001193",
    procedureName: "Đăng ký khai sinh",
    applicant: "Cao Thị Mẫu",
    searchAscii: "cao thi mau 056190001234 dang ky khai sinh",
    trackingCode: dossier,
    dossierCode: null,
    channel: "online",
    point: null,
    lodgedAt: new Date("2026-11-01T02:00:00Z"),
    dueDay: "2026-11-10",
    dueTime: "17:00",
    ...change,
  };
}

const STATUSES = ["accepted", "processing", "returned", "withdrawn"] as const;
const lines = Array.from({ length: 97 }, (_, index) =>
  aLine({
    office: index % 5 === 0 ? "xa-khac" : "xa-thu",
    status: STATUSES[index % 4] ?? "accepted",
    proposed: index % 4 === 1 && index % 3 === 0,
    // many on the same day and hour, so that the page's end falls between equals
    dueDay: `2026-11-${String(1 + (index % 7)).padStart(2, "0")}`,
    searchAscii: index % 2 === 0 ? "bo bo van thu 0905000111" : "cao thi mau 100% that",
  }),
);
for (const line of lines) await putDossierLine(sql, line);

/** All pages, one after the other, as somebody pressing "Trang sau" sees them. */
async function leafThrough(office: string, wish: Omit<ListWish, "limit" | "after">): Promise<string[]> {
  const seen: string[] = [];
  for (let after: ListPlace | undefined; ; ) {
    const page = await listByDue(sql, office, { ...wish, limit: 4, after });
    seen.push(...page.map((line) => line.dossier));
    after = page.at(-1);
    if (page.length < 4) return seen;
  }
}

function expected(office: string, { statuses, proposed, order }: Omit<ListWish, "limit" | "after">): string[] {
  const found = lines.filter(
    (line) => line.office === office && statuses.includes(line.status) && (proposed === undefined || line.proposed === proposed),
  );
  const place = (line: DossierLine) => `${line.dueDay} ${line.dueTime} ${line.dossier}`;
  const sorted = found.sort((one, other) => (place(one) < place(other) ? -1 : 1)).map((line) => line.dossier);
  return order === "earliest" ? sorted : sorted.reverse();
}

describe("the list of an office", () => {
  for (const order of ["earliest", "latest"] as const) {
    it(`shows every dossier once over its pages, the ${order} first`, async () => {
      for (const proposed of [undefined, true, false]) {
        const wish = { statuses: [...STATUSES].slice(0, 3), proposed, order };
        assert.deepEqual(await leafThrough("xa-thu", wish), expected("xa-thu", wish));
      }
    });
  }

  it("never shows another office's dossier", async () => {
    const wish = { statuses: STATUSES, order: "earliest" } as const;
    assert.deepEqual(await leafThrough("xa-khac", wish), expected("xa-khac", wish));
    assert.deepEqual(await leafThrough("xa-vang", wish), []);
  });

  it("counts what stands in each status, apart by whether a result was proposed", async () => {
    const counted = await countStanding(sql, "xa-thu", ["lodged", "processing"]);
    for (const status of ["lodged", "processing"] as const)
      for (const proposed of [true, false])
        assert.equal(
          counted.find((line) => line.status === status && line.proposed === proposed)?.n ?? 0,
          expected("xa-thu", { statuses: [status], proposed, order: "earliest" }).length,
        );
    assert.ok(counted.every(({ status }) => status === "lodged" || status === "processing"));
    assert.ok(counted.some(({ n }) => n > 1));
  });
});
