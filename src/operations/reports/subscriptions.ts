import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { findDelivery } from "../../store/records/deliveries.ts";
import { readOffice } from "../../store/records/offices.ts";
import {
  confirmSubscription,
  endSubscription,
  insertSubscription,
  listSubscriptions,
  type Subscription,
} from "../../store/records/report-subscriptions.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import { newToken, tokenHash } from "../identity/secrets.ts";
import { parseAddress } from "../messages/contact.ts";
import { queueLoose } from "../messages/queue-loose.ts";
import { waysOut } from "../messages/switches.ts";
import { type Problem, problem } from "../problems.ts";
import { isReportKind, REPORTS } from "./kinds.ts";

/** What somebody wants by e-mail; in practice with the letter itself, which goes to nobody. */
export interface Wanted extends Subscription {
  readonly practiceLetter: string | null;
}

export interface Wishes {
  readonly wanted: readonly Wanted[];
  /** Does e-mail leave this office, is it only shown, or is there none? */
  readonly way: "send" | "show" | "none";
}

const MOST = 20;

export async function readSubscriptions(context: Context, member: StaffMember): Promise<Wishes> {
  const { sql } = context.database;
  const office = await readOffice(sql, member.office);
  const way = office ? ((await waysOut(context, sql, office)).get("email") ?? "none") : "none";
  const wanted = await listSubscriptions(sql, member.office, member.staff);
  const letters = wanted.map(async (one) => {
    const letter = one.confirmedAt === null ? await findDelivery(sql, one.office, confirmCause(one.subscription)) : null;
    return { ...one, practiceLetter: letter?.state === "shown" ? letter.body : null };
  });
  return { wanted: await Promise.all(letters), way };
}

/** Asks for a report by e-mail; nothing is sent there before somebody who reads that mailbox says yes. */
export async function subscribe(
  context: Context,
  member: StaffMember,
  wanted: { readonly report: string; readonly rhythm: string; readonly email: string },
): Promise<Result<true, Problem>> {
  const { report, rhythm } = wanted;
  const email = parseAddress(wanted.email);
  const office = await readOffice(context.database.sql, member.office);
  if (!office) return refuse(problem("no-office"));
  const fields = {
    ...(isReportKind(report) ? {} : { "bao-cao": "Xin chọn một báo cáo trong danh sách." }),
    ...(rhythm === "month" || rhythm === "quarter" ? {} : { ky: "Xin chọn hằng tháng hoặc hằng quý." }),
    ...(email === null ? { "thu-dien-tu": "Địa chỉ thư chưa đúng. Ví dụ ten@xa.vidu.vn." } : {}),
  };
  if (!isReportKind(report) || (rhythm !== "month" && rhythm !== "quarter") || email === null)
    return refuse(problem("answers-refused", { fields }));
  return context.database.transaction(async (sql) => {
    const running = await listSubscriptions(sql, member.office, member.staff);
    if (running.some((one) => one.report === report && one.rhythm === rhythm && one.email === email)) return ok(true);
    if (running.length >= MOST)
      return refuse(problem("answers-refused", { fields: { "bao-cao": "Đã đăng ký hai mươi báo cáo. Xin bỏ bớt rồi đăng ký." } }));
    const [subscription, token] = [context.newId(), newToken()];
    const { office: code, staff } = member;
    const queued = await queueLoose(context, sql, office, {
      channel: "email",
      cause: confirmCause(subscription),
      kind: "report-confirm",
      to: email,
      subject: "Xác nhận nơi nhận báo cáo",
      text: `Có người đăng ký nhận "${REPORTS[report].name}" của ${office.name} vào hộp thư này.\n\nNếu đúng, xin mở (cần đăng nhập): ${context.publicUrl}/thong-ke/bao-cao-qua-thu/xac-nhan/${token}\n\nNếu không phải, xin bỏ qua: không có gì được gửi thêm.`,
    });
    if (!queued) return refuse(problem("answers-refused", { fields: { "thu-dien-tu": NO_MAIL } }));
    await insertSubscription(sql, { office: code, subscription, staff, report, rhythm, email }, tokenHash(token), context.now());
    return ok(true);
  });
}

const NO_MAIL = "Cơ quan chưa gửi được thư điện tử. Xin báo quản trị mở kênh thư, rồi đăng ký lại.";

/** The link was opened by the very person who asked: the address is theirs. */
export async function confirm(context: Context, member: StaffMember, token: string): Promise<Result<true, Problem>> {
  const done = await confirmSubscription(context.database.sql, member.office, member.staff, tokenHash(token), context.now());
  return done ? ok(true) : refuse(problem("report-link-wrong"));
}

/** Nothing more; a second click finds it ended. */
export async function unsubscribe(context: Context, member: StaffMember, subscription: string): Promise<Result<true, Problem>> {
  const { office, staff } = member;
  const ended = isUuid(subscription) && (await endSubscription(context.database.sql, office, staff, subscription, context.now()));
  return ended ? ok(true) : refuse(problem("subscription-unknown"));
}

function confirmCause(subscription: string): string {
  return `report-confirm/${subscription}`;
}
