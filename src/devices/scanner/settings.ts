import type { Capabilities, Profile, SourceCapabilities } from "./capabilities.ts";
import type { ScanOrder } from "./scanner.ts";

/** What a job is asked for, chosen from what the scanner can. */
export interface Settings {
  readonly source: "glass" | "feeder";
  readonly colour: "colour" | "grey";
  readonly dotsPerInch: number;
  readonly format: "jpeg" | "pdf";
  /** In 1/300 inch. */
  readonly area: { readonly left: number; readonly width: number; readonly height: number };
  /** What the scan is for, in the scanner's words; null to leave that to it. */
  readonly intent: string | null;
}

/** A4, in 1/300 inch. */
const A4 = { width: 2_480, height: 3_508 };

/** The settings nearest to the order; the source must be one that the scanner has. */
export function chooseSettings(source: "glass" | "feeder", capabilities: SourceCapabilities, order: ScanOrder): Settings {
  const profile = chooseProfile(capabilities.profiles, order);
  const width = clamp(A4.width, capabilities.narrowest, capabilities.widest);
  return {
    source,
    colour: profile.colours.includes(order.colour) ? order.colour : (profile.colours[0] ?? "colour"),
    dotsPerInch: nearest(profile.resolutions, order.dotsPerInch),
    format: profile.formats.includes("jpeg") ? "jpeg" : "pdf",
    area: {
      left: capabilities.centred ? Math.floor((capabilities.widest - width) / 2) : 0,
      width,
      height: clamp(A4.height, capabilities.shortest, capabilities.longest),
    },
    intent: chooseIntent(capabilities.intents),
  };
}

/** A picture is wanted before a PDF, then the colour, then the number of dots. */
function chooseProfile(profiles: readonly Profile[], order: ScanOrder): Profile {
  const score = ({ formats, colours, resolutions }: Profile) =>
    (formats.includes("jpeg") ? 0 : 100_000) +
    (colours.includes(order.colour) ? 0 : 10_000) +
    Math.abs(nearest(resolutions, order.dotsPerInch) - order.dotsPerInch);
  const [first, ...others] = profiles;
  if (!first) throw new Error("a source without a profile");
  return others.reduce((best, profile) => (score(profile) < score(best) ? profile : best), first);
}

/** Of two that are equally near, the finer one. */
function nearest(resolutions: readonly number[], wished: number): number {
  return resolutions.reduce((best, one) => (Math.abs(one - wished) <= Math.abs(best - wished) ? one : best), resolutions[0] ?? wished);
}

function clamp(wished: number, least: number, most: number): number {
  return Math.min(Math.max(wished, least), most);
}

const INTENTS = ["Document", "TextAndGraphic", "Text"];

function chooseIntent(known: readonly string[]): string | null {
  return known.length === 0 ? "Document" : (INTENTS.find((intent) => known.includes(intent)) ?? null);
}

const INPUT_SOURCES = { glass: "Platen", feeder: "Feeder" } as const;
const COLOR_MODES = { colour: "RGB24", grey: "Grayscale8" } as const;
const MEDIA_TYPES = { jpeg: "image/jpeg", pdf: "application/pdf" } as const;

/**
 * A ScanSettings document (Mopria eSCL, "ScanSettings"), its elements in the order in which the clients send them that every maker tries his scanner with:
 * some firmwares read with a schema. `scan:DocumentFormatExt` is known from version 2.1 on. "plain" leaves out what is a hint only and calls itself 2.0,
 * for a scanner that stumbles over the rest.
 */
export function writeSettings(settings: Settings, { version }: Pick<Capabilities, "version">, manner: "full" | "plain" = "full"): string {
  const { source, colour, dotsPerInch, format, area, intent } = settings;
  const plain = manner === "plain";
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">',
    `<pwg:Version>${plain ? "2.0" : version}</pwg:Version>`,
    ...(plain || intent === null ? [] : [`<scan:Intent>${intent}</scan:Intent>`]),
    "<pwg:ScanRegions><pwg:ScanRegion>",
    "<pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>",
    `<pwg:XOffset>${area.left}</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>`,
    `<pwg:Width>${area.width}</pwg:Width><pwg:Height>${area.height}</pwg:Height>`,
    "</pwg:ScanRegion></pwg:ScanRegions>",
    `<pwg:InputSource>${INPUT_SOURCES[source]}</pwg:InputSource>`,
    `<scan:ColorMode>${COLOR_MODES[colour]}</scan:ColorMode>`,
    `<pwg:DocumentFormat>${MEDIA_TYPES[format]}</pwg:DocumentFormat>`,
    ...(plain || !isAtLeast(version, 2, 1) ? [] : [`<scan:DocumentFormatExt>${MEDIA_TYPES[format]}</scan:DocumentFormatExt>`]),
    `<scan:XResolution>${dotsPerInch}</scan:XResolution><scan:YResolution>${dotsPerInch}</scan:YResolution>`,
    ...(source === "feeder" ? ["<scan:Duplex>false</scan:Duplex>"] : []),
    "</scan:ScanSettings>",
  ].join("");
}

/** "2.63" is 2.6.3 to some and 2.63 to others; both are after 2.1. */
function isAtLeast(version: string, major: number, minor: number): boolean {
  const [ours = 0, after = 0] = version.split(".").map(Number);
  return ours > major || (ours === major && after >= minor);
}
