import { Hono } from "hono";
import { officeDay } from "../../../base/clock.ts";
import { formatDay } from "../../../domain/people/dates.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { addKeyFile, addTokenKey, type KeyLine, readKeys, retireKey } from "../../../operations/keys/keys.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, type Request, readForm, readFormData } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

/** A form with a key file is small; what is larger is not even read. */
const LARGEST_FORM_BYTES = 1_000_000;

/** The keys that sign for the office: whose, until when; a new one from a file or on a token; one that signs no more. */
export const adminKeys = new Hono<Env>()
  .get(paths.adminKeys, (request) => asStaff(request, ["admin"], (member) => keysPage(request, member, {}, null)))
  .post(paths.adminKeys, (request) =>
    asStaff(request, ["admin"], async (member) => {
      if (Number(request.req.header("content-length") ?? 0) > LARGEST_FORM_BYTES)
        return keysPage(request, member, {}, problem("not-a-key-file"));
      const form = await readFormData(request);
      const file = form.get("tep");
      const text = (name: string) => String(form.get(name) ?? "");
      const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
      const added = await addKeyFile(request.var.services, member, { bytes, password: text("mat-khau"), staff: text("cua-ai") });
      return added.ok ? request.redirect(paths.adminKeys, 303) : keysPage(request, member, { "cua-ai": text("cua-ai") }, added.reason);
    }),
  )
  .post(paths.adminTokenKeys, (request) =>
    asStaff(request, ["admin"], async (member) => {
      const form = await readForm(request);
      const given = { token: form["ten-token"] ?? "", label: form["ten-khoa"] ?? "", staff: form["cua-ai-token"] ?? "" };
      const added = await addTokenKey(request.var.services, member, given);
      return added.ok ? request.redirect(paths.adminKeys, 303) : keysPage(request, member, form, added.reason);
    }),
  )
  .post("/quan-tri/chu-ky/:key/thoi", (request) =>
    asStaff(request, ["admin"], async (member) => {
      const done = await retireKey(request.var.services, member, request.req.param("key"));
      return done.ok ? request.redirect(paths.adminKeys, 303) : keysPage(request, member, {}, done.reason);
    }),
  );

const STATES = {
  good: "Đang dùng",
  "ends-soon": "Sắp hết hạn",
  ended: "Đã hết hạn",
  "not-begun": "Chưa đến ngày",
  retired: "Đã thôi dùng",
} as const satisfies Record<KeyLine["state"], string>;

