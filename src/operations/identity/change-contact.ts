import { ok, type Result, refuse } from "../../base/result.ts";
import { ANSWER_PROBLEMS } from "../../domain/forms/problems.ts";
import { fillAccountMessage } from "../../domain/messages/account-template.ts";
import { type Channel, channelsFor, maskContact } from "../../domain/messages/reach.ts";
import { CONTACT_WORDS } from "../../domain/people/contact-words.ts";
import { parsePhone } from "../../domain/people/phone.ts";
import type { Sql } from "../../store/database/database.ts";
import { type Account, readAccount, saveAccountPhone } from "../../store/records/accounts.ts";
import {
  type ContactChange,
  type ContactKind,
  dropContactChange,
  listContactChanges,
  putContactChange,
  takeContactChange,
} from "../../store/records/contact-changes.ts";
import { moveWishes, readAccountEmail, saveAccountEmail } from "../../store/records/message-wishes.ts";
import { type Office, readOffice } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import { parseAddress } from "../messages/contact.ts";
import { queueLoose } from "../messages/queue-loose.ts";
import { waysOut } from "../messages/switches.ts";
import { type Problem, problem } from "../problems.ts";
import { countTry, isClosed } from "./attempts.ts";
import { isSecret, newCode, tokenHash } from "./secrets.ts";

/** A code is good for half an hour: long enough for a slow line, short enough for a lost letter. */
export const CODE_MINUTES = 30;

export interface AccountContact {
  readonly email: string;
  readonly phone: string;
  /** What waits for its code, to whom is masked. */
  readonly waiting: Readonly<Partial<Record<ContactKind, string>>>;
  /** Practice: nothing is sent, the code can be read in the office's outbox alone. */
  readonly notSent: boolean;
}

export async function readContact(context: Context, { account }: Account, officeId: string): Promise<AccountContact> {
  const { sql } = context.database;
  const office = await readOffice(sql, officeId);
  const [now, email, changes, ways] = await Promise.all([
    readAccount(sql, account),
    readAccountEmail(sql, account),
    listContactChanges(sql, account),
    office ? waysOut(context, sql, office) : null,
  ]);
  const alive = changes.filter(({ askedAt }) => askedAt > begunAfter(context));
  const waiting = Object.fromEntries(alive.map(({ what, recipient }) => [what, maskContact(recipient)]));
  return { email: email ?? "", phone: now?.phone ?? "", waiting, notSent: [...(ways?.values() ?? [])].every((way) => way === "show") };
}

/** What somebody fills in; `key` is made with the page. */
export interface AskedChange {
  readonly what: ContactKind;
  readonly to: string;
  readonly secret: string;
  readonly key: string;
}

/**
 * Asks for another address or number: with the account's password, for the session may be somebody's who walked away. Nothing changes before the code that is
 * sent to the new one comes back. Left empty it is taken away at once.
 */
export async function askChange(context: Context, account: Account, officeId: string, asked: AskedChange): Promise<Result<true, Problem>> {
  const own = await withSecret(context, account, asked);
  if (!own.ok) return own;
  const to = parseContact(asked);
  if (!to.ok) return to;
  const office = await readOffice(context.database.sql, officeId);
  if (!office) return refuse(problem("no-office"));
  const before = (await readContact(context, account, office.office))[asked.what];
  const { name } = CONTACT_WORDS[asked.what];
  if (to.value === before) return refuse(fieldProblem(asked.what, before === "" ? `Xin gõ ${name}.` : `Đây là ${name} đang dùng rồi.`));
  if (to.value === "") {
    await context.database.transaction((sql) => settle(context, sql, office, account.account, asked.what, "", `contact-gone/${asked.key}`));
    return ok(true);
  }
  return sendCode(context, office, account, { ...asked, to: to.value });
}

async function sendCode(context: Context, office: Office, { account }: Account, asked: AskedChange): Promise<Result<true, Problem>> {
  const { what, to } = asked;
  const asking = `contact-asked:${account}`;
  if (await isClosed(context, asking)) return refuse(problem("contact-too-often"));
  await countTry(context, asking, false);
  return context.database.transaction(async (sql) => {
    const channel = await channelTo(context, sql, office, what, to);
    if (channel === null) return refuse(problem("contact-no-channel"));
    const code = newCode();
    const queued = await queueLoose(context, sql, office, {
      cause: `contact-code/${account}/${asked.key}`,
      kind: "contact-code",
      channel,
      to,
      ...fillAccountMessage<"contact-code">(context.accountMessages["contact-code"], {
        ma: code,
        noi: CONTACT_WORDS[what].name,
        phut: String(CODE_MINUTES),
      }),
    });
    // a second click: the first one's code is on its way
    if (queued) await putContactChange(sql, { account, what, recipient: to, codeHash: hashOf(account, code), askedAt: context.now() });
    return ok(true);
  });
}

