/**
 * A visit is one person's time at the point, from greeting to "Xong". It is the session as well: what is done in it (drafts, dossiers, scans,
 * prints) hangs on it, and ends with it.
 *
 *     waiting ──► helped ──► done
 *        │  └───► alone ───► done       alone: nobody stands by; a helper may come (──► helped)
 *        └──────► left                  left: went away before anybody had time
 *
 * What can never be: two helpers at one visit, an ended visit that goes on, two visits of one point and day with one number.
 */
export const VISIT_STATES = {
  waiting: "Đang chờ",
  helped: "Đang được giúp",
  alone: "Đang tự làm",
  done: "Xong",
  left: "Bỏ về",
} as const satisfies Record<string, string>;

export type VisitState = keyof typeof VISIT_STATES;

/** What somebody does with a visit, from which states and to which. The compiler and the pages read the same table. */
export const VISIT_MOVES = {
  serve: { from: ["waiting", "alone"], to: "helped", words: "Mời" },
  "take-over": { from: ["helped"], to: "helped", words: "Nhận giúp thay" },
  finish: { from: ["helped", "alone"], to: "done", words: "Xong" },
  leave: { from: ["waiting"], to: "left", words: "Bỏ về" },
} as const satisfies Record<string, { from: readonly VisitState[]; to: VisitState; words: string }>;

export type VisitMove = keyof typeof VISIT_MOVES;

export function movesFrom(state: VisitState): VisitMove[] {
  return (Object.keys(VISIT_MOVES) as VisitMove[]).filter((move) => (VISIT_MOVES[move].from as readonly VisitState[]).includes(state));
}

/** What people come for, as leaders count it. */
export const PURPOSES = {
  guided: "Được hướng dẫn làm hồ sơ",
  "self-service": "Tự làm hồ sơ",
  practice: "Làm thử cho biết",
  "look-up": "Hỏi, tra cứu",
  print: "In, sao chụp",
  post: "Gửi, nhận bưu chính",
  payment: "Nộp tiền",
  utility: "Điện, nước, mua sắm",
  feedback: "Góp ý",
  other: "Việc khác",
} as const satisfies Record<string, string>;

export type Purpose = keyof typeof PURPOSES;

export function isPurpose(word: string): word is Purpose {
  return Object.hasOwn(PURPOSES, word);
}

/** What the call screen shows and says. */
export function callWords(number: number): string {
  return `Mời số ${number}`;
}
