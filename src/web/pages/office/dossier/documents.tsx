import { SLIP_NAMES } from "../../../../domain/slips/forms.ts";
import type { DeskDossier } from "../../../../operations/dossiers/desk.ts";
import { slipsOf } from "../../../../operations/dossiers/slips.ts";
import { slugOf } from "../../../../operations/registers/register-desk.ts";
import { moment } from "../../../layout/moment.ts";
import { paths } from "../../../paths.ts";

/** The PDFs of a dossier: declaration, slips, result. */
export function Documents({ opened: { key, dossier: open, log } }: { opened: DeskDossier }) {
  return (
    <>
      <h2>Phiếu và kết quả</h2>
      <ul>
        <li>
          <a href={paths.officeDeclaration(key.dossier)}>Tờ khai (PDF)</a>
        </li>
        <li>
          <a href={paths.officeControlSheet(key.dossier)}>Phiếu kiểm soát quá trình giải quyết (PDF)</a>
        </li>
        {slipsOf(log).map(({ kind, logged }) => (
          <li>
            <a href={paths.officeSlip(key.dossier, logged.sequence)}>
              {SLIP_NAMES[kind]} – {moment(logged.at)} (PDF)
            </a>
          </li>
        ))}
        {open.refusal ? (
          <li>
            <a href={paths.officeRefusal(key.dossier)}>
              {open.refusal.name} số {open.refusal.number}/{open.refusal.year} (PDF đã ký)
            </a>
          </li>
        ) : null}
        {open.result ? (
          <li>
            <a href={paths.officeResult(key.dossier)}>
              {open.result.name} số {open.result.number}/{open.result.year} (PDF đã ký)
            </a>
            {open.revokedOn ? " – đã thu hồi" : open.corrections.length > 0 ? " – đã cải chính" : ""}{" "}
            <a href={paths.registerEntry(slugOf(open.result.register), open.result.year, open.result.number)}>Xem trong sổ</a>
            <form method="post" action={paths.officeResultPrint(key.dossier)}>
              <button class="plain" type="submit">
                In ra máy in của điểm
              </button>
            </form>
          </li>
        ) : null}
      </ul>
    </>
  );
}
