import { officeDay } from "../../../base/clock.ts";
import { citizenWords } from "../../../domain/dossier/for-citizen.ts";
import { STATUSES } from "../../../domain/dossier/status.ts";
import { formatDay } from "../../../domain/people/dates.ts";
import { FACES } from "../../../domain/point/feedback.ts";
import { isPurpose, PURPOSES } from "../../../domain/point/visit.ts";
import { REQUEST_KINDS, REQUEST_OUTCOMES } from "../../../domain/privacy/request.ts";
import { keptInWords } from "../../../domain/privacy/retention.ts";
import type { Context } from "../../../operations/context.ts";
import type { Kept, KeptDossier } from "../../../operations/privacy/gather.ts";
import type { ProvenPerson } from "../../../operations/privacy/person.ts";
import { moment } from "../../layout/moment.ts";
import { messageLines } from "./message-lines.ts";

/** The page of the copy that people read: it stands alone, without the program, its style or a line. */
export function overview(person: ProvenPerson, kept: Kept, services: Pick<Context, "now" | "retention" | "consents">): string {
  return `<!doctype html>${<Overview person={person} kept={kept} services={services} />}`;
}

function Overview({
  person,
  kept,
  services,
}: {
  person: ProvenPerson;
  kept: Kept;
  services: Pick<Context, "now" | "retention" | "consents">;
}) {
  const { account } = person;
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Dữ liệu của bà con – Lộc Vừng</title>
      </head>
      <body>
        <h1>Dữ liệu của bà con</h1>
        <p>Bản sao lúc {moment(services.now().toISOString())}. Dữ liệu để máy đọc nằm trong tệp du-lieu.json.</p>
        {account ? (
          <>
            <h2>Tài khoản</h2>
            <Table
              rows={[
                ["Họ tên", account.name],
                ["Số định danh", account.identityNumber],
                ["Ngày sinh", account.birthDate ? formatDay(account.birthDate) : ""],
                ["Điện thoại", account.phone],
                ["Thư điện tử", kept.email ?? ""],
                ["Nơi ở", account.address],
              ]}
            />
          </>
        ) : null}
        <h2>Hồ sơ ({kept.dossiers.length})</h2>
        {kept.dossiers.map((one) => (
          <OneDossier kept={one} />
        ))}
        <h2>Tờ khai làm dở ({kept.drafts.length})</h2>
        <ul>
          {kept.drafts.map((draft) => (
            <li>
              {draft.name}, tự xóa ngày {formatDay(officeDay(draft.expiresAt))}
            </li>
          ))}
        </ul>
        <h2>Lượt đến điểm ({kept.visits.length})</h2>
        <ul>
          {kept.visits.map((visit) => (
            <li>
              {formatDay(visit.day)}, số {visit.number}, {visit.pointName}
              {isPurpose(visit.purpose) ? `, ${PURPOSES[visit.purpose].toLowerCase()}` : ""}
            </li>
          ))}
        </ul>
        <h2>Tin và cuộc gọi ({kept.messages.length + kept.calls.length})</h2>
        <ul>
          {messageLines(kept, (to) => to).map((line) => (
            <li>
              {line.words}, {moment(line.at.toISOString())}
              {line.text === "" ? null : <blockquote>{line.text}</blockquote>}
            </li>
          ))}
        </ul>
        <h2>Góp ý ({kept.feedback.length})</h2>
        <ul>
          {kept.feedback.map((said) => (
            <li>
              {FACES[said.face]}, {moment(said.saidAt.toISOString())}
              {said.words ? `: “${said.words}”` : ""}
            </li>
          ))}
        </ul>
        <h2>Lời đồng ý ({kept.consents.length})</h2>
        <ul>
          {kept.consents.map((consent) => (
            <li>
              {services.consents.find(({ purpose }) => purpose === consent.purpose)?.name ?? consent.purpose}: đồng ý{" "}
              {moment(consent.givenAt.toISOString())}
              {consent.withdrawnAt ? `, rút ${moment(consent.withdrawnAt.toISOString())}` : ""}
              <blockquote>{consent.text}</blockquote>
            </li>
          ))}
        </ul>
        <h2>Yêu cầu ({kept.requests.length})</h2>
        <ul>
          {kept.requests.map((asked) => (
            <li>
              {REQUEST_KINDS[asked.kind].words}, {moment(asked.askedAt.toISOString())}: {asked.words}
              <br />
              {asked.outcome
                ? `${REQUEST_OUTCOMES[asked.outcome]}. ${asked.answer ?? ""}`
                : `Trả lời trước ngày ${formatDay(asked.dueDay)}.`}
            </li>
          ))}
        </ul>
        <h2>Giữ bao lâu</h2>
        <Table rows={services.retention.goes.map((rule) => [rule.name, `${keptInWords(rule)}. ${rule.why} ${rule.basis}.`])} />
        <h2>Luật bắt giữ lại</h2>
        <Table rows={services.retention.stays.map((stay) => [stay.name, `${stay.why} ${stay.basis}.`])} />
      </body>
    </html>
  );
}

function OneDossier({ kept }: { kept: KeptDossier }) {
  const { dossier, office, log, looks } = kept;
  return (
    <>
      <h3>{dossier.procedure.name}</h3>
      <Table
        rows={[
          ["Mã tra cứu", dossier.trackingCode],
          ["Mã hồ sơ", dossier.dossierCode ?? ""],
          ["Cơ quan", office.name],
          ["Trạng thái", STATUSES[dossier.status].words],
          ["Giấy tờ", dossier.papers.map(({ name }) => name).join(", ")],
          ...dossier.declaration.sections.flatMap((part) => part.rows.map((row): [string, string] => [row.label, row.value])),
        ]}
      />
      <h4>Đã qua những bước</h4>
      <ol>
        {log.map((logged) => (
          <li>
            {citizenWords(logged.event)}, {moment(logged.at)}
          </li>
        ))}
      </ol>
      <h4>Ai đã xem, đã in</h4>
      <ul>
        {looks.map((look) => (
          <li>
            {look.words}, {moment(look.at.toISOString())}
          </li>
        ))}
      </ul>
    </>
  );
}

function Table({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <table>
      <tbody>
        {rows
          .filter(([, value]) => value !== "")
          .map(([label, value]) => (
            <tr>
              <th scope="row" align="left">
                {label}
              </th>
              <td>{value}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
