import { PdfBool, PdfDict, PdfName, PdfNumber, PdfStream } from "@libpdf/core";
import { assert, present } from "../../base/assert.ts";

/** TIFF 6.0, little-endian, as encode.ts writes it. */
export function isTiff(bytes: Uint8Array): boolean {
  return bytes[0] === 0x49 && bytes[1] === 0x49 && bytes[2] === 42;
}

/** The Group 4 fax data of a TIFF with one tile as an image of a PDF (ISO 32000-1, 7.4.6), unchanged. */
export function faxImage(tiff: Uint8Array): PdfStream {
  const tags = tagsOf(Buffer.from(tiff.buffer, tiff.byteOffset, tiff.byteLength));
  const tag = (name: keyof typeof TAGS) => present(tags.get(TAGS[name]), `tag ${name} of the TIFF`);
  assert(tag("compression") === GROUP_4 && tag("photometric") === BLACK_IS_ZERO, "the TIFF was written by this program");
  const [columns, rows] = [PdfNumber.of(tag("width")), PdfNumber.of(tag("height"))];
  return PdfStream.fromDict(
    {
      Type: PdfName.of("XObject"),
      Subtype: PdfName.of("Image"),
      Width: columns,
      Height: rows,
      ColorSpace: PdfName.of("DeviceGray"),
      BitsPerComponent: PdfNumber.of(1),
      Filter: PdfName.of("CCITTFaxDecode"),
      // white is written as the runs that a fax calls black
      DecodeParms: PdfDict.of({ K: PdfNumber.of(-1), Columns: columns, Rows: rows, BlackIs1: PdfBool.of(true) }),
    },
    tiff.subarray(tag("tileOffset"), tag("tileOffset") + tag("tileBytes")),
  );
}

const TAGS = { width: 256, height: 257, compression: 259, photometric: 262, tileOffset: 324, tileBytes: 325 } as const;
const GROUP_4 = 4;
const BLACK_IS_ZERO = 1;

/** The values of the first directory that stand in the tag itself: numbers of two or four bytes. */
function tagsOf(tiff: Buffer): Map<number, number> {
  const start = tiff.readUInt32LE(4);
  const entries = Array.from({ length: tiff.readUInt16LE(start) }, (_, index) => start + 2 + index * 12);
  return new Map(
    entries.map((at) => [tiff.readUInt16LE(at), tiff.readUInt16LE(at + 2) === 3 ? tiff.readUInt16LE(at + 8) : tiff.readUInt32LE(at + 8)]),
  );
}
