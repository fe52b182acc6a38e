import { formatDay } from "../../../domain/people/dates.ts";
import { nearDay } from "../../../domain/point/opening-words.ts";
import type { Problem } from "../../../operations/problems.ts";
import type { RosterPage, SwapInWords } from "../../../operations/roster/roster-page.ts";
import { TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

/** On what nobody is on, above everything. */
export function GapWarning({ gaps, link }: { gaps: readonly string[]; link?: string }) {
  if (gaps.length === 0) return null;
  return (
    <div class="notice warn" role="status">
      <p>
        Hai tuần tới có <strong>{gaps.length} ca chưa có ai trực</strong>: {gaps.join("; ")}. Xin tìm người trực, hoặc báo quản trị đóng cửa
        hôm đó. {link ? <a href={link}>Xem lịch trực</a> : null}
      </p>
    </div>
  );
}

/** Who is on, day by day; days on which the point rests stand in a word. */
export function TwoWeeks({ roster }: { roster: RosterPage }) {
  return (
    <>
      <GapWarning gaps={roster.gaps} />
      <h2 id="hai-tuan">Hai tuần tới</h2>
      <section class="scroll" aria-labelledby="hai-tuan" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Ngày</th>
              <th scope="col">Giờ mở cửa</th>
              <th scope="col">Ai trực</th>
            </tr>
          </thead>
          <tbody>
            {roster.days
              .filter(({ turns }) => turns.length > 0)
              .flatMap(({ day, turns }) =>
                turns.map((turn, index) => (
                  <tr>
                    {index === 0 ? (
                      <th scope="rowgroup" rowspan={turns.length}>
                        {nearDay(day)}
                      </th>
                    ) : null}
                    <td>{turn.hours}</td>
                    <td>
                      {turn.on.length > 0 ? turn.on.join(", ") : <strong>Chưa có ai trực</strong>}
                      {turn.mine ? " (tôi)" : ""}
                      {turn.away.length > 0 ? <small> Nghỉ: {turn.away.join(", ")}</small> : null}
                    </td>
                  </tr>
                )),
              )}
          </tbody>
        </table>
      </section>
      {roster.days.every(({ turns }) => turns.length === 0) ? <p class="hint">Hai tuần tới điểm không mở cửa ngày nào.</p> : null}
    </>
  );
}

/** Swaps asked of me, asked by me, and a form to ask for one. */
export function Swaps({ roster, typed }: { roster: RosterPage; typed: Record<string, string> }) {
  return (
    <section>
      <h2>Đổi ca</h2>
      {roster.askedOfMe.map((swap) => (
        <div class="panel">
          <p>
            <strong>{swap.asker}</strong> nhờ trực thay: {swap.gives}.{" "}
            {swap.takes ? `Đổi lại, ${swap.asker} trực ${swap.takes}.` : "Không đổi lại ca nào."} {swap.words}
          </p>
          <div class="row tight">
            <SwapButton roster={roster} swap={swap} answer="dong-y" words="Đồng ý" />
            <SwapButton roster={roster} swap={swap} answer="tu-choi" words="Từ chối" />
          </div>
        </div>
      ))}
      {roster.askedByMe.map((swap) => (
        <div class="panel">
          <p>
            Đã nhờ <strong>{swap.asked}</strong> trực {swap.gives}
            {swap.takes ? `, đổi lấy ${swap.takes}` : ""}. Đang chờ trả lời.
          </p>
          <SwapButton roster={roster} swap={swap} answer="rut" words="Rút lời nhờ" />
        </div>
      ))}
      {roster.mine.length === 0 ? (
        <p class="hint">Bốn tuần tới bạn không có ca nào ở điểm này.</p>
      ) : (
        <AskSwap roster={roster} typed={typed} />
      )}
    </section>
  );
}

function AskSwap({ roster, typed }: { roster: RosterPage; typed: Record<string, string> }) {
  return (
    <form method="post" action={paths.rosterSwaps}>
      <input type="hidden" name="diem" value={roster.point.point} />
      <div class="field">
        <label for="ca">Ca của tôi muốn đổi</label>
        <select id="ca" name="ca">
          {roster.mine.map((turn) => (
            <option value={`${turn.shift} ${turn.day}`} selected={typed.ca === `${turn.shift} ${turn.day}`}>
              {turn.words}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="voi">Nhờ ai</label>
        <select id="voi" name="voi">
          {roster.colleagues.map((one) => (
            <option value={one.staff} selected={typed.voi === one.staff}>
              {one.name} trực thay, không đổi lại
            </option>
          ))}
          {roster.others.map(({ whose, shift, day, words }) => (
            <option value={`${whose.staff} ${shift} ${day}`} selected={typed.voi === `${whose.staff} ${shift} ${day}`}>
              {whose.name}: đổi lấy {words}
            </option>
          ))}
        </select>
      </div>
      <TextField id="loi-doi" label="Lời nhắn (không bắt buộc)" value={typed["loi-doi"] ?? ""} />
      <button type="submit">Xin đổi ca</button>
    </form>
  );
}

function SwapButton({ roster, swap, answer, words }: { roster: RosterPage; swap: SwapInWords; answer: string; words: string }) {
  return (
    <form method="post" action={paths.rosterSwapAnswer(swap.swap, answer)}>
      <input type="hidden" name="diem" value={roster.point.point} />
      <button type="submit" class={answer === "dong-y" ? undefined : "quiet"}>
        {words}
        <span class="sr"> {swap.gives}</span>
      </button>
    </form>
  );
}

/** Leaves that are said, and a form to say one. */
export function Leaves(props: { roster: RosterPage; typed: Record<string, string>; said: Problem | null; everybody: boolean }) {
  const { roster, typed, said, everybody } = props;
  return (
    <section>
      <h2>Nghỉ</h2>
      <ul>
        {roster.leaves.map(({ leave, name, from, until, mine }) => (
          <li>
            {name}: {from === until ? formatDay(from) : `${formatDay(from)} đến ${formatDay(until)}`}
            {mine || everybody ? (
              <form method="post" action={paths.rosterLeaveBack(leave)}>
                <input type="hidden" name="diem" value={roster.point.point} />
                <button class="plain" type="submit">
                  Không nghỉ nữa<span class="sr"> {formatDay(from)}</span>
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      <form method="post" action={paths.rosterLeaves}>
        <input type="hidden" name="diem" value={roster.point.point} />
        {everybody ? (
          <div class="field">
            <label for="ai">Ai nghỉ</label>
            <select id="ai" name="ai">
              {roster.colleagues.map((one) => (
                <option value={one.staff} selected={typed.ai === one.staff}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        <TextField id="tu" label="Nghỉ từ ngày" hint="Ví dụ 15/5/2027" value={typed.tu ?? ""} error={said?.fields?.tu} short />
        <TextField
          id="den"
          label="Đến hết ngày"
          hint="Để trống nếu nghỉ một ngày."
          value={typed.den ?? ""}
          error={said?.fields?.den}
          short
        />
        <TextField id="loi" label="Lời nhắn (không bắt buộc)" value={typed.loi ?? ""} />
        <button type="submit">Xin nghỉ</button>
      </form>
    </section>
  );
}

/** Addresses for calendar programs: shown once, ended at will. */
export function Feeds(props: {
  feeds: readonly { feed: string; point: string | null }[];
  point: { point: string; name: string };
  made: string | null;
}) {
  const { feeds, point, made } = props;
  const here = feeds.filter((feed) => feed.point === null || feed.point === point.point);
  return (
    <section>
      <h2>Lịch trên điện thoại</h2>
      {made ? (
        <div class="notice" role="status">
          <p>Chép địa chỉ này vào phần thêm lịch của điện thoại. Địa chỉ chỉ hiện một lần; ai có nó thì xem được lịch.</p>
          <p>
            <a class="address" href={made}>
              {made}
            </a>
          </p>
        </div>
      ) : null}
      <ul>
        {here.map((feed) => (
          <li>
            {feed.point === null ? "Lịch của tôi" : `Lịch của ${point.name}`}: đang dùng.
            <form method="post" action={paths.rosterFeedEnd(feed.feed)}>
              <input type="hidden" name="diem" value={point.point} />
              <button class="plain" type="submit">
                Bỏ địa chỉ này<span class="sr">: {feed.point === null ? "lịch của tôi" : "lịch của điểm"}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={paths.rosterFeeds} class="row">
        <input type="hidden" name="diem" value={point.point} />
        <button class="quiet" type="submit" name="cua-ai" value="toi">
          Lấy địa chỉ lịch của tôi
        </button>
        <button class="quiet" type="submit" name="cua-ai" value="diem">
          Lấy địa chỉ lịch của điểm
        </button>
      </form>
      <p class="hint">Lấy địa chỉ mới thì địa chỉ cũ của mình không dùng được nữa.</p>
    </section>
  );
}
