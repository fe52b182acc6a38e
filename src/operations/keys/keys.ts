import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { type CertificateFacts, readCertificate } from "../../documents/keys/certificate.ts";
import { openKeyFile } from "../../documents/keys/key-file.ts";
import type { SealProblem } from "../../documents/keys/key-safe.ts";
import { signerOf, TokenFailed } from "../../documents/keys/signer.ts";
import type { SigningKey } from "../../documents/keys/signing-key.ts";
import { listKeys, listKeysFor, retireKey as retire, type StoredKey } from "../../store/records/signers.ts";
import { listStaff, type StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import { keepKey, openKey } from "./kept-keys.ts";

/** A key file of an office holds a few kilobytes; what is larger is something else. */
const LARGEST_FILE_BYTES = 256 * 1024;
const DAY_MS = 86_400_000;
/** So many days before a certificate ends people are told. */
export const WARN_DAYS = 30;

/** A key as the admin sees it: never the key itself. */
export interface KeyLine {
  readonly key: string;
  readonly holder: string;
  readonly kind: "file" | "token";
  readonly place: string;
  readonly facts: CertificateFacts;
  readonly retiredAt: Date | null;
  readonly state: "good" | "ends-soon" | "ended" | "not-begun" | "retired";
  /** Why it does not open and cannot sign; null where it does, or need not any more. */
  readonly locked: SealProblem | null;
}

export async function readKeys(context: Context, member: StaffMember): Promise<{ keys: KeyLine[]; leaders: StaffMember[] }> {
  const { sql } = context.database;
  const [stored, staff] = await Promise.all([listKeys(sql, member.office), listStaff(sql, member.office)]);
  const keys = await Promise.all(stored.map((key) => lineOf(context, key)));
  return { keys: keys.filter((line) => line !== null), leaders: staff.filter(({ role }) => role === "leader") };
}

async function lineOf(context: Context, key: StoredKey): Promise<KeyLine | null> {
  const facts = readCertificate(key.certificate);
  if (!facts) return null;
  const place = key.kind === "file" ? "Tệp khóa" : `Token ${key.token}, khóa ${key.label}`;
  const state = key.retiredAt ? "retired" : stateOf(facts, context.now());
  const opened = key.retiredAt ? null : await openKey(context, key);
  const locked = opened?.ok === false ? opened.reason : null;
  return { key: key.key, holder: key.name, kind: key.kind, place, facts, retiredAt: key.retiredAt, state, locked };
}

function stateOf({ from, until }: CertificateFacts, now: Date): KeyLine["state"] {
  if (until < now) return "ended";
  if (from > now) return "not-begun";
  return until.getTime() - now.getTime() < WARN_DAYS * DAY_MS ? "ends-soon" : "good";
}

export interface KeyWarning {
  readonly until: Date;
  readonly state: "ends-soon" | "ended" | "locked";
}

/** The day on which the key this member signs with ends, when that is soon or was, or that none opens; null while there is nothing to do. */
export async function keyWarning(context: Context, member: StaffMember): Promise<KeyWarning | null> {
  const now = context.now();
  const keys = await listKeysFor(context.database.sql, member.office, member.staff);
  const opened = await Promise.all(keys.map(async (key) => ((await openKey(context, key)).ok ? [key] : [])));
  const last = longest(opened.flat()) ?? longest(keys);
  if (!last) return null;
  if (opened.flat().length === 0) return { until: last.until, state: "locked" };
  if (last.until < now) return { until: last.until, state: "ended" };
  return stateOf(last, now) === "good" ? null : { until: last.until, state: "ends-soon" };
}

/** Of the certificate that ends last. */
function longest(keys: readonly StoredKey[]): CertificateFacts | undefined {
  const facts = keys.flatMap((key) => readCertificate(key.certificate) ?? []);
  return facts.sort((one, other) => other.until.getTime() - one.until.getTime())[0];
}

/** Takes in a PKCS#12 file for a leader, or for the office. The password opens it here and is kept nowhere. */
export async function addKeyFile(
  context: Context,
  member: StaffMember,
  given: { bytes: Uint8Array; password: string; staff: string },
): Promise<Result<true, Problem>> {
  if (given.bytes.length === 0 || given.bytes.length > LARGEST_FILE_BYTES) return refuse(problem("not-a-key-file"));
  const opened = await openKeyFile(given.bytes, given.password);
  return opened.ok ? keep(context, member, given.staff, opened.value) : refuse(problem(opened.reason));
}

/** Takes in a key on a token by its labels: reads its certificate there, and lets it sign once to see that the PIN is right. */
export async function addTokenKey(
  context: Context,
  member: StaffMember,
  given: { token: string; label: string; staff: string },
): Promise<Result<true, Problem>> {
  const [token, label] = [given.token.trim(), given.label.trim()];
  const certificate = await context.signing.tokens.certificateOf(token, label);
  if (!certificate.ok) return refuse(problem(certificate.reason));
  return keep(context, member, given.staff, { kind: "token", token, label, certificate: certificate.value, chain: [] });
}

async function keep(context: Context, member: StaffMember, staff: string, key: SigningKey): Promise<Result<true, Problem>> {
  const now = context.now();
  const facts = readCertificate(key.certificate);
  if (!facts) return refuse(problem("no-certificate"));
  if (!facts.mayMakeSignatures) return refuse(problem("key-not-for-signing"));
  if (stateOf(facts, now) === "ended") return refuse(problem("key-ended"));
  const { leaders } = await readKeys(context, member);
  const holder = leaders.find((leader) => leader.staff === staff);
  if (staff !== "" && !holder) return refuse(problem("colleague-unknown"));
  const tried = await trial(context, key);
  if (!tried.ok) return tried;
  const whose = { office: member.office, key: context.newId(), staff: holder?.staff ?? null, name: holder?.name ?? "Cơ quan" };
  return keepKey(context, context.database.sql, whose, key);
}

/** A key that cannot sign now is better refused today than on the day it is needed. */
async function trial(context: Context, key: SigningKey): Promise<Result<true, Problem>> {
  try {
    await (await signerOf(key, context.signing.tokens)).sign(new TextEncoder().encode("thử"), "SHA-256");
    return ok(true);
  } catch (error) {
    return refuse(problem(error instanceof TokenFailed ? error.problem : "not-a-key-file"));
  }
}

/** The key signs no more; what it signed stays signed. */
export async function retireKey(context: Context, member: StaffMember, key: string): Promise<Result<true, Problem>> {
  if (!isUuid(key)) return refuse(problem("key-unknown"));
  return (await retire(context.database.sql, member.office, key, context.now())) ? ok(true) : refuse(problem("key-unknown"));
}
