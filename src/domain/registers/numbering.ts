/** "12/2026": how a number of a register is written. */
export function numberWords({ number, year }: { readonly number: number; readonly year: number }): string {
  return `${number}/${year}`;
}

/** "12/2026, quyển Sổ đăng ký khai sinh" */
export function entryWords(entry: { readonly number: number; readonly year: number; readonly register: string }): string {
  return `số ${numberWords(entry)}, ${entry.register}`;
}
