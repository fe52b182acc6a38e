import type { Context as HonoContext } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Logger } from "pino";
import { PROBLEMS } from "../../operations/problems.ts";
import { problemDocument } from "../api/problem-document.ts";
import { page } from "../layout/page.tsx";
import { paths } from "../paths.ts";
import type { Env, Request } from "./request.ts";

/** A page that is not there. */
export function notFound(request: Request): Response | Promise<Response> {
  if (request.req.path.startsWith("/api/")) return problemDocument(request, 404, "not-found", "Không có địa chỉ này.");
  return simplePage(request, 404, "Không có trang này", "Địa chỉ có thể gõ nhầm. Bà con về trang đầu rồi tìm lại.");
}

/** What nobody expected: written to the log without personal data, and said plainly. Never a stack trace on a page. */
export function failed(request: HonoContext<Env>, error: Error, logger: Logger): Response | Promise<Response> {
  if (error instanceof HTTPException && error.status === 403) {
    return simplePage(
      request,
      403,
      "Trang gửi tới từ nơi khác",
      "Vì an toàn, xin về trang đầu rồi làm lại từ đó. Những gì đã lưu vẫn còn.",
    );
  }
  if (error instanceof HTTPException && error.status === 400) {
    return simplePage(
      request,
      400,
      "Trang gửi tới chưa trọn",
      "Có lẽ đường mạng vừa đứt. Những gì đã lưu vẫn còn. Xin quay lại trang trước rồi gửi lại.",
    );
  }
  if (error instanceof HTTPException && error.status === 415) {
    return simplePage(
      request,
      415,
      "Trang này chỉ nhận biểu mẫu",
      "Dữ liệu gửi tới không phải biểu mẫu nên chưa làm gì cả. Xin mở trang, điền rồi bấm nút gửi. Chương trình khác thì gửi qua /api/v1.",
    );
  }
  logger.error(
    {
      error: { name: error.name, message: error.message.slice(0, 300), stack: error.stack?.split("\n").slice(1, 6) },
      route: request.req.routePath,
    },
    "unexpected failure",
  );
  if (isDiskFull(error)) {
    const { "disk-full": sentence } = PROBLEMS;
    if (request.req.path.startsWith("/api/")) return problemDocument(request, 507, "disk-full", sentence);
    return simplePage(request, 507, "Máy hết chỗ lưu", sentence);
  }
  if (request.req.path.startsWith("/api/"))
    return problemDocument(request, 500, "internal", "Máy gặp trục trặc. Xin thử lại với cùng khóa gửi lại.");
  return simplePage(
    request,
    500,
    "Máy gặp trục trặc",
    "Những gì đã lưu vẫn còn. Xin quay lại trang trước và thử lại; vẫn không được thì báo người trực.",
  );
}

/** No room left, as the disk says it (ENOSPC, EDQUOT) and as PostgreSQL says it (disk_full, 53100). */
function isDiskFull(error: Error): boolean {
  return "code" in error && ["ENOSPC", "EDQUOT", "53100"].includes(String(error.code));
}

function simplePage(
  request: HonoContext<Env>,
  status: 400 | 403 | 404 | 415 | 500 | 507,
  title: string,
  sentence: string,
): Response | Promise<Response> {
  if (!request.var.visitor) request.set("visitor", { kind: "nobody" });
  return page(
    request,
    {
      title,
      children: (
        <>
          <h1>{title}</h1>
          <p>{sentence}</p>
          <a class="button" href={paths.home}>
            Về trang đầu
          </a>
        </>
      ),
    },
    status,
  );
}
