import { Hono } from "hono";
import { officeDay, officeTime } from "../../../../base/clock.ts";
import type { Finding } from "../../../../domain/catalogue/check-procedure.ts";
import { formatDay, parseTypedDate } from "../../../../domain/people/dates.ts";
import type { StaffMember } from "../../../../operations/identity/member.ts";
import type { Problem } from "../../../../operations/problems.ts";
import type { Editing } from "../../../../operations/procedures/editing.ts";
import { historyOf, type VersionOfHistory } from "../../../../operations/procedures/listing.ts";
import { changesOf, findingsOf, publishEdit, withdrawPublished } from "../../../../operations/procedures/publishing.ts";
import { type Env, type Request, readForm } from "../../../http/request.ts";
import { ActKey } from "../../../layout/act-key.tsx";
import { TextField } from "../../../layout/parts.tsx";
import { paths } from "../../../paths.ts";
import { editorPage, PART_WORDS, placeOf, StateFields, stateOf, withProcedure } from "./frame.tsx";

/** What is wrong, from which day the new version counts, and every version there was. */
export const procedurePublishing = new Hono<Env>()
  .get("/quan-tri/thu-tuc/:code/kiem-tra", (request) =>
    withProcedure(request, (_member, editing) =>
      editorPage(request, editing, {
        title: "Kiểm tra",
        here: paths.editedCheck(editing.code),
        children: <Findings editing={editing} findings={findingsOf(request.var.services, editing.body)} />,
      }),
    ),
  )
  .get("/quan-tri/thu-tuc/:code/ap-dung", (request) =>
    withProcedure(request, (_member, editing) =>
      editing.edit === null ? request.redirect(paths.editedProcedure(editing.code), 303) : publishPage(request, editing, null, null),
    ),
  )
  .post("/quan-tri/thu-tuc/:code/ap-dung", (request) =>
    withProcedure(request, async (member, editing) => {
      const typed = await readForm(request);
      const done = await publishEdit(request.var.services, member, editing.code, stateOf(typed), typed.ngay ?? "");
      return done.ok ? request.redirect(paths.editedHistory(editing.code), 303) : publishPage(request, editing, typed, done.reason);
    }),
  )
  .get("/quan-tri/thu-tuc/:code/lich-su", (request) =>
    withProcedure(request, (member, editing) => historyPage(request, member, editing, null)),
  )
  .post("/quan-tri/thu-tuc/:code/lich-su/:version/rut", (request) =>
    withProcedure(request, async (member, editing) => {
      const { key } = stateOf(await readForm(request));
      const done = await withdrawPublished(request.var.services, member, editing.code, request.req.param("version"), key);
      return done.ok ? request.redirect(paths.editedHistory(editing.code), 303) : historyPage(request, member, editing, done.reason);
    }),
  );

function Findings({ editing, findings }: { editing: Editing; findings: readonly Finding[] }) {
  const list = (level: Finding["level"]) => findings.filter((finding) => finding.level === level);
  const errors = list("error");
  const warnings = list("warning");
  return (
    <>
      <h2>Lỗi phải sửa</h2>
      {errors.length === 0 ? <p>Không có lỗi nào.</p> : <FindingList editing={editing} findings={errors} />}
      <h2>Nên xem lại</h2>
      {warnings.length === 0 ? <p>Không có gì.</p> : <FindingList editing={editing} findings={warnings} />}
    </>
  );
}

function FindingList({ editing, findings }: { editing: Editing; findings: readonly Finding[] }) {
  return (
    <ul>
      {findings.map((finding) => (
        <li>
          {PART_WORDS[finding.part].title}: {finding.words}. <a href={placeOf(editing.code, finding)}>Đến chỗ sửa</a>
        </li>
      ))}
    </ul>
  );
}

