import type { Stranger } from "../foreign/two-offices.ts";

export const ROLES = ["nobody", "visitor", "citizen", "owner", "helper", "officer", "leader", "admin", "police"] as const;
export type Role = (typeof ROLES)[number];

/** Whoever began the draft, or proved its slip; to all others it does not exist. */
export const OWNER: readonly Role[] = ["owner"];
export const DESK: readonly Role[] = ["helper", "officer", "police"];
/** A dossier of the commune's office: the police officer's own role would do, but it is not their office's. */
export const ADMIN: readonly Role[] = ["admin"];

/** Partners only, by the token in the header. */
export const TOKEN = "token";

/** Everybody may ask; what each of those gets for whom the things behind it are another office's. */
export interface OpenDoor {
  readonly status: number;
  readonly but: Partial<Record<Stranger, number>>;
  /** It may hold what is another office's. */
  readonly tells: boolean;
  readonly why: string;
}

export function open(status: number, but: OpenDoor["but"] = {}, why = ""): OpenDoor {
  return { status, but, tells: false, why };
}

export function tells(status: number, why: string, but: OpenDoor["but"] = {}): OpenDoor {
  return { status, but, tells: true, why };
}

/** Somebody at work stands at a point of their own office: what another point offers is not there. */
export const AT_WORK_ELSEWHERE = { helper: 404, officer: 404, leader: 404, admin: 404 } as const;

/** Route → who gets in. */
export type Door = OpenDoor | typeof TOKEN | readonly Role[];
export type Doors = Readonly<Record<string, Door>>;

export function isOpen(door: Door): door is OpenDoor {
  return typeof door === "object" && "status" in door;
}
