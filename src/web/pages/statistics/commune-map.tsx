import { figureWords, percent } from "../../../domain/measures/measures.ts";
import type { DistrictTiles } from "../../../domain/units/tiles.ts";
import { tilesOf } from "../../../domain/units/tiles.ts";
import type { UnitTable } from "../../../domain/units/unit-table.ts";
import type { Context } from "../../../operations/context.ts";
import { type RowFigures, readCommunes } from "../../../operations/measures/rows.ts";
import type { Viewpoint } from "../../../operations/measures/viewpoint.ts";
import { tileMap } from "../../charts/tile-map.ts";
import type { Panel } from "./chart-panel.tsx";

/** The diagram of a province or a district; none of less and of more. */
export async function mapOf(context: Context, view: Viewpoint): Promise<Panel | null> {
  if (view.level !== "province" && view.level !== "district") return null;
  return communeMap(await readCommunes(context, view), context.units.tiles, context.units.table);
}

/** The communes of the province as squares in about their places, by their online rate. */
async function communeMap(communes: ReadonlyMap<string, RowFigures>, layout: DistrictTiles, table: UnitTable): Promise<Panel | null> {
  const tiles = tilesOf(layout, table).map(({ commune, column, row }) => {
    const figures = communes.get(commune.code) ?? null;
    const rate = figures?.["online-rate"];
    const value = rate?.unit === "share" ? rate.rate : null;
    return { column, row, name: commune.name, figures, value, words: value === null ? "–" : percent(value) };
  });
  if (tiles.length === 0) return null;
  const chart = await tileMap(tiles, 1, { id: "so-do", width: 1040, label: "Sơ đồ các xã, phường theo tỷ lệ hồ sơ trực tuyến" });
  return {
    title: "Sơ đồ xã, phường theo tỷ lệ trực tuyến",
    chart,
    head: ["Xã, phường", "Hồ sơ", "Tỷ lệ trực tuyến"],
    rows: tiles.map(({ name, figures }) => [
      name,
      figures ? figureWords(figures.received) : "không có hồ sơ",
      figures ? figureWords(figures["online-rate"]) : "không có hồ sơ",
    ]),
    note: `Sơ đồ, không phải bản đồ đúng tỉ lệ: bắc ở trên, biển bên phải${layout.unverified ? ", vị trí xếp theo trí nhớ, chưa đối chiếu" : ""}. Mỗi ô một xã, phường, đặc khu; ô trắng, dấu – là chưa có hồ sơ.`,
    wide: true,
  };
}
