import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";
import { z } from "zod";
import { type Catalogue, makeCatalogue } from "../domain/catalogue/catalogue.ts";
import { parseProcedure } from "../domain/catalogue/parse-procedure.ts";
import type { Procedure } from "../domain/catalogue/procedure.ts";
import { type SearchWords, searchWordsSchema } from "../domain/catalogue/search.ts";
import { type HolidayYear, holidayYearSchema } from "../domain/deadlines/calendar.ts";
import type { Lists } from "../domain/forms/lists.ts";
import { type SavingFactors, savingFactorsSchema } from "../domain/measures/savings.ts";
import {
  ACCOUNT_MESSAGES,
  type AccountMessage,
  type AccountTemplates,
  accountTemplateSchema,
} from "../domain/messages/account-template.ts";
import { KINDS } from "../domain/messages/kinds.ts";
import { type Templates, templateSchema } from "../domain/messages/template.ts";
import { type Picture, sizeOfSvg } from "../domain/papers/picture.ts";
import { type EthnicGroup, ethnicGroupsSchema, findEthnicGroup } from "../domain/people/ethnic-groups.ts";
import { type ConsentTerms, consentTermsSchema } from "../domain/privacy/consent.ts";
import { type Retention, retentionSchema } from "../domain/privacy/retention.ts";
import { type StopReason, stopReasonsSchema } from "../domain/slips/stop-grounds.ts";
import { type DistrictTiles, tilesSchema } from "../domain/units/tiles.ts";
import { makeUnitTable, type UnitTable } from "../domain/units/unit-table.ts";
import { type FormerUnits, findUnit, formerSchema, splitAddress, todaySchema, type UnitsToday } from "../domain/units/units.ts";
import { type Language, languagesSchema } from "../domain/voices/languages.ts";

const ACCOUNT_MESSAGE_NAMES = Object.keys(ACCOUNT_MESSAGES) as AccountMessage[];

/** Everything that an office changes without a programmer, read once at start. */
export interface Content {
  readonly procedures: readonly Procedure[];
  readonly catalogue: Catalogue;
  readonly searchWords: SearchWords;
  readonly holidays: readonly HolidayYear[];
  readonly ethnicGroups: readonly EthnicGroup[];
  readonly units: UnitsToday;
  readonly formerUnits: FormerUnits;
  readonly unitTable: UnitTable;
  readonly tiles: DistrictTiles;
  readonly savingFactors: SavingFactors;
  readonly lists: Lists;
  readonly languages: readonly Language[];
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly consents: readonly ConsentTerms[];
  readonly retention: Retention;
  readonly messages: Templates;
  readonly accountMessages: AccountTemplates;
  readonly stopReasons: readonly StopReason[];
}

/** Reads the content folder; what is wrong in it is said in one error, file by file. */
export function readContent(folder: string): Content {
  const files = (name: string) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith(".yaml"))
      .sort();
  const yaml = (path: string): unknown => readYaml(folder, path);
  const parsed = files("procedures").map((file) => parseProcedure(yaml(`procedures/${file}`), file));
  const problems = parsed.flatMap((result) => (result.ok ? [] : result.reason));
  if (problems.length > 0) throw new Error(`Có tệp thủ tục chưa đúng:\n${problems.join("\n")}`);

  const procedures = parsed.flatMap((result) => (result.ok ? [result.value] : []));
  const ethnicGroups = check(ethnicGroupsSchema, yaml("ethnic-groups.yaml"), "ethnic-groups.yaml");
  const units = check(todaySchema, yaml("units/today.yaml"), "units/today.yaml");
  const former = check(formerSchema, yaml("units/before-2025-07.yaml"), "units/before-2025-07.yaml");
  const table = makeUnitTable(units, former);
  const birthPlaces = check(z.record(z.string(), z.string()), yaml("birth-places.yaml"), "birth-places.yaml");
  const communes = new Map(
    Object.values(units.communes)
      .flat()
      .map((unit) => [unit.code, unit.name]),
  );
  return {
    procedures,
    catalogue: makeCatalogue(procedures),
    searchWords: check(searchWordsSchema, yaml("search/words.yaml"), "search/words.yaml"),
    holidays: files("holidays").map((file) => check(holidayYearSchema, yaml(`holidays/${file}`), `holidays/${file}`)),
    ethnicGroups,
    units,
    formerUnits: former,
    unitTable: table,
    tiles: check(tilesSchema, yaml("units/tiles.yaml"), "units/tiles.yaml"),
    savingFactors: check(savingFactorsSchema, yaml("measures/savings.yaml"), "measures/savings.yaml"),
    languages: check(languagesSchema, yaml("languages.yaml"), "languages.yaml"),
    pictures: readPictures(join(folder, "pictures")),
    consents: files("consents").map((file) => check(consentTermsSchema, yaml(`consents/${file}`), `consents/${file}`)),
    retention: check(retentionSchema, yaml("retention.yaml"), "retention.yaml"),
    stopReasons: check(stopReasonsSchema, yaml("stops.yaml"), "stops.yaml"),
    messages: Object.fromEntries(
      KINDS.map((kind) => [kind, check(templateSchema, yaml(`messages/${kind}.yaml`), `messages/${kind}.yaml`)]),
    ) as Templates,
    accountMessages: Object.fromEntries(
      ACCOUNT_MESSAGE_NAMES.map((name) => [
        name,
        check(accountTemplateSchema(name), yaml(`messages/${name}.yaml`), `messages/${name}.yaml`),
      ]),
    ) as AccountTemplates,
    lists: {
      ethnicGroupCode: (typed) => findEthnicGroup(typed, ethnicGroups)?.code ?? null,
      ethnicGroupName: (code) => ethnicGroups.find((group) => group.code === code)?.name ?? null,
      provinceCode: (typed) => findUnit(typed, units.provinces)?.code ?? null,
      provinceName: (code) => units.provinces.find((unit) => unit.code === code)?.name ?? null,
      communeCode: (typed, province) => findUnit(typed, units.communes[province] ?? [])?.code ?? null,
      communeName: (code) => communes.get(code) ?? null,
      splitAddress: (address) => splitAddress(address, table),
      isProvinceOfIdentityNumber: (digits) => birthPlaces[digits] !== undefined,
    },
  };
}

/** Read with a parser four times as fast as the one for edited procedures, which knows the line of everything: a start waits for it. */
export function readYaml(folder: string, path: string): unknown {
  return load(readFileSync(join(folder, path), "utf8"), { schema: CORE_SCHEMA, filename: `content/${path}` });
}

/** Drawings are read whole: there are few, and each has a few thousand letters. */
function readPictures(folder: string): ReadonlyMap<string, Picture> {
  const names = readdirSync(folder).filter((file) => file.endsWith(".svg"));
  return new Map(
    names.map((name) => {
      const svg = readFileSync(join(folder, name), "utf8");
      const version = createHash("sha256").update(svg).digest("hex").slice(0, 8);
      return [name.slice(0, -".svg".length), { svg, version, ...sizeOfSvg(svg) }];
    }),
  );
}

function check<Shape extends z.ZodType>(schema: Shape, data: unknown, file: string): z.infer<Shape> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map((issue) => `content/${file}: ở ${issue.path.join(" › ")}: ${issue.message}`).join("\n"));
}
