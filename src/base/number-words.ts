/** Made once: making a formatter takes a hundred times as long as using it, and a dashboard has two thousand numbers. */
const WHOLE = new Intl.NumberFormat("vi-VN");
const TENTHS = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });

/** "1.234", as numbers are written here; up to three digits behind the comma. */
export function numberWords(n: number): string {
  return WHOLE.format(n);
}

/** "60,6": one digit behind the comma, where it is not zero. */
export function tenthsWords(n: number): string {
  return TENTHS.format(n);
}
