/**
 * Completed years from a birthday to a day (both YYYY-MM-DD), as the law counts "đủ tuổi": the birthday itself completes one. Who was born on
 * 29 February completes it on 1 March in other years, because the term runs to the end of 28 February (Civil Code 2015 article 148).
 */
export function completedYears(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
