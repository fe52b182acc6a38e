/** A time of day as people type it (7:30, 7h30, 7g30, 7 giờ 30, 7) as HH:MM; null for what is no time. */
export function parseTypedTime(typed: string): string | null {
  const parts = /^(\d{1,2})(?: ?(?:[:.hg]|giờ) ?(\d{2})?)?$/.exec(typed.normalize("NFC").toLowerCase().trim());
  if (!parts) return null;
  const hours = Number(parts[1]);
  const minutes = Number(parts[2] ?? 0);
  return hours < 24 && minutes < 60 ? `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}` : null;
}
