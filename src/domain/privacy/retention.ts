import { z } from "zod";

/** What goes by itself when its time is over. Each kind has a sweeper in operations/privacy. */
export const RETENTION_KINDS = [
  "drafts",
  "practice",
  "uploads",
  "sessions",
  "papers",
  "papers-agreed",
  "visit-names",
  "mandate-signatures",
  "feedback-voices",
  "requests",
  "consents",
  "message-words",
  "message-addresses",
  "call-notes",
  "lodged-drafts",
] as const;

export type RetentionKind = (typeof RETENTION_KINDS)[number];

const sentence = z.string().min(1);

/** content/retention.yaml: how long each kind is kept, from when on and why; and what the law makes stay. */
export const retentionSchema = z.strictObject({
  goes: z
    .array(
      z.strictObject({
        kind: z.enum(RETENTION_KINDS),
        name: sentence,
        days: z.int().min(0).max(36_500),
        from: sentence,
        why: sentence,
        basis: sentence,
      }),
    )
    .refine((list) => new Set(list.map(({ kind }) => kind)).size === list.length, { error: "có loại viết hai lần" })
    .refine((list) => RETENTION_KINDS.every((kind) => list.some((rule) => rule.kind === kind)), { error: "thiếu loại dữ liệu" }),
  stays: z.array(z.strictObject({ name: sentence, why: sentence, basis: sentence })),
});

export type Retention = z.infer<typeof retentionSchema>;
export type RetentionRule = Retention["goes"][number];

export function ruleOf(retention: Retention, kind: RetentionKind): RetentionRule {
  const rule = retention.goes.find((candidate) => candidate.kind === kind);
  if (!rule) throw new Error(`no retention rule for ${kind}`);
  return rule;
}

const DAY_MS = 86_400_000;

/** What began its time before this instant is over now. */
export function cutoff(rule: RetentionRule, now: Date): Date {
  return new Date(now.getTime() - rule.days * DAY_MS);
}

/** How long, as people say it. */
export function keptInWords(rule: RetentionRule): string {
  const { days } = rule;
  if (days === 0) return `xóa ngay, ${rule.from}`;
  const long = days % 365 === 0 ? `${days / 365} năm` : `${days} ngày`;
  return `${long}, ${rule.from}`;
}
