import assert from "node:assert/strict";

/** One entry as a calendar program would read it; times are as they stand in their zone. */
export interface ReadEvent {
  readonly uid: string;
  readonly stamp: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly location: string;
}

/** Reads iCalendar by the rules of RFC 5545 that programs stumble over, and fails where one is broken. */
export function readCalendar(text: string): ReadEvent[] {
  assert.ok(text.endsWith("\r\n"), "the last line ends too (3.1)");
  assert.doesNotMatch(text, /(?<!\r)\n|\r(?!\n)/, "lines end with CR LF, nowhere one without the other (3.1)");
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, `75 octets at most (3.1): ${line}`);
  const lines = text
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .slice(0, -1)
    .map(readLine);
  checkNesting(lines);
  const top = lines.slice(
    0,
    lines.findIndex(({ name, value }) => name === "BEGIN" && value !== "VCALENDAR"),
  );
  for (const name of ["VERSION", "PRODID"]) assert.equal(top.filter((line) => line.name === name).length, 1, `one ${name} (3.6)`);
  const zones = lines.filter(({ name }) => name === "TZID").map(({ value }) => value);
  return blocks(lines, "VEVENT").map((event) => readEvent(event, zones));
}

interface Line {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

function readLine(line: string): Line {
  const parts = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/.exec(line);
  assert.ok(parts, `name, parameters and a value (3.1): ${line}`);
  const parameters = [...(parts[2] ?? "").matchAll(/;([^=]+)=("?)([^;]*?)\2(?=;|$)/g)].map(([, key = "", , value = ""]) => [key, value]);
  return { name: (parts[1] ?? "").toUpperCase(), parameters: Object.fromEntries(parameters), value: parts[3] ?? "" };
}

function checkNesting(lines: readonly Line[]): void {
  const open: string[] = [];
  for (const { name, value } of lines) {
    if (name === "BEGIN") open.push(value);
    if (name === "END") assert.equal(open.pop(), value, "what begins ends");
    else assert.ok(open.length > 0, "everything stands in a VCALENDAR");
  }
  assert.deepEqual(open, []);
}

function blocks(lines: readonly Line[], kind: string): Line[][] {
  const found: Line[][] = [];
  let at: Line[] | null = null;
  for (const line of lines) {
    if (line.name === "BEGIN" && line.value === kind) at = [];
    else if (line.name === "END" && line.value === kind && at) found.push(at);
    else at?.push(line);
  }
  return found;
}

function readEvent(lines: readonly Line[], zones: readonly string[]): ReadEvent {
  const only = (name: string) => {
    const [line, ...more] = lines.filter((candidate) => candidate.name === name);
    assert.ok(line && more.length === 0, `one ${name} (3.6.1)`);
    return line;
  };
  const stamp = only("DTSTAMP").value;
  assert.match(stamp, /^\d{8}T\d{6}Z$/, "in UTC (3.8.7.2)");
  const [start, end] = [only("DTSTART"), only("DTEND")];
  for (const { parameters, value } of [start, end]) {
    assert.match(value, /^\d{8}T\d{6}$/);
    assert.ok(zones.includes(parameters.TZID ?? ""), "the time zone is described in the calendar (3.2.19)");
  }
  assert.ok(start.value < end.value);
  return {
    uid: only("UID").value,
    stamp,
    start: start.value,
    end: end.value,
    summary: plain(only("SUMMARY").value),
    location: plain(only("LOCATION").value),
  };
}

/** A TEXT value (3.3.11): no comma or semicolon without its backslash. */
function plain(value: string): string {
  assert.doesNotMatch(value.replace(/\\[\\;,nN]/g, ""), /[\\;,]/, `escaped: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_whole, letter: string) => (letter.toLowerCase() === "n" ? "\n" : letter));
}
