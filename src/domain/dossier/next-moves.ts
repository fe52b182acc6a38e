import type { Movable, Move, Role } from "./moves.ts";
import type { Status } from "./status.ts";

/** Where a dossier stands for whoever asks what comes next: its status, but a proposal waits for the leader. */
export type Stage = Status | "proposed";

interface Usual {
  /** The next step is the first of these that is open and due. */
  readonly next: readonly Move[];
  /** What is often done instead, the likeliest first. */
  readonly usual: readonly Move[];
}

/** Who waits for an answer is answered before the work goes on; then what the certificate still needs; then it goes to the leader. */
const WORK: Usual = {
  next: ["grant-withdrawal", "enter-declaration", "link-entry", "take-correction", "send-galley", "propose"],
  usual: [
    "decline-withdrawal",
    "answer-correction",
    "confirm-galley",
    "correct-galley",
    "apologise",
    "propose",
    "request-supplement",
    "ask-opinion",
    "request-fee",
  ],
};

const HAND_OVER: Usual = { next: ["hand-over"], usual: [] };
const REFUSAL: Usual = { next: ["sign-refusal"], usual: [] };

/**
 * What comes next, beside MOVES, which says what may: for each stage and role the one next step, and what is usual beside it. Where nobody of that role has a
 * next step, the dossier waits for somebody else. Everything else that is open is rare.
 */
export const NEXT_MOVES: Readonly<Record<Stage, Partial<Readonly<Record<Role, Usual>>>>> = {
  lodged: { officer: { next: ["countersign", "accept"], usual: ["request-supplement", "decline", "ask-opinion"] } },
  accepted: { officer: WORK },
  processing: { officer: WORK },
  proposed: {
    officer: { next: ["grant-withdrawal"], usual: ["decline-withdrawal"] },
    leader: { next: ["sign"], usual: ["send-back"] },
  },
  "supplement-requested": { officer: { next: ["grant-withdrawal", "supplement"], usual: ["decline-withdrawal"] } },
  "fee-due": {
    officer: { next: ["grant-withdrawal", "take-correction", "settle-fee"], usual: ["decline-withdrawal", "answer-correction"] },
  },
  decided: { officer: HAND_OVER, helper: HAND_OVER },
  "not-accepted": { leader: REFUSAL },
  stopped: { leader: REFUSAL },
  withdrawn: {},
  returned: {},
};

/** More than these beside the next step are read one by one again. */
const MOST_USUAL = 3;

/** What moves are about, in the order in which people look for them. */
export const MOVE_KINDS = {
  ask: "Hỏi, yêu cầu",
  step: "Làm tiếp, chuyển đi",
  write: "Ghi lại, sửa cho đúng",
  end: "Kết thúc hồ sơ",
} as const;

export type MoveKind = keyof typeof MOVE_KINDS;

export const KIND_OF_MOVE: Readonly<Record<Move, MoveKind>> = {
  "request-supplement": "ask",
  "request-fee": "ask",
  "ask-opinion": "ask",
  "send-galley": "ask",
  "give-opinion": "ask",
  "answer-correction": "ask",
  apologise: "ask",
  accept: "step",
  countersign: "step",
  start: "step",
  extend: "step",
  propose: "step",
  "send-back": "step",
  sign: "step",
  "sign-refusal": "step",
  "hand-over": "step",
  "skip-galley": "step",
  assign: "step",
  transfer: "step",
  supplement: "write",
  "settle-fee": "write",
  "take-correction": "write",
  "confirm-galley": "write",
  "correct-galley": "write",
  "close-galley": "write",
  "enter-declaration": "write",
  "judge-duplicate": "write",
  "correct-help": "write",
  note: "write",
  "link-entry": "write",
  "ask-entry": "write",
  "decline-entry-ask": "write",
  correct: "write",
  copy: "write",
  decline: "end",
  stop: "end",
  withdraw: "end",
  "ask-withdrawal": "end",
  "grant-withdrawal": "end",
  "decline-withdrawal": "end",
  revoke: "end",
};

/** What decides, beside the dossier itself, whether a step is due. */
export interface Due {
  /** The promised hour is over. */
  readonly late: boolean;
  /** The result needs answers that nobody has typed in from the paper. */
  readonly declarationOwed: boolean;
}

export interface Coming {
  readonly next: Move | null;
  readonly usual: readonly Move[];
  readonly rare: readonly Move[];
}

/** Sorts the moves that are open to this role: the next step, what is usual, the rest. */
export function comingMoves(dossier: Movable & { readonly entry: unknown }, role: Role, open: readonly Move[], due: Due): Coming {
  const stage: Stage = dossier.proposed && dossier.status === "processing" ? "proposed" : dossier.status;
  const { next: steps, usual: likely } = NEXT_MOVES[stage][role] ?? { next: [], usual: [] };
  const next = steps.find((move) => open.includes(move) && isDue(move, dossier, due)) ?? null;
  const usual = likely.filter((move) => move !== next && open.includes(move) && isDue(move, dossier, due)).slice(0, MOST_USUAL);
  return { next, usual, rare: open.filter((move) => move !== next && !usual.includes(move)) };
}

/** A galley goes out once; a declaration is typed in and an entry found while they are missing; nobody says sorry before it is late. */
function isDue(move: Move, dossier: Movable & { readonly entry: unknown }, { late, declarationOwed }: Due): boolean {
  if (move === "send-galley") return dossier.galley === null;
  if (move === "enter-declaration") return declarationOwed;
  if (move === "link-entry") return dossier.entry === null;
  if (move === "apologise") return late;
  return true;
}
