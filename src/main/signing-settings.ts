import { readFileSync } from "node:fs";
import type { TokenSettings } from "../documents/keys/token.ts";

/** What signatures need from outside: tokens over PKCS#11, and an authority for time stamps (RFC 3161). */
export interface SigningSettings {
  readonly tokens: TokenSettings | null;
  readonly stampUrl: string | null;
  /** Certificates of stamp authorities that are believed, DER. */
  readonly stampTrust: readonly Uint8Array[];
}

export const NO_SIGNING: SigningSettings = { tokens: null, stampUrl: null, stampTrust: [] };

type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says of them; half a setting stops the program with a sentence that says what is missing. */
export function readSigningSettings(environment: Environment): SigningSettings {
  return {
    tokens: readTokens(environment),
    stampUrl: readStampUrl(environment.LOC_VUNG_TSA),
    stampTrust: readTrust(environment.LOC_VUNG_TSA_CA),
  };
}

function readTokens(environment: Environment): TokenSettings | null {
  const { LOC_VUNG_PKCS11_MODULE: module, LOC_VUNG_PKCS11_PINS: pins, LOC_VUNG_PKCS11_TOOL: program } = environment;
  if (!module) return null;
  if (!pins)
    throw new Error("Có LOC_VUNG_PKCS11_MODULE thì cần LOC_VUNG_PKCS11_PINS: tên token=mã PIN, nhiều token thì cách nhau bằng dấu phẩy.");
  return { module, pins: readPins(pins), program: program || "pkcs11-tool", environment: withoutSecrets(environment) };
}

/** "lanh-dao=1234,pho-chu-tich=5678" */
function readPins(text: string): Record<string, string> {
  const pairs = text.split(",").map((pair) => pair.split("=", 2).map((part) => part.trim()));
  if (pairs.some(([token, pin]) => !token || !pin))
    throw new Error("LOC_VUNG_PKCS11_PINS phải có dạng tên token=mã PIN, cách nhau bằng dấu phẩy.");
  return Object.fromEntries(pairs);
}

/** A maker's module finds its own settings in its environment, and none of ours. */
function withoutSecrets(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(LOC_VUNG_|DATABASE_URL$)/.test(name)));
}

function readStampUrl(url: string | undefined): string | null {
  if (!url) return null;
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new Error("LOC_VUNG_TSA phải là địa chỉ http:// hoặc https:// của nơi cấp dấu thời gian.");
  return url;
}

/** The certificates of a PEM file. */
function readTrust(path: string | undefined): Uint8Array[] {
  if (!path) return [];
  const found = readFileSync(path, "utf8").match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0) throw new Error(`LOC_VUNG_TSA_CA: trong ${path} không có chứng thư nào (PEM).`);
  return found.map((pem) => new Uint8Array(Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64")));
}
