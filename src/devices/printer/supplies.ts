import type { Supply } from "./printer.ts";

/** From `printer-supply` (PWG 5100.13, the text form of the printer MIB), or where that is missing from CUPS' older `marker-` attributes. */
export function readSupplies(
  supplies: readonly Uint8Array[],
  levels: readonly number[],
  types: readonly string[],
  names: readonly string[],
): Supply[] {
  if (supplies.length > 0) return supplies.map((supply) => readSupply(Buffer.from(supply).toString()));
  return levels.map((level, index) => ({
    kind: kindOf(types[index] ?? ""),
    colour: colourOf(names[index] ?? ""),
    percent: level >= 0 ? Math.min(level, 100) : null,
  }));
}

/** `index=2;class=supplyThatIsConsumed;type=toner;unit=percent;maxcapacity=100;level=75;colorantname=black;`; a level below zero is "unknown". */
function readSupply(text: string): Supply {
  const parts = new Map(text.split(";").map((part) => [part.split("=")[0]?.trim() ?? "", part.split("=")[1]?.trim() ?? ""]));
  const level = Number(parts.get("level") ?? -2);
  const most = Number(parts.get("maxcapacity") ?? -2);
  const percent = level >= 0 && most > 0 ? Math.min(100, Math.round((100 * level) / most)) : null;
  return { kind: kindOf(parts.get("type") ?? ""), colour: colourOf(parts.get("colorantname") ?? ""), percent };
}

function kindOf(type: string): Supply["kind"] {
  if (/waste/i.test(type)) return "waste";
  if (/toner/i.test(type)) return "toner";
  return /ink/i.test(type) ? "ink" : "other";
}

/** The four colours of the trade; any other name stays unsaid. */
export const SUPPLY_COLOURS = { black: "đen", cyan: "xanh lơ", magenta: "hồng tím", yellow: "vàng" } as const;

function colourOf(name: string): keyof typeof SUPPLY_COLOURS | null {
  return (Object.keys(SUPPLY_COLOURS) as (keyof typeof SUPPLY_COLOURS)[]).find((colour) => name.toLowerCase().includes(colour)) ?? null;
}
