/**
 * The citizen lets a helper fill the form in for them: for this visit only. The very text that was agreed to is kept with its hash, because what
 * counts as consent is what was read (Law 91/2025/QH15 on personal data: consent is clear, provable, for a stated purpose, and can be taken back).
 */
export interface MandateTerms {
  readonly citizen: string;
  readonly helper: string;
  readonly office: string;
  readonly point: string;
  readonly visitNumber: number;
  /** DD/MM/YYYY */
  readonly day: string;
}

/** How the citizen agreed: with the four digits that only they know, or with their own hand on the screen. */
export type MandateProof = { readonly kind: "slip"; readonly slipCode: string } | { readonly kind: "signature"; readonly sha256: string };

export function mandateText(terms: MandateTerms): string {
  return [
    `Tôi là ${terms.citizen}.`,
    `Tôi nhờ ${terms.helper}, người trực tại ${terms.point} (${terms.office}), gõ giúp tờ khai và nộp giấy tờ theo lời tôi nói.`,
    `Chỉ trong lượt số ${terms.visitNumber}, ngày ${terms.day}. Hết lượt là hết nhờ. Tôi đổi ý lúc nào cũng được.`,
    "Người trực không giữ mật khẩu, không giữ giấy tờ và không kể lại chuyện của tôi cho ai.",
    "Tôi sẽ xem lại tờ khai trước khi gửi.",
  ].join("\n");
}

/** Points of a signature drawn on the screen, as an SVG path: nothing but moves and lines, and at least a real stroke. */
const SIGNATURE = /^M\d{1,4} \d{1,4}(?:[ML]\d{1,4} \d{1,4}){8,2000}$/;

export function isSignature(path: string): boolean {
  return path.length <= 20_000 && SIGNATURE.test(path);
}

/** The signature as a picture of its own. */
export function signatureSvg(path: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 200"><path d="${path}" fill="none" stroke="#123" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}
