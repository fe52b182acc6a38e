import { dayWithWeekday } from "../../../../domain/people/dates.ts";
import type { OwedApology } from "../../../../operations/dossiers/apologies.ts";
import { paths } from "../../../paths.ts";
import { ApologyFields, type TypedApology } from "../apology-fields.tsx";

/** The slips that are owed, those late already first; what cannot be signed here says why. One form: each slip can be signed alone, or marked. */
export function Cards({
  owed,
  typed,
  actKey,
}: {
  owed: readonly OwedApology[];
  typed: (id: string) => TypedApology | null;
  actKey: string;
}) {
  if (owed.length === 0) return <p class="notice">Không có hồ sơ nào phải xin lỗi.</p>;
  const can = owed.filter(({ cannot, draft }) => cannot === null && draft !== null);
  const cannot = owed.filter((one) => !can.includes(one));
  return (
    <>
      {can.length > 0 ? (
        <form method="post" action={paths.officeApologiesPreview}>
          <input type="hidden" name="key" value={actKey} />
          <Group title="Đã quá ngày hẹn" owed={can.filter(({ late }) => late)} typed={typed} />
          <Group title="Hết hôm nay sẽ quá hẹn" owed={can.filter(({ late }) => !late)} typed={typed} />
          <button type="submit">Xem trước phiếu đã đánh dấu, rồi ký</button>
        </form>
      ) : null}
      {cannot.length > 0 ? (
        <section aria-labelledby="chua-ky">
          <h2 id="chua-ky">Chưa ký được ở đây</h2>
          <ul>
            {cannot.map(({ key, dossier, cannot: why }) => (
              <li>
                <a href={paths.officeDossier(key.dossier)}>{dossier.applicant.name}</a>, {dossier.procedure.name}, hẹn{" "}
                {dayWithWeekday(dossier.due.day)}. {why}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Group({ title, owed, typed }: { title: string; owed: readonly OwedApology[]; typed: (id: string) => TypedApology | null }) {
  if (owed.length === 0) return null;
  return (
    <section>
      <h2>
        {title} ({owed.length})
      </h2>
      <ol class="preview">
        {owed.map((one) => (
          <li>
            <Card one={one} typed={typed(one.key.dossier)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Card({ one: { key, dossier, draft, late }, typed }: { one: OwedApology; typed: TypedApology | null }) {
  const id = key.dossier;
  return (
    <>
      <h3>
        <a href={paths.officeDossier(id)}>
          {dossier.procedure.name}: {dossier.applicant.name}
        </a>
      </h3>
      <p>
        {dossier.dossierCode ?? dossier.trackingCode}, <span class={late ? "late" : "soon"}>đã hẹn {dayWithWeekday(dossier.due.day)}</span>
        {dossier.promisedAnew ? ". Đã xin lỗi một lần rồi" : ""}
      </p>
      <label class="check">
        <input type="checkbox" name="hs" value={id} checked={late} /> Đánh dấu để ký cùng các phiếu khác
      </label>
      <ApologyFields draft={draft} names={{ day: `ngay-${id}`, reasons: `ly-do-${id}`, words: `loi-${id}` }} typed={typed} />
      <button class="quiet" type="submit" name="mot" value={id} formaction={paths.officeApologiesSign}>
        Ký phiếu của {dossier.applicant.name}
      </button>
    </>
  );
}
