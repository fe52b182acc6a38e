import type { FindAddress } from "../address.ts";
import { pauseUnlessEnded } from "../pause.ts";
import { runScan } from "./errand.ts";
import { createProtocol, readAbilities } from "./protocol.ts";
import type { Scanner, ScannerAddress } from "./scanner.ts";
import type { WaitingTools } from "./waiting.ts";

/**
 * A scanner that speaks eSCL. `findAddress` is `findLocalAddress`, asked anew for each question: what it answers is connected to. Errands to one scanner
 * do not wait for one another; the scanner itself says that it is busy.
 */
export function createScanner(address: ScannerAddress, findAddress: FindAddress, pause: WaitingTools["pause"] = pauseUnlessEnded): Scanner {
  const protocol = createProtocol(address, findAddress);
  return {
    address,
    abilities: (signal) => readAbilities(protocol, signal),
    status: async (signal) => {
      const status = await protocol.status(signal);
      return status.ok ? { ok: true, value: { state: status.value.state, feeder: status.value.feeder } } : status;
    },
    scan: (order, signal) => runScan(protocol, order, { pause, signal }),
  };
}
