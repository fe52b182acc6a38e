import { renderSVG } from "uqr";

/** The SVG picture of a QR code for a page, to be read off a screen by a phone: error correction M, a quiet zone of two modules. */
export function qrSvg(text: string): string {
  return renderSVG(text, { ecc: "M", border: 2 });
}
