import { parseXml, XmlElement, XmlText } from "@rgrove/parse-xml";

/**
 * An element of what a scanner says, by its local name. Prefixes differ from maker to maker, and some put an element into the other of the two
 * namespaces (eSCL's and the PWG's), while no local name stands for two things: so namespaces are not looked at.
 */
export interface Element {
  readonly name: string;
  /** Its words, without what stands in elements below it. */
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
}

/** The fullest capabilities seen have 40 KB. */
const MOST_BYTES = 1024 * 1024;
const DEEPEST = 40;

/**
 * The root of a scanner's answer, or null where it is not XML that can be trusted: too long, too deep, not well-formed, or with a document type, which
 * eSCL has no use for and whose entities are how XML is made to swell or to read files.
 */
export function readXml(bytes: Uint8Array): Element | null {
  if (bytes.length > MOST_BYTES) return null;
  // Some firmwares begin with an empty line, or leave the zero of a string in; no control character but these may stand in XML.
  const text = new TextDecoder()
    .decode(bytes)
    .replace(/(?![\t\n\r])\p{Cc}/gu, "")
    .trim();
  if (/<!DOCTYPE/i.test(text)) return null;
  try {
    const { root } = parseXml(text);
    return root && readElement(root, 0);
  } catch {
    return null;
  }
}

function readElement({ name, attributes, children }: XmlElement, depth: number): Element {
  if (depth > DEEPEST) throw new RangeError("nobody has so much to say of a scanner");
  return {
    name: localName(name),
    text: children
      .map((child) => (child instanceof XmlText ? child.text : ""))
      .join("")
      .trim(),
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
    children: children.filter((child) => child instanceof XmlElement).map((child) => readElement(child, depth + 1)),
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The first child of that name. */
export function child(element: Element | null | undefined, name: string): Element | null {
  return element?.children.find((one) => one.name === name) ?? null;
}

/** Every child of that name. */
export function childrenOf(element: Element | null | undefined, name: string): readonly Element[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}

/** Every element of that name below this one, however deep. */
export function below(element: Element | null | undefined, name: string): Element[] {
  return (element?.children ?? []).flatMap((one) => [...(one.name === name ? [one] : []), ...below(one, name)]);
}

/** The words of the first child of that name; "" where there is none. */
export function wordsOf(element: Element | null | undefined, name: string): string {
  return child(element, name)?.text ?? "";
}

/** The whole number in the first child of that name; null where there is none. */
export function numberOf(element: Element | null | undefined, name: string): number | null {
  const words = wordsOf(element, name);
  return /^\d{1,7}(\.\d+)?$/.test(words) ? Math.floor(Number(words)) : null;
}
