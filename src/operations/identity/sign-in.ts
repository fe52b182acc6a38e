import { type Secret, TOTP } from "otpauth";
import { ok, type Result, refuse } from "../../base/result.ts";
import { ANSWER_PROBLEMS } from "../../domain/forms/problems.ts";
import { parseIdentityNumber } from "../../domain/people/identity-number.ts";
import { isPersonName, tidyName } from "../../domain/people/names.ts";
import { parsePhone } from "../../domain/people/phone.ts";
import { type Account, findAccountByIdentityNumber, insertAccount } from "../../store/records/accounts.ts";
import { saveAccountEmail } from "../../store/records/message-wishes.ts";
import { settleSecondFactor } from "../../store/records/sessions.ts";
import { findStaffByUsername, type StaffMember, saveTotpSecret, useTotpStep } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import { parseAddress } from "../messages/contact.ts";
import { type Problem, problem } from "../problems.ts";
import { countTry, isClosed } from "./attempts.ts";
import { hashSecret, isSecret } from "./secrets.ts";
import { openSession } from "./session.ts";

/** What somebody fills in to get an account; days are YYYY-MM-DD, empty texts are left blank. */
export interface NewAccount {
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
  readonly secret: string;
  readonly birthDate: string | null;
  readonly sex: "male" | "female" | null;
  readonly address: string;
  readonly issuedOn: string | null;
}

/** Makes an account and opens its session; answers the token for the cookie, or what is wrong field by field. */
export async function createAccount(
  context: Context,
  { email = "", ...wanted }: NewAccount & { readonly email?: string },
): Promise<Result<string, Problem>> {
  const number = parseIdentityNumber(wanted.identityNumber);
  const phone = wanted.phone.trim() === "" ? ok("") : parsePhone(wanted.phone);
  const fields: Record<string, string> = {};
  if (!isPersonName(wanted.name)) fields.name = "Tên chỉ gồm chữ cái. Xin viết như trong giấy tờ.";
  if (!number.ok) fields.identityNumber = "Số định danh có đúng 12 chữ số. Xin đếm lại trên thẻ.";
  else if (!context.lists.isProvinceOfIdentityNumber(number.value.placeCode))
    fields.identityNumber = "Ba chữ số đầu không có trong danh sách tỉnh. Xin xem lại trên thẻ.";
  const address = email.trim() === "" ? null : parseAddress(email);
  const wrongAddress = email.trim() !== "" && address === null;
  if (wrongAddress) fields["thu-dien-tu"] = ANSWER_PROBLEMS["email-shape"];
  if (!phone.ok) fields.phone = "Số điện thoại có 10 chữ số, bắt đầu bằng 0. Không có thì để trống.";
  if (wanted.secret.length < SHORTEST_SECRET) fields.secret = problem("secret-too-short").sentence;
  if (Object.keys(fields).length > 0 || !number.ok || !phone.ok) return refuse(problem("answers-refused", { fields }));

  const account: Account = {
    ...wanted,
    account: context.newId(),
    identityNumber: number.value.number,
    name: tidyName(wanted.name),
    phone: phone.value,
    secretHash: await hashSecret(wanted.secret),
  };
  const made = await context.database.transaction(async (sql) => {
    if (!(await insertAccount(sql, account, context.now()))) return false;
    await saveAccountEmail(sql, account.account, address);
    return true;
  });
  if (!made) return refuse(problem("account-exists"));
  return ok(await openSession(context, { kind: "citizen", account: account.account }));
}

const SHORTEST_SECRET = 8;

/** A citizen signs in with identity number and secret. */
export async function signInCitizen(context: Context, identityNumber: string, secret: string): Promise<Result<string, Problem>> {
  const number = identityNumber.replace(/\s/g, "");
  const subject = `account:${number}`;
  if (await isClosed(context, subject)) return refuse(problem("too-many-tries"));
  const account = await findAccountByIdentityNumber(context.database.sql, number);
  const right = await isSecret(secret, account?.secretHash ?? NOBODYS_HASH);
  await countTry(context, subject, right && account !== null);
  return right && account ? ok(await openSession(context, { kind: "citizen", account: account.account })) : refuse(problem("secret-wrong"));
}

/** Compared against when there is no such account, so that the answer takes as long. */
const NOBODYS_HASH = "argon2id$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/** Somebody at work signs in; with a second factor switched on, the session counts only after secondFactor. */
export async function signInStaff(
  context: Context,
  username: string,
  secret: string,
): Promise<Result<{ token: string; member: StaffMember }, Problem>> {
  const name = username.trim().toLowerCase();
  const subject = `staff:${name}`;
  if (await isClosed(context, subject)) return refuse(problem("too-many-tries"));
  const candidates = await findStaffByUsername(context.database.sql, name);
  const checked = await Promise.all(candidates.map((member) => isSecret(secret, member.secretHash)));
  const member = candidates[checked.indexOf(true)];
  if (candidates.length === 0) await isSecret(secret, NOBODYS_HASH);
  await countTry(context, subject, member !== undefined);
  return member ? ok({ token: await openSession(context, { kind: "staff", member }), member }) : refuse(problem("secret-wrong"));
}

/** The six digits after the password (TOTP, RFC 6238: 30 s, one step of grace, each code once). */
export async function secondFactor(
  context: Context,
  session: Uint8Array,
  member: StaffMember,
  code: string,
): Promise<Result<true, Problem>> {
  const subject = `totp:${member.staff}`;
  if (await isClosed(context, subject)) return refuse(problem("too-many-tries"));
  const step = member.totpSecret === null ? null : matchingStep(member.totpSecret, code, context.now());
  const right = step !== null && (await useTotpStep(context.database.sql, member.office, member.staff, step));
  await countTry(context, subject, right);
  if (!right) return refuse(problem("code-wrong"));
  await settleSecondFactor(context.database.sql, session);
  return ok(true);
}

/** Switches the second factor on, once the telephone shows a code of the new secret. */
export async function switchOnSecondFactor(
  context: Context,
  member: StaffMember,
  secret: Secret,
  code: string,
): Promise<Result<true, Problem>> {
  if (matchingStep(secret.base32, code, context.now()) === null) return refuse(problem("code-wrong"));
  await saveTotpSecret(context.database.sql, member.office, member.staff, secret.base32);
  return ok(true);
}

export async function switchOffSecondFactor(context: Context, member: StaffMember): Promise<void> {
  await saveTotpSecret(context.database.sql, member.office, member.staff, null);
}

const STEP_SECONDS = 30;

function matchingStep(secret: string, code: string, now: Date): number | null {
  const delta = new TOTP({ secret, period: STEP_SECONDS }).validate({
    token: code.replace(/\s/g, ""),
    timestamp: now.getTime(),
    window: 1,
  });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
}
