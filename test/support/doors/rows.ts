export const ROLES = ["nobody", "visitor", "citizen", "owner", "helper", "officer", "leader", "admin", "police"] as const;
export type Role = (typeof ROLES)[number];

/** Everybody may; what is behind asks for a code and a secret where it must. */
export const OPEN = "open";
export const TOKEN = "token";

/** Whoever began the draft, or proved its slip; to all others it does not exist. */
export const OWNER: readonly Role[] = ["owner"];
export const DESK: readonly Role[] = ["helper", "officer", "police"];
/** A dossier of the commune's office: the police officer's own role would do, but it is not their office's. */
export const ADMIN: readonly Role[] = ["admin"];

/** Route → who gets in. */
export type Doors = Readonly<Record<string, typeof OPEN | typeof TOKEN | readonly Role[]>>;