function publishPage(request: Request, editing: Editing, typed: Readonly<Record<string, string>> | null, said: Problem | null) {
  const { services } = request.var;
  const today = officeDay(services.now());
  const tomorrow = officeDay(new Date(services.now().getTime() + 86_400_000));
  const day = parseTypedDate(typed?.ngay ?? "");
  const changes = changesOf(services, editing, day.ok ? day.value : tomorrow);
  const findings = findingsOf(services, editing.body);
  const errors = findings.filter(({ level }) => level === "error");
  const coming = services.catalogue.versions(editing.code).filter(({ validFrom }) => validFrom > today);
  return editorPage(request, editing, {
    title: "Áp dụng",
    here: paths.editedPublish(editing.code),
    said,
    back: paths.editedProcedure(editing.code),
    children: (
      <>
        <h2>Khác gì bản đang dùng</h2>
        <ChangeList changes={changes} />
        {coming.map((version) => (
          <p class="notice warn">
            Đã có một bản bắt đầu từ {formatDay(version.validFrom)}. Từ hôm đó bản nào có ngày bắt đầu muộn hơn thì dùng bản ấy.
          </p>
        ))}
        {errors.length > 0 ? (
          <Findings editing={editing} findings={findings} />
        ) : (
          <form method="post" action={paths.editedPublish(editing.code)} novalidate>
            <StateFields editing={editing} typed={typed ?? undefined} />
            <h2>Bắt đầu từ ngày nào</h2>
            <p>
              Hồ sơ đã gửi giữ nguyên bản cũ. Tờ khai đang làm dở chuyển sang bản mới: câu nào còn dùng được thì giữ, câu nào không thì bà
              con trả lời lại. Bản đã bắt đầu thì không sửa, không rút được nữa.
            </p>
            <TextField
              id="ngay"
              label="Ngày bắt đầu"
              hint={`Hôm nay hoặc sau hôm nay. Ví dụ ${formatDay(tomorrow)}`}
              value={typed?.ngay ?? formatDay(tomorrow)}
              error={said?.fields?.ngay}
              short
            />
            <button type="submit">Áp dụng từ ngày này</button>
          </form>
        )}
      </>
    ),
  });
}

function ChangeList({ changes }: { changes: readonly string[] }) {
  if (changes.length === 0) return <p>Chưa khác gì.</p>;
  return (
    <ul>
      {changes.map((words) => (
        <li>{words}</li>
      ))}
    </ul>
  );
}

const STATE_WORDS = { coming: "Sắp áp dụng", now: "Đang áp dụng", past: "Đã qua", withdrawn: "Đã rút" } as const;
const ACT_WORDS = { edit: "sửa", import: "nhận từ tệp", discard: "bỏ bản đang sửa", publish: "áp dụng", withdraw: "rút" } as const;

async function historyPage(request: Request, member: StaffMember, editing: Editing, said: Problem | null) {
  const { versions, changes } = await historyOf(request.var.services, member, editing.code);
  return editorPage(request, editing, {
    title: "Lịch sử",
    here: paths.editedHistory(editing.code),
    said,
    children: (
      <>
        <h2>Các bản</h2>
        {versions.map((version) => (
          <Version editing={editing} version={version} />
        ))}
        <h2>Ai đã làm gì</h2>
        {changes.length === 0 ? <p>Chưa ai sửa gì ở đây.</p> : null}
        <ul>
          {changes.map((change) => (
            <li>
              {officeTime(change.at)} ngày {formatDay(officeDay(change.at))}, <strong>{change.staffName}</strong> {ACT_WORDS[change.act]}
              {change.version ? ` bản ${change.version}` : ""}
              {change.words.length > 0 ? `: ${change.words.join(". ")}` : ""}
            </li>
          ))}
        </ul>
      </>
    ),
  });
}

function Version({ editing, version }: { editing: Editing; version: VersionOfHistory }) {
  return (
    <section class="panel">
      <h3>
        {STATE_WORDS[version.state]}: từ {formatDay(version.validFrom)}
      </h3>
      <p class="hint">
        Bản {version.version}
        {version.publishedAt ? `, áp dụng bởi quản trị ngày ${formatDay(officeDay(version.publishedAt))}` : ""}
      </p>
      <ChangeList changes={version.changes} />
      {version.state === "coming" && version.own ? (
        <form method="post" action={paths.editedWithdraw(editing.code, version.version)}>
          <ActKey />
          <button class="quiet" type="submit">
            Rút bản này, chưa bắt đầu
          </button>
        </form>
      ) : null}
    </section>
  );
}
