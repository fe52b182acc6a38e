import { deflateSync } from "node:zlib";
import { PDF, PdfArray, PdfDict, PdfName, type PdfObject, PdfString } from "@libpdf/core";

/** A PDF of that many pages, changed by somebody before it is saved. */
export async function aPdf(pages = 1, change: (pdf: PDF) => void = () => {}): Promise<Uint8Array> {
  const pdf = PDF.create();
  for (let page = 1; page <= pages; page += 1) {
    pdf.addPage({ size: "a4" }).drawText(`Trang ${page}`, { x: 60, y: 700, size: 30, font: "Helvetica" });
  }
  change(pdf);
  return pdf.save();
}

/** The action that the file takes when it is opened. */
export function opensWith(action: Record<string, PdfObject>): (pdf: PDF) => void {
  return (pdf) => pdf.getCatalog().set("OpenAction", pdf.register(PdfDict.of(action)));
}

export const RUNS_SCRIPT = { S: PdfName.of("JavaScript"), JS: PdfString.fromString("app.alert('chào')") };
export const LAUNCHES = { S: PdfName.of("Launch"), F: PdfString.fromString("cmd.exe") };
export const GOES_TO_THE_WEB = { S: PdfName.of("URI"), URI: PdfString.fromString("https://example.org") };

/** A note on the first page that holds an action or a thing. */
export function withNote(note: Record<string, PdfObject>): (pdf: PDF) => void {
  return (pdf) => pdf.getPage(0)?.dict.set("Annots", PdfArray.of(PdfDict.of({ Type: PdfName.of("Annot"), ...note })));
}

/**
 * A PDF written by hand whose catalog stands in a packed list of objects (ISO 32000-1, 7.5.7), so that what it says is nowhere in the bytes.
 */
export function aPackedPdf(catalog: string): Buffer {
  const [second, third] = ["<</Type/Pages/Kids[4 0 R]/Count 1>>", "<</Type/Page/Parent 3 0 R/MediaBox[0 0 595 842]>>"];
  const list = `2 0 3 ${catalog.length + 1} 4 ${catalog.length + second.length + 2} `;
  const packed = deflateSync(Buffer.from(`${list}${catalog} ${second} ${third}`));
  const first = aStream(1, `/Type/ObjStm/N 3/First ${list.length}/Filter/FlateDecode`, packed);
  const header = Buffer.from("%PDF-1.5\n");
  const at = header.length + first.length;
  const rows = [
    [0, 0, 255],
    [1, header.length, 0],
    [2, 1, 0],
    [2, 1, 1],
    [2, 1, 2],
    [1, at, 0],
  ];
  const table = Buffer.from(rows.flatMap(([kind = 0, place = 0, index = 0]) => [kind, place >> 8, place & 255, index]));
  const xref = aStream(5, "/Type/XRef/Size 6/W[1 2 1]/Root 2 0 R", table);
  return Buffer.concat([header, first, xref, Buffer.from(`startxref\n${at}\n%%EOF\n`)]);
}

/** A PDF whose page is a picture that unpacks to that many bytes. */
export function aPdfUnpackingTo(bytes: number): Buffer {
  const zeros = aStream(4, "/Type/XObject/Subtype/Image/Filter/FlateDecode", deflateSync(Buffer.alloc(bytes)));
  const page = "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>>>\nendobj\n";
  const head = `%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n${page}`;
  return Buffer.concat([Buffer.from(head), zeros, Buffer.from("trailer\n<</Root 1 0 R>>\n%%EOF\n")]);
}

function aStream(number: number, entries: string, data: Buffer): Buffer {
  const head = `${number} 0 obj\n<<${entries}/Length ${data.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), data, Buffer.from("\nendstream\nendobj\n")]);
}
