import { formatDay } from "../../../domain/people/dates.ts";
import { changeWords, type EntryAsk, type MarkedRow, MOST_COPIES } from "../../../domain/registers/entry.ts";
import { entryWords } from "../../../domain/registers/numbering.ts";
import type { Problem } from "../../../operations/problems.ts";
import type { OpenEntry } from "../../../operations/registers/read-entry.ts";
import { ActKey } from "../../layout/act-key.tsx";
import { Facts, Shown, TextField, WordsField } from "../../layout/parts.tsx";

/** What stands in the entry: today's words, and what was struck through, still readable. */
export function Written({ entry, here }: { entry: OpenEntry; here: string }) {
  const { line, rows, own } = entry;
  return (
    <section aria-labelledby="da-ghi">
      <h2 id="da-ghi">Đã ghi ngày {formatDay(line.enteredOn)}</h2>
      {own ? (
        <Facts
          rows={rows
            .filter(({ value, was }) => value !== "" || was.length > 0)
            .map((row) => ({ label: row.label, value: <Row row={row} /> }))}
        />
      ) : (
        <p>
          {line.name} về {line.subject}.
        </p>
      )}
      <Paper here={here} code={line.resultCode} words={`${line.name} (PDF đã ký)`} />
    </section>
  );
}

function Row({ row }: { row: MarkedRow }) {
  return (
    <>
      {row.was.map((old) => (
        <>
          <del>
            <span class="sr">Đã gạch bỏ: </span>
            {old || "(để trống)"}
          </del>{" "}
        </>
      ))}
      <Shown value={row.value} />
    </>
  );
}

/** The marks beside the entry: corrections with their papers, revocation, copies given to whom. */
export function Marks({ entry, here }: { entry: OpenEntry; here: string }) {
  const { dossier, own } = entry;
  const none = !own || (dossier.corrections.length === 0 && dossier.copies.length === 0 && dossier.revokedOn === null);
  return (
    <section aria-labelledby="ghi-chu">
      <h2 id="ghi-chu">Ghi chú bên lề</h2>
      {none ? <p>Chưa có ghi chú nào.</p> : null}
      {own && dossier.revokedOn ? <p class="notice warn">Đã thu hồi ngày {formatDay(dossier.revokedOn)}.</p> : null}
      {own
        ? dossier.corrections.map((correction) => (
            <div class="panel">
              <p>
                <strong>Đã cải chính</strong> ngày {formatDay(correction.day)}, {entryWords(correction)}. Người ký: {correction.signer}.
              </p>
              <ul>
                {correction.changes.map((change) => (
                  <li>{changeWords(change)}</li>
                ))}
              </ul>
              <p>Lý do: {correction.reason}</p>
              <Paper here={here} code={correction.paper.code} words={`Giấy thay: ${correction.paper.name} (PDF)`} />
            </div>
          ))
        : null}
      {own
        ? dossier.copies.map((copies) => (
            <div class="panel">
              <p>
                <strong>Cấp {copies.papers.length} bản sao</strong> ngày {formatDay(copies.day)}, {entryWords(copies)}. Người xin:{" "}
                {copies.asker}
                {copies.purpose ? ` (${copies.purpose})` : ""}. Người ký: {copies.signer}.
              </p>
              {copies.papers.map((paper, index) => (
                <Paper here={here} code={paper.code} words={`Bản ${index + 1}, mã ${paper.code} (PDF)`} />
              ))}
            </div>
          ))
        : null}
    </section>
  );
}

function Paper({ here, code, words }: { here: string; code: string; words: string }) {
  return (
    <form method="post" action={`${here}/giay/${code}/in`} class="row tight">
      <a href={`${here}/giay/${code}`}>{words}</a>
      <button class="plain" type="submit">
        In ra máy in<span class="sr"> {words}</span>
      </button>
    </form>
  );
}

/** What waits for the leader: the leader signs it or gives it back, the officer sees that it waits. */
export function Asked({ ask, here, leader }: { ask: EntryAsk; here: string; leader: boolean }) {
  return (
    <section class="notice" aria-labelledby="cho-ky">
      <h2 id="cho-ky">{ask.kind === "copies" ? "Chờ ký cấp bản sao" : "Chờ ký cải chính"}</h2>
      {ask.kind === "copies" ? (
        <p>
          {ask.count} bản cho {ask.asker}
          {ask.purpose ? `, để ${ask.purpose}` : ""}.
        </p>
      ) : (
        <>
          <ul>
            {ask.changes.map((change) => (
              <li>{changeWords(change)}</li>
            ))}
          </ul>
          <p>Lý do: {ask.reason}</p>
        </>
      )}
      {leader ? (
        <div class="moves">
          <form method="post" action={`${here}/ky`}>
            <ActKey />
            <button type="submit">{ask.kind === "copies" ? "Ký cấp bản sao" : "Ký cải chính"}</button>
          </form>
          <details>
            <summary>Trả lại cán bộ</summary>
            <form method="post" action={`${here}/tra-lai`}>
              <ActKey />
              <WordsField id="loi-tra" label="Vì sao trả lại" />
              <button type="submit">Trả lại</button>
            </form>
          </details>
        </div>
      ) : null}
    </section>
  );
}

interface FormProps {
  readonly here: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly said: Problem | null;
}

export function CopiesForm({ here, typed, said, applicant }: FormProps & { applicant: string }) {
  return (
    <details open={typed["so-ban"] !== undefined}>
      <summary>Cấp bản sao</summary>
      <form method="post" action={`${here}/ban-sao`}>
        <ActKey />
        <TextField
          id="nguoi-xin"
          label="Người xin"
          hint="Đối chiếu thẻ căn cước."
          value={typed["nguoi-xin"] ?? applicant}
          error={said?.fields?.["nguoi-xin"]}
        />
        <TextField
          id="so-ban"
          label="Số bản"
          hint={`Từ 1 đến ${MOST_COPIES}`}
          value={typed["so-ban"] ?? "1"}
          error={said?.fields?.["so-ban"]}
          numeric
          short
        />
        <TextField id="de-lam-gi" label="Để làm gì (không bắt buộc)" value={typed["de-lam-gi"] ?? ""} />
        <button type="submit">Trình lãnh đạo ký</button>
      </form>
    </details>
  );
}

/** Each line as it stands today, to be typed over where it is wrong; the old words stay in the register, struck through. */
export function CorrectionForm({ here, typed, said, rows }: FormProps & { rows: readonly MarkedRow[] }) {
  return (
    <details open={typed["ly-do"] !== undefined}>
      <summary>Cải chính lỗi của cơ quan</summary>
      <form method="post" action={`${here}/cai-chinh`}>
        <ActKey />
        <p class="hint">
          Chỉ sửa lỗi chép sai do cơ quan tự thấy. Người dân xin sửa thì làm hồ sơ thay đổi, cải chính. Chữ cũ vẫn đọc được trong sổ.
        </p>
        <Lines rows={rows} typed={typed} />
        <TextField id="ly-do" label="Vì sao cải chính" value={typed["ly-do"] ?? ""} error={said?.fields?.["ly-do"]} />
        <button type="submit">Trình lãnh đạo ký</button>
      </form>
    </details>
  );
}

/** The lines of an entry as fields. */
export function Lines({ rows, typed }: { rows: readonly MarkedRow[]; typed: Readonly<Record<string, string>> }) {
  return (
    <>
      {rows.map((row, index) => (
        <TextField id={`dong-${index}`} label={row.label} value={typed[`dong-${index}`] ?? row.value} />
      ))}
    </>
  );
}
