import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { decodeMessage } from "../../../src/devices/printer/ipp/decode.ts";
import { encodeMessage } from "../../../src/devices/printer/ipp/encode.ts";
import type { IppAttribute, IppMessage, ValueTag } from "../../../src/devices/printer/ipp/message.ts";

/** RFC 8010, appendix A.1, with `sides` and `copies` of the same example. */
const PRINT_JOB = [
  "0101 0002 00000001 01",
  "47 0012",
  hex("attributes-charset"),
  "0005",
  hex("utf-8"),
  "48 001b",
  hex("attributes-natural-language"),
  "0005",
  hex("en-us"),
  "45 000b",
  hex("printer-uri"),
  "002c",
  hex("ipp://printer.example.com/ipp/print/pinetree"),
  "42 0008",
  hex("job-name"),
  "0006",
  hex("foobar"),
  "22 0016",
  hex("ipp-attribute-fidelity"),
  "0001 01",
  "02",
  "21 0006",
  hex("copies"),
  "0004 00000014",
  "44 0005",
  hex("sides"),
  "0013",
  hex("two-sided-long-edge"),
  "03",
].join("");

describe("a message of IPP", () => {
  it("is written byte for byte as in RFC 8010, appendix A.1", () => {
    const message: IppMessage = {
      version: [1, 1],
      code: 0x0002,
      requestId: 1,
      groups: [
        {
          tag: "operation",
          attributes: [
            { name: "attributes-charset", tag: "charset", values: ["utf-8"] },
            { name: "attributes-natural-language", tag: "naturalLanguage", values: ["en-us"] },
            { name: "printer-uri", tag: "uri", values: ["ipp://printer.example.com/ipp/print/pinetree"] },
            { name: "job-name", tag: "name", values: ["foobar"] },
            { name: "ipp-attribute-fidelity", tag: "boolean", values: [true] },
          ],
        },
        {
          tag: "job",
          attributes: [
            { name: "copies", tag: "integer", values: [20] },
            { name: "sides", tag: "keyword", values: ["two-sided-long-edge"] },
          ],
        },
      ],
    };
    assert.equal(Buffer.from(encodeMessage(message)).toString("hex"), PRINT_JOB.replaceAll(" ", ""));
  });

  it("is read back as it was written, whatever it carries", () => {
    fc.assert(
      fc.property(aMessage(), fc.uint8Array({ maxLength: 20 }), (message, document) => {
        const bytes = encodeMessage(message);
        const decoded = decodeMessage(Buffer.concat([bytes, document]));
        assert.ok(decoded.ok);
        assert.deepEqual(decoded.value, { message, length: bytes.length });
      }),
    );
  });

  it("is refused, never half believed, when it breaks off at any byte", () => {
    fc.assert(
      fc.property(aMessage(), (message) => {
        const bytes = encodeMessage(message);
        for (let length = 0; length < bytes.length; length += 1) assert.equal(decodeMessage(bytes.subarray(0, length)).ok, false);
      }),
      { numRuns: 20 },
    );
  });

  it("is read or refused, never thrown over, when a device sends anything", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => typeof decodeMessage(bytes).ok === "boolean"));
  });

  it("is refused when its collections are nested without end", () => {
    const head = "0200 0000 00000001 02";
    const opened = `34 0001 ${hex("a")} 0000`;
    const inner = `4a 0000 0001 ${hex("b")} 34 0000 0000`;
    const ends = (count: number) => `${"37 0000 0000".repeat(count)} 03`;
    const nested = (depth: number) => Buffer.from(`${head}${opened}${inner.repeat(depth)}${ends(depth + 1)}`.replaceAll(" ", ""), "hex");
    assert.equal(decodeMessage(nested(2)).ok, true);
    assert.equal(decodeMessage(nested(50_000)).ok, false);
  });

  it("steps over groups and values of a kind that it does not know", () => {
    const bytes = `02000000 00000001 09 21 0001 ${hex("x")} 0004 00000001 04 7f 0001 ${hex("y")} 0004 00000001 21 0001 ${hex("z")} 0004 00000007 03`;
    const decoded = decodeMessage(Buffer.from(bytes.replaceAll(" ", ""), "hex"));
    assert.ok(decoded.ok);
    assert.deepEqual(decoded.value.message.groups, [{ tag: "printer", attributes: [{ name: "z", tag: "integer", values: [7] }] }]);
  });
});

/** Objects as a program makes them, for deepEqual to compare. */
const PLAIN = { noNullPrototype: true } as const;

function hex(text: string): string {
  return Buffer.from(text).toString("hex");
}

function aMessage(): fc.Arbitrary<IppMessage> {
  const group = fc.record(
    {
      tag: fc.constantFrom("operation" as const, "job" as const, "printer" as const, "unsupported" as const),
      attributes: fc.array(anAttribute(2), { maxLength: 4 }),
    },
    PLAIN,
  );
  return fc.record(
    {
      version: fc.tuple(fc.nat(2), fc.nat(2)),
      code: fc.nat(0xffff),
      requestId: fc.integer({ min: 1, max: 0x7fffffff }),
      groups: fc.array(group, { maxLength: 3 }),
    },
    PLAIN,
  );
}

function anAttribute(depth: number): fc.Arbitrary<IppAttribute> {
  const name = fc.string({ minLength: 1, maxLength: 12 });
  const int32 = fc.integer({ min: -0x80000000, max: 0x7fffffff });
  const of = <Value extends IppAttribute["values"][number]>(tag: ValueTag, value: fc.Arbitrary<Value>) =>
    fc.record({ name, tag: fc.constant(tag), values: fc.array(value, { minLength: 1, maxLength: 3 }) }, PLAIN);
  const plain: fc.Arbitrary<IppAttribute>[] = [
    of("integer", int32),
    of("enum", int32),
    of("boolean", fc.boolean()),
    of("keyword", fc.string({ maxLength: 30 })),
    of("text", fc.constantFrom("Máy in ở quầy", "")),
    of("nameWithLanguage", fc.string({ maxLength: 30 })),
    of("octetString", fc.uint8Array({ maxLength: 30 })),
    of("rangeOfInteger", fc.record({ low: int32, high: int32 }, PLAIN)),
    fc.record({ name, tag: fc.constant("no-value" as const), values: fc.constant([]) }, PLAIN),
  ];
  return depth === 0 ? fc.oneof(...plain) : fc.oneof(...plain, of("collection", fc.array(anAttribute(depth - 1), { maxLength: 3 })));
}
