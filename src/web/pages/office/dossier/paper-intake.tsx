import { isOpen } from "../../../../domain/dossier/moves.ts";
import { formatDay } from "../../../../domain/people/dates.ts";
import type { Context } from "../../../../operations/context.ts";
import type { DeskDossier } from "../../../../operations/dossiers/desk.ts";
import { Facts } from "../../../layout/parts.tsx";
import { paths } from "../../../paths.ts";

/** How a dossier on paper came in, and what of its declaration nobody has typed in yet; nothing for one that was declared here. */
export function PaperIntake({ opened: { key, dossier }, services }: { opened: DeskDossier; services: Context }) {
  const { intake } = dossier;
  if (intake === null) return null;
  const hasDeclaration = services.catalogue.version(dossier.procedure.code, dossier.procedure.version)?.declaration !== undefined;
  const entering = hasDeclaration && isOpen(dossier, "enter-declaration");
  return (
    <section class="panel" aria-labelledby="ho-so-giay">
      <h2 id="ho-so-giay">Hồ sơ giấy</h2>
      <Facts
        rows={[
          ...intake.papers.map(({ name, originals, copies }) => ({ label: name, value: countWords(originals, copies) })),
          ...(intake.post
            ? [
                { label: "Số hiệu bưu gửi", value: intake.post.number },
                {
                  label: "Ngày đến",
                  value: `${formatDay(intake.post.arrivedOn)}${intake.post.postmark ? `, dấu bưu điện ${formatDay(intake.post.postmark)}` : ""}`,
                },
              ]
            : []),
          ...(intake.missing
            ? [{ label: `Thiếu ${intake.missing.papers.join(", ")}`, value: `Vẫn nhận vì: ${intake.missing.because}` }]
            : []),
        ]}
      />
      <div class="row tight">
        {entering ? <a href={paths.officeDeclarationForm(key.dossier)}>Nhập, sửa tờ khai giấy</a> : null}
        <form method="post" action={paths.officeSlips(key.dossier)}>
          <button class="plain" type="submit">
            In giấy hẹn, lấy bốn số mới
          </button>
        </form>
      </div>
    </section>
  );
}

function countWords(originals: number, copies: number): string {
  return [originals > 0 ? `${originals} bản chính` : "", copies > 0 ? `${copies} bản sao` : ""].filter(Boolean).join(", ");
}
