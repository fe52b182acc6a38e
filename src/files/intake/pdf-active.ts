import { type PDF, PdfArray, PdfDict, PdfName, type PdfObject, PdfRef } from "@libpdf/core";

/**
 * Does a PDF carry more than pages: programs, actions that open or fetch something, other files, films? All objects that can be reached from
 * its catalog are looked at, for names stand packed or in other spellings in the bytes, and pictures contain such bytes by chance.
 */
export function carriesMore(pdf: PDF): boolean {
  const seen = new Set<string>();
  const open: PdfObject[] = [pdf.getCatalog()];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next instanceof PdfRef) {
      const key = next.toString();
      const target = seen.has(key) ? null : pdf.getObject(next);
      seen.add(key);
      if (target !== null) open.push(target);
    } else if (next instanceof PdfArray) {
      for (const item of next) open.push(item);
    } else if (next instanceof PdfDict) {
      if (isActive(next)) return true;
      for (const [, value] of next) open.push(value);
    }
  }
  return false;
}

function isActive(dict: PdfDict): boolean {
  const says = (key: string, values: ReadonlySet<string>) => {
    const value = dict.get(key);
    return value instanceof PdfName && values.has(value.value);
  };
  const holds = TREES.some((key) => dict.get(key) instanceof PdfDict || dict.get(key) instanceof PdfRef);
  return (
    says("S", ACTIONS) || says("Subtype", ANNOTATIONS) || (dict.has("EF") && (dict.has("F") || dict.has("UF"))) || dict.has("XFA") || holds
  );
}

/** ISO 32000-1, 12.6.4: actions that run, open or send something. Going to a page or an address on the web is none of them. */
const ACTIONS = new Set(["JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "Rendition", "Movie", "Sound", "RichMediaExecute"]);
/** ISO 32000-1, 12.5.6: notes on a page that hold a file, a film or a scene. */
const ANNOTATIONS = new Set(["FileAttachment", "RichMedia", "Screen", "Movie", "Sound", "3D"]);
/** ISO 32000-1, 7.7.4: lists of programs and of files in the catalog's names. */
const TREES = ["JavaScript", "EmbeddedFiles"];
