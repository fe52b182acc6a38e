import { type Chart, drawChart } from "./draw.ts";

export interface MapTile {
  readonly column: number;
  readonly row: number;
  readonly name: string;
  /** null: nothing is known of it. */
  readonly value: number | null;
  readonly words: string;
}

/** Squares that stand for communes, coloured by a measure and with its value written in each: to be read without colours too. */
export function tileMap(
  tiles: readonly MapTile[],
  most: number,
  frame: { readonly id: string; readonly width: number; readonly label: string },
): Promise<Chart> {
  // empty paper at the edges is cut off
  const [left, top] = [Math.min(...tiles.map(({ column }) => column)), Math.min(...tiles.map(({ row }) => row))];
  const columns = 1 + Math.max(...tiles.map(({ column }) => column)) - left;
  const rows = 1 + Math.max(...tiles.map(({ row }) => row)) - top;
  const known = tiles.filter(({ value }) => value !== null);
  const unknown = tiles.filter(({ value }) => value === null);
  const squares = (those: readonly MapTile[], dark: (tile: MapTile) => boolean, value: (tile: MapTile) => number) =>
    those.map((tile) => ({
      value: [tile.column - left, tile.row - top, value(tile)],
      label: { show: true, formatter: `${lines(tile.name)}\n${tile.words}`, color: dark(tile) ? "#fff" : "#222" },
    }));
  const series = { type: "heatmap", itemStyle: { borderColor: "#777", borderWidth: 1 }, label: { fontSize: 12, lineHeight: 15 } };
  return drawChart(
    {
      aria: { enabled: true, decal: { show: false } },
      grid: { left: 4, right: 4, top: 4, bottom: 44 },
      xAxis: { type: "category", show: false, data: Array.from({ length: columns }, (_, index) => index) },
      yAxis: { type: "category", show: false, inverse: true, data: Array.from({ length: rows }, (_, index) => index) },
      visualMap: [
        {
          min: 0,
          max: most,
          seriesIndex: 0,
          orient: "horizontal",
          left: 8,
          bottom: 0,
          itemHeight: 120,
          text: ["100 %", "0 %"],
          textStyle: { fontSize: 14, color: "#222" },
          inRange: { color: ["#eef4ea", "#1d5c38"] },
        },
        { min: 0, max: 1, seriesIndex: 1, show: false, inRange: { color: ["#fff", "#fff"] } },
      ],
      series: [
        {
          ...series,
          data: squares(
            known,
            ({ value }) => (value ?? 0) > most / 2,
            ({ value }) => value ?? 0,
          ),
        },
        {
          ...series,
          data: squares(
            unknown,
            () => false,
            () => 0,
          ),
        },
      ],
    },
    { ...frame, height: 52 + 52 * rows },
  );
}

/** A square has room for so many letters in a line, and for two lines of a name. */
const LINE_LETTERS = 11;

/** "Xã Bắc Khánh Vĩnh" as "Bắc Khánh" over "Vĩnh"; broken between words. */
function lines(name: string): string {
  const words = name.replace(/^(?:Xã|Phường|Đặc khu) /, "").split(" ");
  let first = words.shift() ?? "";
  while (words[0] !== undefined && `${first} ${words[0]}`.length <= LINE_LETTERS) first += ` ${words.shift()}`;
  return words.length === 0 ? first : `${first}\n${words.join(" ")}`;
}
