import { numberWords, tenthsWords } from "../../base/number-words.ts";
import { type Cell, countOf, quantileOfDays, SETTLED, type Selection } from "./cells.ts";

/**
 * What is measured, each with its name, its definition in words (shown beside the figure), and how it is counted. Sources: the order of 2022 on the index of serving
 * people (Decision 766/QĐ-TTg) for the online rate, form II.06a (Circular 02/2017/TT-VPCP) for early, in time and late.
 */
export type Measure = { readonly name: string; readonly definition: string } & (
  | { readonly unit: "count"; readonly of: Selection }
  | { readonly unit: "share"; readonly of: Selection; readonly among: Selection }
  | { readonly unit: "days"; readonly of: Selection; readonly quantile: number }
);

const RECEIVED: Selection = { kinds: ["received"] };
const ONLINE: Selection = { kinds: ["received"], channel: "online" };
const VISITS: Selection = { kinds: ["visit"] };
const DONE: Selection = { kinds: SETTLED };
const HELPED: readonly string[] = ["guided", "done-for"];

export const MEASURES = {
  received: {
    name: "Hồ sơ tiếp nhận",
    definition:
      "Số hồ sơ đến trong kỳ, tính theo ngày nộp, qua cả ba kênh. Không tính hồ sơ không được tiếp nhận và hồ sơ rút trước khi tiếp nhận.",
    unit: "count",
    of: RECEIVED,
  },
  online: { name: "Nộp trực tuyến", definition: "Hồ sơ tiếp nhận nộp qua mạng, ở đâu cũng tính.", unit: "count", of: ONLINE },
  direct: {
    name: "Nộp trực tiếp",
    definition: "Hồ sơ tiếp nhận nộp bằng giấy tại quầy.",
    unit: "count",
    of: { kinds: ["received"], channel: "direct" },
  },
  post: {
    name: "Nộp qua bưu chính",
    definition: "Hồ sơ tiếp nhận gửi đến bằng đường bưu chính.",
    unit: "count",
    of: { kinds: ["received"], channel: "post" },
  },
  "at-point": {
    name: "Nộp tại điểm hỗ trợ",
    definition: "Hồ sơ tiếp nhận được nộp từ một điểm hỗ trợ.",
    unit: "count",
    of: { kinds: ["received"], atPoint: true },
  },
  elsewhere: {
    name: "Nộp ở nơi khác",
    definition: "Hồ sơ tiếp nhận không nộp từ điểm hỗ trợ nào.",
    unit: "count",
    of: { kinds: ["received"], atPoint: false },
  },
  "online-rate": {
    name: "Tỷ lệ trực tuyến",
    definition: "Hồ sơ nộp trực tuyến chia cho tất cả hồ sơ tiếp nhận trong kỳ. Kỳ không có hồ sơ thì không có tỷ lệ.",
    unit: "share",
    of: ONLINE,
    among: RECEIVED,
  },
  "at-point-rate": {
    name: "Tỷ lệ nộp tại điểm",
    definition: "Hồ sơ nộp từ điểm hỗ trợ chia cho tất cả hồ sơ tiếp nhận trong kỳ.",
    unit: "share",
    of: { kinds: ["received"], atPoint: true },
    among: RECEIVED,
  },
  "online-alone": {
    name: "Trực tuyến, tự làm",
    definition: "Trong hồ sơ trực tuyến, phần bà con tự làm từ đầu đến cuối.",
    unit: "share",
    of: { ...ONLINE, degrees: ["alone"] },
    among: ONLINE,
  },
  "online-guided": {
    name: "Trực tuyến, được bày",
    definition: "Trong hồ sơ trực tuyến, phần bà con tự tay làm có người đứng bên chỉ.",
    unit: "share",
    of: { ...ONLINE, degrees: ["guided"] },
    among: ONLINE,
  },
  "online-done-for": {
    name: "Trực tuyến, làm thay",
    definition: "Trong hồ sơ trực tuyến, phần có người gõ thay ít nhất một trang.",
    unit: "share",
    of: { ...ONLINE, degrees: ["done-for"] },
    among: ONLINE,
  },
  "online-unknown": {
    name: "Trực tuyến, không rõ mức hỗ trợ",
    definition: "Trong hồ sơ trực tuyến, phần gửi từ hệ thống khác nên không biết có ai giúp.",
    unit: "share",
    of: { ...ONLINE, degrees: ["unknown"] },
    among: ONLINE,
  },
  settled: {
    name: "Hồ sơ đã giải quyết",
    definition: "Hồ sơ có kết quả, bị dừng, hoặc được rút sau khi tiếp nhận, tính theo ngày xong.",
    unit: "count",
    of: DONE,
  },
  early: { name: "Trước hạn", definition: "Xong trước ngày hẹn trả.", unit: "count", of: { kinds: ["settled-early"] } },
  "on-day": {
    name: "Đúng hạn",
    definition: "Xong trong ngày hẹn trả, không quá giờ hẹn.",
    unit: "count",
    of: { kinds: ["settled-on-day"] },
  },
  late: {
    name: "Quá hạn",
    definition: "Xong sau giờ hẹn trả. Hồ sơ đã phải xin lỗi và hẹn lại vẫn là quá hạn.",
    unit: "count",
    of: { kinds: ["settled-late"] },
  },
  "on-time-rate": {
    name: "Tỷ lệ đúng và trước hạn",
    definition: "Hồ sơ xong trước hạn và đúng hạn chia cho hồ sơ đã giải quyết trong kỳ.",
    unit: "share",
    of: { kinds: ["settled-early", "settled-on-day"] },
    among: DONE,
  },
  "median-days": {
    name: "Số ngày thường mất",
    definition: "Một nửa số hồ sơ xong trong chừng này ngày hoặc ít hơn; tính ngày lịch từ lúc nộp đến lúc xong, cùng ngày là 0.",
    unit: "days",
    of: DONE,
    quantile: 0.5,
  },
  "p90-days": {
    name: "Chín phần mười xong trong",
    definition: "Chín phần mười số hồ sơ xong trong chừng này ngày lịch hoặc ít hơn.",
    unit: "days",
    of: DONE,
    quantile: 0.9,
  },
  "supplement-rate-helped": {
    name: "Phải bổ sung, khi có người giúp",
    definition: "Trong hồ sơ được bày hoặc làm thay, phần bị yêu cầu bổ sung ít nhất một lần.",
    unit: "share",
    of: { kinds: ["supplemented"], degrees: HELPED },
    among: { kinds: ["received"], degrees: HELPED },
  },
  "supplement-rate-alone": {
    name: "Phải bổ sung, khi tự làm",
    definition: "Trong hồ sơ bà con tự làm, phần bị yêu cầu bổ sung ít nhất một lần.",
    unit: "share",
    of: { kinds: ["supplemented"], degrees: ["alone"] },
    among: { kinds: ["received"], degrees: ["alone"] },
  },
  visits: {
    name: "Lượt đến điểm",
    definition: "Số lượt bà con đến điểm hỗ trợ và được phục vụ hoặc tự làm; không tính người bỏ về khi đang chờ.",
    unit: "count",
    of: VISITS,
  },
  "visits-late": {
    name: "Lượt ghi muộn",
    definition: "Trong lượt đến, số lượt ghi trên giấy khi mất điện, mất mạng rồi nhập sau; tính vào ngày bà con đến.",
    unit: "count",
    of: { kinds: ["late-visit"] },
  },
  "visits-guided": {
    name: "Lượt được hướng dẫn",
    definition: "Lượt đến có người trực hoặc cán bộ giúp.",
    unit: "count",
    of: { kinds: ["visit"], degrees: ["guided"] },
  },
  "visits-self-service": {
    name: "Lượt tự làm",
    definition: "Lượt đến để tự làm hồ sơ mà không có người trực giúp.",
    unit: "count",
    of: { kinds: ["visit"], degrees: ["alone", "peer"], subjects: ["self-service", "guided"] },
  },
  "visits-practice": {
    name: "Lượt làm thử",
    definition: "Lượt đến để làm thử cho biết mà không có người trực giúp.",
    unit: "count",
    of: { kinds: ["visit"], degrees: ["alone", "peer"], subjects: ["practice"] },
  },
  "visits-information": {
    name: "Lượt hỏi, tra cứu",
    definition: "Lượt đến để hỏi hoặc tự tra cứu mà không có người trực giúp.",
    unit: "count",
    of: { kinds: ["visit"], degrees: ["alone", "peer"], subjects: ["look-up"] },
  },
  "visits-other": {
    name: "Lượt việc khác",
    definition: "Lượt in, sao chụp, bưu chính, nộp tiền, điện nước, mua sắm, góp ý và việc khác mà không có người trực giúp.",
    unit: "count",
    of: { kinds: ["visit"], degrees: ["alone", "peer"], subjects: ["print", "post", "payment", "utility", "feedback", "other"] },
  },
  "peer-help": {
    name: "Lượt bà con bày nhau",
    definition: "Lượt đến có người làng đứng bên chỉ, không có người trực.",
    unit: "count",
    of: { kinds: ["visit"], degrees: ["peer"] },
  },
  left: { name: "Bỏ về khi đang chờ", definition: "Lượt lấy số rồi về trước khi có người giúp.", unit: "count", of: { kinds: ["left"] } },
} as const satisfies Record<string, Measure>;

