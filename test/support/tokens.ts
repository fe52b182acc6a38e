import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TokenSettings } from "../../src/documents/keys/token.ts";
import { findIn, programPlaces, unpackPackages } from "./debian-packages.ts";
import type { MadeKey } from "./key-files.ts";

export interface TestTokens {
  readonly settings: TokenSettings;
  /** Which kinds of keys the tokens can hold. */
  readonly kinds: readonly ("EC" | "RSA")[];
  /** Puts a key with its certificate on a token, which is made when it is not there. */
  put(token: string, label: string, key: MadeKey): void;
}

export const PIN = "2468";

/** SoftHSM with OpenSC's tool, installed or out of Debian's packages; or in one sentence why not. */
export function openSoftHsm(folder: string): TestTokens | string {
  const installed = { tool: findIn(programPlaces(), "pkcs11-tool"), util: findIn(programPlaces(), "softhsm2-util") };
  const module = MODULES.find(existsSync);
  if (installed.tool && installed.util && module) return softHsm(folder, installed.tool, installed.util, module, null);
  const unpacked = unpackPackages(folder, ["softhsm2", "opensc"]);
  if (typeof unpacked === "string") return unpacked;
  const bin = [join(unpacked.root, "usr/bin")];
  const [tool, util] = [findIn(bin, "pkcs11-tool"), findIn(bin, "softhsm2-util")];
  const inside = MODULES.map((path) => join(unpacked.root, path)).find(existsSync);
  if (!tool || !util || !inside) return "the packages of Debian hold no such program";
  return softHsm(folder, tool, util, inside, `${unpacked.libraries}:${dirname(inside)}`);
}

const MODULES = [
  "/usr/lib/softhsm/libsofthsm2.so",
  "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
  "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
];

function softHsm(folder: string, tool: string, util: string, module: string, libraries: string | null): TestTokens | string {
  const conf = join(folder, "softhsm2.conf");
  mkdirSync(join(folder, "tokens"), { recursive: true });
  writeFileSync(conf, `directories.tokendir = ${join(folder, "tokens")}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  const environment = { PATH: process.env.PATH, SOFTHSM2_CONF: conf, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) };
  const quiet = { env: environment, stdio: "pipe" as const, timeout: 30_000 };
  const pins: Record<string, string> = {};
  try {
    execFileSync(util, ["--show-slots", "--module", module], quiet);
  } catch (error) {
    return `SoftHSM does not run here (${error instanceof Error ? error.message.split("\n")[0] : error})`;
  }
  return {
    settings: { module, pins, program: tool, environment },
    kinds: ["EC", "RSA"],
    put: (token, label, { pkcs8, certificate }) => {
      if (pins[token] === undefined)
        execFileSync(util, ["--module", module, "--init-token", "--free", "--label", token, "--so-pin", "00000000", "--pin", PIN], quiet);
      pins[token] = PIN;
      const [key, der] = [join(folder, `${label}.pem`), join(folder, `${label}.der`)];
      const body = Buffer.from(pkcs8)
        .toString("base64")
        .match(/.{1,64}/g)
        ?.join("\n");
      writeFileSync(key, `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n`, { mode: 0o600 });
      writeFileSync(der, certificate);
      const id = Buffer.from(label).toString("hex").slice(0, 8);
      execFileSync(util, ["--module", module, "--import", key, "--token", token, "--label", label, "--id", id, "--pin", PIN], quiet);
      const write = ["--write-object", der, "--type", "cert", "--label", label, "--id", id];
      execFileSync(tool, ["--module", module, "--token-label", token, "--login", "--pin", PIN, ...write], quiet);
    },
  };
}

/** Our own stand-in, for machines on which there is no SoftHSM: it knows RSA alone. */
export function openOwnTokens(folder: string): TestTokens {
  const pins: Record<string, string> = {};
  const program = join(folder, "pkcs11-tool");
  const script = join(import.meta.dirname, "token-program.mjs");
  writeFileSync(program, `#!/bin/sh\nexec ${process.execPath} ${script} "$@"\n`, { mode: 0o755 });
  return {
    settings: { module: "ours", pins, program, environment: { PATH: process.env.PATH, TOKENS: folder } },
    kinds: ["RSA"],
    put: (token, label, { pkcs8, certificate }) => {
      mkdirSync(join(folder, token), { recursive: true });
      writeFileSync(join(folder, token, "pin"), PIN);
      writeFileSync(join(folder, token, `${label}.pkcs8`), pkcs8);
      writeFileSync(join(folder, token, `${label}.der`), certificate);
      pins[token] = PIN;
    },
  };
}
