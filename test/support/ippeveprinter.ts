import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createIppPrinter } from "../../src/devices/printer/client.ts";
import { findIn, programPlaces, unpackPackages } from "./debian-packages.ts";
import { type TestPrinter, until } from "./test-printer.ts";

/** The programs of CUPS' printer, and where its libraries are when they are not the machine's own. */
export interface Ippeveprinter {
  readonly printer: string;
  readonly bus: string;
  readonly libraries: string | null;
}

/**
 * The real simulator of CUPS (Debian's cups-ipp-utils), or in one sentence why there is none here. Installs nothing: where the program is missing, its
 * packages are unpacked into `folder`.
 */
export function findIppeveprinter(folder: string): Ippeveprinter | string {
  const printer = findIn(programPlaces(), "ippeveprinter");
  const bus = findIn(programPlaces(), "dbus-daemon");
  if (printer && bus) return { printer, bus, libraries: null };
  const unpacked = unpackPackages(folder, ["cups-ipp-utils", "dbus-daemon"]);
  if (typeof unpacked === "string") return unpacked;
  const { root, libraries } = unpacked;
  const found = {
    printer: findIn([join(root, "usr/sbin"), join(root, "usr/bin")], "ippeveprinter"),
    bus: findIn([join(root, "usr/bin")], "dbus-daemon"),
  };
  return found.printer && found.bus ? { printer: found.printer, bus: found.bus, libraries } : "the packages of Debian hold no such program";
}

/**
 * A printer of its own on a free port, with a system bus of its own, which it wants even when it announces nothing. Its print command is a script that
 * jams and holds while a file says so.
 */
export async function startIppeveprinter(found: Ippeveprinter, { formats }: { readonly formats: readonly string[] }): Promise<TestPrinter> {
  const folder = mkdtempSync(join(tmpdir(), "ippeve-"));
  const [spool, control, socket] = [join(folder, "spool"), join(folder, "control"), join(folder, "bus")];
  for (const made of [spool, control, join(folder, "keys")]) mkdirSync(made);
  writeFileSync(join(folder, "bus.conf"), busConfiguration(socket));
  writeFileSync(join(folder, "print"), printCommand(control), { mode: 0o755 });
  const env = {
    ...process.env,
    HOME: folder,
    DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${socket}`,
    ...(found.libraries ? { LD_LIBRARY_PATH: found.libraries } : {}),
  };
  const bus = spawn(found.bus, [`--config-file=${join(folder, "bus.conf")}`, "--nofork"], { env, stdio: "ignore" });
  const port = await freePort();
  let printer: ChildProcess | null = null;
  const close = async () => {
    for (const child of [printer, bus]) child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const address = { host: "localhost", port, path: "/ipp/print", secure: false };
  try {
    await until(() => existsSync(socket) || bus.exitCode !== null, "the bus");
    const words = [
      "-r",
      "off",
      "-k",
      "-d",
      spool,
      "-K",
      join(folder, "keys"),
      "-p",
      String(port),
      "-n",
      "localhost",
      "-c",
      join(folder, "print"),
    ];
    const started = spawn(found.printer, [...words, "-f", formats.join(","), "Quay so 1"], { env, stdio: "ignore" });
    printer = started;
    endWithUs(folder, [bus, started]);
    const asked = createIppPrinter(address, async () => ({ ok: true, value: "127.0.0.1" }));
    await until(async () => started.exitCode !== null || (await asked.status()).ok, "the printer of CUPS");
    if (started.exitCode !== null) throw new Error(`ippeveprinter ended with ${started.exitCode}`);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    address,
    // what it began to print; the spool also keeps what was cancelled before
    received: async () =>
      (existsSync(join(control, "printed")) ? readFileSync(join(control, "printed"), "utf8") : "")
        .split("\n")
        .filter(Boolean)
        .map((path) => readFileSync(path)),
    lastTicket: async () => ticketOf(readFileSync(join(control, "ticket"), "utf8")),
    takePaperOut: () => setPaper(port, 0),
    putPaperIn: () => setPaper(port, 250),
    jam: async () => writeFileSync(join(control, "jam"), ""),
    clearJam: async () => rmSync(join(control, "jam")),
    hold: async () => writeFileSync(join(control, "hold"), ""),
    release: async () => rmSync(join(control, "hold")),
    close,
  };
}

/**
 * Its own page for people: level 0 of the main tray is "no paper". The by-pass tray must be named too, at a level that is not known, or it counts as
 * empty.
 */
async function setPaper(port: number, level: number): Promise<void> {
  const trays = `size1=iso_a4_210x297mm&type1=stationery&level1=${level}&size3=&type3=&level3=-2`;
  const page = await fetch(`http://localhost:${port}/media?${trays}`);
  if (!page.ok) throw new Error(`the printer's page answers ${page.status}`);
  await page.text();
}

/** A small shell outlives us when we are killed, ends what we started and takes the folder away; when we took it away ourselves, it just ends. */
function endWithUs(folder: string, children: readonly ChildProcess[]): void {
  const words = [String(process.pid), folder, ...children.map(({ pid }) => String(pid))];
  spawn("/bin/sh", ["-c", END_WITH_US, "end-with-us", ...words], { cwd: "/", detached: true, stdio: "ignore" }).unref();
}

const END_WITH_US = `
while kill -0 "$1" 2>/dev/null && test -d "$2"; do sleep 0.5; done
test -d "$2" || exit 0
folder="$2"
shift 2
kill -KILL "$@"
rm -rf "$folder"
`;

function printCommand(control: string): string {
  return `#!/bin/sh
for document; do :; done
echo "$document" >> '${control}/printed'
env | grep '^IPP_' > '${control}/ticket.new' && mv '${control}/ticket.new' '${control}/ticket'
if [ -e '${control}/jam' ]; then
  echo 'STATE: +media-jam' >&2
  while [ -e '${control}/jam' ]; do sleep 0.1; done
  echo 'STATE: -media-jam' >&2
fi
while [ -e '${control}/hold' ]; do sleep 0.1; done
exit 0
`;
}

function busConfiguration(socket: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
`;
}

/** IPP_PRINT_COLOR_MODE=monochrome and the like. */
function ticketOf(text: string): Record<string, string> {
  const lines = text.split("\n").map((line) => line.split("="));
  return Object.fromEntries(lines.map(([name = "", value = ""]) => [name.replace(/^IPP_/, "").replaceAll("_", "-").toLowerCase(), value]));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
