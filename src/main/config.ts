import { join, resolve } from "node:path";
import { parseSecret } from "../documents/keys/secret-file.ts";
import type { MessageSettings } from "../partners/messages/open-messengers.ts";
import { readMessageSettings } from "./message-settings.ts";
import { readSigningSettings, type SigningSettings } from "./signing-settings.ts";

/** What the environment says; read here and nowhere else. */
export interface Config {
  readonly port: number;
  readonly dataFolder: string;
  readonly contentFolder: string;
  /** The program that speaks (eSpeak NG); null for none. */
  readonly voiceProgram: string | null;
  /** A PostgreSQL of the owner's; null for the one that comes along. */
  readonly databaseUrl: string | null;
  /** The address people reach us under, for QR codes on paper; null to take that of the first network card. */
  readonly publicUrl: string | null;
  /** Who carries messages to people; none when it is left out. */
  readonly messages?: MessageSettings;
  /** Tokens that sign, and who stamps the time; none when it is left out. */
  readonly signing?: SigningSettings;
  /** Under which private keys lie sealed in the database; null or left out for the file `signing-secret` of the data folder. */
  readonly signingSecret?: Uint8Array | null;
}

export const PROJECT_FOLDER = resolve(import.meta.dirname, "../..");

/** Reads the environment; a value that cannot be used stops the program with a sentence that says which. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const port = Number(environment.PORT ?? "8080");
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT phải là một số từ 0 đến 65535, không phải "${environment.PORT}".`);
  return {
    port,
    dataFolder: resolve(environment.LOC_VUNG_DATA ?? join(PROJECT_FOLDER, "data")),
    contentFolder: resolve(environment.LOC_VUNG_CONTENT ?? join(PROJECT_FOLDER, "content")),
    voiceProgram: (environment.LOC_VUNG_VOICE ?? "espeak-ng") || null,
    databaseUrl: environment.DATABASE_URL || null,
    publicUrl: environment.LOC_VUNG_URL?.replace(/\/$/, "") || null,
    messages: readMessageSettings(environment),
    signing: readSigningSettings(environment),
    signingSecret: readSigningSecret(environment.LOC_VUNG_SIGNING_SECRET),
  };
}

function readSigningSecret(text: string | undefined): Uint8Array | null {
  const secret = text ? parseSecret(text) : null;
  if (text && !secret) throw new Error("LOC_VUNG_SIGNING_SECRET phải là 64 chữ số thập lục phân, ví dụ do lệnh: openssl rand -hex 32.");
  return secret;
}
