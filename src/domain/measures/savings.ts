import { z } from "zod";

/** content/measures/savings.yaml: what one online dossier spares people, after the standard cost model (Circular 03/2022/TT-VPCP). */
export const savingFactorsSchema = z.strictObject({
  source: z.string().min(1),
  unverified: z.boolean().default(false),
  tripsSavedAtHome: z.number().min(0),
  tripsSavedAtPoint: z.number().min(0),
  kilometresPerTrip: z.number().min(0),
  minutesPerTrip: z.number().min(0),
  dongPerKilometre: z.number().min(0),
  dongPerHour: z.number().min(0),
  pagesPerDossier: z.number().min(0),
  dongPerPage: z.number().min(0),
});

export type SavingFactors = z.infer<typeof savingFactorsSchema>;

export interface Savings {
  readonly trips: number;
  readonly hours: number;
  readonly pages: number;
  readonly dong: number;
}

/** What so many online dossiers, of which some were filed at a point, spared people together. Dossiers on paper spare nothing. */
export function savingsOf(online: { readonly all: number; readonly atPoint: number }, factors: SavingFactors): Savings {
  const atHome = online.all - online.atPoint;
  const trips = atHome * factors.tripsSavedAtHome + online.atPoint * factors.tripsSavedAtPoint;
  const hours = (trips * factors.minutesPerTrip) / 60;
  const pages = online.all * factors.pagesPerDossier;
  const dong = trips * factors.kilometresPerTrip * factors.dongPerKilometre + hours * factors.dongPerHour + pages * factors.dongPerPage;
  return { trips: Math.round(trips), hours: Math.round(hours), pages: Math.round(pages), dong: Math.round(dong) };
}

/** The method in words, with its factors, for the page. */
export function savingsInWords(factors: SavingFactors): string {
  const number = (value: number) => value.toLocaleString("vi-VN");
  return (
    `Mỗi hồ sơ trực tuyến nộp ở nhà bớt ${number(factors.tripsSavedAtHome)} chuyến đi, nộp tại điểm bớt ${number(factors.tripsSavedAtPoint)} chuyến; một chuyến ` +
    `${number(factors.kilometresPerTrip)} km và ${number(factors.minutesPerTrip)} phút; ${number(factors.dongPerKilometre)} đồng một km, ${number(factors.dongPerHour)} đồng một giờ; ` +
    `${number(factors.pagesPerDossier)} trang giấy không phải in, ${number(factors.dongPerPage)} đồng một trang. Nguồn: ${factors.source}${factors.unverified ? " (Chưa đối chiếu văn bản.)" : ""}`
  );
}
