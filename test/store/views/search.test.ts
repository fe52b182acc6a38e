import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { seeded } from "../../../bench/data/seeded.ts";
import { findEverywhere } from "../../../src/store/views/all-dossiers.ts";
import type { ListPlace } from "../../../src/store/views/dossier-list.ts";
import { WALK_LINES } from "../../../src/store/views/words.ts";
import { type ListFilter, listChosen, neighbours } from "../../../src/store/views/work-list.ts";
import { freshDatabase } from "../../support/database.ts";

const { sql } = await freshDatabase({ after });

interface Line {
  office: string;
  dossier: string;
  status: string;
  proposed: boolean;
  search: string;
  code: string;
  lodged: string;
  due: string;
  procedure: string;
}

const NAMES = ["nguyen thi suoi", "nguyen van da", "cao thi mau", "bo bo thi man", "le ha", "mau xuan nghiep"];
const random = seeded(75);
// more than the walk looks through, so that what lies beyond it must be found in another way
const lines: Line[] = Array.from({ length: WALK_LINES + 700 }, (_, index) => ({
  code: `000.15.22.H32-${codeDay(index).replaceAll("-", "").slice(2)}-${String(index % 24).padStart(4, "0")}`,
  office: index % 50 === 0 ? "xa-khac" : "xa-thu",
  dossier: `00000000-0000-7000-8000-${String(index).padStart(12, "0")}`,
  status: random.pick(["returned", "returned", "returned", "withdrawn", "processing"]),
  proposed: random.happens(0.2),
  search: `${index < 60 ? "katơr thi cu" : random.pick(NAMES)} 0561${String(index).padStart(8, "0")} khai sinh 000 15 22 h32 ${codeDay(index).replaceAll("-", "").slice(2)} ${String(index % 24).padStart(4, "0")}`,
  lodged: new Date(Date.UTC(2024, 0, 1) + index * 3_600_000).toISOString(),
  due: new Date(Date.UTC(2024, 0, 3) + Math.floor(index / 20) * 86_400_000).toISOString().slice(0, 10),
  procedure: index % 40 === 7 ? "2.000635" : "1.001193",
}));
await sql`
  insert into dossier_list (office, dossier, status, proposed, procedure, procedure_name, applicant, search_ascii, tracking_code, dossier_code, channel, lodged_at, due_day,
    due_time)
  select office, dossier, status, proposed, procedure, 'Thủ tục', 'Cao Thị Mẫu', search, dossier::text, code, 'online', lodged, due, '17:00'
  from jsonb_to_recordset(${sql.json(lines as never)}) as line
    (office text, dossier uuid, status text, proposed boolean, search text, code text, lodged timestamptz, due date, procedure text)`;
await sql`
  insert into transferred_list (office, dossier, transferred_at, to_office, to_name, procedure_name, applicant, search_ascii, tracking_code)
  values ('xa-thu', '00000000-0000-7000-8000-900000000000', '2031-01-01', 'xa-khac', 'Xã khác', 'Thủ tục', 'Cao Thị Mẫu', 'cao thi mau chuyen di', 'X')`;

/** Every line looked at, one after the other. What is the beginning of a code is looked for among codes alone. */
function naive(office: string, words: readonly string[]): Line[] {
  const [, day = "", number] = /\bh32 (\d+)(?: (\d+))?$/.exec(words.join(" ")) ?? [];
  const code = `H32-${day}${number === undefined ? "" : `-${number}`}`;
  const coded = day !== "" && lines.some((line) => line.office === office && line.code.includes(code));
  return lines.filter(
    (line) =>
      line.office === office &&
      (!coded || line.code.includes(code)) &&
      words.every((word) => ` ${line.search}`.includes(word.length < 3 ? ` ${word}` : word)),
  );
}

/** Codes are of the day on which the dossier came. */
function codeDay(index: number): string {
  return new Date(Date.UTC(2024, 0, 1) + index * 3_600_000).toISOString().slice(0, 10);
}

