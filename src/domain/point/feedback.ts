/** What people say of a visit or a result. Three faces, because a scale of ten is a school mark. */
export const FACES = {
  glad: "Vừa lòng",
  fair: "Tạm được",
  sad: "Chưa vừa lòng",
} as const satisfies Record<string, string>;

export type Face = keyof typeof FACES;

export function isFace(word: string): word is Face {
  return Object.hasOwn(FACES, word);
}

/** An office answers within this many days; an older open one is shown as late. The office's own promise, not the law's. */
export const ANSWER_DAYS = 5;

/** How an open feedback ages: in whole days since it came, and whether the promise is broken. */
export function ageOf(saidAt: Date, now: Date): { days: number; late: boolean } {
  const days = Math.max(0, Math.floor((now.getTime() - saidAt.getTime()) / 86_400_000));
  return { days, late: days > ANSWER_DAYS };
}
