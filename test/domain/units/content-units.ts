import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Result } from "../../../src/base/result.ts";
import { makeUnitTable } from "../../../src/domain/units/unit-table.ts";
import { parseFormerUnits, parseUnitsToday } from "../../../src/domain/units/units.ts";

function read<Value>(file: string, parser: (data: unknown, file: string) => Result<Value, string[]>): Value {
  const parsed = parser(parse(readFileSync(new URL(`../../../content/units/${file}`, import.meta.url), "utf8")), file);
  assert.ok(parsed.ok, parsed.ok ? "" : parsed.reason.join("\n"));
  return parsed.value;
}

/** The lists of content/units, as the program reads them. */
export const today = read("today.yaml", parseUnitsToday);
export const former = read("before-2025-07.yaml", parseFormerUnits);
export const table = makeUnitTable(today, former);
