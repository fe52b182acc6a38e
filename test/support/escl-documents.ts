import type { SimulatedJob, SimulatedScannerOptions } from "./escl-scanner.ts";

const NAMESPACES =
  'xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** A ScannerCapabilities document as a scanner of these options would show it. */
export function capabilitiesXml(options: SimulatedScannerOptions): string {
  const { glass = true, feeder = true, version = "2.63", profilesByRef = false } = options;
  const profile = profilesByRef ? '<scan:SettingProfile ref="p1"/>' : settingProfile(options, "");
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- THIS DATA SUBJECT TO DISCLAIMER(S) INCLUDED WITH THE PRODUCT OF ORIGIN. -->
<scan:ScannerCapabilities ${NAMESPACES}>
  <pwg:Version>${version}</pwg:Version>
  <pwg:MakeAndModel>Máy quét mẫu 5000</pwg:MakeAndModel>
  <pwg:SerialNumber>MAU0001</pwg:SerialNumber>
  <scan:UUID>564e4336-4d30-3030-3031-0022aabbccdd</scan:UUID>
  ${profilesByRef ? `<scan:SettingProfiles>${settingProfile(options, ' name="p1"')}</scan:SettingProfiles>` : ""}
  ${glass ? `<scan:Platen><scan:PlatenInputCaps>${inputCaps(2_550, 3_507, profile)}</scan:PlatenInputCaps></scan:Platen>` : ""}
  ${feeder ? `<scan:Adf><scan:AdfSimplexInputCaps>${inputCaps(2_550, 4_200, profile)}</scan:AdfSimplexInputCaps>${ADF_OPTIONS}</scan:Adf>` : ""}
</scan:ScannerCapabilities>`;
}

const ADF_OPTIONS =
  "<scan:FeederCapacity>35</scan:FeederCapacity><scan:AdfOptions><scan:AdfOption>DetectPaperLoaded</scan:AdfOption></scan:AdfOptions>";

function inputCaps(widest: number, longest: number, profile: string): string {
  return `<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>${widest}</scan:MaxWidth>
    <scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>${longest}</scan:MaxHeight><scan:MaxScanRegions>1</scan:MaxScanRegions>
    <scan:SettingProfiles>${profile}</scan:SettingProfiles>
    <scan:SupportedIntents><scan:Intent>Document</scan:Intent><scan:Intent>Photo</scan:Intent></scan:SupportedIntents>`;
}

function settingProfile(options: SimulatedScannerOptions, name: string): string {
  const { formats = ["application/pdf", "image/jpeg"], colourModes = ["BlackAndWhite1", "Grayscale8", "RGB24"] } = options;
  return `<scan:SettingProfile${name}>
    <scan:ColorModes>${colourModes.map((mode) => `<scan:ColorMode>${mode}</scan:ColorMode>`).join("")}</scan:ColorModes>
    <scan:DocumentFormats>
      ${formats.map((format) => `<pwg:DocumentFormat>${format}</pwg:DocumentFormat>`).join("")}
      ${formats.map((format) => `<scan:DocumentFormatExt>${format}</scan:DocumentFormatExt>`).join("")}
    </scan:DocumentFormats>
    <scan:SupportedResolutions>${resolutions(options.resolutions ?? [75, 100, 200, 300, 600])}</scan:SupportedResolutions>
  </scan:SettingProfile>`;
}

function resolutions(known: NonNullable<SimulatedScannerOptions["resolutions"]>): string {
  if ("min" in known) {
    const range = `<scan:Min>${known.min}</scan:Min><scan:Max>${known.max}</scan:Max><scan:Normal>${known.min}</scan:Normal><scan:Step>${known.step}</scan:Step>`;
    return `<scan:ResolutionRange><scan:XResolutionRange>${range}</scan:XResolutionRange><scan:YResolutionRange>${range}</scan:YResolutionRange></scan:ResolutionRange>`;
  }
  const discrete = known.map(
    (dots) =>
      `<scan:DiscreteResolution><scan:XResolution>${dots}</scan:XResolution><scan:YResolution>${dots}</scan:YResolution></scan:DiscreteResolution>`,
  );
  return `<scan:DiscreteResolutions>${discrete.join("")}</scan:DiscreteResolutions>`;
}

const REASONS = {
  Pending: "JobQueued",
  Processing: "JobScanning",
  Completed: "JobCompletedSuccessfully",
  Canceled: "JobCanceledByUser",
  Aborted: "AbortedBySystem",
} as const;

/** A ScannerStatus document; `feeder` is null where there is none. */
export function statusXml(state: string, feeder: string | null, jobs: readonly SimulatedJob[]): string {
  const infos = jobs.map(
    (
      job,
    ) => `<scan:JobInfo><pwg:JobUri>${job.path}</pwg:JobUri><pwg:JobUuid>${job.path.split("/").at(-1)}</pwg:JobUuid><scan:Age>3</scan:Age>
      <pwg:ImagesCompleted>${job.sent}</pwg:ImagesCompleted><pwg:ImagesToTransfer>0</pwg:ImagesToTransfer><pwg:JobState>${job.state}</pwg:JobState>
      <pwg:JobStateReasons><pwg:JobStateReason>${REASONS[job.state]}</pwg:JobStateReason></pwg:JobStateReasons></scan:JobInfo>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerStatus ${NAMESPACES}>
  <pwg:Version>2.63</pwg:Version><pwg:State>${state}</pwg:State>
  ${feeder === null ? "" : `<scan:AdfState>${feeder}</scan:AdfState>`}
  <scan:Jobs>${infos.join("")}</scan:Jobs>
</scan:ScannerStatus>`;
}
