import type { ScannerAbilities, SourceAbilities } from "./scanner.ts";
import { below, child, childrenOf, type Element, numberOf, readXml, wordsOf } from "./xml.ts";

/** What a scanner can, with what an order for it must be written with. */
export interface Capabilities {
  /** Of eSCL, as it is told back in each order; "2.63". */
  readonly version: string;
  readonly model: string;
  readonly glass: SourceCapabilities | null;
  readonly feeder: SourceCapabilities | null;
}

export interface SourceCapabilities {
  readonly profiles: readonly Profile[];
  /** In 1/300 inch. */
  readonly narrowest: number;
  readonly shortest: number;
  readonly widest: number;
  readonly longest: number;
  /** What a scan may be meant for, "Document" among them; empty where it does not say. */
  readonly intents: readonly string[];
  /** The feeder guides narrow sheets along its middle, not along its edge. */
  readonly centred: boolean;
}

/** Settings that go together; one scanner may know several such sets. */
export interface Profile {
  readonly resolutions: readonly number[];
  readonly colours: readonly ("colour" | "grey")[];
  readonly formats: readonly ("jpeg" | "pdf")[];
}

/** Reads a ScannerCapabilities document; null where it is something else, or has no source that makes pictures we can read. */
export function readCapabilities(bytes: Uint8Array): Capabilities | null {
  const root = readXml(bytes);
  if (root?.name !== "ScannerCapabilities") return null;
  const adf = child(root, "Adf");
  const capabilities = {
    version: /^\d+\.\d+/.exec(wordsOf(root, "Version"))?.[0] ?? "2.0",
    model: wordsOf(root, "MakeAndModel") || wordsOf(root, "ModelName"),
    glass: readSource(root, child(child(root, "Platen"), "PlatenInputCaps")),
    feeder: readSource(root, child(adf, "AdfSimplexInputCaps") ?? child(adf, "AdfDuplexInputCaps"), isCentred(adf)),
  };
  return capabilities.glass || capabilities.feeder ? capabilities : null;
}

/** What the rest of the house needs to know of it. */
export function abilitiesOf({ model, glass, feeder }: Capabilities): ScannerAbilities {
  return { model, glass: glass && sourceAbilities(glass), feeder: feeder && sourceAbilities(feeder) };
}

function sourceAbilities({ profiles, widest, longest }: SourceCapabilities): SourceAbilities {
  return {
    resolutions: [...new Set(profiles.flatMap(({ resolutions }) => resolutions))].sort((one, other) => one - other),
    colours: [...new Set(profiles.flatMap(({ colours }) => colours))],
    formats: [...new Set(profiles.flatMap(({ formats }) => formats))],
    widest,
    longest,
  };
}

/** A4 in 1/300 inch, for a scanner that does not say how large it is. */
const A4_WIDE = 2_480;
const A4_LONG = 3_508;

function readSource(root: Element, source: Element | null, centred = false): SourceCapabilities | null {
  if (!source) return null;
  const own = below(source, "SettingProfile");
  const profiles = (own.length > 0 ? own : [source]).map((profile) => readProfile(root, profile)).filter((profile) => profile !== null);
  if (profiles.length === 0) return null;
  return {
    profiles,
    narrowest: numberOf(source, "MinWidth") ?? 1,
    shortest: numberOf(source, "MinHeight") ?? 1,
    widest: numberOf(source, "MaxWidth") || A4_WIDE,
    longest: numberOf(source, "MaxHeight") || A4_LONG,
    intents: below(source, "SupportedIntents").flatMap(({ children }) => children.map(({ text }) => text)),
    centred,
  };
}

function isCentred(adf: Element | null): boolean {
  return below(adf, "XImagePosition").some(({ text }) => text === "Center");
}

function readProfile(root: Element, named: Element): Profile | null {
  const profile = follow(root, named);
  const part = (name: string) => follow(root, child(profile, name));
  const resolutions = readResolutions(part("SupportedResolutions"));
  const colours = readColours(part("ColorModes"));
  const formats = readFormats(part("DocumentFormats"));
  return resolutions.length > 0 && colours.length > 0 && formats.length > 0 ? { resolutions, colours, formats } : null;
}

/** A part that says `ref` stands elsewhere in the document under that name. */
function follow<Found extends Element | null>(root: Element, element: Found): Found | Element {
  const { ref } = element?.attributes ?? {};
  if (!element || ref === undefined) return element;
  return below(root, element.name).find(({ attributes }) => attributes.name === ref) ?? element;
}

/** One-bit pictures are left out: no paper is readable in them. A profile that lists no modes is taken for one of colour. */
function readColours(modes: Element | null): ("colour" | "grey")[] {
  const said = childrenOf(modes, "ColorMode").map(({ text }) => text);
  if (said.length === 0) return ["colour"];
  return [...(said.includes("RGB24") ? ["colour" as const] : []), ...(said.includes("Grayscale8") ? ["grey" as const] : [])];
}

/** Each scanner must know JPEG (Mopria eSCL, "DocumentFormats"), so one that lists nothing, or only "bytes", is taken at the specification's word. */
function readFormats(formats: Element | null): ("jpeg" | "pdf")[] {
  const said = (formats?.children ?? []).map(({ text }) => text.toLowerCase());
  if (said.length === 0) return ["jpeg"];
  const knows = (...types: string[]) => types.some((type) => said.includes(type));
  return [
    ...(knows("image/jpeg", "image/jpg", "application/octet-stream") ? ["jpeg" as const] : []),
    ...(knows("application/pdf") ? ["pdf" as const] : []),
  ];
}

/** More dots make files that no line carries. */
const FINEST = 1_200;

/** What a source without a word of it can do, since every scanner can. */
const EVERYWHERE = 300;

function readResolutions(supported: Element | null): number[] {
  if (!supported) return [EVERYWHERE];
  const discrete = below(supported, "DiscreteResolution")
    .filter((one) => numberOf(one, "XResolution") === (numberOf(one, "YResolution") ?? numberOf(one, "XResolution")))
    .map((one) => numberOf(one, "XResolution") ?? 0);
  const found = [...discrete, ...inRange(readRange(supported, "X"), readRange(supported, "Y"))].filter(
    (dots) => dots > 0 && dots <= FINEST,
  );
  return [...new Set(found)].sort((one, other) => one - other);
}

/** What is offered of a range. */
const USUAL = [75, 100, 150, 200, 240, 300, 400, 600, 1_200];

interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly normal: number | null;
}

function readRange(supported: Element, side: "X" | "Y"): Range | null {
  const range = [`${side}ResolutionRange`, `${side}Resolution`].flatMap((name) => below(supported, name)).find((one) => child(one, "Min"));
  if (!range) return null;
  const min = numberOf(range, "Min") ?? 1;
  return { min, max: numberOf(range, "Max") ?? min, step: numberOf(range, "Step") || 1, normal: numberOf(range, "Normal") };
}

/** The steps of a range that are nearest to the usual ones, within what both sides can; what a scanner calls normal need not be one of its steps. */
function inRange(wide: Range | null, long: Range | null): number[] {
  if (!wide) return [];
  const { min, max, step } = long && long.step > wide.step ? long : wide;
  const least = Math.max(min, wide.min, long?.min ?? min);
  const most = Math.min(max, wide.max, long?.max ?? max);
  const steps = USUAL.map((dots) => min + Math.round((dots - min) / step) * step);
  const normal = wide.normal === (long?.normal ?? wide.normal) ? (wide.normal ?? least) : least;
  return [least, ...steps, normal, most].filter((dots) => dots >= least && dots <= most);
}
