import {
  END_COLLECTION,
  END_OF_ATTRIBUTES,
  GROUP_TAGS,
  type IppAttribute,
  type IppMessage,
  type IppRange,
  type IppValue,
  MEMBER_NAME,
  VALUE_TAGS,
  type ValueTag,
} from "./message.ts";

/** The message as bytes, up to and with the end tag; the document follows them (RFC 8010 §3.1). Throws when a name or value is over 32,767 bytes. */
export function encodeMessage(message: IppMessage): Uint8Array {
  return Buffer.concat([
    Buffer.from(message.version),
    uint16(message.code),
    int32(message.requestId),
    ...message.groups.flatMap((group) => [byte(GROUP_TAGS[group.tag]), ...group.attributes.flatMap(encodeAttribute)]),
    byte(END_OF_ATTRIBUTES),
  ]);
}

/** The second and further values of an attribute have an empty name (RFC 8010 §3.1.5). */
function encodeAttribute({ name, tag, values }: IppAttribute): Buffer[] {
  if (values.length === 0) return [field(VALUE_TAGS[tag], name, Buffer.alloc(0))];
  return values.flatMap((value, index) => encodeValue(tag, index === 0 ? name : "", value));
}

function encodeValue(tag: ValueTag, name: string, value: IppValue): Buffer[] {
  if (tag !== "collection") return [field(VALUE_TAGS[tag], name, bytesOf(tag, value))];
  const members = value as readonly IppAttribute[];
  return [
    field(VALUE_TAGS.collection, name, Buffer.alloc(0)),
    ...members.flatMap(encodeMember),
    field(END_COLLECTION, "", Buffer.alloc(0)),
  ];
}

/** A member carries its name as a value of its own, and its values have none (RFC 8010 §3.1.6). */
function encodeMember({ name, tag, values }: IppAttribute): Buffer[] {
  const member = field(MEMBER_NAME, "", Buffer.from(name));
  if (values.length === 0) return [member, field(VALUE_TAGS[tag], "", Buffer.alloc(0))];
  return [member, ...values.flatMap((value) => encodeValue(tag, "", value))];
}

function bytesOf(tag: ValueTag, value: IppValue): Buffer {
  if (tag === "textWithLanguage" || tag === "nameWithLanguage") return withLanguage(value as string);
  if (typeof value === "number") return int32(value);
  if (typeof value === "boolean") return byte(value ? 1 : 0);
  if (typeof value === "string") return Buffer.from(value);
  if (value instanceof Uint8Array) return Buffer.from(value);
  const { low, high } = value as IppRange;
  return Buffer.concat([int32(low), int32(high)]);
}

function withLanguage(text: string): Buffer {
  return Buffer.concat([sized(Buffer.from("vi")), sized(Buffer.from(text))]);
}

function field(tag: number, name: string, value: Buffer): Buffer {
  return Buffer.concat([byte(tag), sized(Buffer.from(name)), sized(value)]);
}

function sized(bytes: Buffer): Buffer {
  if (bytes.length > 0x7fff) throw new Error(`a field of ${bytes.length} bytes does not fit into a message of IPP`);
  return Buffer.concat([uint16(bytes.length), bytes]);
}

const byte = (value: number): Buffer => Buffer.from([value]);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
