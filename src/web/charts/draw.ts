import type { EChartsCoreOption } from "echarts/core";

/** A chart as it goes into a page: an SVG that needs no script and no style of its own. */
export interface Chart {
  readonly svg: string;
}

export interface Frame {
  /** Unique on its page: patterns are named after it. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** What the chart shows, for whoever does not see it; the numbers stand in the table beside it. */
  readonly label: string;
}

/**
 * Draws a chart on the server with Apache ECharts. Series are told apart by patterns as well as by colours, so that a printout in black and white can be read. What
 * ECharts adds for scripts and for pointers is taken out: the pages' policy allows no style inside.
 */
export async function drawChart(option: EChartsCoreOption, frame: Frame): Promise<Chart> {
  const name = JSON.stringify([option, frame], sayable);
  const before = drawn.get(name);
  const chart = before ?? (await drawAnew(option, frame));
  drawn.delete(name);
  drawn.set(name, chart);
  const [oldest] = drawn.keys();
  if (drawn.size > MOST_DRAWN && oldest !== undefined) drawn.delete(oldest);
  return chart;
}

/** A name must say all that makes the picture: formatters are texts. */
function sayable(_name: string, value: unknown): unknown {
  if (typeof value === "function") throw new Error("a chart is described by plain values only");
  return value;
}

/** The same numbers give the same picture: pictures are kept by what is in them, those looked at last. */
const drawn = new Map<string, Chart>();
/** Some 10 KB each. */
const MOST_DRAWN = 1_000;

/** Loads the library and draws once, so that nobody waits for it. */
export async function warmCharts(): Promise<void> {
  await drawAnew(
    { xAxis: { type: "category", data: [""] }, yAxis: { type: "value" }, series: [{ type: "bar", data: [1] }] },
    { id: "am", width: 100, height: 60, label: "" },
  );
}

async function drawAnew(option: EChartsCoreOption, frame: Frame): Promise<Chart> {
  const { init } = await library();
  const chart = init(null, null, { renderer: "svg", ssr: true, width: frame.width, height: frame.height });
  try {
    chart.setOption({ ...LOOKS, ...option });
    return { svg: cleaned(chart.renderToSVGString({ useViewBox: true }), frame) };
  } finally {
    chart.dispose();
  }
}

/** Colours far apart for people who see few of them (Okabe and Ito), the first two of the house. */
export const COLOURS = ["#1d5c38", "#b3202a", "#e69f00", "#0072b2", "#cc79a7", "#56b4e9"];

const LOOKS: EChartsCoreOption = {
  animation: false,
  color: COLOURS,
  textStyle: { fontFamily: "Be Vietnam Pro, sans-serif", fontSize: 13, color: "#222" },
  aria: { enabled: true, decal: { show: true } },
};

/** Loaded when the first chart is drawn: most pages have none. */
const library = lazily(async () => {
  const [{ init, use }, charts, components, { SVGRenderer }] = await Promise.all([
    import("echarts/core"),
    import("echarts/charts"),
    import("echarts/components"),
    import("echarts/renderers"),
  ]);
  const { BarChart, HeatmapChart, LineChart } = charts;
  const { AriaComponent, CalendarComponent, GridComponent, LegendComponent, MarkLineComponent, VisualMapComponent } = components;
  use([BarChart, HeatmapChart, LineChart, SVGRenderer]);
  use([AriaComponent, CalendarComponent, GridComponent, LegendComponent, MarkLineComponent, VisualMapComponent]);
  return { init };
});

function lazily<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function cleaned(svg: string, { id, label }: Frame): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ style="([^"]*)"/g, (_whole, style: string) => asAttributes(style))
    .replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, "")
    .replace(/zr\d+-/g, `${id}-`)
    .replace(
      /<svg [^>]*viewBox="([^"]*)"[^>]*>/,
      (_whole, box: string) => `<svg viewBox="${box}" role="img" aria-label="${escaped(label)}">`,
    );
}

/** `font-size:12px;font-family:sans-serif;` as attributes, which a strict policy lets through. */
function asAttributes(style: string): string {
  return style
    .split(";")
    .flatMap((part) => {
      const [name = "", value = ""] = part.split(":");
      return /^(?:font-(?:size|family|weight|style)|fill|stroke|opacity)$/.test(name.trim()) ? [` ${name.trim()}="${value.trim()}"`] : [];
    })
    .join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