/** The code came back: the new one is theirs. The old one is told, in case it was somebody else. */
export async function proveChange(
  context: Context,
  { account }: Account,
  officeId: string,
  { what, code }: { readonly what: ContactKind; readonly code: string },
): Promise<Result<true, Problem>> {
  const subject = `contact-code:${account}`;
  if (await isClosed(context, subject)) return refuse(problem("too-many-tries"));
  const office = await readOffice(context.database.sql, officeId);
  if (!office) return refuse(problem("no-office"));
  const proven = await context.database.transaction(async (sql) => {
    const codeHash = hashOf(account, code.replace(/\s/g, ""));
    const to = await takeContactChange(sql, { account, what, codeHash }, begunAfter(context));
    if (to !== null) await settle(context, sql, office, account, what, to, `contact-changed/${context.newId()}`);
    return to !== null;
  });
  await countTry(context, subject, proven);
  return proven ? ok(true) : refuse(problem("contact-code-wrong"));
}

export async function dropChange(context: Context, { account }: Account, what: ContactKind): Promise<void> {
  await dropContactChange(context.database.sql, account, what);
}

/** Writes the new one down, takes dossiers that are told at the old address along, and tells the old one. */
async function settle(
  context: Context,
  sql: Sql,
  office: Office,
  account: string,
  what: ContactKind,
  to: string,
  cause: string,
): Promise<void> {
  const before = what === "email" ? ((await readAccountEmail(sql, account)) ?? "") : ((await readAccount(sql, account))?.phone ?? "");
  await dropContactChange(sql, account, what);
  if (what === "phone") await saveAccountPhone(sql, account, to);
  else {
    await saveAccountEmail(sql, account, to || null);
    if (before !== "") await moveWishes(sql, account, before, to || null);
  }
  const channel = before === "" ? null : await channelTo(context, sql, office, what, before);
  if (channel === null) return;
  const coQuan = office.name;
  await queueLoose(context, sql, office, {
    cause,
    kind: "contact-changed",
    channel,
    to: before,
    ...(to === ""
      ? fillAccountMessage<"contact-gone">(context.accountMessages["contact-gone"], { coQuan })
      : fillAccountMessage<"contact-changed">(context.accountMessages["contact-changed"], { coQuan, noiMoi: maskContact(to) })),
  });
}

async function channelTo(context: Context, sql: Sql, office: Office, what: ContactKind, to: string): Promise<Channel | null> {
  const on = new Set((await waysOut(context, sql, office)).keys());
  const contact = { phone: what === "phone" ? to : null, email: what === "email" ? to : null, agreed: true, declined: false };
  return channelsFor(contact, on)[0]?.channel ?? null;
}

async function withSecret(
  context: Context,
  { identityNumber, secretHash }: Account,
  { what, secret }: AskedChange,
): Promise<Result<true, Problem>> {
  const subject = `account:${identityNumber}`;
  if (await isClosed(context, subject)) return refuse(problem("too-many-tries"));
  const right = await isSecret(secret, secretHash);
  await countTry(context, subject, right);
  return right ? ok(true) : refuse(problem("answers-refused", { fields: { [`mat-khau-${what}`]: "Mật khẩu chưa đúng. Xin gõ lại." } }));
}

/** As it is stored; empty takes it away. */
function parseContact({ what, to }: AskedChange): Result<string, Problem> {
  if (to.trim() === "") return ok("");
  if (what === "email") {
    const address = parseAddress(to);
    return address === null ? refuse(fieldProblem(what, ANSWER_PROBLEMS["email-shape"])) : ok(address);
  }
  const phone = parsePhone(to);
  return phone.ok ? phone : refuse(fieldProblem(what, "Số điện thoại có 10 chữ số, bắt đầu bằng 0."));
}

function fieldProblem(what: ContactKind, sentence: string): Problem {
  return problem("answers-refused", { fields: { [what]: sentence } });
}

function begunAfter(context: Pick<Context, "now">): Date {
  return new Date(context.now().getTime() - CODE_MINUTES * 60_000);
}

/** Six digits have few values: the account in the hash keeps one account's from being looked up among another's. */
function hashOf(account: string, code: string): ContactChange["codeHash"] {
  return tokenHash(`${account}/${code}`);
}
