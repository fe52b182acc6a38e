import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium as playwright } from "playwright-core";

/**
 * Chromium for tests, from the npm package alone: no download, no browser on the machine, root or not.
 *
 * The package unpacks into the system's temporary folder and takes whatever lies there for whole, so two test files that start together could
 * run half a browser. Here it is unpacked aside and moved into place in one step; who comes second throws its copy away. The libraries
 * that a bare machine lacks (NSS) come out of the same package, and the fonts are ours, so that pictures are the same on every machine.
 */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch(await launchOptions());
}

/** The browser of a shared computer: it keeps its profile (history, caches, storage) in this folder, as one that people use does. */
export async function openProfile(folder: string): Promise<BrowserContext> {
  const { args, ...options } = await launchOptions();
  return playwright.launchPersistentContext(folder, {
    ...options,
    args: args.filter((flag) => !FORGETFUL.some((start) => flag.startsWith(start))),
  });
}

/** Flags that make a browser keep less than people's browsers do. */
const FORGETFUL = ["--incognito", "--disk-cache-size", "--disable-features", "--disable-sync"];

async function launchOptions() {
  const folder = await unpacked();
  return {
    executablePath: join(folder, "chromium"),
    args: [
      ...chromium.args.filter((flag) => !UNWANTED.some((start) => flag.startsWith(start))),
      "--use-fake-ui-for-media-stream",
      "--disable-gpu",
    ],
    env: {
      ...process.env,
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
      LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, join(folder, "al2023", "lib")].filter(Boolean).join(":"),
    },
  };
}

/** A graphics card emulated by the processor: with it, drawing a page takes eight times as long as without one. */
const EMULATED_GRAPHICS = ["--use-gl", "--use-angle", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];

/** One process for everything dies with the first page that is closed; switched-off web security would hide what we test. */
const UNWANTED = ["--single-process", "--disable-web-security", "--allow-running-insecure-content", "--headless", ...EMULATED_GRAPHICS];

const root = join(import.meta.dirname, "../..");

/** The folder with the unpacked browser; made on first use, beside the packages, so that it goes when they go. */
async function unpacked(): Promise<string> {
  const cache = join(root, "node_modules", ".cache");
  const folder = join(cache, "chromium-for-tests");
  if (existsSync(folder)) return folder;

  await mkdir(cache, { recursive: true });
  const aside = await mkdtemp(join(cache, "chromium-"));
  await withEnvironment({ TMPDIR: aside, AWS_EXECUTION_ENV: LIBRARIES_TOO }, () => chromium.executablePath());
  await writeFile(join(aside, "fonts.conf"), fontsConf(folder));
  await rename(aside, folder).catch(() => rm(aside, { recursive: true, force: true }));
  return folder;
}

/** The package unpacks its libraries only where it believes to be on this host. */
const LIBRARIES_TOO = "AWS_Lambda_nodejs22.x";

async function withEnvironment<Value>(values: Record<string, string>, work: () => Promise<Value>): Promise<Value> {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(root, "node_modules/@expo-google-fonts/be-vietnam-pro")}</dir>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "font-cache")}</cachedir>
</fontconfig>
`;
}
