import { officeDay, officeTime } from "../../base/clock.ts";
import { qrSvg } from "../../documents/qr.ts";
import type { LoggedEvent, PaperRef, ReceivedPaper } from "../../domain/dossier/events.ts";
import { type Dossier, fold } from "../../domain/dossier/fold.ts";
import { dayWithWeekday, formatDay } from "../../domain/people/dates.ts";
import { maskIdentityNumber } from "../../domain/people/identity-number.ts";
import { collectInWords } from "../../domain/point/opening-words.ts";
import { type SlipKind, slipForm, slipNumber, slipOf } from "../../domain/slips/forms.ts";
import { groundsSentence } from "../../domain/slips/stop-grounds.ts";
import type { DossierKey } from "../../store/records/dossier-log.ts";
import type { Office } from "../../store/records/offices.ts";
import { readSlipNews } from "../../store/records/slip-news.ts";
import type { Context } from "../context.ts";
import { sheetHead } from "./office-words.ts";

/** Which slips a dossier has, in the order in which they arose, each with the event that caused it. */
export function slipsOf(log: readonly LoggedEvent[]): { kind: SlipKind; logged: LoggedEvent }[] {
  return log.flatMap((logged) => {
    const kind = slipOf(logged, officeDay(new Date(logged.at)));
    return kind === null ? [] : [{ kind, logged }];
  });
}

/** The paper in the person's hand that promises the day: the receipt, or the one of what was handed in after it. */
export function receiptOf(log: readonly LoggedEvent[]): ReturnType<typeof slipsOf>[number] | undefined {
  return slipsOf(log).findLast(({ kind }) => kind === "receipt" || kind === "supplemented");
}

/** Draws a slip as it was at its event: the same bytes however often it is printed. */
export async function drawSlip(
  context: Context,
  { key, office, log }: { readonly key: DossierKey; readonly office: Office; readonly log: readonly LoggedEvent[] },
  { kind, logged }: { readonly kind: SlipKind; readonly logged: LoggedEvent },
): Promise<Uint8Array> {
  const news = kind === "receipt" ? await readSlipNews(context.database.sql, key, logged.sequence) : null;
  const dossier = fold(log.slice(0, log.indexOf(logged) + 1));
  const at = new Date(logged.at);
  const day = officeDay(at);
  return context.documents.render({
    template: "slip",
    at,
    data: {
      ...sheetHead(context, office, dossier, slipForm(kind, day), day),
      number: slipNumber(kind, dossier.dossierCode ?? dossier.trackingCode),
      qr: qrSvg(`${context.publicUrl}/tra-cuu/${dossier.trackingCode}`),
      trackingCode: dossier.trackingCode,
      papersTitle: kind === "supplemented" ? "Giấy tờ nhận bổ sung gồm" : "Thành phần hồ sơ nộp gồm",
      papers: papersOn(kind, dossier, logged),
      footer: `Theo dõi hồ sơ: ${context.publicUrl}/tra-cuu/${dossier.trackingCode}. Nơi hỗ trợ chỉ giúp nộp; nơi tiếp nhận và giải quyết là ${office.name}.`,
      ...CONTENTS[kind](office, dossier, logged, news),
    },
  });
}

function papersOn(kind: SlipKind, dossier: Dossier, { event }: LoggedEvent) {
  if (kind === "receipt") return paperRows(dossier.intake?.papers ?? null, dossier.papers);
  if (event.type !== "supplemented") return [];
  const { received = [], papers } = event;
  const scannedOnly = papers.filter(({ paper }) => !received.some((counted) => counted.paper === paper));
  return [...paperRows(received, papers), ...paperRows(null, scannedOnly)];
}

/** What was handed in, as the receipt lists it: on paper by originals and copies, otherwise by pages. */
function paperRows(
  received: readonly ReceivedPaper[] | null,
  papers: readonly PaperRef[],
): { name: string; form: string; pages: string }[] {
  if (received === null) return papers.map(({ name, pages }) => ({ name, form: "1 bản điện tử", pages: String(pages) }));
  return received.map(({ paper, name, originals, copies }) => {
    const form = [originals > 0 ? `${originals} bản chính` : "", copies > 0 ? `${copies} bản sao` : ""].filter(Boolean).join(", ");
    return { name, form, pages: String(papers.find((file) => file.paper === paper)?.pages ?? "–") };
  });
}

interface SlipContent {
  readonly rows: readonly { label: string; value: string }[];
  readonly paragraphs: readonly string[];
  readonly signatures: readonly { title: string; note: string; name: string }[];
}

type MakeContent = (office: Office, dossier: Dossier, logged: LoggedEvent, news: string | null) => SlipContent;

