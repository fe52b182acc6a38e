import type { PageProps } from "../../../src/web/layout/page.tsx";
import { Facts, WordsField } from "../../../src/web/layout/parts.tsx";

/** The list and the moves of those at work. */
export const DESK: PageProps = {
  title: "Hồ sơ theo ngày hẹn",
  desk: true,
  back: "/ho-so",
  scripts: ["desk.js"],
  children: (
    <>
      <h1>Hồ sơ theo ngày hẹn</h1>
      <ul class="tabs">
        <li>
          <a href="/ban-viec" aria-current="page">
            Chờ tiếp nhận <span>(2)</span>
          </a>
        </li>
        <li>
          <a href="/ho-so">
            Đã xong <span>(0)</span>
          </a>
        </li>
      </ul>
      <div class="row">
        <label class="sr" for="tim">
          Tìm
        </label>
        <input type="search" id="tim" name="tim" placeholder="Tên, mã hồ sơ" />
        <span class="hint" data-keys>
          Phím: <kbd>j</kbd> <kbd>k</kbd> chọn
        </span>
      </div>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Hẹn trả</th>
              <th scope="col">Người nộp</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>
                <span class="late">thứ Hai 23/11/2026</span>
              </td>
              <td>
                <a href="/ho-so" data-row>
                  Cao Thị Mẫu
                </a>
              </td>
            </tr>
            <tr>
              <td>
                <span class="soon">thứ Ba 24/11/2026</span>
              </td>
              <td>
                <a href="/ho-so" data-row>
                  Bo Bo Văn Thử
                </a>
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      <div class="moves">
        <button type="button">Tiếp nhận</button>
        <details open>
          <summary>Yêu cầu bổ sung</summary>
          <label class="check">
            <input type="checkbox" name="reasons" /> Giấy chụp chưa rõ
          </label>
          <WordsField id="words" label="Lời hướng dẫn" />
        </details>
      </div>
      <div class="two">
        <section>
          <h2>Tờ khai</h2>
          <Facts rows={[{ label: "Họ tên", value: "Cao Thị Mẫu" }]} />
        </section>
        <section class="stick">
          <h2>Giấy tờ</h2>
        </section>
      </div>
    </>
  ),
};
