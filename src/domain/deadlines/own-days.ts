/**
 * A day that one office spends otherwise than its week says, and why: a flood, a meeting of all, a morning more for a village far away. A whole day closed is no
 * working day, so a term that runs over it ends later; half a day closed still counts, for the other half is worked. On a day off the office may open extra:
 * dossiers are taken in then, but the day does not count, so that nobody's term gets shorter.
 */
export type OwnDay = { readonly day: string; readonly reason: string } & (
  | { readonly kind: "closed" | "morning-only" | "afternoon-only" }
  | { readonly kind: "extra"; readonly opens: string; readonly closes: string }
);

export type OwnDayKind = OwnDay["kind"];

export const OWN_DAY_WORDS = {
  closed: "Nghỉ cả ngày",
  "morning-only": "Chỉ làm buổi sáng",
  "afternoon-only": "Chỉ làm buổi chiều",
  extra: "Mở thêm vào ngày nghỉ",
} as const satisfies Record<OwnDayKind, string>;