const WORDS = [
  ["nguyen"],
  ["uoi"],
  ["mau", "xuan"],
  ["suoi", "thi", "nguyen"],
  ["katơr"],
  ["cu", "thi"],
  ["le"],
  ["h", "le"],
  ["056100000003"],
];
WORDS.push(
  ["h32", "24"],
  ["h32", "2401"],
  ["22", "h32", "240104"],
  ["000", "15", "22", "h32", "240105", "0003"],
  ["h32", "25"],
  ["h32", "sinh"],
);
WORDS.push(["0000", "17"], ["khong", "co", "ai"], ["nghiep", "056100001"], ["h32", "khai", "sinh"], ["100%"], ["_"]);

describe("a search over all dossiers of an office", () => {
  for (const words of WORDS) {
    it(`finds the newest that hold "${words.join(" ")}", as somebody would who looks at every line`, async () => {
      for (const office of ["xa-thu", "xa-khac", "xa-vang"]) {
        const found = (await findEverywhere(sql, office, words, 50)).filter(({ toName }) => toName === null);
        const expected = naive(office, words).sort((one, other) => (one.lodged < other.lodged ? 1 : -1));
        // what was handed on takes a place of the fifty
        assert.deepEqual(
          found.map(({ dossier }) => dossier).slice(0, 49),
          expected.slice(0, 49).map(({ dossier }) => dossier),
        );
      }
    });
  }

  it("finds what was handed on among the others", async () => {
    const [first] = await findEverywhere(sql, "xa-thu", ["mau"], 5);
    assert.equal(first?.toName, "Xã khác");
    assert.equal((await findEverywhere(sql, "xa-khac", ["chuyen"], 5)).length, 0);
  });
});

const OVER: ListFilter = { statuses: ["returned", "withdrawn"], order: "latest", words: [] };
const OPEN: ListFilter = { statuses: ["processing"], order: "earliest", words: [], proposed: false };
const FILTERS: Readonly<Record<string, ListFilter>> = {
  "over, by a common word": { ...OVER, words: ["nguyen"] },
  "over, by a rare word": { ...OVER, words: ["katơr"] },
  "over, by a number": { ...OVER, words: ["056100000010"] },
  "over, by the beginning of a code": { ...OVER, words: ["h32", "2401"] },
  "over, by a code": { ...OVER, words: ["000", "15", "22", "h32", "240204", "0005"] },
  "over, of a rare procedure, by the beginning of a code": { ...OVER, words: ["h32", "240"], procedure: "2.000635" },
  "over, of a rare procedure": { ...OVER, procedure: "2.000635" },
  "over, due in a week long ago": { ...OVER, dueFrom: "2024-01-05", dueTo: "2024-01-11" },
  "open, by a word": { ...OPEN, words: ["bo", "man"] },
  "open, of nobody": { ...OPEN, owner: null },
};

function fitting(filter: ListFilter): string[] {
  const place = (line: Line) => `${line.due} ${line.dossier}`;
  const found = naive("xa-thu", filter.words)
    .filter((line) => (filter.statuses as readonly string[]).includes(line.status))
    .filter(
      (line) => (filter.proposed === undefined || line.proposed === filter.proposed) && line.procedure.startsWith(filter.procedure ?? ""),
    )
    .filter((line) => (filter.dueFrom ?? "") <= line.due && line.due <= (filter.dueTo ?? "9999"))
    .sort((one, other) => (place(one) < place(other) ? -1 : 1))
    .map(({ dossier }) => dossier);
  return filter.order === "earliest" ? found : found.reverse();
}

describe("a narrowed list", () => {
  for (const [name, filter] of Object.entries(FILTERS)) {
    it(`shows each dossier that fits once over its pages, in its order: ${name}`, async () => {
      const seen: string[] = [];
      for (let place: ListPlace | undefined, more = true; more; ) {
        const page = await listChosen(sql, "xa-thu", filter, 130, place);
        seen.push(...page.map(({ dossier }) => dossier));
        place = page.at(-1);
        more = page.length === 130;
      }
      assert.ok(seen.length > 0);
      assert.deepEqual(seen, fitting(filter));
    });
  }

  it("leads from a dossier to the ones before and behind it in that list", async () => {
    for (const filter of [FILTERS["over, by a rare word"] ?? OVER, OPEN]) {
      const [before, here, behind] = (await listChosen(sql, "xa-thu", filter, 3, undefined)).map((line) => line);
      assert.ok(here);
      assert.deepEqual(await neighbours(sql, filter, here), { before: before?.dossier, after: behind?.dossier });
    }
  });
});
