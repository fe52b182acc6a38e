import type { Channel, LoggedEvent } from "../dossier/events.ts";
import { fold } from "../dossier/fold.ts";
import { STATUSES } from "../dossier/status.ts";
import { NEW_FORMS_FROM, type SlipForm } from "./forms.ts";

/**
 * The register of dossiers (sổ theo dõi hồ sơ): form 06 of Circular 01/2018, form 07 of Circular 03/2025; number, title and columns checked
 * against the list of forms, their widths and order under the heads are ours (unverified). `day` is that of its last line.
 */
export function dossierRegisterForm(day: string): SlipForm {
  const words = day >= NEW_FORMS_FROM ? "(Mẫu số 07, Phụ lục I, Thông tư 03/2025/TT-VPCP)" : "(Mẫu số 06, Thông tư 01/2018/TT-VPCP)";
  return { title: "SỔ THEO DÕI HỒ SƠ", words };
}

/** A dossier as a line of the register. Moments are ISO 8601; null where it has not come so far. */
export interface RegisterOfDossiersLine {
  readonly code: string;
  readonly procedure: string;
  readonly applicant: string;
  readonly address: string;
  readonly phone: string;
  readonly receivedAt: string;
  readonly due: { readonly day: string; readonly time: string };
  /** To whoever decides, and back with the result: in a commune's office the same house. */
  readonly forwardedAt: string | null;
  readonly decidedAt: string | null;
  readonly returnedAt: string | null;
  readonly receivedBy: string;
  readonly note: string;
}

const CHANNELS = { online: "Trực tuyến", direct: "Trực tiếp", post: "Bưu chính" } as const satisfies Record<Channel, string>;

/** The line of a dossier as its log stands. The note says how it came, and how it ended when it ended otherwise than by being handed over. */
export function lineOfRegister(log: readonly LoggedEvent[]): RegisterOfDossiersLine {
  const dossier = fold(log);
  const firstAt = (type: LoggedEvent["event"]["type"]) => log.find(({ event }) => event.type === type)?.at ?? null;
  const { applicant, handedOver } = dossier;
  const end = dossier.status === "returned" ? [] : [STATUSES[dossier.status].words];
  return {
    code: dossier.dossierCode ?? dossier.trackingCode,
    procedure: dossier.procedure.name,
    applicant: applicant.name,
    address: applicant.address ?? "",
    phone: applicant.phone ?? "",
    receivedAt: dossier.lodgedAt,
    due: dossier.due,
    forwardedAt: firstAt("accepted"),
    decidedAt: firstAt("signed"),
    returnedAt: handedOver?.at ?? null,
    receivedBy: handedOver ? `${handedOver.to}, ${handedOver.place}` : "",
    note: [CHANNELS[dossier.channel], ...end, ...(dossier.promisedAnew ? ["Đã hẹn lại"] : [])].join("; "),
  };
}
