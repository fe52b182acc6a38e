import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** The password of the database user as the file keeps it, or null where there is no such file (or a half-written one). */
export function readPassword(file: string): string | null {
  return (existsSync(file) && readFileSync(file, "utf8").trim()) || null;
}

/** Letters, digits, "-" and "_" only, so it needs no quoting anywhere. */
export const newPassword = (): string => randomBytes(24).toString("base64url");

/** Keeps the password, wholly and on disk before it answers, or not at all. */
export function writePassword(file: string, password: string): void {
  const draft = openSync(`${file}.new`, "w", 0o600);
  writeSync(draft, password);
  fsyncSync(draft);
  closeSync(draft);
  renameSync(`${file}.new`, file);
  syncFolder(dirname(file));
}

/** Makes names that were given or changed in the folder survive a power cut. Windows cannot open folders and does not need it. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}
