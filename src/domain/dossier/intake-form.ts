import { ok, type Result, refuse } from "../../base/result.ts";
import type { Procedure } from "../catalogue/procedure.ts";
import type { Applicant } from "../forms/fill.ts";
import { parseTypedDate } from "../people/dates.ts";
import { parseIdentityNumber } from "../people/identity-number.ts";
import { isPersonName, tidyName } from "../people/names.ts";
import { parsePhone } from "../people/phone.ts";
import type { PostalItem, ReceivedPaper } from "./events.ts";

/** What the intake page says, read. */
export interface ReadIntake {
  readonly applicant: Applicant;
  readonly channel: "direct" | "post";
  readonly post: PostalItem | null;
  readonly papers: readonly ReceivedPaper[];
}

type Typed = Readonly<Record<string, string>>;

/** The fields of the intake page. Those of a paper carry its id behind: `co-giay-chung-sinh`. */
export const INTAKE_FIELDS = {
  name: "ho-ten",
  identityNumber: "so-dinh-danh",
  birthDate: "ngay-sinh",
  address: "dia-chi",
  phone: "dien-thoai",
  channel: "kenh",
  itemNumber: "so-hieu",
  arrivedOn: "ngay-den",
  postmark: "dau-buu-dien",
  there: "co-",
  originals: "chinh-",
  copies: "sao-",
} as const;

/** The longest name and address that somebody types at the counter, in characters. */
const LONGEST = 300;

/**
 * Reads what was typed at the counter; each thing that cannot be taken gets its sentence. Only the name has to be there: many papers are brought by people
 * without a number at hand. `card` is what the person's card said, as long as it is the same person's.
 */
export function readIntakeForm(
  typed: Typed,
  procedure: Procedure,
  card: Applicant | null,
  { today, isProvince }: { today: string; isProvince: (threeDigits: string) => boolean },
): Result<ReadIntake, Record<string, string>> {
  const text = (field: string) => (typed[field] ?? "").normalize("NFC").trim();
  const fields: Record<string, string> = {};
  const applicant = readApplicant(text, fields, isProvince, today);
  const channel = text(INTAKE_FIELDS.channel) === "post" ? "post" : "direct";
  const post = channel === "post" ? readPost(text, fields, today) : null;
  const papers = procedure.papers.flatMap((paper) => readPaper(text, fields, paper));
  if (Object.keys(fields).length > 0) return refuse(fields);
  const same = card !== null && card.identityNumber === applicant.identityNumber;
  return ok({ applicant: same ? { ...card, ...applicant } : applicant, channel, post, papers });
}

/** What lies on the counter alone: the ticked papers with their counts. */
export function readCounted(typed: Typed, papers: Procedure["papers"]): Result<readonly ReceivedPaper[], Record<string, string>> {
  const text = (field: string) => (typed[field] ?? "").normalize("NFC").trim();
  const fields: Record<string, string> = {};
  const counted = papers.flatMap((paper) => readPaper(text, fields, paper));
  return Object.keys(fields).length > 0 ? refuse(fields) : ok(counted);
}

type Read = (field: string) => string;

function readApplicant(text: Read, fields: Record<string, string>, isProvince: (three: string) => boolean, today: string): Applicant {
  const name = text(INTAKE_FIELDS.name);
  if (!isPersonName(name)) fields[INTAKE_FIELDS.name] = "Xin quét thẻ, hoặc gõ họ tên người nộp.";
  const number = parseIdentityNumber(text(INTAKE_FIELDS.identityNumber));
  if (text(INTAKE_FIELDS.identityNumber) !== "" && !(number.ok && isProvince(number.value.placeCode)))
    fields[INTAKE_FIELDS.identityNumber] = "Số định danh có 12 chữ số. Xin xem lại trên thẻ, hoặc để trống.";
  const birth = readDay(text, fields, INTAKE_FIELDS.birthDate, today);
  const phone = parsePhone(text(INTAKE_FIELDS.phone));
  if (text(INTAKE_FIELDS.phone) !== "" && !phone.ok) fields[INTAKE_FIELDS.phone] = "Số điện thoại có 10 chữ số. Xin gõ lại, hoặc để trống.";
  const address = text(INTAKE_FIELDS.address);
  if (address.length > LONGEST) fields[INTAKE_FIELDS.address] = "Địa chỉ dài quá. Xin ghi ngắn lại.";
  return {
    name: tidyName(name),
    ...(number.ok ? { identityNumber: number.value.number } : {}),
    ...(birth === null ? {} : { birthDate: birth }),
    ...(address === "" ? {} : { address }),
    ...(phone.ok ? { phone: phone.value } : {}),
  };
}

function readPost(text: Read, fields: Record<string, string>, today: string): PostalItem {
  const number = text(INTAKE_FIELDS.itemNumber);
  if (number === "" || number.length > 40) fields[INTAKE_FIELDS.itemNumber] = "Xin gõ số hiệu bưu gửi in trên bì thư.";
  const arrivedOn = readDay(text, fields, INTAKE_FIELDS.arrivedOn, today) ?? today;
  const postmark = readDay(text, fields, INTAKE_FIELDS.postmark, today);
  if (postmark !== null && postmark > arrivedOn) fields[INTAKE_FIELDS.postmark] = "Dấu bưu điện không thể sau ngày đến.";
  return { number, arrivedOn, postmark };
}

/** A day that was, or null where none stands; the sentence is put at the field. */
function readDay(text: Read, fields: Record<string, string>, field: string, today: string): string | null {
  if (text(field) === "") return null;
  const day = parseTypedDate(text(field));
  if (day.ok && day.value <= today) return day.value;
  fields[field] = day.ok ? "Ngày này còn ở phía trước. Xin gõ lại." : "Ngày này không có trong lịch. Ví dụ 2/12/2025.";
  return null;
}

/** A ticked paper; without counts it is as many as the procedure asks for. */
function readPaper(text: Read, fields: Record<string, string>, paper: Procedure["papers"][number]): ReceivedPaper[] {
  if (text(INTAKE_FIELDS.there + paper.id) === "") return [];
  const originals = readCount(text, fields, INTAKE_FIELDS.originals + paper.id, paper.originals);
  const copies = readCount(text, fields, INTAKE_FIELDS.copies + paper.id, paper.copies);
  const none = originals + copies === 0;
  return [{ paper: paper.id, name: paper.name, originals: none ? 1 : originals, copies }];
}

function readCount(text: Read, fields: Record<string, string>, field: string, otherwise: number): number {
  const typed = text(field);
  if (typed === "") return otherwise;
  if (/^\d{1,3}$/.test(typed)) return Number(typed);
  fields[field] = "Số bản là chữ số, ví dụ 1.";
  return otherwise;
}