const CONTENTS = {
  receipt: (office, dossier, logged, news) => ({
    rows: [
      ...(dossier.dossierCode ? [{ label: "Mã hồ sơ", value: dossier.dossierCode }] : []),
      { label: "Tiếp nhận hồ sơ của", value: dossier.applicant.name },
      ...identityRows(dossier),
      { label: "Nội dung yêu cầu", value: dossier.procedure.name },
      { label: "Số lượng hồ sơ", value: "01 bộ" },
      { label: "Nhận hồ sơ lúc", value: momentWords(dossier.lodgedAt) },
      ...(dossier.intake?.post
        ? [{ label: "Qua bưu chính", value: `Số hiệu ${dossier.intake.post.number}, đến ngày ${formatDay(dossier.intake.post.arrivedOn)}` }]
        : []),
      { label: "Hẹn trả kết quả", value: `${dossier.due.time} ${dayWithWeekday(dossier.due.day)}` },
      ...(dossier.due.atPoint ? [{ label: "Tại điểm hỗ trợ", value: collectInWords(dossier.due.atPoint) }] : []),
      { label: "Nhận kết quả tại", value: `${office.name} hoặc điểm hỗ trợ` },
      ...(news === null ? [] : [{ label: "Báo tin qua", value: news }]),
      {
        label: "Phí, lệ phí",
        value: dossier.fee.amountDong === null ? dossier.fee.words : `${dossier.fee.amountDong.toLocaleString("vi-VN")} đồng`,
      },
      ...(dossier.dossierCode
        ? [{ label: "Vào sổ theo dõi hồ sơ", value: `sổ điện tử, số thứ tự ${lastNumber(dossier.dossierCode)}` }]
        : []),
    ],
    paragraphs: [`Vì sao ngày hẹn này: ${dossier.due.explanation.join(" ")}`],
    signatures: [
      { title: "Người nộp hồ sơ", note: "(Ký, ghi rõ họ tên)", name: dossier.applicant.name },
      logged.event.type === "accepted"
        ? { title: "Người tiếp nhận hồ sơ", note: "(Đã tiếp nhận trên hệ thống)", name: logged.actor.name }
        : { title: "Hệ thống", note: "(Xác nhận đã nhận hồ sơ trực tuyến, chờ cán bộ tiếp nhận)", name: "" },
    ],
  }),
  supplement: (office, dossier, logged) => ({
    rows: [...whoseRows(dossier)],
    paragraphs: [
      "Để có cơ sở giải quyết, đề nghị ông/bà bổ sung, hoàn thiện (nêu đầy đủ một lần):",
      ...(dossier.owed?.asked ?? []).map(({ name }) => `– ${name}.`),
      ...(dossier.owed?.reasons ?? []).map((reason) => `– ${reason}.`),
      ...(dossier.owed?.words ? [dossier.owed.words] : []),
      "Thời hạn giải quyết tạm dừng từ lúc này và chạy tiếp khi ông/bà bổ sung xong.",
      `Cần hỏi thêm xin liên hệ ${office.name}${office.phone ? `, điện thoại ${office.phone}` : ""}.`,
    ],
    signatures: [
      { title: "", note: "", name: "" },
      { title: "Người hướng dẫn", note: "(Đã ký trên hệ thống)", name: logged.actor.name },
    ],
  }),
  supplemented: (office, dossier, logged) => {
    const { before, words } = logged.event.type === "supplemented" ? logged.event : { before: undefined, words: "" };
    return {
      rows: [
        ...whoseRows(dossier),
        { label: "Nhận bổ sung lúc", value: momentWords(logged.at) },
        ...(before ? [{ label: "Trước đây hẹn trả", value: `${before.time} ${dayWithWeekday(before.day)}` }] : []),
        { label: "Nay hẹn trả kết quả", value: `${dossier.due.time} ${dayWithWeekday(dossier.due.day)}` },
        ...(dossier.due.atPoint ? [{ label: "Tại điểm hỗ trợ", value: collectInWords(dossier.due.atPoint) }] : []),
        { label: "Nhận kết quả tại", value: `${office.name} hoặc điểm hỗ trợ` },
        ...(words ? [{ label: "Ghi thêm", value: words }] : []),
      ],
      paragraphs: [`Vì sao ngày hẹn này: ${dossier.due.explanation.join(" ")}`],
      signatures: [
        { title: "Người nộp hồ sơ", note: "(Ký, ghi rõ họ tên)", name: dossier.applicant.name },
        logged.actor.role === "citizen"
          ? { title: "Hệ thống", note: "(Xác nhận đã nhận bổ sung trực tuyến)", name: "" }
          : { title: "Người nhận bổ sung", note: "(Đã nhận trên hệ thống)", name: logged.actor.name },
      ],
    };
  },
  refusal: (office, dossier, logged) => ({
    rows: [...whoseRows(dossier)],
    paragraphs: [
      ...[groundsSentence(dossier.grounds)].filter(Boolean),
      `Lý do từ chối: ${sentence(dossier.ending)}`,
      `Ông/bà có thể nộp lại khi đã đủ điều kiện, hoặc khiếu nại theo Luật Khiếu nại. Cần hỏi thêm xin liên hệ ${office.name}${office.phone ? `, điện thoại ${office.phone}` : ""}.`,
    ],
    signatures: [
      { title: "Người nộp hồ sơ", note: "(Ký, ghi rõ họ tên)", name: "" },
      { title: "Người tiếp nhận hồ sơ", note: "(Đã ký trên hệ thống)", name: logged.actor.name },
    ],
  }),
  stop: (office, dossier, logged) => ({
    rows: [...whoseRows(dossier)],
    paragraphs: [
      ...[groundsSentence(dossier.grounds)].filter(Boolean),
      `${office.name} dừng giải quyết hồ sơ này. Lý do: ${sentence(dossier.ending)}`,
      `Giấy tờ đã nộp được trả lại khi ông/bà cần. Ông/bà có thể nộp lại khi đã đủ điều kiện, hoặc khiếu nại theo Luật Khiếu nại. Cần hỏi thêm xin liên hệ ${office.name}${office.phone ? `, điện thoại ${office.phone}` : ""}.`,
    ],
    signatures: [
      { title: "", note: "", name: "" },
      { title: "Người giải quyết hồ sơ", note: "(Đã ký trên hệ thống)", name: logged.actor.name },
    ],
  }),
  apology: (office, dossier, logged) => {
    const event = logged.event.type === "apologised" ? logged.event : null;
    const why = [...(event?.reasons ?? []), event?.words ?? ""].filter(Boolean).join("; ");
    return {
      rows: [
        ...whoseRows(dossier),
        ...(event ? [{ label: "Đã hẹn trả", value: `${event.before.time} ${dayWithWeekday(event.before.day)}` }] : []),
        { label: "Nay hẹn trả", value: `${dossier.due.time} ${dayWithWeekday(dossier.due.day)}` },
        ...(dossier.due.atPoint ? [{ label: "Tại điểm hỗ trợ", value: collectInWords(dossier.due.atPoint) }] : []),
      ],
      paragraphs: [
        `Đến nay ${office.name} chưa trả kết quả đúng hẹn cho ông/bà. Lý do: ${why}.`,
        "Chúng tôi xin lỗi vì sự chậm trễ này, và mong ông/bà thông cảm.",
      ],
      signatures: [
        { title: "", note: "", name: "" },
        { title: "Người giải quyết hồ sơ", note: "(Đã ký trên hệ thống)", name: logged.actor.name },
      ],
    };
  },
} as const satisfies Record<SlipKind, MakeContent>;

