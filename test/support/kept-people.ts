import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { verifyLog } from "../../src/operations/audit/verify-log.ts";
import { sweepExpired } from "../../src/operations/drafts/sweep.ts";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { hashSecret } from "../../src/operations/identity/secrets.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { applyRetention } from "../../src/operations/privacy/retention.ts";
import { aSubmission, submit } from "./api.ts";
import type { TestHub } from "./hub.ts";
import { Person } from "./person.ts";

const SECRET = "4321";
export const DAY_MS = 86_400_000;

export interface SentDossier {
  readonly dossier: string;
  readonly code: string;
  readonly secret: string;
  readonly submission: ReturnType<typeof aSubmission>;
}

/** People whose data are kept at a hub, what they sent, and the days that go by over it. */
export async function keptPeople(hub: TestHub) {
  const [token, slipSecretHash] = await Promise.all([createPartnerToken(hub.context, "thử", ["dossiers:write"]), hashSecret(SECRET)]);
  const sql = () => hub.context.database.sql;
  let people = 1;
  /** Everybody from an address of their own: one address that sends so much is stopped. */
  const somebody = () => new Person(hub.url, `10.1.${people >> 8}.${people++ & 255}`);
  const signIn = async (username: string) => {
    const member = somebody();
    await member.sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
    return member;
  };
  /** A birth registration with a paper of random bytes, and its slip. */
  async function sent(change: object = {}): Promise<SentDossier> {
    const submission = aSubmission(600);
    const lodged = (await (await submit(hub.url, token, submission, change)).json()) as { id: string; trackingCode: string };
    await sql()`update dossiers set slip_secret_hash = ${slipSecretHash} where dossier = ${lodged.id}`;
    return { dossier: lodged.id, code: lodged.trackingCode, secret: SECRET, submission };
  }
  /** The same, withdrawn before anybody looked: finished. */
  async function finished(): Promise<SentDossier> {
    const one = await sent();
    const sender = somebody();
    await sender.sends(`/tra-cuu/${one.code}/rut`, { so: one.secret, reason: "", key: crypto.randomUUID() });
    sender.sees("Hồ sơ đã được rút");
    return one;
  }
  async function proven({ code, secret }: { code: string; secret: string }) {
    const person = somebody();
    await person.sends("/du-lieu", { ma: code, so: secret });
    assert.equal(person.seen.status, 200);
    return person;
  }
  const termsOf = (purpose: string) => hub.context.consents.find((terms) => terms.purpose === purpose)?.text ?? "";
  const onDisk = async () =>
    new Set(
      (await readdir(join(hub.dataFolder, "files"), { recursive: true }))
        .map((name) => name.slice(-64))
        .filter((name) => /^[0-9a-f]{64}$/.test(name)),
    );
  const filesOf = async (dossier: string) =>
    (await sql()<{ sha256: string }[]>`select sha256 from dossier_files where dossier = ${dossier}`).map(({ sha256 }) => sha256);
  /** What the schedule does every hour, so many days from now; and the sweep an hour later. */
  async function daysGoBy(days: number) {
    const at = (hours: number) => ({ ...hub.context, now: () => new Date(Date.now() + days * DAY_MS + hours * 3_600_000) });
    await applyRetention(at(0));
    await sweepExpired(at(2));
  }
  const logIsWhole = async () => assert.equal((await verifyLog(hub.context)).ok, true);
  /** The admin reads the table of retention and says that it holds. */
  async function tableConfirmed() {
    const admin = await signIn("quantri");
    await admin.goes("/luu-giu");
    await admin.sends("/luu-giu", { bang: admin.hidden("bang"), "da-doc": "yes" });
    admin.sees("đã xác nhận bảng này");
  }
  return { sql, somebody, signIn, sent, finished, proven, termsOf, onDisk, filesOf, daysGoBy, logIsWhole, tableConfirmed };
}

export type KeptPeople = Awaited<ReturnType<typeof keptPeople>>;
