const MINUTE_MS = 60_000;
/** How long to wait after each try, in minutes: a line that fell comes back soon, a provider's bad day lasts longer. Two and a half days in all. */
const PAUSES_MINUTES = [1, 5, 15, 60, 180, 360, 720, 1440, 1440] as const;

/** When to try again after so many tries in vain; null when it is time for a person to look. */
export function nextTry(tries: number, at: Date): Date | null {
  const pause = PAUSES_MINUTES[tries - 1];
  return pause === undefined ? null : new Date(at.getTime() + pause * MINUTE_MS);
}