/** Somebody's words with one full stop behind them. */
function sentence(words: string | null): string {
  return `${(words ?? "").replace(/[.\s]*$/, "")}.`;
}

/** The counter at the end of a dossier's code: "0007" of 000.15.22.H32-261127-0007. */
function lastNumber(code: string): string {
  return code.split("-").at(-1) ?? code;
}

function whoseRows(dossier: Dossier) {
  return [
    ...(dossier.dossierCode ? [{ label: "Mã hồ sơ", value: dossier.dossierCode }] : []),
    { label: "Hồ sơ của", value: dossier.applicant.name },
    ...identityRows(dossier),
    { label: "Nội dung yêu cầu", value: dossier.procedure.name },
    { label: "Nhận hồ sơ lúc", value: momentWords(dossier.lodgedAt) },
  ];
}

function identityRows(dossier: Dossier) {
  const { identityNumber, address, phone } = dossier.applicant;
  return [
    ...(identityNumber ? [{ label: "Số định danh", value: maskIdentityNumber(identityNumber) }] : []),
    ...(address ? [{ label: "Địa chỉ", value: address }] : []),
    ...(phone ? [{ label: "Số điện thoại", value: phone }] : []),
    ...(dossier.answers.email ? [{ label: "Thư điện tử", value: dossier.answers.email }] : []),
  ];
}

/** "8:05 thứ Tư 25/11/2026", on the offices' clock. */
export function momentWords(iso: string): string {
  const instant = new Date(iso);
  return `${officeTime(instant)} ${dayWithWeekday(officeDay(instant))}`;
}

/** "8:05 25/11/2026", for a narrow column. */
export function shortMoment(iso: string): string {
  const instant = new Date(iso);
  return `${officeTime(instant)} ${formatDay(officeDay(instant))}`;
}
