import { dayWithWeekday, formatDay } from "../../../../domain/people/dates.ts";
import type { OwedApology, WantedApology } from "../../../../operations/dossiers/apologies.ts";
import type { Outcome } from "../../../../operations/dossiers/many.ts";
import { Facts } from "../../../layout/parts.tsx";
import { paths } from "../../../paths.ts";

type Previewed = OwedApology & { readonly wanted: WantedApology };

/** What will stand on each slip, and which cannot be signed. */
export function Preview({ previewed, actKey }: { previewed: readonly Previewed[]; actKey: string }) {
  const can = previewed.filter(({ cannot }) => cannot === null);
  const cannot = previewed.filter((one) => one.cannot !== null);
  return (
    <>
      <h1>Ký {can.length} phiếu xin lỗi</h1>
      {cannot.length > 0 ? (
        <section class="notice warn" aria-labelledby="khong-ky">
          <h2 id="khong-ky">{cannot.length} phiếu chưa ký được</h2>
          <ul>
            {cannot.map(({ key, dossier, cannot: why }) => (
              <li>
                <a href={paths.officeDossier(key.dossier)}>{dossier.applicant.name}</a>: {why}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {can.length === 0 ? (
        <p>
          Không còn phiếu nào để ký. <a href={paths.officeApologies}>Về danh sách cần xin lỗi</a>
        </p>
      ) : (
        <form method="post" action={paths.officeApologiesSign}>
          <input type="hidden" name="key" value={actKey} />
          <ol class="preview">
            {can.map((one) => (
              <li>
                <Slip one={one} />
              </li>
            ))}
          </ol>
          <button type="submit">Ký {can.length} phiếu trên đây</button>
        </form>
      )}
    </>
  );
}

function Slip({ one: { key, dossier, wanted } }: { one: Previewed }) {
  const id = key.dossier;
  return (
    <>
      <input type="hidden" name="hs" value={id} />
      <input type="hidden" name={`ngay-${id}`} value={formatDay(wanted.day)} />
      {wanted.reasons.map((reason) => (
        <input type="hidden" name={`ly-do-${id}`} value={reason} />
      ))}
      <input type="hidden" name={`loi-${id}`} value={wanted.words} />
      <h2>
        {dossier.procedure.name}: {dossier.applicant.name}
      </h2>
      <Facts
        rows={[
          { label: "Đã hẹn trả", value: `${dossier.due.time} ${dayWithWeekday(dossier.due.day)}` },
          { label: "Nay hẹn trả", value: `${dossier.due.time} ${dayWithWeekday(wanted.day)}` },
          { label: "Lý do", value: [...wanted.reasons, wanted.words.trim()].filter(Boolean).join("; ") },
        ]}
      />
    </>
  );
}

/** What became of each slip: those that were signed with their paper, those that were not with why. */
export function Signed({ outcomes, names }: { outcomes: readonly Outcome[]; names: ReadonlyMap<string, string> }) {
  const signed = outcomes.flatMap(({ key, dossier }) => (dossier ? [{ key, dossier }] : []));
  const failed = outcomes.filter(({ problem: why }) => why !== null);
  return (
    <>
      {failed.length > 0 ? (
        <section class="notice warn" role="alert">
          <h2>{failed.length} phiếu chưa ký được</h2>
          <ul>
            {failed.map(({ key, problem: why }) => (
              <li>
                <a href={paths.officeDossier(key.dossier)}>{names.get(key.dossier) ?? "Mở hồ sơ"}</a>: {why}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {signed.length > 0 ? (
        <section class="notice" role="status">
          <h2>Đã ký {signed.length} phiếu xin lỗi</h2>
          <ul>
            {signed.map(({ key, dossier }) => (
              <li>
                {dossier.applicant.name}, hẹn lại {dayWithWeekday(dossier.due.day)}:{" "}
                <a href={paths.officeSlip(key.dossier, dossier.sequence)}>phiếu xin lỗi của {dossier.applicant.name}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
