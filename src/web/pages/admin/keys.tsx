import { Hono } from "hono";
import { officeDay } from "../../../base/clock.ts";
import { formatDay } from "../../../domain/people/dates.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { addKeyFile, addTokenKey, type KeyLine, readKeys, retireKey } from "../../../operations/keys/keys.ts";
import { type Retiring, readRetiring } from "../../../operations/keys/retiring.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, type Request, readForm, readFormData } from "../../http/request.ts";
import { LinesTable } from "../../layout/lines-table.tsx";
import { page } from "../../layout/page.tsx";
import { Facts, ProblemSummary, TextField } from "../../layout/parts.tsx";
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
  .get("/quan-tri/chu-ky/:key/thoi", (request) =>
    asStaff(request, ["admin"], async (member) => {
      const retiring = await readRetiring(request.var.services, member, request.req.param("key"));
      return retiring.ok ? retiringPage(request, retiring.value) : keysPage(request, member, {}, retiring.reason);
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

/** Before a key signs no more: which one, and who cannot sign then. */
function retiringPage(request: Request, { line, silenced }: Retiring) {
  return page(request, {
    title: "Thôi dùng chữ ký",
    desk: true,
    back: paths.adminKeys,
    children: (
      <>
        <h1>Thôi dùng chữ ký của {line.holder}?</h1>
        <Facts
          rows={[
            { label: "Chứng thư", value: line.facts.subject },
            { label: "Nơi cấp", value: line.facts.issuer },
            { label: "Hiệu lực", value: validity(line) },
            { label: "Ở đâu", value: line.place },
          ]}
        />
        {silenced.length > 0 ? (
          <p class="notice warn">
            Đây là chữ ký duy nhất của {silenced.join(", ")}: thôi dùng rồi thì chưa ký được kết quả nào, cho đến khi nạp chữ ký khác.
          </p>
        ) : null}
        <p class="notice">
          Chữ ký đã thôi dùng thì không bật lại được, chỉ nạp lại từ đầu. Giấy tờ đã ký vẫn có giá trị, vẫn kiểm tra được.
        </p>
        <form method="post" action={paths.adminKeyRetire(line.key)} class="row">
          <button class="danger" type="submit">
            Thôi dùng chữ ký này
          </button>
          <a href={paths.adminKeys}>Không, giữ lại</a>
        </form>
      </>
    ),
  });
}

function validity({ facts }: KeyLine): string {
  return `${formatDay(officeDay(facts.from))} – ${formatDay(officeDay(facts.until))}`;
}

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
    <LinesTable
      lines={keys}
      columns={[
        { head: "Của ai", cell: (key) => key.holder },
        { head: "Chứng thư", cell: (key) => key.facts.subject },
        { head: "Nơi cấp", cell: (key) => key.facts.issuer },
        { head: "Hiệu lực", cell: validity },
        { head: "Ở đâu", cell: (key) => key.place },
        {
          head: "Tình trạng",
          cell: (key) => (
            <>
              {key.locked ? (
                <span class="late">Không mở được</span>
              ) : (
                <span class={key.state === "ended" ? "late" : key.state === "ends-soon" ? "soon" : undefined}>{STATES[key.state]}</span>
              )}
              {key.retiredAt ? null : (
                <p>
                  <a href={paths.adminKeyRetire(key.key)}>
                    Thôi dùng<span class="sr"> chữ ký của {key.holder}</span>
                  </a>
                </p>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
