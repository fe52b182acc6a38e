import type { glance } from "../../../../operations/dossiers/work-list.ts";
import type { StaffMember } from "../../../../operations/identity/member.ts";
import { paths } from "../../../paths.ts";

interface GlanceProps {
  readonly seen: Awaited<ReturnType<typeof glance>>;
  readonly here: string;
  readonly member: StaffMember;
  /** Questions that wait for this member's answer. */
  readonly questions: number;
  /** Dossiers for which an apology is owed. */
  readonly sorry: number;
}

/** What must be known of sixty dossiers before reading any: each figure leads to its dossiers. */
export function Glance({ seen, here, member, questions, sorry }: GlanceProps) {
  const figures = [
    { query: "han=late", words: "đã trễ hẹn", count: seen.late, kind: seen.late > 0 ? "late" : "" },
    { query: "han=soon", words: "hẹn hôm nay, ngày làm việc tới", count: seen.soon, kind: seen.soon > 0 ? "soon" : "" },
    ...(member.role === "officer"
      ? [
          { query: "cua=toi", words: "việc của tôi", count: seen.mine, kind: "" },
          { query: "cua=chua-ai", words: "chưa ai nhận", count: seen.nobodys, kind: "" },
        ]
      : []),
    { query: "cho=1", words: "chờ người khác trả lời", count: seen.asked, kind: "" },
  ];
  return (
    <ul class="glance" aria-label="Cả cơ quan, hồ sơ chưa xong">
      {figures.map(({ query, words, count, kind }) => (
        <li>
          <a href={`${here}?muc=viec&${query}`} class={kind}>
            <strong>{count}</strong> {words}
          </a>
        </li>
      ))}
      {questions > 0 ? (
        <li>
          <a href={paths.officeQuestions} class="soon">
            <strong>{questions}</strong> câu hỏi chờ tôi trả lời
          </a>
        </li>
      ) : null}
      {sorry > 0 ? (
        <li>
          <a href={paths.officeApologies} class="late">
            <strong>{sorry}</strong> cần xin lỗi
          </a>
        </li>
      ) : null}
    </ul>
  );
}
