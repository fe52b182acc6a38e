import { z } from "zod";
import type { FormerUnits, UnitsToday } from "./units.ts";

/** A cell that may be empty; such lists write null or nothing. */
const words = z
  .string()
  .nullable()
  .transform((text) => text ?? "");
const communeCode = words.pipe(z.string().regex(/^(\d{5})?$/));

/** A row of the national list until 2025-06-30 (General Statistics Office, 01-2025): a commune with all that stands above it. */
export const formerRowSchema = z.object({
  province: z.string().regex(/^\d{2}$/),
  provinceName: z.string().min(1),
  district: z.string().regex(/^\d{3}$/),
  districtName: z.string().min(1),
  /** None for the island districts that had no communes. */
  ward: communeCode,
  wardName: words,
});

/** A row of the national list since 2025-07-01 (Decision 19/2025/QĐ-TTg). */
export const todayRowSchema = z.object({
  province: z.string().regex(/^\d{2}$/),
  provinceName: z.string().min(1),
  ward: z.string().regex(/^\d{5}$/),
  wardName: z.string().min(1),
});

/** A row of the official map from old communes to new: a commune that was split has several. */
export const mapRowSchema = z.object({
  oldWard: communeCode,
  oldWardName: words,
  newWard: z.string().regex(/^\d{5}$/),
  newWardName: words,
});

export interface NationalRows {
  readonly former: readonly z.infer<typeof formerRowSchema>[];
  readonly today: readonly z.infer<typeof todayRowSchema>[];
  readonly map: readonly z.infer<typeof mapRowSchema>[];
}

export interface NationalLists {
  readonly today: UnitsToday;
  readonly former: FormerUnits;
  /** What the lists say of each other and does not fit, in words; nothing of it stops the import. */
  readonly remarks: readonly string[];
  /** Communes that became part of several. */
  readonly split: number;
}

/**
 * The national lists in the shape of content/units. Names and dates of provinces stay as the content has them (it knows renamings); districts and communes are the
 * lists'. Codes changed in 2024 and 2025, so the map does not know every commune: those are named in the remarks, and lead nowhere until the map is mended.
 */
export function mergeNationalLists(content: { today: UnitsToday; former: FormerUnits }, rows: NationalRows): NationalLists {
  const successors = Map.groupBy(rows.map, ({ oldWard }) => oldWard);
  const now = (code: string) => [...new Set((successors.get(code) ?? []).map(({ newWard }) => newWard))];
  const known = new Set(rows.former.map(({ ward }) => ward));
  const there = new Set(rows.today.map(({ ward }) => ward));
  const communesOf = (province: string) =>
    rows.today.filter((row) => row.province === province).map(({ ward, wardName }) => ({ code: ward, name: wardName }));
  const today = {
    ...content.today,
    communes: Object.fromEntries(content.today.provinces.map(({ code }) => [code, communesOf(code)])),
  };
  const byProvince = Map.groupBy(rows.former, ({ province }) => province);
  const former = {
    ...content.former,
    provinces: content.former.provinces.map((province) => ({
      ...province,
      districts: [...Map.groupBy(byProvince.get(province.code) ?? [], ({ district }) => district)].map(([code, communes]) => ({
        code,
        name: communes[0]?.districtName ?? code,
        communes: communes.flatMap(({ ward, wardName }) => (ward === "" ? [] : [{ code: ward, name: wardName, now: now(ward) }])),
      })),
    })),
  };
  const unmapped = rows.former.filter(({ ward }) => ward !== "" && now(ward).length === 0);
  const unlisted = [...successors.keys()].filter((code) => code !== "" && !known.has(code));
  const nowhere = rows.map.filter(({ newWard }) => !there.has(newWard));
  const foreign = rows.today.filter(({ province }) => !content.today.provinces.some(({ code }) => code === province));
  return {
    today,
    former: { ...former, provinces: former.provinces.map(withLeadingCommunes) },
    split: [...known].filter((code) => now(code).length > 1).length,
    remarks: [
      ...unmapped.map(({ ward, wardName }) => `Xã cũ ${ward} ${wardName} không có trong bảng chuyển đổi.`),
      ...unlisted.map((code) => `Bảng chuyển đổi có xã cũ ${code} mà danh mục cũ không có.`),
      ...nowhere.map(({ newWard, newWardName }) => `Bảng chuyển đổi có xã mới ${newWard} ${newWardName} mà danh mục mới không có.`),
      ...foreign.map(({ ward, wardName, province }) => `Xã mới ${ward} ${wardName} thuộc tỉnh ${province}, nội dung không có tỉnh này.`),
    ],
  };
}

/** A commune that leads nowhere is left out of the table of former units: nobody could be told what it is today. */
function withLeadingCommunes<Province extends FormerUnits["provinces"][number]>(province: Province): Province {
  const districts = province.districts.map((district) => ({
    ...district,
    communes: district.communes.filter(({ now }) => now.length > 0),
  }));
  return { ...province, districts };
}
