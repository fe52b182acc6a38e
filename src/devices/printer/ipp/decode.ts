import { ok, type Result, refuse } from "../../../base/result.ts";
import {
  END_COLLECTION,
  END_OF_ATTRIBUTES,
  FIRST_VALUE_TAG,
  GROUP_TAGS,
  type GroupTag,
  type IppAttribute,
  type IppGroup,
  type IppMessage,
  type IppValue,
  MEMBER_NAME,
  VALUE_TAGS,
  type ValueTag,
} from "./message.ts";

export interface Decoded {
  readonly message: IppMessage;
  /** Where the document begins: the first byte after the end tag. */
  readonly length: number;
}

/**
 * What a printer sent, read to its end tag (RFC 8010 §3). Bytes that are no such message, or end too early, are refused as "malformed". Groups and
 * values of a kind that is not known are stepped over, as RFC 8010 §3.5 asks.
 */
export function decodeMessage(bytes: Uint8Array): Result<Decoded, "malformed"> {
  const reader = new Reader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  try {
    const version = [reader.byte(), reader.byte()] as const;
    const code = reader.uint16();
    const requestId = reader.int32();
    const groups = readGroups(reader);
    return ok({ message: { version, code, requestId, groups }, length: reader.position });
  } catch (error) {
    if (error instanceof Malformed) return refuse("malformed");
    throw error;
  }
}

function readGroups(reader: Reader): IppGroup[] {
  const groups: IppGroup[] = [];
  for (let tag = reader.byte(); tag !== END_OF_ATTRIBUTES; tag = reader.byte()) {
    if (tag >= FIRST_VALUE_TAG) throw new Malformed("a value stands outside of a group");
    const attributes = readAttributes(reader);
    const known = GROUP_NAMES.get(tag);
    if (known) groups.push({ tag: known, attributes });
  }
  return groups;
}

function readAttributes(reader: Reader): IppAttribute[] {
  const read: OpenAttribute[] = [];
  while (reader.peek() >= FIRST_VALUE_TAG) {
    const tag = reader.byte();
    const name = reader.sized().toString();
    const bytes = reader.sized();
    if (tag === END_COLLECTION || tag === MEMBER_NAME) throw new Malformed("a part of a collection stands outside of one");
    if (name !== "") read.push({ name, tag, values: [] });
    addValue(read, tag, bytes, reader, 0);
  }
  return read.flatMap(closed);
}

/** Collections inside collections are two deep in PWG 5100.3; a message that goes deeper than this is no honest one. */
const MOST_NESTED = 8;

function readCollection(reader: Reader, depth: number): IppAttribute[] {
  if (depth > MOST_NESTED) throw new Malformed("collections are nested too deep");
  const read: OpenAttribute[] = [];
  for (;;) {
    const tag = reader.byte();
    if (tag < FIRST_VALUE_TAG) throw new Malformed("a collection does not end");
    reader.sized();
    const bytes = reader.sized();
    if (tag === END_COLLECTION) return read.flatMap(closed);
    if (tag === MEMBER_NAME) read.push({ name: bytes.toString(), tag: null, values: [] });
    else addValue(read, tag, bytes, reader, depth);
  }
}

interface OpenAttribute {
  readonly name: string;
  tag: number | null;
  readonly values: IppValue[];
}

/** Values of one attribute may differ in kind (a name among keywords): it keeps the first one's tag, and the others as they are. */
function addValue(read: readonly OpenAttribute[], tag: number, bytes: Buffer, reader: Reader, depth: number): void {
  const open = read.at(-1);
  if (!open) throw new Malformed("a value has no attribute");
  open.tag ??= tag;
  const value = tag === VALUE_TAGS.collection ? readCollection(reader, depth + 1) : readValue(tag, bytes);
  if (value !== null) open.values.push(value);
}

function closed({ name, tag, values }: OpenAttribute): IppAttribute[] {
  const known = VALUE_NAMES.get(tag ?? 0);
  return known ? [{ name, tag: known, values }] : [];
}

function readValue(tag: number, bytes: Buffer): IppValue | null {
  const name = VALUE_NAMES.get(tag);
  if (!name) return null;
  return READERS[name]?.(bytes) ?? null;
}

const text = (bytes: Buffer): string => bytes.toString();
const int = (bytes: Buffer): number => new Reader(bytes).int32();
const raw = (bytes: Buffer): Uint8Array => new Uint8Array(bytes);
const none = (): null => null;

const READERS = {
  unsupported: none,
  unknown: none,
  "no-value": none,
  integer: int,
  enum: int,
  boolean: (bytes: Buffer) => new Reader(bytes).byte() !== 0,
  octetString: raw,
  dateTime: raw,
  resolution: raw,
  rangeOfInteger: (bytes: Buffer) => {
    const range = new Reader(bytes);
    return { low: range.int32(), high: range.int32() };
  },
  collection: none,
  textWithLanguage: afterLanguage,
  nameWithLanguage: afterLanguage,
  text,
  name: text,
  keyword: text,
  uri: text,
  uriScheme: text,
  charset: text,
  naturalLanguage: text,
  mimeMediaType: text,
} satisfies Record<ValueTag, (bytes: Buffer) => IppValue | null>;

function afterLanguage(bytes: Buffer): string {
  const parts = new Reader(bytes);
  parts.sized();
  return parts.sized().toString();
}

const GROUP_NAMES = new Map<number, GroupTag>(Object.entries(GROUP_TAGS).map(([name, tag]) => [tag, name as GroupTag]));
const VALUE_NAMES = new Map<number, ValueTag>(Object.entries(VALUE_TAGS).map(([name, tag]) => [tag, name as ValueTag]));

class Malformed extends Error {}

/** Reads big-endian numbers one after the other and never past the end. */
class Reader {
  position = 0;
  private readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  peek(): number {
    const value = this.bytes[this.position];
    if (value === undefined) throw new Malformed("the message ends too early");
    return value;
  }

  byte(): number {
    return this.take(1).readUInt8();
  }

  uint16(): number {
    return this.take(2).readUInt16BE();
  }

  int32(): number {
    return this.take(4).readInt32BE();
  }

  sized(): Buffer {
    return this.take(this.uint16());
  }

  private take(length: number): Buffer {
    const end = this.position + length;
    if (end > this.bytes.length) throw new Malformed("the message ends too early");
    const part = this.bytes.subarray(this.position, end);
    this.position = end;
    return part;
  }
}
