/**
 * A message of the Internet Printing Protocol, request or answer alike (RFC 8010 §3): a head of eight bytes, groups of attributes, an end tag,
 * and after it the document, which is no part of this type because it travels as a stream.
 */
export interface IppMessage {
  /** [2, 0] for IPP/2.0, the version of IPP Everywhere (PWG 5100.14). */
  readonly version: readonly [number, number];
  /** The operation in a request, the status in an answer. */
  readonly code: number;
  readonly requestId: number;
  readonly groups: readonly IppGroup[];
}

export interface IppGroup {
  readonly tag: GroupTag;
  readonly attributes: readonly IppAttribute[];
}

export interface IppAttribute {
  readonly name: string;
  readonly tag: ValueTag;
  /** At least one, all of the same kind as the tag says; an out-of-band tag (`no-value` …) has none. */
  readonly values: readonly IppValue[];
}

/** Which of these it is follows from the tag: numbers for integer and enum, attributes for a collection, raw bytes where nobody here looks inside. */
export type IppValue = number | boolean | string | Uint8Array | IppRange | readonly IppAttribute[];

export interface IppRange {
  readonly low: number;
  readonly high: number;
}

/** RFC 8010 §3.5.1. */
export const GROUP_TAGS = { operation: 0x01, job: 0x02, printer: 0x04, unsupported: 0x05 } as const;
export type GroupTag = keyof typeof GROUP_TAGS;
export const END_OF_ATTRIBUTES = 0x03;
/** Tags below this one open a group or end the attributes; from it on they are values. */
export const FIRST_VALUE_TAG = 0x10;

/** RFC 8010 §3.5.2. */
export const VALUE_TAGS = {
  unsupported: 0x10,
  unknown: 0x12,
  "no-value": 0x13,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  octetString: 0x30,
  dateTime: 0x31,
  resolution: 0x32,
  rangeOfInteger: 0x33,
  collection: 0x34,
  textWithLanguage: 0x35,
  nameWithLanguage: 0x36,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  uriScheme: 0x46,
  charset: 0x47,
  naturalLanguage: 0x48,
  mimeMediaType: 0x49,
} as const;
export type ValueTag = keyof typeof VALUE_TAGS;
export const END_COLLECTION = 0x37;
export const MEMBER_NAME = 0x4a;

/** RFC 8011 §5.4.15, the seven that printing a paper needs. */
export const OPERATIONS = {
  "Validate-Job": 0x0004,
  "Create-Job": 0x0005,
  "Send-Document": 0x0006,
  "Cancel-Job": 0x0008,
  "Get-Job-Attributes": 0x0009,
  "Get-Jobs": 0x000a,
  "Get-Printer-Attributes": 0x000b,
} as const;
export type Operation = keyof typeof OPERATIONS;