export type MeasureId = keyof typeof MEASURES;

export function isMeasure(word: string): word is MeasureId {
  return Object.hasOwn(MEASURES, word);
}

/** A figure as it was counted. A share keeps both its numbers; `null` where there is nothing to divide by, or nothing to take a day from. */
export type Figure =
  | { readonly unit: "count"; readonly n: number }
  | { readonly unit: "share"; readonly numerator: number; readonly denominator: number; readonly rate: number | null }
  | { readonly unit: "days"; readonly days: number | null; readonly n: number };

/** Counts one measure over cells that were summed by all marks that it asks for. */
export function evaluate(measure: Measure, cells: readonly Cell[]): Figure {
  if (measure.unit === "count") return { unit: "count", n: countOf(cells, measure.of) };
  if (measure.unit === "share") return shareOf(countOf(cells, measure.of), countOf(cells, measure.among));
  return { unit: "days", days: quantileOfDays(cells, measure.of, measure.quantile), n: countOf(cells, measure.of) };
}

export function shareOf(numerator: number, denominator: number): Figure & { unit: "share" } {
  return { unit: "share", numerator, denominator, rate: denominator === 0 ? null : numerator / denominator };
}

/** How many a figure counts; 0 where it counts nothing or is a share. */
export function countIn(figure: Figure | undefined): number {
  return figure?.unit === "count" ? figure.n : 0;
}

/** A share as its rate alone, "60,6 %"; any other figure as it is. */
export function rateWords(figure: Figure): string {
  return figure.unit === "share" && figure.rate !== null ? percent(figure.rate) : figureWords(figure);
}

/** The figure for people: "1.234", "60,6 % (103/170)", "3 ngày"; without anything to count "không có hồ sơ". */
export function figureWords(figure: Figure): string {
  switch (figure.unit) {
    case "count":
      return numberWords(figure.n);
    case "share":
      return figure.rate === null
        ? "không có hồ sơ"
        : `${percent(figure.rate)} (${numberWords(figure.numerator)}/${numberWords(figure.denominator)})`;
    case "days":
      return figure.days === null ? "không có hồ sơ" : figure.days === 0 ? "trong ngày" : `${figure.days} ngày`;
  }
}

/** 0.606 as "60,6 %". */
export function percent(rate: number): string {
  return `${tenthsWords(rate * 100)} %`;
}