async function keysPage(request: Request, member: StaffMember, typed: Record<string, string>, said: Problem | null): Promise<Response> {
  const { keys, leaders } = await readKeys(request.var.services, member);
  return page(
    request,
    {
      title: "Chữ ký số",
      desk: true,
      back: paths.admin,
      children: (
        <>
          <h1>Chữ ký số của cơ quan</h1>
          <ProblemSummary problem={said} />
          <Locked keys={keys} />
          {keys.length === 0 ? <p class="notice warn">Chưa có chữ ký nào: lãnh đạo chưa ký được kết quả.</p> : <Keys keys={keys} />}
          <div class="two">
            <form method="post" action={paths.adminKeys} enctype="multipart/form-data" class="panel">
              <h2>Nạp tệp khóa</h2>
              <Whose id="cua-ai" leaders={leaders} chosen={typed["cua-ai"]} />
              <div class="field">
                <label for="tep">Tệp khóa PKCS#12</label>
                <p class="hint" id="tep-goi-y">
                  Tên tệp thường kết thúc bằng .p12 hoặc .pfx.
                </p>
                <input type="file" id="tep" name="tep" accept=".p12,.pfx,application/x-pkcs12" aria-describedby="tep-goi-y" />
              </div>
              <TextField id="mat-khau" label="Mật khẩu của tệp" hint="Chỉ dùng để mở tệp lúc này, không lưu lại." type="password" />
              <button type="submit">Nạp</button>
            </form>
            <form method="post" action={paths.adminTokenKeys} class="panel">
              <h2>Khóa trên token</h2>
              <p class="hint">Token cắm vào máy chủ; mã PIN do người vận hành đặt ở máy chủ.</p>
              <Whose id="cua-ai-token" leaders={leaders} chosen={typed["cua-ai-token"]} />
              <TextField id="ten-token" label="Tên token" value={typed["ten-token"] ?? ""} />
              <TextField id="ten-khoa" label="Tên khóa trên token" value={typed["ten-khoa"] ?? ""} />
              <button type="submit">Thêm</button>
            </form>
          </div>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

/** Why keys do not open, and what to do: once for each reason. */
function Locked({ keys }: { keys: readonly KeyLine[] }) {
  const reasons = [...new Set(keys.flatMap(({ locked }) => locked ?? []))];
  return (
    <>
      {reasons.map((reason) => (
        <div class="notice warn">
          <p>
            <strong>{LOCKED[reason].what}</strong> Máy không ký bằng khóa này.
          </p>
          <p>{LOCKED[reason].todo}</p>
        </div>
      ))}
    </>
  );
}

const AGAIN = "nạp lại tệp .p12 ở dưới, rồi bấm “Thôi dùng” ở khóa không mở được";
const LOCKED = {
  "secret-missing": {
    what: "Máy chủ thiếu tệp signing-secret, nên khóa đã nạp không mở được.",
    todo: `Chép tệp signing-secret từ bản sao lưu về thư mục dữ liệu; tải lại trang này là thấy. Không còn bản sao lưu thì ${AGAIN}.`,
  },
  "secret-other": {
    what: "Tệp signing-secret (hoặc LOC_VUNG_SIGNING_SECRET) của máy chủ không phải cái đã dùng để cất khóa.",
    todo: `Chép lại đúng tệp của lúc nạp khóa từ bản sao lưu; tải lại trang này là thấy. Không còn thì ${AGAIN}.`,
  },
  "secret-unusable": {
    what: "Tệp signing-secret của máy chủ hỏng hoặc không đọc được.",
    todo: `Chép lại tệp đó từ bản sao lưu; tải lại trang này là thấy. Không còn thì xóa tệp hỏng, ${AGAIN}.`,
  },
  damaged: {
    what: "Khóa trong cơ sở dữ liệu đã bị sửa hoặc hỏng.",
    todo: `Xin ${AGAIN}, và báo người trông coi máy chủ: có thể ai đó đã sửa cơ sở dữ liệu.`,
  },
} as const satisfies Record<NonNullable<KeyLine["locked"]>, { what: string; todo: string }>;

function Whose({ id, leaders, chosen }: { id: string; leaders: readonly StaffMember[]; chosen: string | undefined }) {
  return (
    <div class="field">
      <label for={id}>Của ai</label>
      <select id={id} name={id}>
        {leaders.map((leader) => (
          <option value={leader.staff} selected={leader.staff === chosen}>
            {leader.name}, {leader.title}
          </option>
        ))}
        <option value="" selected={chosen === ""}>
          Cơ quan (lãnh đạo nào chưa có chữ ký riêng thì dùng)
        </option>
      </select>
    </div>
  );
}

function Keys({ keys }: { keys: readonly KeyLine[] }) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Của ai</th>
            <th scope="col">Chứng thư</th>
            <th scope="col">Nơi cấp</th>
            <th scope="col">Hiệu lực</th>
            <th scope="col">Ở đâu</th>
            <th scope="col">Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr>
              <td>{key.holder}</td>
              <td>{key.facts.subject}</td>
              <td>{key.facts.issuer}</td>
              <td>
                {formatDay(officeDay(key.facts.from))} – {formatDay(officeDay(key.facts.until))}
              </td>
              <td>{key.place}</td>
              <td>
                {key.locked ? (
                  <span class="late">Không mở được</span>
                ) : (
                  <span class={key.state === "ended" ? "late" : key.state === "ends-soon" ? "soon" : undefined}>{STATES[key.state]}</span>
                )}
                {key.retiredAt ? null : (
                  <form method="post" action={paths.adminKeyRetire(key.key)}>
                    <button class="plain" type="submit">
                      Thôi dùng<span class="sr"> chữ ký của {key.holder}</span>
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
