import { renderSVG } from "uqr";

/** A QR code as an SVG picture: error correction M, a quiet zone of two modules. */
export function qrSvg(text: string): string {
  return renderSVG(text, { ecc: "M", border: 2 });
}
