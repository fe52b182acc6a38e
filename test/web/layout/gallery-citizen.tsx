import type { PageProps } from "../../../src/web/layout/page.tsx";
import { Facts, Qr, TextField } from "../../../src/web/layout/parts.tsx";

/** A paper to send and a card to scan. */
export const PAPER: PageProps = {
  title: "Giấy tờ",
  back: "/cau-hoi",
  scripts: ["upload.js", "card.js"],
  children: (
    <>
      <h1>Giấy chứng sinh</h1>
      <form method="post" enctype="multipart/form-data" data-upload="/gui" class="panel">
        <label for="tep">Chụp ảnh hoặc chọn tệp</label>
        <p class="hint">Đặt giấy nằm phẳng chỗ sáng.</p>
        <input type="file" id="tep" name="tep" multiple />
        <p data-status role="status" />
        <button type="submit">Gửi tệp này</button>
      </form>
      <form method="post" action="/the" class="panel">
        <TextField id="the" label="Quét bằng máy quét cầm tay" />
        <button class="quiet" type="submit">
          Dùng mã này
        </button>
        <div id="may-anh" />
      </form>
      <TextField id="khac" label="Ô khác" />
      <div class="row">
        <a class="button" href="/ho-so">
          Xong giấy này
        </a>
      </div>
    </>
  ),
};

/** The blocks that the home page and the way of a dossier are put together from. */
export const DOSSIER: PageProps = {
  title: "Hồ sơ",
  wide: (
    <div class="hero">
      <div class="wrap">
        <h1 id="hoi">Bà con cần làm giấy tờ gì?</h1>
        <search>
          <form class="search" method="get">
            <input type="search" name="q" aria-labelledby="hoi" placeholder="Ví dụ: làm giấy khai sinh" />
            <button type="submit">Tìm</button>
          </form>
        </search>
      </div>
    </div>
  ),
  children: (
    <>
      <h2>Bà con hay làm</h2>
      <ul class="cards">
        <li>
          <a class="card" href="/cau-hoi">
            <strong>Đăng ký khai sinh</strong>
            <small>Giấy khai sinh</small>
          </a>
        </li>
      </ul>
      <p>
        <span class="tag">Đang xử lý</span>
      </p>
      <Facts
        rows={[
          { label: "Hẹn trả", value: "thứ Tư 25/11/2026, trước 17:00" },
          { label: "Mã hồ sơ", value: "000.00.05.H32-261124-0001" },
        ]}
      />
      <dl class="answers">
        <dt>Họ, chữ đệm, tên</dt>
        <dd>Cao Thị Mẫu</dd>
        <dd class="change">
          <a href="/cau-hoi">
            Sửa<span class="sr"> họ tên</span>
          </a>
        </dd>
      </dl>
      <details>
        <summary>Vì sao hẹn ngày này?</summary>
        <p>Thủ tục làm trong ngày.</p>
      </details>
      <ol class="timeline">
        <li>
          Bà con gửi hồ sơ<small>05:11 thứ Ba 24/11/2026</small>
        </li>
        <li>
          Cán bộ tiếp nhận<small>08:02 thứ Ba 24/11/2026</small>
        </li>
      </ol>
      <p class="code">6RRHFCDZ4X</p>
      <Qr text="https://example.vn/tra-cuu/6RRHFCDZ4X" label="Mã QR tra cứu hồ sơ" />
      <div class="notice">
        <p>Đã nhận được.</p>
      </div>
      <div class="notice warn">
        <p>Giấy không còn giá trị.</p>
      </div>
      <p class="done">Đã có 2 trang</p>
      <p class="todo">Chưa có</p>
      <div class="row">
        <button type="button">Gửi</button>
        <button class="quiet" type="button">
          Làm thử
        </button>
        <button class="danger" type="button">
          Rút hồ sơ này
        </button>
        <button class="plain" type="button">
          Bỏ trang 1
        </button>
      </div>
    </>
  ),
};
