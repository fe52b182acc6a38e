import type { Procedure } from "../../../../domain/catalogue/procedure.ts";
import { INTAKE_FIELDS as F } from "../../../../domain/dossier/intake-form.ts";
import type { WantedPaper } from "../../../../operations/drafts/papers.ts";

/** What lies on the counter: one tick a paper; counts only where they are not what the procedure asks for. */
export function Papers({
  legend = "Giấy tờ đã có",
  papers,
  scanned,
  typed,
  errors,
}: {
  legend?: string;
  papers: Procedure["papers"];
  scanned: readonly WantedPaper[];
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="scroll">
        <table class="counted">
          <thead>
            <tr>
              <th scope="col">Giấy tờ</th>
              <th scope="col">Bản chính</th>
              <th scope="col">Bản sao</th>
              <th scope="col">Bản quét</th>
            </tr>
          </thead>
          <tbody>
            {papers.map((paper, index) => {
              const pages = scanned.find((one) => one.paper.id === paper.id)?.pages.reduce((sum, { pageCount }) => sum + pageCount, 0) ?? 0;
              const id = F.there + paper.id;
              return (
                <tr>
                  <td>
                    <label class="check" for={id}>
                      <input
                        type="checkbox"
                        id={id}
                        name={id}
                        value="1"
                        checked={Boolean(typed[id]) || pages > 0}
                        autofocus={index === 0}
                      />
                      <span>
                        {paper.name}
                        {paper.kind === "show" ? (
                          " – chỉ cho xem"
                        ) : paper.required ? (
                          ""
                        ) : (
                          <span class="optional"> (nếu thuộc trường hợp)</span>
                        )}
                      </span>
                    </label>
                  </td>
                  <td data-label="Bản chính">
                    <Count
                      field={F.originals + paper.id}
                      label={`Số bản chính ${paper.name}`}
                      usual={paper.originals}
                      typed={typed}
                      errors={errors}
                    />
                  </td>
                  <td data-label="Bản sao">
                    <Count
                      field={F.copies + paper.id}
                      label={`Số bản sao ${paper.name}`}
                      usual={paper.copies}
                      typed={typed}
                      errors={errors}
                    />
                  </td>
                  <td>
                    {paper.kind === "show" ? null : (
                      <button class="plain" type="submit" name="lam" value={`giay:${paper.id}`}>
                        {pages > 0 ? `${pages} trang` : "Quét, tải tệp"}
                        <span class="sr"> {paper.name}</span>
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}

function Count(props: {
  field: string;
  label: string;
  usual: number;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}) {
  const error = props.errors[props.field];
  return (
    <>
      <input
        type="text"
        class="count"
        inputmode="numeric"
        id={props.field}
        name={props.field}
        aria-label={props.label}
        aria-invalid={error ? "true" : undefined}
        value={props.typed[props.field] ?? String(props.usual)}
        autocomplete="off"
      />
      {error ? <p class="error">{error}</p> : null}
    </>
  );
}
