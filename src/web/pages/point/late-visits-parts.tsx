import { officeDay, officeTime } from "../../../base/clock.ts";
import { dayWithWeekday, formatDay } from "../../../domain/people/dates.ts";
import {
  BACK_DAYS,
  countPeople,
  SHEET_COLUMNS,
  SHEET_HELP,
  SHEET_LINES,
  SHEET_PURPOSES,
  type Sheet,
  type TypedLine,
  type TypedSheet,
} from "../../../domain/point/late-sheet.ts";
import { spansInWords } from "../../../domain/point/silence.ts";
import { PURPOSES } from "../../../domain/point/visit.ts";
import type { Silence } from "../../../operations/measures/silences.ts";
import type { Problem } from "../../../operations/problems.ts";
import type { LateSheet } from "../../../store/records/late-sheets.ts";
import { TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

/** Days on which the machine was silent and nobody said yet what happened. */
export function Silences({ silences, newKey }: { silences: readonly Silence[]; newKey: () => string }) {
  const owed = silences.filter(({ made, goesOn }) => !made && !goesOn);
  if (owed.length === 0) return null;
  return (
    <section class="notice warn">
      <h2>Những ngày máy im, chưa ghi bù</h2>
      <ul class="items">
        {owed.map(({ day, spans }) => (
          <li>
            <strong>{dayWithWeekday(day)}</strong>: máy im {spansInWords(spans)}
            <form method="post" action={paths.lateNobody} class="row tight">
              <a href={`${paths.lateVisits}?ngay=${day}`}>
                Ghi bù ngày này<span class="sr"> {formatDay(day)}</span>
              </a>
              <input type="hidden" name="ngay" value={day} />
              <input type="hidden" name="key" value={newKey()} />
              <button class="plain" type="submit">
                Hôm đó không có ai<span class="sr"> {formatDay(day)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The paper's columns, line by line. */
export function SheetForm({ typed, keyOfForm, said }: { typed: TypedSheet; keyOfForm: string; said: Problem | null }) {
  return (
    <form method="post" action={paths.lateVisits} id="phieu">
      <input type="hidden" name="key" value={keyOfForm} />
      <input type="hidden" name="so-dong" value={typed.lines.length} />
      <TextField
        id="ngay"
        label="Ngày bà con đến"
        hint={`Ví dụ 26/11/2026; được ghi bù ${BACK_DAYS} ngày trở lại.`}
        value={formatDay(typed.day)}
        error={said?.fields?.ngay}
        short
      />
      <table class="sheet">
        <thead>
          <tr>
            <th scope="col">TT</th>
            {Object.values(SHEET_COLUMNS).map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {typed.lines.map((line, index) => (
            <Line line={line} number={index + 1} fields={said?.fields ?? {}} />
          ))}
        </tbody>
      </table>
      <div class="row">
        <button type="submit" name="lam" value="xem">
          Xem lại trước khi ghi
        </button>
        {typed.lines.length < SHEET_LINES ? (
          <button type="submit" name="lam" value="them" class="quiet">
            Thêm dòng
          </button>
        ) : null}
      </div>
    </form>
  );
}

function Line({ line, number, fields }: { line: TypedLine; number: number; fields: Readonly<Record<string, string>> }) {
  const at = (name: string) => ({
    id: `${name}-${number}`,
    name: `${name}-${number}`,
    autocomplete: "off",
    "aria-invalid": fields[`${name}-${number}`] ? ("true" as const) : undefined,
  });
  return (
    <tr>
      <th scope="row">{number}</th>
      <td>
        <input type="text" {...at("gio")} aria-label={`${SHEET_COLUMNS.time}, dòng ${number}`} value={line.time} placeholder="9h15" />
      </td>
      <td>
        <select {...at("viec")} aria-label={`${SHEET_COLUMNS.purpose}, dòng ${number}`}>
          <option value="">{SHEET_COLUMNS.purpose} …</option>
          {SHEET_PURPOSES.map(({ number: sign, purpose, words }) => (
            <option value={purpose} selected={line.purpose === purpose}>
              {sign}. {words}
            </option>
          ))}
        </select>
      </td>
      <td>
        <input
          type="text"
          {...at("nguoi")}
          aria-label={`${SHEET_COLUMNS.people}, dòng ${number}`}
          value={line.people}
          inputmode="numeric"
          placeholder="1"
        />
      </td>
      <td>
        <select {...at("muc")} aria-label={`${SHEET_COLUMNS.help}, dòng ${number}`}>
          <option value="">{SHEET_COLUMNS.help} …</option>
          {Object.entries(SHEET_HELP).map(([help, { letter, words }]) => (
            <option value={help} selected={line.help === help}>
              {letter}: {words.toLowerCase()}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

/** What will be counted; what was typed goes along, so that it can be changed again. */
export function Preview(props: { sheet: Sheet; typed: TypedSheet; keyOfForm: string; before: readonly LateSheet[] }) {
  const { sheet, typed, keyOfForm, before } = props;
  const already = before.reduce((sum, { visits }) => sum + visits, 0);
  return (
    <>
      <h1>
        Ghi {countPeople(sheet)} lượt vào {dayWithWeekday(sheet.day)}?
      </h1>
      {already > 0 ? (
        <p class="notice warn">
          Ngày này đã ghi bù {already} lượt rồi ({before.map(({ recordedBy }) => recordedBy).join(", ")}). Nếu là cùng tờ giấy thì đừng ghi
          nữa.
        </p>
      ) : null}
      <section class="scroll" tabindex={0} aria-label="Những dòng sẽ ghi">
        <table>
          <thead>
            <tr>
              {Object.values(SHEET_COLUMNS).map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.lines.map(({ time, purpose, people, help }) => (
              <tr>
                <td>{time}</td>
                <td>{PURPOSES[purpose]}</td>
                <td>{people}</td>
                <td>{SHEET_HELP[help].words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <form method="post" action={paths.lateVisits} class="row">
        <input type="hidden" name="key" value={keyOfForm} />
        <input type="hidden" name="so-dong" value={typed.lines.length} />
        <input type="hidden" name="ngay" value={typed.day} />
        {typed.lines.map((line, index) =>
          Object.entries({ gio: line.time, viec: line.purpose, nguoi: line.people, muc: line.help })
            .filter(([, value]) => value !== "")
            .map(([name, value]) => <input type="hidden" name={`${name}-${index + 1}`} value={value} />),
        )}
        <button type="submit" name="lam" value="ghi">
          Ghi vào số liệu
        </button>
        <button type="submit" name="lam" value="sua" class="quiet">
          Sửa lại
        </button>
      </form>
    </>
  );
}

export function Done({ sheet: { visits, day } }: { sheet: LateSheet }) {
  return (
    <p class="notice" role="status">
      Đã ghi {visits} lượt vào {dayWithWeekday(day)}.
    </p>
  );
}

/** What was typed in of the last days; what is wrong can be taken back. */
export function SheetList({ sheets }: { sheets: readonly LateSheet[] }) {
  if (sheets.length === 0) return null;
  return (
    <section>
      <h2>Đã ghi bù</h2>
      <ul class="items">
        {sheets.map(({ sheet, day, visits, recordedBy, recordedAt }) => (
          <li>
            {dayWithWeekday(day)}: {visits === 0 ? "không có ai đến" : `${visits} lượt`}, {recordedBy} ghi lúc {officeTime(recordedAt)} ngày{" "}
            {formatDay(officeDay(recordedAt))}
            <form method="post" action={paths.lateSheetBack(sheet)}>
              <button class="plain" type="submit">
                Ghi nhầm, rút lại<span class="sr"> phiếu ngày {formatDay(day)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
