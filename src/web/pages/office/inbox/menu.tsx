import type { StaffMember } from "../../../../operations/identity/member.ts";
import { paths } from "../../../paths.ts";

type Way = readonly [words: string, path: string];

interface MenuProps {
  readonly member: StaffMember;
  /** Questions that wait for this member's answer. */
  readonly questions: number;
  /** Dossiers for which an apology is owed. */
  readonly sorry: number;
}

/** What an officer does besides the list: paper from the counter first, then search; all else is folded away by what it is. */
export function Menu(props: MenuProps) {
  return (
    <nav class="menu" aria-label="Việc khác">
      {props.member.role === "officer" ? (
        <a class="button" href={paths.officeIntake} data-key="n" aria-keyshortcuts="n">
          Nhận hồ sơ giấy <kbd>n</kbd>
        </a>
      ) : null}
      <a class="button quiet" href={paths.officeSearch} data-key="s" aria-keyshortcuts="s">
        Tìm mọi hồ sơ <kbd>s</kbd>
      </a>
      <details>
        <summary data-key="m" aria-keyshortcuts="m">
          Danh sách, sổ, báo cáo <kbd>m</kbd>
        </summary>
        <div class="split">
          <Group title="Danh sách" ways={lists(props)} />
          <Group title="Bà con nói, bà con hỏi" ways={fromPeople(props)} />
          <Group title="Sổ và báo cáo" ways={BOOKS} />
        </div>
      </details>
    </nav>
  );
}

function Group({ title, ways }: { title: string; ways: readonly Way[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {ways.map(([words, path]) => (
          <li>
            <a href={path}>{words}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function lists({ member, questions, sorry }: MenuProps): readonly Way[] {
  const own: readonly Way[] = [
    [`Cần xin lỗi (${sorry})`, paths.officeApologies],
    ["Bản nháp gửi bà con xem", paths.officeGalleys],
  ];
  return [
    [`Được hỏi ý kiến (${questions})`, paths.officeQuestions],
    ...(member.role === "officer" ? own : []),
    ["Đã chuyển đi", paths.officeTransferred],
  ];
}

function fromPeople({ member }: MenuProps): readonly Way[] {
  const own: readonly Way[] = [
    ["Gọi cho bà con", paths.calls],
    ["Tin đã gửi", paths.outbox],
  ];
  return [
    ["Góp ý của bà con", paths.officeFeedback],
    ["Yêu cầu về dữ liệu cá nhân", paths.officePersonal],
    ["Giọng đọc chờ duyệt", paths.officeVoices],
    ...(member.role === "officer" ? own : []),
  ];
}

const BOOKS: readonly Way[] = [
  ["Sổ", paths.registers],
  ["Số liệu", paths.statistics],
  ["Báo cáo", paths.reports],
  ["Vì sao trễ hẹn", paths.statisticsApologies],
];
