import { type Column, columnGroups, type Report, type ReportTable, type Value, valueWords } from "../../../../domain/reports/report.ts";
import type { Looking } from "../../../../operations/measures/viewpoint.ts";
import { lookingQuery } from "../../../http/looking.ts";
import { paths } from "../../../paths.ts";

/** The tables of a report; columns of a group stand under one heading. */
export function ReportTables({ report: { tables }, looking }: { report: Report; looking: Looking }) {
  return (
    <>
      {tables.map((table) => (
        <section>
          <h2>{table.title}</h2>
          {table.rows.length === 0 ? <p class="notice">Kỳ này không có.</p> : <Table table={table} />}
          {table.more ? (
            <p>
              … <a href={`${paths.statisticsBehind}?${lookingQuery(looking, { so: table.more.so })}`}>{table.more.words}</a>
            </p>
          ) : null}
        </section>
      ))}
    </>
  );
}

function Table({ table: { title, columns, rows, total } }: { table: ReportTable }) {
  const groups = columnGroups(columns);
  const grouped = groups.some(({ group }) => group !== null);
  return (
    <section class="scroll" tabindex={0} aria-label={title}>
      <table>
        <thead>
          <tr>
            {groups.map(({ group, columns: those }) =>
              group === null ? (
                those.map(({ name }) => (
                  <th scope="col" rowspan={grouped ? 2 : 1}>
                    {name}
                  </th>
                ))
              ) : (
                <th scope="colgroup" colspan={those.length}>
                  {group}
                </th>
              ),
            )}
          </tr>
          {grouped ? (
            <tr>
              {groups
                .filter(({ group }) => group !== null)
                .flatMap(({ columns: those }) => those)
                .map(({ name }) => (
                  <th scope="col">{name}</th>
                ))}
            </tr>
          ) : null}
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>{row.map((value, index) => cell(value, columns[index]))}</tr>
          ))}
        </tbody>
        {total ? (
          <tfoot>
            <tr>
              {total.map((value, index) => (
                <td class={columns[index]?.numeric ? "number" : undefined}>
                  <strong>{valueWords(value)}</strong>
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}

/** A column of sentences stays wide enough to read, on a phone as well: the table scrolls. */
const SENTENCES = 3;

function cell(value: Value, { numeric = false, share = 1 }: Partial<Column> = {}) {
  return <td class={numeric ? "number" : share >= SENTENCES ? "words" : undefined}>{valueWords(value)}</td>;
}
