import type { Child } from "hono/jsx";

/** A column of a table of like things: its head, and what stands in it of one thing. */
export interface Column<Line> {
  readonly head: string;
  readonly cell: (line: Line) => Child;
}

interface LinesTableProps<Line> {
  readonly columns: readonly Column<Line>[];
  readonly lines: readonly Line[];
  /** Before the others, without a head of its own: a box to mark the line by, and one for all of them. */
  readonly mark?: { readonly all: Child; readonly cell: (line: Line) => Child } | undefined;
  readonly rowClass?: (line: Line) => string | undefined;
}

/** Like things, one a line. In a narrow window each line is a card, and its cells carry their heads: nobody has to push a table sideways. */
export function LinesTable<Line>({ columns, lines, mark, rowClass }: LinesTableProps<Line>) {
  return (
    <div class="scroll">
      <table class="lines">
        <thead>
          <tr>
            {mark ? (
              <th scope="col" class="mark-cell">
                {mark.all}
              </th>
            ) : null}
            {columns.map(({ head }) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr class={rowClass?.(line)}>
              {mark ? <td class="mark-cell">{mark.cell(line)}</td> : null}
              {columns.map(({ head, cell }) => (
                <td data-head={head}>{cell(line)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
